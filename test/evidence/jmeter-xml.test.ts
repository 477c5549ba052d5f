import { statSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { sameInEveryChunk } from "./load-chunks.ts";
import { realFiles, realPath } from "../support/real-files.ts";
import { fileOf, lines, measured, refusal } from "./support.ts";

const t0 = Date.UTC(2026, 2, 1, 8);
const sample = (name: string, attributes: string, inside = ""): string =>
  inside === "" ? `<${name} ${attributes}/>` : `<${name} ${attributes}>${inside}</${name}>`;
const http = (at: number, ms: number, label: string, ok = true, inside = ""): string =>
  sample("httpSample", `t="${ms}" lt="1" ts="${t0 + at}" s="${ok}" lb="${label}" rc="200" rm="OK" na="3"`, inside);
const results = (...samples: string[]): string =>
  lines('<?xml version="1.0" encoding="UTF-8"?>', '<testResults version="1.2">', ...samples, "</testResults>");

describe("JMeter XML", () => {
  test("a sample is a request", async () => {
    const load = await measured("load", results(http(0, 100, "A"), http(500, 300, "B", false)), { withinMs: 200 });
    expect(load).toMatchObject({
      format: "JMeter XML",
      from: "2026-03-01T08:00:00.000Z",
      requests: 2,
      failures: 1,
      durationSeconds: 0.8,
      latencyMs: { mean: 200, p50: 200, max: 300 },
      within: { ms: 200, requests: 1 },
      rejectedCount: 0,
      rowCount: 2,
    });
  });

  test("a request counts once with its redirects and embedded resources", async () => {
    const inside = http(0, 40, "A-0") + http(40, 60, "A-1", false, "<assertionResult><name>x</name></assertionResult>");
    const load = await measured(
      "load",
      results(http(0, 100, "A", true, inside + "<java.net.URL>http://a</java.net.URL>")),
    );
    expect(load).toMatchObject({ requests: 1, failures: 0, latencyMs: { max: 100 }, rowCount: 1 });
  });

  test("a transaction over its requests is none, nested ones neither", async () => {
    const message = 'rm="Number of samples in transaction : 1, number of failing samples : 0"';
    const over = (inside: string): string => sample("sample", `t="900" ts="${t0}" s="true" lb="T" ${message}`, inside);
    const load = await measured("load", results(over(http(0, 100, "A") + over(http(100, 50, "B"))), over("")));
    expect(load).toMatchObject({ requests: 2, transactionParents: 3, rowCount: 5, latencyMs: { max: 100 } });
  });

  test("without messages a plain sample with samples inside is a transaction, one without is a request", async () => {
    const bare = (ms: number, inside = ""): string => sample("sample", `t="${ms}" ts="${t0}" s="true" lb="T"`, inside);
    const load = await measured("load", results(bare(900, http(0, 100, "A")), bare(70)));
    expect(load).toMatchObject({ requests: 2, transactionParents: 1, latencyMs: { max: 100 } });
    const said = sample("sample", `t="900" ts="${t0}" s="true" lb="JDBC" rm="OK"`, http(0, 100, "A"));
    expect(await measured("load", results(said))).toMatchObject({ requests: 1, latencyMs: { max: 900 } });
  });

  test("entities, quotes, comments, CDATA and text between", async () => {
    const odd = http(0, 1, "a &lt;b&gt; &amp;#38; &#x67E5;&#35810; &quot;&apos;");
    const text = results(
      "<!-- <httpSample/> -->",
      odd.replaceAll('"', "'").replace("&quot;", '"'),
      "<![CDATA[ <httpSample> ]]>",
      "text < is not here, > is",
    ).replace("text < is", "text is");
    expect((await measured("load", text)).byLabel?.map((one) => one.label)).toEqual([`a <b> &#38; 查询 "'`]);
  });

  test("a document type and foreign entities are refused by name, nothing is expanded", async () => {
    const doctype = '<?xml version="1.0"?>\n<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n';
    const xxe = doctype + '<testResults><httpSample t="1" ts="1" s="true" lb="&x;"/></testResults>';
    expect(await refusal(xxe)).toMatchObject({ code: "xml-doctype", row: 2 });
    expect(await refusal(results(http(0, 1, "&x;")))).toMatchObject({ code: "xml-entity", row: 3 });
    expect(await refusal(results(http(0, 1, "&constructor;")))).toMatchObject({ code: "xml-entity" });
  });

  test("what is not well-formed is refused with its line", async () => {
    expect(await refusal(results(http(0, 1, "A")).replace("</testResults>", ""))).toMatchObject({ code: "xml-cut" });
    expect(await refusal(results(http(0, 1, "A")).slice(0, -30))).toMatchObject({ code: "xml-cut" });
    expect(await refusal(results("</httpSample>"))).toMatchObject({ code: "xml-broken", row: 3 });
    expect(await refusal(results('<httpSample t="1" t="2"/>'))).toMatchObject({ code: "xml-broken" });
    expect(await refusal(results("<httpSample t=1/>"))).toMatchObject({ code: "xml-broken" });
    expect(await refusal(results("<!ELEMENT a>"))).toMatchObject({ code: "xml-broken" });
    expect(await refusal(results("<a>".repeat(300)))).toMatchObject({ code: "xml-broken" });
    expect(await refusal(results(http(0, 1, "&#x110000;")))).toMatchObject({ code: "xml-broken" });
    const endless = results(`<httpSample lb="${"x".repeat(2 << 20)}`);
    expect(await refusal([fileOf(endless, "endless", 1 << 16)])).toMatchObject({ code: "xml-broken" });
  });

  test("unusable samples are rejected with their line", async () => {
    const bad = ['t="x" ts="1" s="true"', `t="1" ts="1" s="true"`, `t="1" ts="${t0}" s="maybe"`, `t="1" ts="${t0}"`];
    const load = await measured("load", results(http(0, 1, "A"), ...bad.map((one) => sample("httpSample", one))));
    expect(load.rejectedRows).toMatchObject([
      { row: 4, reason: "t “x” is not a whole number of milliseconds" },
      { row: 5, reason: "ts “1” is not a time from 2000 to 2099 in milliseconds" },
      { row: 6, reason: "s “maybe” is neither true nor false" },
      { row: 7, reason: "s is missing or is neither true nor false" },
    ]);
    expect(await refusal(results())).toMatchObject({ code: "no-usable-row" });
  });

  test("the declared encoding is used", async () => {
    const text = results(http(0, 1, "é")).replace("UTF-8", "ISO-8859-1");
    expect((await measured("load", [fileOf(Buffer.from(text, "latin1"))])).byLabel?.[0]?.label).toBe("é");
    expect(await refusal(text.replace("ISO-8859-1", "KLINGON"))).toMatchObject({ code: "unknown-encoding" });
  });

  test("where chunks end changes nothing", async () => {
    await sameInEveryChunk(
      results(http(0, 1, "查询 &amp;", true, http(0, 1, "A-0")), "<!-- x -->", http(900, 80, "B")),
    );
  });

  test.skipIf(!realFiles("load/jmeter/JMeterResults.jtl"))(
    "JMeterResults.jtl: eight requests, counted by Python beforehand",
    async () => {
      const path = realPath("load/jmeter/JMeterResults.jtl");
      const load = await measured("load", [{ name: "jtl", path, bytes: statSync(path).size }], { withinMs: 300 });
      expect(load).toMatchObject({ requests: 8, failures: 0, durationSeconds: 177.15, within: { requests: 3 } });
      expect(load.latencyMs).toMatchObject({ mean: 4142.125, p50: 549.5, max: 15902 });
      expect(load.latencyMs.p99).toBeCloseTo(15819.26, 6);
      expect(load.byLabel?.map((one) => [one.label, one.requests])).toEqual([
        ["Home", 4],
        ["Workgroup", 4],
      ]);
    },
  );
});
