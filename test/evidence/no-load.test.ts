import { describe, expect, test } from "vitest";
import { fileOf, lines, measured, refusal } from "./support.ts";

const start = 1_772_349_684_000;
const codes = (warnings: readonly { readonly code: string }[]) => warnings.map(({ code }) => code);

const header =
  "timeStamp,elapsed,label,responseCode,responseMessage,threadName,dataType,success,failureMessage,bytes,grpThreads,allThreads,Latency";
const row = (i: number, thread: string, label = "Home", code = "200"): string =>
  `${start + i * 100},${100 + Math.abs(i % 50)},${label},${code},OK,${thread},text,true,,1000,1,1,90`;
const requests = Array.from({ length: 10 }, (_, i) => row(i, `Users 1-${i}`));

describe("requests that are no load", () => {
  test.each([
    ["setUp Thread Group 1-1"],
    ["tearDown Thread Group 1-1"],
    ["setUp线程组 1-1"],
    ["10.0.0.12-setUp Thread Group 1-1"],
    ["127.0.0.1:1099-tearDown Thread Group 1-2"],
  ])("JMeter's %s is left out, and said with a count", async (thread) => {
    const alone = await measured("load", lines(header, ...requests));
    const load = await measured(
      "load",
      lines(header, row(-500, thread, "Seed"), ...requests, row(900, thread, "Clean")),
    );
    expect(load).toMatchObject({ requests: 10, from: alone.from, to: alone.to, byLabel: alone.byLabel! });
    expect(load.warnings).toEqual([
      { code: "setup-left-out", message: "2 requests of setup, warm-up and teardown are left out: they are no load" },
    ]);
  });

  test.each([["setUpload 1-1"], ["Users-setUp 1-1"], ["teardown-free 1-1"]])(
    "a thread called %s is one like others",
    async (thread) => {
      expect(await measured("load", lines(header, ...requests, row(20, thread)))).toMatchObject({
        requests: 11,
        warnings: [],
      });
    },
  );

  test("JMeter's XML too", async () => {
    const sample = (i: number, thread: string, rc = "200"): string =>
      `<httpSample t="100" ts="${start + i}" s="true" lb="a" rc="${rc}" tn="${thread}" na="1"/>`;
    const load = await measured(
      "load",
      lines(
        "<testResults>",
        sample(0, "setUp Thread Group 1-1"),
        sample(1, "Users 1-1"),
        sample(2, "", ""),
        "</testResults>",
      ),
    );
    expect(load).toMatchObject({ requests: 1 });
    expect(codes(load.warnings)).toEqual(["setup-left-out", "server-metrics-left-out"]);
  });

  const bare = "timeStamp,elapsed,label,success,threadName,allThreads";
  const sample3 = (at: number, ms: number, thread: string, label = "Home"): string =>
    `${start + at},${ms},${label},true,${thread},2`;

  test("transactions that no column tells from their requests are refused with a count and what to save", async () => {
    const rows = [
      sample3(0, 100, "U 1-1"),
      sample3(100, 50, "U 1-1"),
      sample3(0, 150, "U 1-1", "Buy"),
      sample3(0, 80, "U 1-2"),
      sample3(0, 80, "U 1-2", "Buy"),
    ];
    const problem = await refusal(lines(bare, ...rows));
    expect(problem).toMatchObject({ code: "transactions-untold", params: { rows: 2 } });
    expect(problem.message).toContain("response_message=true");
  });

  test("requests of one thread after each other, and threads of several machines under one name, are requests", async () => {
    const after = [
      sample3(0, 100, "U 1-1"),
      sample3(100, 0, "U 1-1"),
      sample3(100, 50, "U 1-1"),
      sample3(0, 500, "U 1-2"),
    ];
    expect(await measured("load", lines(bare, ...after))).toMatchObject({ requests: 4, warnings: [] });
    const mixed = [sample3(0, 100, "U 1-1"), sample3(50, 100, "U 1-1"), sample3(10, 300, "U 1-1")];
    const load = await measured("load", lines(bare, ...mixed));
    expect(load).toMatchObject({ requests: 3 });
    expect(codes(load.warnings)).toEqual(["transactions-untold"]);
  });

  test("only setup is no load", async () => {
    expect(await refusal(lines(header, row(0, "setUp Thread Group 1-1")))).toMatchObject({ code: "only-setup" });
  });

  test("PerfMon's CPU and memory are refused by name, and left out beside requests", async () => {
    const metric = (i: number): string => `${start + i * 1000},${45_000 + i},permits.example CPU,,,,,true,,0,0,0,0`;
    expect(await refusal(lines(header, metric(0), metric(1)))).toMatchObject({
      code: "server-metrics",
      params: { rows: 2 },
    });
    const load = await measured("load", lines(header, ...requests, metric(0), metric(1)));
    expect(load).toMatchObject({ requests: 10 });
    expect(load.warnings[0]?.message).toBe("2 rows of server metrics (PerfMon) are left out");
  });

  const point = (metric: string, i: number, value: number, group: string): string =>
    JSON.stringify({
      metric,
      type: "Point",
      data: { time: new Date(start + i * 1000).toISOString(), value, tags: { status: "200", name: "a", group } },
    });
  const sample = (i: number, ms: number, group: string): string[] => [
    point("http_req_duration", i, ms, group),
    point("http_req_failed", i, /^::(?:setup|teardown)(?:::|$)/.test(group) ? 1 : 0, group),
  ];

  test.each([["::setup"], ["::teardown"], ["::setup::login"]])(
    "k6's group %s is left out of its lines and its table",
    async (group) => {
      const load = await measured(
        "load",
        lines(...sample(0, 20_000, group), ...sample(20, 100, ""), ...sample(21, 110, "::pay")),
      );
      expect(load).toMatchObject({ requests: 2, failures: 0, latencyMs: { max: 110 } });
      expect(codes(load.warnings)).toEqual(["setup-left-out"]);
      const csv = [
        "metric_name,timestamp,metric_value,expected_response,group,name,status",
        `http_req_duration,${start / 1000},20000,true,${group},a,200`,
        `http_req_failed,${start / 1000},1,true,${group},a,200`,
        `http_req_duration,${start / 1000 + 21},110,true,::pay,a,200`,
        `http_req_failed,${start / 1000 + 21},0,true,::pay,a,200`,
      ];
      expect(await measured("load", lines(...csv))).toMatchObject({
        requests: 1,
        failures: 0,
        latencyMs: { max: 110 },
      });
    },
  );

  test("a group of the script that only begins so is load", async () => {
    expect(await measured("load", lines(...sample(0, 100, "::setups"), ...sample(1, 100, "")))).toMatchObject({
      requests: 2,
    });
  });
});

describe("JMeter's results saved by a spreadsheet", () => {
  test.each([
    ["TRUE", "FALSE"],
    ["WAHR", "FALSCH"],
    ["VRAI", "FAUX"],
    ["VERDADERO", "FALSO"],
    ["ИСТИНА", "ЛОЖЬ"],
    ["真", "假"],
  ])("%s and %s are true and false", async (yes, no) => {
    const rows = [yes, no, yes].map((word, i) => row(i, "Users 1-1").replace("true", word));
    expect(await measured("load", lines(header, ...rows))).toMatchObject({
      requests: 3,
      failures: 1,
      rejectedCount: 0,
    });
  });

  test("times cut to 1.77E+12 are refused with what to do", async () => {
    for (const cut of ["1.77235E+12", "1,77235E+12", "1.8E+12"]) {
      const text = lines(header, row(0, "U").replace(String(start), cut.includes(",") ? `"${cut}"` : cut));
      expect(await refusal(text)).toMatchObject({ code: "times-cut", row: 2 });
      expect((await refusal(text)).message).toContain("attach the original");
    }
  });

  const german = (time: string, elapsed: string): string =>
    `${time};${elapsed};Home;200;OK;Users 1-1;text;WAHR;;1000;1;1;90`;

  test("semicolons, sep=, dates of the country, thousands apart, a byte order mark", async () => {
    const rows = [german("01.03.2026 10:01:24", "1.120"), german("01.03.2026 10:01:25", "130")];
    const load = await measured("load", `\uFEFF${lines("sep=;", header.replaceAll(",", ";"), ...rows)}`);
    expect(load).toMatchObject({
      requests: 2,
      rejectedCount: 0,
      from: "2026-03-01T10:01:24.000Z",
      latencyMs: { max: 1120 },
    });
    expect(codes(load.warnings)).toEqual(["thousands-apart"]);
  });

  test("3/25/2026 shows the order of day and month for the file, 3/1/2026 alone does not", async () => {
    const american = (time: string): string => german(time, "130");
    const both = lines(header.replaceAll(",", ";"), american("3/1/2026 10:01:24"), american("3/25/2026 10:01:24"));
    expect(await measured("load", both)).toMatchObject({ from: "2026-03-01T10:01:24.000Z" });
    const neither = await refusal(lines(header.replaceAll(",", ";"), american("3/1/2026 10:01:24")));
    expect(neither.message).toContain("nobody can tell");
  });

  test("delimiters left out at the end are empty cells; a row cut before its threads is not one", async () => {
    const trailing = "timeStamp,elapsed,label,success,allThreads,URL,Filename";
    const whole = `${start},100,Home,true,1,http://a,f`;
    const load = await measured(
      "load",
      lines(trailing, whole, `${start + 100},120,Home,false,1`, `${start + 200},120,Home,tr`),
    );
    expect(load).toMatchObject({ requests: 2, failures: 1, rejectedCount: 1 });
  });

  test("in files handed over in small pieces as well", async () => {
    const text = lines(header, ...requests.map((line) => line.replace("true", "TRUE")));
    expect(await measured("load", [fileOf(text, "results", 7)])).toEqual(await measured("load", text));
  });
});

describe("rows that sum up others in a table of load levels", () => {
  const table = (...rows: readonly string[]): string => lines("name,users,requests,failures,throughput,mean", ...rows);
  const levels = ["low,50,18000,4,300,166", "high,100,33000,12,550,181"];

  test.each([
    ["Total,150,51000,16,850,176"],
    ["Total,,51000,16,850,176"],
    ["合计,150,51000,16,850,176"],
    ["Mean,75,25500,8,425,174"],
    [",,51000,16,850,176"],
    ["-,Total,51000,16,850,176"],
  ])("%s is left out and said", async (summary) => {
    const alone = await measured("load", table(...levels));
    const load = await measured("load", table(...levels, summary));
    expect(load).toMatchObject({ requests: 51_000, steps: alone.steps!, rejectedCount: 0 });
    expect(codes(load.warnings)).toEqual(["summary-rows"]);
  });

  test("a level that holds as many requests as those below it is a level", async () => {
    const load = await measured("load", table("a,10,6000,0,100,99", "b,20,12000,0,200,99", "c,30,18000,0,300,99"));
    expect(load.steps?.map(({ concurrency }) => concurrency)).toEqual([10, 20, 30]);
  });

  test("a row without users that sums up nothing is rejected", async () => {
    expect(await measured("load", table(...levels, ",,4711,1,80,170"))).toMatchObject({ rejectedCount: 1 });
  });
});

describe("a warm-up is told by its label, tag or group", () => {
  const left = "5 requests of setup, warm-up and teardown are left out: they are no load";
  const warm = Array.from({ length: 5 }, (_, i) => i);

  test.each(["warmup", "[Warm-up] GET /", "预热 登录", "(warm up) Home"])("JMeter's label %s", async (label) => {
    const text = lines(header, ...warm.map((i) => row(i - 500, "Users 1-1", label)), ...requests);
    const load = await measured("load", text);
    expect(load).toMatchObject({ requests: 10, warnings: [{ code: "setup-left-out", message: left }] });
  });

  test.each(["Warmups of the pool", "Swarm", "warmupload"])("a label %s is one like others", async (label) => {
    expect(await measured("load", lines(header, row(-500, "Users 1-1", label), ...requests))).toMatchObject({
      requests: 11,
    });
  });

  const point = (second: number, tags: Record<string, string>): string =>
    JSON.stringify({
      metric: "http_req_duration",
      type: "Point",
      data: {
        time: new Date(start + second * 1000).toISOString(),
        value: 100,
        tags: { expected_response: "true", method: "GET", name: "http://a/", status: "200", ...tags },
      },
    });

  test.each([[{ phase: "warmup" }], [{ stage: "Warm-up" }], [{ group: "::warmup" }], [{ kind: "预热" }]])(
    "k6's tags %j",
    async (tags) => {
      const text = lines(
        ...warm.map((i) => point(i - 60, tags)),
        ...requests.map((_, i) => point(i, { phase: "load" })),
      );
      const load = await measured("load", text);
      expect(load).toMatchObject({ requests: 10, warnings: [{ code: "setup-left-out", message: left }] });
    },
  );

  test("k6's column of further tags", async () => {
    const sample = (second: number, tags: string): string =>
      `http_req_duration,${Math.round(start / 1000) + second},100,true,GET,http://a/,200,${tags}`;
    const text = lines(
      "metric_name,timestamp,metric_value,expected_response,method,name,status,extra_tags",
      ...warm.map((i) => sample(i - 60, "step=1&phase=warmup")),
      ...requests.map((_, i) => sample(i, "phase=load&warmup=false")),
    );
    const load = await measured("load", text);
    expect(load.requests).toBe(10);
    expect(load.warnings.map(({ message }) => message)).toContain(left);
  });
});
