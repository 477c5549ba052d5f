import { describe, expect, test } from "vitest";
import type { FormatName } from "../../src/domain/evidence/format-name.ts";
import { gatlingScript, gatlingTree, jmeterStatistics, printed, written } from "./load-samples.ts";
import { fileOf, lines, measured, read, refusal } from "./support.ts";

const codes = (warnings: readonly { readonly code: string }[]) => warnings.map(({ code }) => code);

/** requests, failures, seconds, latencies, concurrency of its level: worked out by hand from the sample. */
const rightly: readonly (readonly [FormatName, string, object])[] = [
  [
    "wrk",
    printed.wrk,
    {
      requests: 338_940,
      failures: 40,
      durationSeconds: 60,
      latencyMs: { mean: 0.87, p50: 0.61, p90: 1.3, p99: 4.9, max: 21.4 },
    },
  ],
  // 2 connections refused, 3 broken off, and the larger of 25 of another length and 26 of another status.
  [
    "ab-text",
    printed["ab-text"],
    {
      requests: 4002,
      failures: 31,
      durationSeconds: 80,
      latencyMs: { mean: 396, p50: 381, p90: 470, p95: 520, p99: 760, max: 1212 },
    },
  ],
  [
    "hey-text",
    printed["hey-text"],
    {
      requests: 4005,
      failures: 25,
      durationSeconds: 20,
      latencyMs: { mean: 48, p50: 41, p90: 80, p95: 100, p99: 300, max: 900 },
    },
  ],
  [
    "oha",
    printed.oha,
    {
      requests: 3000,
      failures: 10,
      durationSeconds: 30.0015,
      latencyMs: { mean: 4.2, p50: 3.9, p90: 6.1, p95: 7.5, p99: 20.25, max: 90.5 },
    },
  ],
  [
    "oha",
    written.oha,
    {
      requests: 3000,
      failures: 10,
      durationSeconds: 20,
      latencyMs: { mean: 12.5, p50: 10, p90: 20, p95: 30, p99: 200, max: 500 },
    },
  ],
  [
    "vegeta-text",
    printed["vegeta-text"],
    {
      requests: 6000,
      failures: 60,
      durationSeconds: 60.05,
      latencyMs: { mean: 12.5, p50: 11, p90: 20, p95: 25, p99: 90.25, max: 1500 },
    },
  ],
  [
    "bombardier",
    printed.bombardier,
    {
      requests: 60_000,
      failures: 20,
      durationSeconds: 60,
      latencyMs: { mean: 29.5, p50: 28, p90: 35, p95: 40, p99: 80, max: 402 },
    },
  ],
  [
    "bombardier",
    written.bombardier,
    {
      requests: 6000,
      failures: 80,
      durationSeconds: 60.25,
      latencyMs: { mean: 490.5, p50: 480, p90: 700, p99: 1500, max: 2000 },
    },
  ],
  ["siege", printed.siege, { requests: 6030, failures: 40, durationSeconds: 120, latencyMs: { mean: 400, max: 3100 } }],
  [
    "siege",
    written.siege,
    { requests: 1005, failures: 15, durationSeconds: 50, latencyMs: { mean: 412.5, max: 3100.5 } },
  ],
  [
    "h2load",
    printed.h2load,
    { requests: 6000, failures: 20, durationSeconds: 62.5, latencyMs: { mean: 101.5, max: 1950 } },
  ],
  [
    "ghz",
    printed.ghz,
    {
      requests: 1000,
      failures: 10,
      durationSeconds: 10,
      latencyMs: { mean: 49.1, p50: 45, p90: 80, p95: 99, p99: 150, max: 200.5 },
    },
  ],
  [
    "ghz",
    written.ghz,
    { requests: 2000, failures: 20, durationSeconds: 80, latencyMs: { mean: 390, p50: 380, p95: 600, max: 900 } },
  ],
  [
    "plow",
    printed.plow,
    {
      requests: 60_000,
      failures: 100,
      durationSeconds: 60,
      latencyMs: { mean: 19.5, p50: 18, p90: 25, p95: 30, p99: 95, max: 839 },
    },
  ],
  [
    "fortio-json",
    written["fortio-json"],
    {
      requests: 6000,
      failures: 30,
      durationSeconds: 60,
      from: "2026-03-01T02:00:00.895Z",
      latencyMs: { mean: 75, p50: 70, p90: 100, p99: 400, max: 900 },
    },
  ],
  [
    "k6-text",
    printed["k6-text"],
    {
      requests: 1200,
      failures: 18,
      durationSeconds: 60,
      latencyMs: { mean: 34.8, p50: 20.97, p90: 61.5, p95: 80, max: 1920 },
    },
  ],
  [
    "gatling-stats",
    printed["gatling-stats"],
    {
      requests: 4000,
      failures: 40,
      durationSeconds: 60,
      latencyMs: { mean: 42, p50: 30, p95: 120, p99: 300, max: 1954 },
    },
  ],
  [
    "gatling-stats",
    written["gatling-stats"],
    {
      requests: 21_000,
      failures: 210,
      durationSeconds: 70,
      latencyMs: { mean: 87, p50: 70, p95: 200, p99: 500, max: 1600 },
    },
  ],
  [
    "jmeter-console",
    printed["jmeter-console"],
    { requests: 9000, failures: 45, durationSeconds: 300, latencyMs: { mean: 120, max: 1900 } },
  ],
  [
    "jmeter-statistics",
    written["jmeter-statistics"],
    {
      requests: 4000,
      failures: 30,
      durationSeconds: 100,
      latencyMs: { mean: 120.5, p50: 100, p90: 200, p95: 300, p99: 800, max: 2100 },
    },
  ],
  [
    "jmeter-aggregate",
    written["jmeter-aggregate"],
    {
      requests: 4000,
      failures: 61,
      durationSeconds: 100,
      latencyMs: { mean: 195, p50: 180, p90: 280, p95: 340, p99: 480, max: 1900 },
    },
  ],
  [
    "artillery-json",
    written["artillery-json"],
    {
      requests: 300,
      failures: 20,
      durationSeconds: 28,
      latencyMs: { mean: 42.5, p50: 30, p90: 70, p95: 99, p99: 400, max: 900 },
    },
  ],
];

describe("what a tool sums up is read as totals", () => {
  test.each(rightly)("%s", async (as, text, figures) => {
    const outcome = await read(text);
    expect(outcome).toMatchObject({
      kind: "measured",
      reader: { format: as },
      measurement: { ...figures, rowCount: expect.any(Number) as number, rejectedCount: 0 },
    });
    const load = await measured("load", text);
    expect(
      codes(load.warnings).filter((code) =>
        ["rate-disagrees", "totals-disagree", "percentiles-disagree", "littles-law"].includes(code),
      ),
    ).toEqual([]);
    if (as !== "artillery-json") expect(load).not.toHaveProperty("slices");
  });

  test.each([
    ["ab-text", printed["ab-text"], 20],
    ["bombardier", printed.bombardier, 30],
    ["bombardier", written.bombardier, 50],
    ["siege", printed.siege, 25],
    ["ghz", written.ghz, 10],
    ["plow", printed.plow, 20],
    ["fortio-json", written["fortio-json"], 8],
  ] as const)("%s says how many were at work: a level without slices", async (_as, text, concurrency) => {
    const { steps } = await measured("load", text);
    expect(steps).toMatchObject([{ concurrency, slices: [] }]);
  });

  test.each(["hey-text", "oha", "vegeta-text", "h2load", "k6-text", "gatling-stats", "jmeter-console"] as const)(
    "%s does not say how many were at work: no level",
    async (as) => {
      expect(await measured("load", printed[as])).not.toHaveProperty("steps");
    },
  );
});

const time = (line: number): string =>
  `2026-03-01T10:00:${String(line % 60).padStart(2, "0")}.${String(1_234_567 + line)}Z`;
const pipelines: readonly (readonly [string, (line: string, i: number) => string])[] = [
  ["GitHub Actions", (line, i) => `${time(i)} ${line}`],
  ["gh run view --log", (line, i) => `load test\tRun k6 & co.\t${time(i)} ${line}`],
  ["GitLab", (line, i) => `${time(i)} 0${i % 2}${i % 3 === 0 ? "E" : "O"} ${line}`],
  ["Jenkins", (line, i) => `[2026-03-01T10:00:${String(i % 60).padStart(2, "0")}.123Z] [load] ${line}`],
  ["docker compose", (line) => `wrk-1  | ${line}`],
  ["an e-mail", (line) => `> ${line}`],
  ["a document", (line) => `    ${line}`],
  ["a terminal", (line) => `\u001b[32m${line}\u001b[0m\r`],
];

describe.each(pipelines)("out of the log of %s", (_name, before) => {
  test.each(Object.entries(printed))("%s reads the same", async (_as, text) => {
    const noise = ["npm warn deprecated a@1", "step 1 of 2: 100 % done", "##[group]Run the test", ""];
    const logged = [...noise, ...text.split("\n"), ...noise.slice(0, 3)].map(before).join("\n");
    const { rowCount, ...alone } = await measured("load", text);
    expect(await measured("load", logged)).toEqual({ ...alone, rowCount });
  });
});

test("a progress bar that wrote over its line leaves what it wrote last", async () => {
  const drawn = printed.bombardier.replace("[====", "\r 10 %\r 50 %\r[====");
  expect(await measured("load", drawn)).toEqual(await measured("load", printed.bombardier));
});

test("another container's lines between those of the tool are not its own", async () => {
  const mixed = printed["ab-text"]
    .split("\n")
    .flatMap((line, i) => [`ab-1  | ${line}`, ...(i % 3 === 0 ? ["web-1  | Failed requests:        9999"] : [])])
    .join("\n");
  expect(await measured("load", mixed)).toEqual(await measured("load", printed["ab-text"]));
});

test("several runs at other concurrencies in one text are a load curve, and a cut one is rejected by its line", async () => {
  const more = printed["ab-text"]
    .replace("Level:      20", "Level:      40")
    .replace("80.000 seconds", "100.000 seconds");
  const cut = lines(...printed["ab-text"].split("\n").slice(0, 5));
  const load = await measured("load", lines("$ ./curve.sh", printed["ab-text"], more, cut));
  expect(load.steps?.map(({ concurrency, seconds }) => [concurrency, seconds])).toEqual([
    [20, 80],
    [40, 100],
  ]);
  expect(load).toMatchObject({ requests: 8004, rowCount: 3, rejectedCount: 1 });
  expect(codes(load.warnings)).toContain("runs-in-sequence");
});

test("requests cut off by the end of the run are neither answered nor failed", async () => {
  expect(codes((await measured("load", written.oha)).warnings)).toContain("cut-at-end");
});

test("ab: answers of another length than the first are said, for a page may vary", async () => {
  const varied = printed["ab-text"].replace("Length: 25", "Length: 2500");
  const load = await measured("load", varied);
  expect(load.failures).toBe(2505);
  expect(codes(load.warnings)).toContain("length-differs");
});

test("h2load with percentiles, as newer versions print it, and a warm-up that the rate leaves out", async () => {
  const newer = printed.h2load
    .replace("finished in 62.50s", "finished in 82.50s")
    .replace(
      / +min +max +mean.*/,
      "                 min       max    median       p95       p99      mean        sd    +/- sd",
    )
    .replace(
      /time for request:.*/,
      "request     :  20ms      2.5s     90ms     300ms     900ms    101ms     40ms    79.00%",
    );
  const load = await measured("load", newer);
  expect(load).toMatchObject({
    durationSeconds: 62.5,
    latencyMs: { mean: 101, p50: 90, p95: 300, p99: 900, max: 2500 },
  });
});

test("Fortio at a rate has no level; Nighthawk states percentiles as shares", async () => {
  const held = written["fortio-json"].replace('"max"', '"100"');
  expect(await measured("load", held)).not.toHaveProperty("steps");
  const shares = held.replaceAll(/"Percentile":([\d.]+)/g, (_, p: string) => `"Percentile":${Number(p) / 100}`);
  expect((await measured("load", shares)).latencyMs).toEqual((await measured("load", held)).latencyMs);
});

describe("Gatling's report", () => {
  test("js/stats.json and js/stats.js: requests by their groups and names, which are all requests", async () => {
    const json = await measured("load", JSON.stringify(gatlingTree));
    expect(json.byLabel?.map(({ label, requests, failures }) => [label, requests, failures])).toEqual([
      ["Home", 7000, 110],
      ["Pay / Card", 14_000, 100],
    ]);
    expect(await measured("load", gatlingScript)).toEqual(json);
    expect(await refusal(gatlingScript.slice(0, 900))).toMatchObject({ code: "broken-json" });
  });

  test("before 3.11 it prints the counts in brackets", async () => {
    const old = lines(
      "---- Global Information --------------------------------------------------------",
      "> request count                                       1000 (OK=995    KO=5     )",
      "> min response time                                    499 (OK=499    KO=-     )",
      "> max response time                                  45319 (OK=45319  KO=-     )",
      "> mean response time                                 18671 (OK=18671  KO=-     )",
      "> response time 95th percentile                      34082 (OK=34082  KO=-     )",
      "> mean requests/sec                                     20 (OK=20     KO=-     )",
    );
    expect(await measured("load", old)).toMatchObject({
      requests: 1000,
      failures: 5,
      durationSeconds: 50,
      latencyMs: { mean: 18_671, p95: 34_082, max: 45_319 },
    });
  });
});

describe("JMeter's sums", () => {
  test("labels that hold more than the total are transactions over their requests: said, and no figures by label", async () => {
    const text = jmeterStatistics(["Login", 1000, 10, 10], ["All of it", 1000, 10, 10], ["Total", 1000, 10, 10]);
    const load = await measured("load", text);
    expect(load).toMatchObject({ requests: 1000, failures: 10 });
    expect(load).not.toHaveProperty("byLabel");
    expect(codes(load.warnings)).toContain("transactions-among-labels");
  });

  test("more than 256 labels are no figures by label", async () => {
    const many = Array.from({ length: 257 }, (_, i) => [`Page ${i}`, 10, 0, 1] as const);
    const load = await measured("load", jmeterStatistics(...many, ["Total", 2570, 0, 257]));
    expect(load).toMatchObject({ requests: 2570 });
    expect(load).not.toHaveProperty("byLabel");
    expect(codes(load.warnings)).toContain("too-many-labels");
  });

  test("the console counts a run once, and a second run of a log beside it", async () => {
    const again = printed["jmeter-console"].replaceAll("9000", "6000").replaceAll("00:05:00", "00:03:20");
    const logged = printed["jmeter-console"].replaceAll(
      "summary =",
      "2026-03-01 10:05:00,123 INFO o.a.j.r.Summariser: summary =",
    );
    const load = await measured("load", lines(printed["jmeter-console"], again));
    expect(load).toMatchObject({ requests: 15_000, durationSeconds: 500, rowCount: 2 });
    expect(await measured("load", lines(printed["jmeter-console"], logged))).toMatchObject({
      requests: 9000,
      rowCount: 1,
    });
  });

  test("an aggregate report in Chinese, and one whose row of totals has no name", async () => {
    const chinese = lines(
      "标签,# 样本,平均值,中位数,90% 百分位,95% 百分位,99% 百分位,最小值,最大值,异常 %,吞吐量,接收 KB/sec,发送 KB/sec",
      ...written["jmeter-aggregate"]
        .trimEnd()
        .split("\n")
        .slice(1)
        .map((row) => row.replace("TOTAL", "总体")),
    );
    const english = await measured("load", written["jmeter-aggregate"]);
    expect(await measured("load", chinese)).toEqual(english);
    expect(
      await measured("load", written["jmeter-aggregate"].replace("TOTAL", "").replace("1.52%", "1.525%")),
    ).toMatchObject({
      requests: 4000,
    });
    expect(english.byLabel?.map(({ label }) => label)).toEqual(["Login", "Search"]);
    const untotalled = lines(...written["jmeter-aggregate"].trimEnd().split("\n").slice(0, 3));
    expect(codes((await measured("load", untotalled)).warnings)).toEqual(["no-total-row"]);
  });
});

describe("Artillery", () => {
  test("periods that hold every request are slices, an empty one between them too", async () => {
    const { slices } = await measured("load", written["artillery-json"]);
    expect(slices).toEqual([
      { seconds: 10, requests: 100, failures: 1 },
      { seconds: 10, requests: 0, failures: 0 },
      { seconds: 10, requests: 200, failures: 19 },
    ]);
  });

  test.each([
    ["that do not", '"http.codes.404":8,"errors', '"http.codes.404":7,"errors'],
    ["that are not 10 s apart", "1772323220000", "1772323215000"],
  ])("periods %s are none: the totals stay without a bound", async (_name, from, to) => {
    expect(await measured("load", written["artillery-json"].replace(from, to))).not.toHaveProperty("slices");
  });
});

test.each(Object.entries(printed))("%s that was cut off is refused with the line", async (as, text) => {
  const opening = text
    .split("\n")
    .findIndex((line) =>
      /Running|Concurrency|Summary|Requests  |Bombarding|Transactions|finished|Benchm|execution|Global|summary =/.test(
        line,
      ),
    );
  const cut = text
    .split("\n")
    .slice(0, opening + 1)
    .join("\n");
  expect(await read([fileOf(cut)], { as: as as FormatName })).toMatchObject({
    kind: as === "jmeter-console" ? "measured" : "refused",
  });
});

test("long lines and many openings of anything are read in linear time", async () => {
  const openings = Object.entries(printed).map(([as, text]) => {
    const line = text.split("\n").find((one) => one.trim() !== "") ?? "";
    return [as as FormatName, text, line] as const;
  });
  for (const [as, text, line] of openings) {
    for (const pattern of [" ", "\n", "1", " 1", "\u001b[", "\r", ".", `${line}\n`, "Summary:\n", "(", "50% in "]) {
      const filler = pattern.repeat(Math.floor(300_000 / pattern.length));
      for (const given of [filler, text + filler, `${line}\n${filler}`])
        expect(["measured", "refused"]).toContain((await read([fileOf(given)], { as })).kind);
    }
  }
}, 120_000);
