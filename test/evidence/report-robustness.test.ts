import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isFormatName } from "../../src/domain/evidence/format-name.ts";
import { fileOf, read } from "./support.ts";

const beat = (minute: number, status: number) =>
  `{"monitor_id":1,"name":"P","status":${status},"time":"2026-03-01 00:0${minute}:00.5"}`;

const seeds = [
  '# TYPE up gauge\nup{job="a",instance="b"} 1 1772323200000\nup{job="a",instance="b"} 0 1772323260000\nprobe_success{instance="x\\"y"} NaN 1772323260000\n',
  '{"status":"success","data":{"resultType":"matrix","result":[{"metric":{"__name__":"up","job":"a"},"values":[[1772323200,"1"],[1772323260.5,"0"],[1772323320,"NaN"]]}]}}',
  `[${[0, 1, 2, 3].map((i) => beat(i, i)).join(",")}]`,
  '{"monitorList":[{"id":1,"name":"P"}],"heartbeatList":{"1":[{"status":1,"time":"2026-03-01 00:00:00"},{"status":0,"time":"2026-03-01 00:01:00"}]}}',
  '{"uptime":99.5,"apdex":0.9,"requests":{"samples":100,"failures":2}}',
  "service,start,end,duration,kind,severity,planned,announced\nA,2026-01-01,2026-02-01,,observed,,,\nA,2026-01-03,,1 h 30 min,incident,major,no,\nA,2026-01-05,2026-01-06,,,,yes,2026-01-01\n",
  readFileSync(new URL("./samples/axe-two-pages.json", import.meta.url), "utf8"),
  '[{"lighthouseVersion":"12.6.1","finalUrl":"https://a","fetchTime":"2026-03-01T00:00:00Z","categories":{"accessibility":{"score":0.9,"auditRefs":[{"id":"x"},{"id":"y"}]}},"audits":{"x":{"score":0,"scoreDisplayMode":"binary"},"y":{"score":null,"scoreDisplayMode":"manual"}}}]',
  "page,criterion,level,result,impact,date\n/a,1.1.1,A,fail,critical,2026-03-01\n/b,1.4.3,AA,not tested,,\n",
  '{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{"name":"a","version":"1","licenses":[{"license":{"id":"MIT"}}],"components":[{"name":"b"}]}]}',
];

const formats = [
  "prometheus-text",
  "prometheus-json",
  "uptime-kuma",
  "updown-json",
  "incidents-csv",
  "axe-json",
  "lighthouse-json",
  "wcag-csv",
  "cyclonedx",
].filter(isFormatName);

test("a mutated report is measured or refused, and the figures stay numbers", async () => {
  const mutation = fc.record({
    seed: fc.constantFrom(...seeds),
    at: fc.nat(),
    cut: fc.nat(20),
    insert: fc.oneof(
      fc.string({ unit: "binary", maxLength: 6 }),
      fc.constantFrom("null", "-1", "1e999", "[]", "{}", '"', "9".repeat(30)),
    ),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 2 }), async (mutations) => {
      const files = mutations.map(({ seed, at, cut, insert }, i) => {
        const from = at % (seed.length + 1);
        return fileOf(seed.slice(0, from) + insert + seed.slice(from + cut), `file ${i}`, 17);
      });
      const outcome = await read(files);
      if (outcome.kind === "refused") expect(outcome.problems[0]?.message).toBeTruthy();
      // JSON has no NaN and no infinity: they would come back as null.
      else expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome);
    }),
    { numRuns: 500 },
  );
}, 60_000);

test("any JSON forced into a format is measured or refused", async () => {
  const value = fc.jsonValue({ maxDepth: 4 });
  const names = ["status", "data", "uptime", "components", "heartbeatList", "violations", "url", "categories", "1"];
  const object = fc.dictionary(fc.constantFrom(...names), value);
  await fc.assert(
    fc.asyncProperty(fc.oneof(value, object), fc.constantFrom(...formats), async (content, as) => {
      const outcome = await read(JSON.stringify(content), { as });
      if (outcome.kind === "refused") expect(outcome.problems[0]?.message).toBeTruthy();
      else expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome);
    }),
    { numRuns: 600 },
  );
}, 60_000);

test("noise forced into a format is refused", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.constantFrom(...formats), async (bytes, as) => {
      expect((await read([fileOf(bytes)], { as })).kind).toBe("refused");
    }),
    { numRuns: 300 },
  );
});

test("long lines of anything are read in linear time", async () => {
  const starts = [
    "up{",
    'up{job="',
    "# HELP up ",
    '{"status":"success","data":{"resultType":"',
    "up 1 ",
    '{"testEngine":{"',
    "<bom ",
  ];
  const patterns = [" ", "\n", 'a="b",', "a=", '\\"', "{", "[", '{"a":', "up{", '"status":', "1"];
  for (const start of starts) {
    for (const pattern of patterns) {
      const filler = pattern.repeat(Math.floor(200_000 / pattern.length));
      expect((await read(start + filler)).kind).toBe("refused");
    }
  }
}, 60_000);
