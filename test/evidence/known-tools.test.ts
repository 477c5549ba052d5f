import { expect, test } from "vitest";
import { toolKeys } from "../../src/evidence/known-tools.ts";
import { fileOf, lines, measured, read, refusal } from "./support.ts";

test.each([
  ["tool-lhci-manifest", '[{"url":"https://a","isRepresentativeRun":true,"htmlPath":"/a.html","jsonPath":"/a.json"}]'],
  ["tool-statuspage-state", '{"page":{"id":"p","name":"City"},"status":{"indicator":"none","description":"All fine"}}'],
  ["tool-instatus-state", '{"page":{"name":"City","url":"https://a","status":"UP"}}'],
  ["tool-betterstack", '{"data":[{"id":"1","type":"monitor","attributes":{"url":"https://a","status":"up"}}]}'],
  ["tool-healthchecks", '{"checks":[{"name":"backup","slug":"b","n_pings":3,"status":"up"}]}'],
  ["tool-healthchecks-flips", '[{"timestamp":"2026-03-01T00:00:00+00:00","up":1}]'],
  ["tool-pingdom", '{"checks":[{"id":1,"name":"a","lastresponsetime":7,"status":"up"}]}'],
  ["tool-grafana-dashboard", '{"title":"Up","panels":[],"schemaVersion":39,"templating":{"list":[]}}'],
  ["tool-zabbix-config", '<?xml version="1.0"?><zabbix_export><version>7.0</version></zabbix_export>'],
  ["tool-zabbix-config", '{"zabbix_export":{"version":"7.0"}}'],
  ["tool-nagios", "[1772323200] SERVICE ALERT: host;HTTP;CRITICAL;HARD;3;refused\n"],
  ["tool-datadog", '{"status":"ok","res_type":"time_series","series":[{"pointlist":[[1,1]],"scope":"*"}]}'],
  ["tool-cloudwatch", '{"Label":"SuccessPercent","Datapoints":[{"Timestamp":"2026-03-01","Average":100}]}'],
  ["tool-wave", '{"status":{"success":true},"statistics":{"pageurl":"https://a","waveurl":"http://w"}}'],
  ["tool-junit", '<?xml version="1.0"?><testsuites><testsuite><testcase name="a"/></testsuite></testsuites>'],
  ["tool-html", "<!doctype html><html><title>Monthly report</title></html>"],
  ["tool-monitor-list", lines("Friendly Name,URL,Status", "Permits,https://a,Up")],
])("%s is named, with what to attach instead", async (code, text) => {
  const problem = await refusal(text);
  expect(problem).toMatchObject({ code });
  expect(problem.message).toMatch(/ it is .+: .+/);
});

test("every tool has one key", () => {
  expect(new Set(toolKeys).size).toBe(toolKeys.length);
});

const big5 = Buffer.from("bd73b8b92cb2c431c3442cb2c432c3442cb2c433c3440a", "hex");

test("Big5 is told from Windows-1252, and said to be a guess", async () => {
  const problem = await refusal(Buffer.concat([big5, Buffer.from("1,2,3,4\n")]));
  expect(problem.headings).toEqual(["編號", "第1題", "第2題", "第3題"]);
  expect(problem.message).toMatch(/read as Big5, which is a guess/);
});

test("Shift JIS shows by its kana", async () => {
  const text = Buffer.concat([Buffer.from("8354815b8372835882cc96bc914f", "hex"), Buffer.from(",b,c\n1,2,3\n")]);
  expect((await refusal(text)).headings?.[0]).toBe("サービスの名前");
});

test("traditional headings are those of their simplified characters", async () => {
  const row = "1,4,2,5,1,4,2,5,2,4,1";
  const text = lines(
    `編號,${Array.from({ length: 10 }, (_, i) => `第${i + 1}題`).join(",")}`,
    row,
    row.replace("1,", "2,"),
  );
  expect(await measured("sus", text)).toMatchObject({ n: 2 });
});

test("characters that were damaged before the file came are said, whether a reader knows its headings or not", async () => {
  const damaged = (text: string): string => Buffer.from(text, "utf8").toString("latin1");
  const problem = await refusal(lines(damaged("编号,第1题,第2题"), "1,2,3"));
  expect(problem).toMatchObject({ code: "damaged-characters" });
  expect(problem.message).toMatch(/“编号” stands there as/);
  const table = lines("service,time,up", ...[0, 1, 2].map((i) => `${damaged("许可办理")},2026-03-01T00:0${i}:00Z,1`));
  const outcome = await read([fileOf(table)]);
  expect(outcome).toMatchObject({ kind: "measured", measurement: { warnings: [{ code: "damaged-characters" }] } });
  const western = lines(
    "service,time,up",
    "Café façade naïve,2026-03-01T00:00:00Z,1",
    "Café façade naïve,2026-03-01T00:01:00Z,1",
  );
  expect((await measured("availability", western)).warnings).toEqual([]);
});
