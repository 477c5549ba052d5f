import { describe, expect, test } from "vitest";
import { lines, measured, refusal } from "../support.ts";

const codes = (warnings: readonly { readonly code: string }[]): string[] => warnings.map(({ code }) => code);
const header = `participant,${Array.from({ length: 10 }, (_, i) => `q${i + 1}`).join(",")}`;
const good = "4,2,5,1,4,2,5,2,4,1";
const start = 1_772_352_000_000;

describe("texts are compared as people mean them", () => {
  test.each([
    ["digits of Arabic", "٤,٢,٥,١,٤,٢,٥,٢,٤,١"],
    ["digits in circles", "④,②,⑤,①,④,②,⑤,②,④,①"],
    ["full width", "４,２,５,１,４,２,５,２,４,１"],
    ["kept from a spreadsheet by an apostrophe", "'4,'2,'5,'1,'4,'2,'5,'2,'4,'1"],
    ["kept from it by a formula", Array.from(good.split(","), (n) => `"=""${n}"""`).join(",")],
  ])("%s", async (_, row) => {
    expect((await measured("sus", lines(header, `a,${row}`))).mean).toBe(85);
  });

  test("one person, one service, one task and one heading, however they are typed", async () => {
    const twice = lines(header.replace("participant", "Ｐａｒｔｉｃｉｐａｎｔ"), `Ｐ０１,${good}`, `P01\u200b,${good}`);
    expect(await measured("sus", twice)).toMatchObject({ n: 1 });
    const probes = lines(
      "service,time,up",
      "A\u00a0b,2026-03-01 00:00,1",
      "A b,2026-03-01 00:01,1",
      "A  b,2026-03-01 00:02,0",
    );
    expect((await measured("availability", probes)).services).toHaveLength(1);
    const tasks = await measured(
      "tasks",
      lines("participant,task,outcome", "a,Ｔ１,ＳＵＣＣＥＳＳ", "b,t1,Failed", "c,T1,成功"),
    );
    expect(tasks.tasks).toMatchObject([{ attempts: 3, successes: 2 }]);
  });
});

describe("files that a spreadsheet saved", () => {
  test.each([
    ["sep= with a tab", "sep=\t\nservice\ttime\tup\nP\t2026-03-01 00:00\tTRUE\nP\t2026-03-01 00:01\tFALSE\n"],
    [
      "sep= quoted, in German",
      '\ufeff"sep=;"\r\nservice;time;up\r\nP;01.03.2026 00:00;WAHR\r\nP;01.03.2026 00:01;FALSCH\r\n',
    ],
    ["a title above", "Probes of March,,\n,,\nservice,time,up\nP,2026-03-01 00:00,真\nP,2026-03-01 00:01,假\n"],
    ["an index before", ",service,time,up\n0,P,2026-03-01 00:00,1\n1,P,2026-03-01 00:01,0\n"],
  ])("%s", async (_, text) => {
    expect(await measured("availability", text)).toMatchObject({
      rejectedCount: 0,
      services: [{ observedSeconds: 120, downSeconds: 60 }],
    });
  });

  test("thousands, decimals and spaces that part them", async () => {
    const german = lines("start;records;bytes;seconds;failures", "01.03.2026;1.200.000;734.003.200;412,5;3");
    expect((await measured("volume", german)).runs).toMatchObject([{ records: 1_200_000, seconds: 412.5 }]);
    const french = lines("start,records,bytes,seconds,failures", "1er mars 2026,1\u202f200,2\u00a0000,10,0");
    expect((await measured("volume", french)).runs).toMatchObject([{ records: 1200, bytes: 2000 }]);
  });

  test("thousands in a quoted cell of a JMeter log are whole milliseconds", async () => {
    const log = lines(
      "timeStamp,elapsed,label,responseCode,success,allThreads",
      `${start},"1,250",a,200,TRUE,1`,
      `${start + 2000},90,a,200,FALSE,1`,
    );
    const load = await measured("load", log);
    expect(load).toMatchObject({ requests: 2, failures: 1, latencyMs: { max: 1250 } });
    expect(codes(load.warnings)).toContain("thousands-apart");
  });

  test.each([
    ["1.77E+12", ","],
    ["1,77235E+12", ";"],
  ])("a time cut to %s is refused", async (time, sign) => {
    const log = [
      ["timeStamp", "elapsed", "label", "success"],
      [time, "100", "a", "TRUE"],
    ];
    expect(await refusal(lines(...log.map((row) => row.join(sign))))).toMatchObject({ code: "times-cut" });
  });
});

describe("requests that are no load", () => {
  const jtl = "timeStamp,elapsed,label,responseCode,responseMessage,threadName,success,bytes,allThreads";
  const row = (thread: string, i: number, elapsed = 100): string =>
    `${start + i * 1000},${elapsed},a,200,OK,${thread},true,10,1`;
  const steady = Array.from({ length: 20 }, (_, i) => row("Users 1-1", i));

  test.each([
    "setUp Thread Group 1-1",
    "tearDown线程组 1-1",
    "Warm-up 1-1",
    "warmup 1-2",
    "WARM_UP 1-1",
    "预热 1-1",
    "10.0.0.7-Warm up 1-1",
  ])("%s", async (thread) => {
    const load = await measured("load", lines(jtl, row(thread, -60, 9000), ...steady));
    expect(load).toMatchObject({ requests: 20, latencyMs: { max: 100 } });
    expect(codes(load.warnings)).toContain("setup-left-out");
  });

  test.each(["Warmer shelves 1-1", "Users warmup 1-1", "setUpstream 1-1"])("%s is load", async (thread) => {
    expect(await measured("load", lines(jtl, row(thread, -60, 9000), ...steady))).toMatchObject({ requests: 21 });
  });

  const k6 = (scenario: string): string =>
    JSON.stringify({
      type: "Point",
      metric: "http_req_duration",
      data: { time: "2026-03-01T08:00:09Z", value: 9000, tags: { scenario, status: "200", expected_response: "true" } },
    });
  const usual = Array.from({ length: 10 }, (_, i) => k6("load").replace("9000", String(20 + i)));

  test.each([
    ["warmup", 10],
    ["warm-up", 10],
    ["Warm_Up_2", 10],
    ["预热", 10],
    ["warm_cache", 11],
  ])("k6's scenario %s: %d requests", async (scenario, requests) => {
    expect(await measured("load", lines(k6(scenario), ...usual))).toMatchObject({ requests });
    const csv = lines(
      "metric_name,timestamp,metric_value,expected_response,scenario,status",
      `http_req_duration,${start / 1000},9000,true,${scenario},200`,
      ...Array.from({ length: 10 }, (_, i) => `http_req_duration,${start / 1000 + i},${20 + i},true,load,200`),
    );
    expect(await measured("load", csv)).toMatchObject({ requests });
  });

  test("PerfMon's log of few columns is refused by name; a request that is called so is none", async () => {
    const perfmon = lines(
      "timeStamp,elapsed,label,success,bytes",
      `${start},45123,web1 CPU,true,0`,
      `${start + 1000},60790,web1 Memory,true,0`,
    );
    expect(await refusal(perfmon)).toMatchObject({ code: "server-metrics" });
    const requests = lines(
      "timeStamp,elapsed,label,success,bytes",
      `${start},120,Read Memory page,true,10`,
      `${start + 1000},90,CPU list,true,10`,
    );
    expect(await measured("load", requests)).toMatchObject({ requests: 2 });
  });
});
