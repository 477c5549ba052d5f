import type { Mapping } from "../../src/domain/evidence/mapping.ts";
import type { FormatName } from "../../src/domain/evidence/format-name.ts";
import { layouts } from "../../src/evidence/layouts.ts";
import { printed, written } from "./load-samples.ts";
import { lines } from "./support.ts";

const start = 1_772_323_200_000; // 2026-03-01T00:00:00Z
const second = start / 1000;
const iso = (seconds: number): string => new Date(start + seconds * 1000).toISOString();
const repeated = (count: number, row: (i: number) => string): string[] =>
  Array.from({ length: count }, (_, i) => row(i));

const k6Point = (metric: string, i: number, value: number, tags: object = {}): string =>
  JSON.stringify({ metric, type: "Point", data: { time: iso(i), value, tags: { status: "200", name: "a", ...tags } } });

const ldjson = (i: number): string =>
  JSON.stringify({
    stats: [
      {
        name: "/a",
        method: "GET",
        num_requests: 3,
        num_failures: 1,
        num_none_requests: 0,
        total_response_time: 120,
        max_response_time: 80,
        num_reqs_per_sec: { [second + i]: 3 },
        num_fail_per_sec: { [second + i]: 1 },
        response_times: { "20": 2, "80": 1 },
      },
    ],
    user_count: 4,
  });

const ofTools: Partial<Record<FormatName, readonly string[]>> = {
  "jmeter-csv": [
    lines(
      "timeStamp,elapsed,label,responseCode,responseMessage,threadName,success,bytes,allThreads,Latency",
      ...repeated(
        8,
        (i) => `${start + i * 1700},${5 + i},"a, ""b""\nc",200,OK,group 1-${i},${i !== 3},120,${1 + (i >> 2)},4`,
      ),
    ),
    lines(
      "timeStamp\telapsed\tlabel\tsuccess",
      "2026/03/01 08:00:00.125\t5\tä\ttrue",
      "2026/03/01 08:00:01.000\t9\t题\tfalse",
    ),
  ],
  "jmeter-xml": [
    lines(
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<testResults version="1.2">',
      `<httpSample t="147" lt="97" ts="${start}" s="true" lb="Home &amp; more" rc="200" tn="users 1-1" na="2"/>`,
      `<sample t="9" ts="${start + 900}" s="false" lb="Parent" tn="users 1-2" na="2"><httpSample t="4" ts="${start + 901}" s="true" lb="Child" tn="users 1-2" na="2"><url>http://a</url></httpSample></sample>`,
      "</testResults>",
    ),
  ],
  ...Object.fromEntries(
    [...new Set([...Object.keys(printed), ...Object.keys(written)])].map((name) => [
      name,
      [printed, written].flatMap((samples: Readonly<Record<string, string>>) => samples[name] ?? []),
    ]),
  ),
  "k6-ndjson": [
    lines(
      '{"type":"Metric","data":{"name":"http_reqs","type":"counter","contains":"default"},"metric":"http_reqs"}',
      k6Point("http_reqs", 0, 1),
      k6Point("http_req_duration", 0, 24.5),
      k6Point("http_req_failed", 0, 0),
      k6Point("vus", 1, 2),
      k6Point("http_reqs", 2, 1, { status: "503" }),
      k6Point("http_req_duration", 2, 310.25, { status: "503", expected_response: "false" }),
      k6Point("http_req_failed", 2, 1, { status: "503" }),
    ),
  ],
  "k6-csv": [
    lines(
      "metric_name,timestamp,metric_value,check,error,error_code,expected_response,group,method,name,status,url,extra_tags",
      ...repeated(3, (i) =>
        [
          `http_reqs,${second + i},1.000000,,,,true,,GET,a,200,http://a,`,
          `http_req_duration,${second + i},${20 + i}.591442,,,,true,,GET,a,200,http://a,`,
          `http_req_failed,${second + i},${i === 1 ? 1 : 0}.000000,,,,true,,GET,a,200,http://a,`,
        ].join("\n"),
      ),
    ),
  ],
  "k6-summary": [
    JSON.stringify({
      root_group: { name: "", path: "", groups: {}, checks: {} },
      metrics: {
        http_reqs: { count: 1200, rate: 40 },
        http_req_failed: { passes: 12, fails: 1188, value: 0.01, thresholds: { "rate<0.05": false } },
        http_req_duration: { avg: 31.5, min: 3, med: 28, max: 410, "p(90)": 60, "p(95)": 75 },
        vus_max: { value: 10, min: 10, max: 10 },
        iteration_duration: { avg: 130 },
      },
    }),
  ],
  "locust-stats": [
    lines(
      "Type,Name,Request Count,Failure Count,Median Response Time,Average Response Time,Min Response Time,Max Response Time,Average Content Size,Requests/s,Failures/s,50%,60%,70%,80%,90%,95%,99%,100%",
      "GET,/a,600,6,30.0,34.5,8.1,410.9,766.6,20.0,0.2,30,32,35,41,60,75,190,410",
      "GET,/b,0,0,0,0.0,0,0,0,0.0,0.0,N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A",
      ",Aggregated,600,6,30.0,34.5,8.1,410.9,766.6,20.0,0.2,30,32,35,41,60,75,190,410",
    ),
  ],
  "locust-history": [
    lines(
      "Timestamp,User Count,Type,Name,Requests/s,Failures/s,50%,60%,70%,80%,90%,95%,99%,100%,Total Request Count,Total Failure Count,Total Median Response Time,Total Average Response Time,Total Min Response Time,Total Max Response Time,Total Average Content Size",
      `${second},0,,Aggregated,0.0,0.0,N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A,0,0,0,0.0,0,0,0`,
      ...repeated(
        6,
        (i) =>
          `${second + 5 * (i + 1)},10,,Aggregated,20.0,0.2,30,32,35,41,60,75,190,410,${100 * (i + 1)},${i},30,34.5,8,410,766`,
      ),
    ),
  ],
  "locust-ldjson": [lines(...repeated(3, ldjson))],
  "gatling-log": [
    lines(
      `RUN\tcom.example.Permits\tpermits\t${start}\t \t3.9.5`,
      `USER\tPermits\tSTART\t${start + 10}`,
      `REQUEST\t\tHome\t${start + 20}\t${start + 61}\tOK\t `,
      `REQUEST\t\tSearch\t${start + 1020}\t${start + 1300}\tKO\tstatus.find.is(200), but actually found 503`,
      `GROUP\tAll\t${start + 20}\t${start + 1300}\t321\tKO`,
      `USER\tPermits\tEND\t${start + 1400}`,
    ),
  ],
  wrk: [
    lines(
      "Running 30s test @ http://a/",
      "  8 threads and 16 connections",
      "  Thread Stats   Avg      Stdev     Max   +/- Stdev",
      "    Latency    78.27ms   31.11ms 235.54ms   90.05%",
      "    Req/Sec    25.44      6.03    38.00     69.63%",
      "  Latency Distribution",
      "     50%   70.10ms",
      "     99%  201.00ms",
      "  6171 requests in 30.00s, 46.03MB read",
      "  Socket errors: connect 0, read 1, write 0, timeout 2",
      "  Non-2xx or 3xx responses: 12",
      "Requests/sec:    205.70",
      "Transfer/sec:      1.53MB",
    ),
  ],
  "autocannon-json": [
    JSON.stringify({
      url: "http://a",
      requests: { average: 100, mean: 100, stddev: 3, min: 90, max: 110, total: 1000, sent: 1010 },
      latency: { average: 9.5, mean: 9.5, stddev: 1, min: 1, max: 60, p50: 9, p75: 10, p90: 12, p97_5: 20, p99: 30 },
      throughput: { average: 1, mean: 1, stddev: 1, min: 1, max: 1, total: 10 },
      errors: 2,
      timeouts: 1,
      duration: 10,
      start: iso(0),
      finish: iso(10),
      connections: 10,
      pipelining: 1,
      non2xx: 5,
      "2xx": 995,
      "5xx": 5,
    }),
  ],
  "ab-tsv": [
    lines(
      "starttime\tseconds\tctime\tdtime\tttime\twait",
      ...repeated(5, (i) => `Sun Mar 01 00:00:0${i} 2026\t${second + i}\t1\t${2 + i}\t${3 + i}\t2`),
    ),
  ],
  "vegeta-json": [
    JSON.stringify({
      latencies: { total: 5e9, mean: 5e6, "50th": 4e6, "90th": 8e6, "95th": 9e6, "99th": 2e7, max: 9e7, min: 1e6 },
      bytes_in: { total: 0, mean: 0 },
      bytes_out: { total: 0, mean: 0 },
      earliest: iso(0),
      latest: iso(10),
      end: iso(10.005),
      duration: 1e10,
      wait: 5e6,
      requests: 1000,
      rate: 100,
      throughput: 98.9,
      success: 0.99,
      status_codes: { "200": 990, "503": 8, "0": 2 },
      errors: ["503 Service Unavailable"],
    }),
  ],
  "hey-csv": [
    lines(
      "response-time,DNS+dialup,DNS,Request-write,Response-delay,Response-read,status-code,offset",
      ...repeated(4, (i) => `0.0${i + 1}25,0.0010,0.0002,0.0000,0.0100,0.0001,${i === 2 ? 503 : 200},0.${i}000`),
    ),
  ],
  upptime: [
    '[{"name":"Permits","url":"https://a.example","slug":"permits","status":"up","uptime":"99.9%","dailyMinutesDown":{"2026-03-01":5}}]',
    "url: https://a.example\nstatus: up\ncode: 200\nresponseTime: 90\nstartTime: 2026-01-01T00:00:00Z\nlastUpdated: 2026-03-02T00:00:00Z\n",
  ],
  "prometheus-text": [
    lines(
      "# HELP up Whether the target answered",
      "# TYPE up gauge",
      ...repeated(6, (i) => `up{job="permits",instance="a:80"} ${i === 3 ? 0 : 1} ${start + i * 60_000}`),
    ),
  ],
  "prometheus-json": [
    JSON.stringify({
      status: "success",
      data: {
        resultType: "matrix",
        result: [
          {
            metric: { __name__: "up", job: "permits", instance: "a:80" },
            values: repeated(8, String).map((i) => [second + Number(i) * 60, i === "3" ? "0" : "1"]),
          },
        ],
      },
    }),
  ],
  "uptime-kuma": [
    JSON.stringify(
      repeated(6, String).map((i) => ({
        monitor_id: 1,
        name: "Permits",
        status: i === "3" ? 0 : 1,
        time: iso(Number(i) * 60)
          .replace("T", " ")
          .replace("Z", ""),
        msg: "",
        ping: 31,
        duration: 60,
      })),
    ),
  ],
  "updown-json": [
    '{"uptime":99.55,"apdex":0.993,"timings":{"total":605},"requests":{"samples":1983,"failures":12,"satisfied":1966}}',
  ],
  "grafana-csv": [
    lines(
      '"Time","{instance=""https://a.example"", job=""web""}","probe_success{instance=""https://b.example""}"',
      ...repeated(8, (i) => `2026-03-01 00:0${i}:00,${i === 3 ? 0 : 1},${i === 5 ? "" : 1}`),
    ),
  ],
  "statuspage-json": [
    JSON.stringify({
      page: { id: "p", name: "City", updated_at: iso(86_400) },
      incidents: [
        {
          name: "Permits down",
          status: "resolved",
          created_at: iso(3700),
          started_at: iso(3600),
          resolved_at: iso(7200),
          impact: "major",
          incident_updates: [
            { affected_components: [{ name: "Permits", old_status: "major_outage", new_status: "operational" }] },
          ],
          components: [{ id: "c", name: "Permits" }],
        },
        { name: "Slow", status: "investigating", created_at: iso(9000), resolved_at: null, impact: "minor" },
        {
          name: "Database",
          status: "completed",
          created_at: iso(100),
          scheduled_for: iso(20_000),
          scheduled_until: iso(21_000),
          impact: "maintenance",
          components: [{ name: "Permits" }],
        },
      ],
    }),
  ],
  "uptimerobot-json": [
    JSON.stringify({
      stat: "ok",
      monitors: [
        {
          id: 7,
          friendly_name: "Permits",
          logs: [
            { type: 98, datetime: second, duration: 3600 },
            { type: 1, datetime: second + 3600, duration: 60 },
            { type: 2, datetime: second + 3660, duration: 7200 },
            { type: 99, datetime: second + 10_860, duration: 600 },
          ],
        },
      ],
    }),
  ],
  "pingdom-json": [
    JSON.stringify({
      summary: {
        states: [
          { status: "up", timefrom: second, timeto: second + 3600 },
          { status: "down", timefrom: second + 3600, timeto: second + 3700 },
          { status: "unknown", timefrom: second + 3700, timeto: second + 4000 },
          { status: "up", timefrom: second + 4000, timeto: second + 9000 },
        ],
      },
    }),
  ],
  "pa11y-json": [
    JSON.stringify({
      total: 2,
      passes: 1,
      errors: 2,
      results: {
        "https://a.example": [],
        "https://b.example": [
          { code: "WCAG2AA.1_1_1.H37", type: "error", typeCode: 1, message: "m", context: "<img>", selector: "img" },
          { code: "color-contrast", type: "error", typeCode: 1, selector: "p", runnerExtras: { impact: "critical" } },
          { code: "WCAG2AA.1_3_1.H49", type: "warning", typeCode: 2, message: "m", context: "", selector: "b" },
        ],
      },
    }),
    JSON.stringify([
      { code: "WCAG2AA.3_1_1.H57", type: "error", typeCode: 1, message: "m", context: "", selector: "" },
    ]),
  ],
  "earl-json": [
    JSON.stringify({
      "@context": "http://www.w3.org/ns/earl",
      "@graph": [
        {
          "@type": ["earl:TestSubject", "WebPage"],
          source: "https://a.example",
          assertions: [
            { "@type": "Assertion", test: { "@id": "rule-1" }, result: { outcome: "earl:failed" } },
            { "@type": "Assertion", test: "rule-2", result: { outcome: "earl:cantTell" } },
            { "@type": "Assertion", test: "rule-3", result: { outcome: { "@id": "earl:passed" } } },
          ],
        },
      ],
    }),
  ],
  "axe-json": [
    JSON.stringify({
      testEngine: { name: "axe-core", version: "4.10.3" },
      timestamp: iso(0),
      url: "https://a.example",
      violations: [{ id: "label", impact: "critical", helpUrl: "h", nodes: [{ html: "<input>" }] }],
      incomplete: [{ id: "color-contrast", impact: null, helpUrl: "h", nodes: [{}] }],
      passes: [{ id: "list", impact: null, helpUrl: "h", nodes: [{}] }],
      inapplicable: [],
    }),
  ],
  "lighthouse-json": [
    JSON.stringify({
      lighthouseVersion: "12.6.1",
      finalDisplayedUrl: "https://a.example",
      fetchTime: iso(0),
      audits: {
        "image-alt": {
          scoreDisplayMode: "binary",
          score: 0,
          details: { items: [{}], debugData: { impact: "critical" } },
        },
        "focus-traps": { scoreDisplayMode: "manual", score: null },
      },
      categories: {
        accessibility: {
          score: 0.83,
          auditRefs: [
            { id: "image-alt", weight: 7 },
            { id: "focus-traps", weight: 0 },
          ],
        },
      },
    }),
  ],
  "sus-form": [lines("# SUS", ...repeated(10, (i) => `${i + 1}. I would use it\n   Your rating: ${1 + (i % 5)}`))],
  "tasks-json": [
    '{"participant_id":"p","user_type":"staff","tasks":{"t":{"task_name":"T","status":"complete","expected_duration_minutes":3,"actual_duration_minutes":"00:02:10"}}}',
  ],
  "jdma-json": [
    '{"data":{"satisfaction":8.3994,"comprehension":7.9},"metadata":{"satisfaction_count":4689,"autonomy_count":4395}}',
  ],
  openapi: [
    JSON.stringify({
      openapi: "3.1.0",
      info: { title: "Permits", version: "1" },
      servers: [{ url: "http://a.gov" }],
      paths: { "/permits/{id}": { get: { responses: { 200: { $ref: "#/components/responses/A" } } } } },
      components: { responses: { A: { description: "fine" } } },
    }),
    "openapi: 3.0.3\ninfo:\n  title: Permits\n  version: '1'\npaths:\n  /permits:\n    get:\n      responses: {}\n",
  ],
  cyclonedx: [
    JSON.stringify({
      bomFormat: "CycloneDX",
      specVersion: "1.6",
      version: 1,
      components: [
        { name: "a", version: "1", licenses: [{ license: { id: "MIT" } }], components: [{ name: "b", version: "2" }] },
      ],
    }),
  ],
};

/** Enough answers for a respondent of a layout whose example has too few. */
const ofLayouts: Partial<Record<FormatName, string>> = {
  "sus-long": lines("respondent,group,item,answer", ...repeated(10, (i) => `P01,staff,${i + 1},${1 + (i % 5)}`)),
};

/** Small valid files of every format, all written here: what the mutations start from. */
export function seedsOf(format: FormatName): readonly string[] {
  const seeds = ofTools[format];
  if (seeds !== undefined) return seeds;
  const layout = layouts.find((one) => one.name === format);
  if (layout === undefined) throw new Error(`${format} has no seed to mutate: write one in test/evidence/seeds.ts`);
  const header = layout.columns.map((column) => column.name).join(",");
  return [ofLayouts[format] ?? lines(header, ...layout.example.map((row) => row.join(",")))];
}

/** What a person states of files that say nothing of it themselves. */
const statedOf: Partial<Record<FormatName, Mapping["stated"]>> = {
  "statuspage-json": { from: iso(0), to: iso(86_400) },
};

/** A mapping that states it; none where the files say all. */
export function mappingStating(format: FormatName): { readonly mapping?: Mapping } {
  const stated = statedOf[format];
  return stated === undefined ? {} : { mapping: { format, columns: {}, conditions: {}, rows: {}, stated } };
}
