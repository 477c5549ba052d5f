import { describe, expect, test } from "vitest";
import { kindsOfTool } from "../../../src/evidence/tools/tool.ts";
import { toolsOfToday } from "../../../src/evidence/tools-of-today.ts";
import { lines, measured, read, refusal } from "../support.ts";

test.each([
  [
    "问卷星",
    "survey-answers",
    lines("题目\\选项,非常不同意,一般,非常同意,平均分", "我愿意经常使用本系统,1(5%),3(15%),4(20%),3.7"),
  ],
  ["腾讯问卷", "survey-answers", '{"code":"OK","data":{"list":[{"answer_id":1,"answer":[]}]}}'],
  ["金数据", "survey-answers", '{"form":"abc","form_name":"满意度","entry":{"serial_number":1,"field_1":"5"}}'],
  ["飞书", "survey-answers", '{"code":0,"data":{"items":[{"fields":{"评分":5},"record_id":"rec1"}]}}'],
  ["SurveyMonkey", "survey-answers", '{"data":[{"id":"1","response_status":"completed","pages":[]}]}'],
  ["Typeform", "survey-answers", '{"items":[{"landing_id":"a","response_id":"a","answers":[]}]}'],
  ["Qualtrics", "survey-answers", '{"responses":[{"responseId":"R_1","values":{"QID1":5}}]}'],
  ["Google Forms", "survey-answers", '{"responses":[{"responseId":"a","answers":{"b":{"textAnswers":{}}}}]}'],
  ["LimeSurvey", "survey-answers", "<document><LimeSurveyDocType>Survey</LimeSurveyDocType></document>"],
  [
    "Microsoft Forms",
    "survey-answers",
    '{"value":[{"id":1,"responder":"anonymous","submitDate":"2026-03-01","answers":"[]"}]}',
  ],
  [
    "Jotform",
    "survey-answers",
    '{"responseCode":200,"content":[{"id":"1","form_id":"2","answers":{"3":{"answer":"5"}}}]}',
  ],
  ["Tally", "survey-answers", '{"data":{"responseId":"a","respondentId":"b","formId":"c","fields":[]}}'],
  ["Maze", "usability-study", lines("Mission,Direct Success,Indirect Success,Misclick rate", "Renew,12,3,20%")],
  [
    "Optimal Workshop",
    "usability-study",
    lines("Task,Direct success,Indirect success,Direct failure,Skip", "Find the form,10,4,2,1"),
  ],
  ["UserTesting", "usability-study", lines("Session,Contributor,Link", "1,amy,https://app.usertesting.com/v/1")],
  ["Lookback", "usability-study", lines("Session,Length,Link", "1,12:30,https://app.lookback.io/p/1")],
  ["Lyssna (UsabilityHub)", "usability-study", lines("Test,Link", "First click,https://app.lyssna.com/do/1")],
  ["Cachet", "monitor-times", '{"data":[{"id":1,"name":"Portal down","status":4,"human_status":"Fixed"}]}'],
  ["监控宝 / 听云 / 云监控", "monitor-times", lines("监控项目,可用率,平均响应时间", "首页,99.9%,120")],
  ["听云", "monitor-times", '{"data":{"tasks":[{"taskName":"首页","availability":99.9}]},"source":"tingyun"}'],
  ["云监控 (阿里云)", "monitor-times", '{"RequestId":"a","Datapoints":"[{\\"Availability\\":100}]"}'],
  [
    "Site24x7 / Freshping / StatusCake",
    "monitor-times",
    lines("Monitor Name,Availability %,Downtime,Outages", "P,99.95,0 Hrs 20 Mins,2"),
  ],
  ["Datadog", "monitor-times", '{"results":[{"result_id":"1","check_time":1772352000000,"probe_dc":"aws:eu"}]}'],
  ["New Relic", "monitor-times", '{"results":[{"events":[]}],"metadata":{"eventType":"SyntheticCheck"}}'],
  ["Dynatrace", "monitor-times", '{"result":[{"metricId":"builtin:synthetic.browser.availability","data":[]}]}'],
  ["Elastic", "monitor-times", '{"hits":{"hits":[{"_source":{"monitor":{"status":"up"}}}]}}'],
  ["PRTG", "monitor-times", lines("Date Time,Date Time(RAW),Loading time", "01.03.2026 08:00:00,46082.3,120 msec")],
  ["HetrixTools", "monitor-times", '{"monitors":[{"name":"P","uptime":"99.99","uptime_status":"up"}]}'],
  [
    "axe DevTools",
    "wcag-findings",
    lines("Rule ID,Impact,Description,Help URL,Page URL,Selector", "a,serious,b,https://a,https://b,.a"),
  ],
  ["Pa11y", "wcag-findings", '"type","code","message","context","selector"\n"error","WCAG2AA.P","c","<a>","a"\n'],
  ["Siteimprove", "wcag-findings", lines("Issue,Conformance,Difficulty,Occurrences,Pages", "No text,A,Easy,3,2")],
  ["ARC (TPGi)", "wcag-findings", lines("Page URL,Issue,Engine,WCAG SC,Severity", "https://a,contrast,ARC,1.4.3,High")],
  ["Tenon", "wcag-findings", '{"status":200,"resultSet":[{"bpID":1,"tID":2,"certainty":100}]}'],
  ["sitespeed.io", "page-speed", '{"info":{"browsertime":{"version":"17"}},"statistics":{}}'],
  ["Playwright", "test-run", '{"config":{"configFile":"a","rootDir":"b"},"suites":[]}'],
  [
    "incident.io",
    "monitor-spans",
    '{"incidents":[{"id":"x","component_impacts":[{"start_at":"2026-03-05T10:00:00Z"}]}]}',
  ],
  ["StatusCake", "monitor-spans", '{"data":[{"status":"down","created_at":"2026-03-05","ended_at":"2026-03-06"}]}'],
  ["Atlassian Statuspage", "monitor-spans", '{"components":[],"months":[{"name":"March","incidents":[{"code":"x"}]}]}'],
  [
    "RSS / Atom",
    "monitor-spans",
    '<?xml version="1.0"?>\n<feed xmlns="a"><title>City Status - Incident History</title></feed>',
  ],
  ["UptimeRobot", "monitor-times", '{"data":[{"id":1,"friendlyName":"P","currentStateDuration":3}],"nextLink":null}'],
  ["WAVE", "wcag-findings", '{"status":{},"statistics":{"allitemcount":9},"categories":{"error":{"count":3}}}'],
  ["IBM Equal Access", "wcag-findings", '{"results":[{"ruleId":"x","value":["VIOLATION","FAIL"]}]}'],
  ["Unlighthouse", "wcag-findings", '[{"path":"/","score":0.9,"accessibility":0.87,"best-practices":1}]'],
  [
    "Unlighthouse",
    "wcag-findings",
    '{"summary":{},"routes":[{"path":"/","categories":{"accessibility":{"score":1}}}]}',
  ],
  ["Lighthouse CI", "wcag-findings", '[{"name":"minScore","operator":">=","passed":false,"auditId":"accessibility"}]'],
  ["axe-core", "wcag-findings", '[{"id":"color-contrast","impact":"serious","helpUrl":"u","nodes":[]}]'],
  ["WCAG-EM Report Tool", "wcag-findings", '{"@type":"Evaluation","defineScope":{},"auditSample":[]}'],
  ["Asqatasun", "wcag-findings", '{"id":1,"auditType":"PAGE","webpages":[]}'],
  ["SPSS", "statistics-file", "$FL2@(#) SPSS DATA FILE\0\0\0\x02"],
])("%s is named, with what all of its kind lack", async (tool, kind, text) => {
  const problem = await refusal(text);
  expect(problem).toMatchObject({ code: `tool-of-${kind}`, params: { tool } });
  expect(problem.message).toContain(kindsOfTool[kind as keyof typeof kindsOfTool]);
});

test.each([
  [
    "PTS (阿里云性能测试)",
    lines("场景名称,API名称,请求数,平均RT(ms),成功率(业务),TPS", "登录,登录,1000,120,99.9%,100"),
  ],
  ["CodeArts PerfTest (华为云)", lines("事务名称,最大TPS,平均TPS,平均响应时间(ms),成功率", "a,10,9,12,100")],
  ["BlazeMeter", '{"api_version":4,"result":[{"labelName":"ALL","samples":100,"avgResponseTime":12}]}'],
  [
    "Grafana Cloud k6",
    lines("name,method,status,scenario,count,min,avg,stddev,p95,p99,max", "http://a,GET,200,d,100,1,12,3,20,30,50"),
  ],
  ["Azure Load Testing", '{"testRunId":"a","testRunStatistics":{"Total":{"transaction":"Total","sampleCount":10}}}'],
  ["Azure Load Testing", "<!DOCTYPE html><html><head><title>Azure Load Testing results</title></head>"],
  ["LoadRunner", lines("Scenario Elapsed Time,Transaction Response Time,Transaction Name", "00:01,1.2,Login")],
  ["NeoLoad", '{"id":"x","status":"TERMINATED","terminationReason":"POLICY","lgCount":1}'],
  ["Tsung", "# stats: dump at 1772352000\nstats: users 10 10\n"],
  ["Goose", '{"raw_metrics":{"users":10},"raw_requests":[]}'],
  ["Ddosify / Anteon", "RESULT\n-----\nSuccess Count:    100   (100%)\nDurations (Avg):\n"],
  ["NBomber", lines("test_suite,test_name,scenario,duration,step_name", "a,b,c,00:01:00,d")],
  ["NBomber", lines("test info", "scenario: hello", "  - ok count: 990", "  - fail count: 10")],
  ["Hyperfoil", '{"$schema":"http://hyperfoil.io/run-schema/v3.0","info":{},"phases":[]}'],
  ["wrk", '{"requests":1000,"duration_in_microseconds":60000000,"latency_distribution":[]}'],
  ["loadtest (npm)", lines("Target URL:   http://a/", "Completed requests:  100", "Effective rps:  66")],
  ["k6 browser", lines("  █ TOTAL RESULTS", "    browser_http_req_duration...: avg=120ms")],
  ["OctoPerf", lines("Name,Avg response time,Hit count,Hit rate,Error %", "a,12,100,10,0")],
  ["Distributed Load Testing on AWS", '{"results":{"total":{"avg_rt":"0.1","concurrency":10}}}'],
])("%s is named as a load tool", async (tool, text) => {
  expect(await refusal(text)).toMatchObject({ code: expect.stringMatching(/^load-tool-/) as string, params: { tool } });
});

test.each([
  [
    "New Relic's checks",
    lines("timestamp,monitorName,result,duration", "1772352000000,P,SUCCESS,120", "1772352060000,P,FAILED,120"),
    60,
  ],
  [
    "监控宝's outages",
    lines("项目名称,故障开始时间,故障结束时间,持续时间", "首页,2026-03-01 08:00:00,2026-03-01 08:05:00,5分钟"),
    300,
  ],
  [
    "Freshping's downtimes",
    lines("Check Name,Start Time,End Time,Duration", "P,2026-03-01 08:00:00,2026-03-01 08:05:00,5m"),
    300,
  ],
])("%s are read", async (_, text, downSeconds) => {
  const stated = { from: "2026-03-01T00:00:00Z", to: "2026-03-02T00:00:00Z" };
  const mapping = { format: "incidents-csv", columns: {}, conditions: {}, rows: {}, stated } as const;
  const known = (await read(text)).kind === "measured";
  expect((await measured("availability", text, known ? {} : { mapping })).services).toMatchObject([{ downSeconds }]);
});

test.each([
  lines("name,count,total", "a,1,2", "b,3,4"),
  '{"a":1,"items":[2,3]}',
  lines("monitor,uptime (days),note", "P,12,none"),
  "<html><head><title>Minutes of a meeting</title>",
])("what is nobody's tool is not called one: %#", async (text) => {
  const outcome = await read(text);
  expect(outcome.kind === "refused" && outcome.problems[0]?.code).not.toMatch(/^tool-of-/);
});

test("every tool has a kind and something to be known by", () => {
  for (const { kind, marks = [], headings = [] } of toolsOfToday) {
    expect(kindsOfTool[kind]).not.toBe("");
    expect(marks.length + headings.length).toBeGreaterThan(0);
  }
});

describe("what tools print and count", () => {
  const bombardier = (percentiles: object): string =>
    JSON.stringify({
      spec: { numberOfConnections: 2, url: "http://a" },
      result: {
        timeTakenSeconds: 60,
        ...{ req1xx: 0, req2xx: 100, req3xx: 0, req4xx: 0, req5xx: 0, others: 0 },
        latency: { mean: 1000, max: 9000, percentiles },
      },
    });

  test("bombardier's 95th percentile", async () => {
    expect(await measured("load", bombardier({ 50: 900, 95: 4000, 99: 8000 }))).toMatchObject({
      latencyMs: { p50: 0.9, p95: 4, p99: 8 },
    });
  });

  test("siege 4.1.7 sets hits apart and counts milliseconds", async () => {
    const text = lines(
      "Transactions:          5000    hits",
      "Availability:            99.80 %",
      "Elapsed time:            60.20 secs",
      "Response time:          120.00 ms",
      "Concurrency:              9.97",
      "Successful transactions: 4990",
      "Failed transactions:       10",
      "Longest transaction:   1200.00 ms",
    );
    expect(await measured("load", text)).toMatchObject({
      requests: 5010,
      failures: 20,
      latencyMs: { mean: 120, max: 1200 },
    });
  });

  test("hey that had no answer has no times", async () => {
    const text = lines(
      "Summary:",
      "  Total:\t20.0037 secs",
      "  Slowest:\t0.0000 secs",
      "  Average:\tNaN secs",
      "  Requests/sec:\t4.9991",
      "Status code distribution:",
      "Error distribution:",
      '  [100]\tGet "http://x/": context deadline exceeded',
    );
    expect(await measured("load", text)).toMatchObject({ requests: 100, failures: 100, latencyMs: {} });
  });

  test("ab that broke off", async () => {
    const text = lines(
      "This is ApacheBench, Version 2.3 <$Revision: 1 $>",
      "Benchmarking a (be patient)",
      "Total of 4321 requests completed",
    );
    expect(await refusal(text)).toMatchObject({
      code: "no-usable-row",
      message: expect.stringContaining("cut off") as string,
    });
  });

  test("a pod's log has stdout before each line", async () => {
    const run = [
      "Running 1m test @ http://a/",
      "  2 threads and 4 connections",
      "    Latency     0.87ms    0.40ms  12.30ms   90.11%",
      "  1000 requests in 1.00m, 45.10MB read",
      "Requests/sec:   16.67",
    ];
    const text = lines(
      ...run.map((line, i) => `2026-03-01T10:00:0${i}.123456789Z std${i === 3 ? "err" : "out"} F ${line}`),
    );
    expect(await measured("load", text)).toMatchObject({ requests: 1000, durationSeconds: 60 });
  });

  test.each(["plugins.expect.failed", "errors.Failed capture or match"])("Artillery's %s is said", async (name) => {
    const counters = { "http.requests": 70, "http.responses": 70, "http.codes.200": 70, [name]: 3 };
    const text = JSON.stringify({
      aggregate: { counters, firstMetricAt: 1772359200000, lastMetricAt: 1772359260000, summaries: {} },
      intermediate: [],
    });
    const { failures, warnings } = await measured("load", text);
    expect(failures).toBe(0);
    expect(warnings.map(({ code }) => code)).toContain("checks-failed");
  });

  test("Grafana's download for Excel names the delimiter first", async () => {
    const rows = Array.from({ length: 10 }, (_, i) => `2026-03-01 00:0${i}:00,${i === 4 ? 0 : 1}`);
    const text = lines("sep=,", 'Time,"probe_success{instance=""https://a""}"', ...rows);
    expect((await measured("availability", text)).services).toMatchObject([
      { service: "https://a", availability: 0.9 },
    ]);
  });
});
