import { may, need } from "./layout.ts";
import type { Layout } from "./layout.ts";

const percentile = (p: number): string[] => [`${p}th percentile of response time (ms)`, `${p}% line`, `${p}%`];

export const loadTable: Layout = {
  name: "load-table",
  title: "Table of load levels",
  kind: "load",
  meaning:
    "A row is one load level: totals of a run with that many users at a time. Where several rows have the same number of users (other settings), say which rows are meant.",
  columns: [
    need(
      "concurrency",
      ["concurrent users", "users", "virtual users", "vus", "threads", "connections", "并发", "并发数", "并发用户数"],
      "Users or connections at a time, a whole number",
    ),
    need("requests", ["# samples", "samples", "# requests", "请求数", "样本数"], "Requests in all, a whole number"),
    may("failures", ["error count", "errors", "失败数", "错误数"], "Requests that failed"),
    may("error_percent", ["error %", "error rate %", "错误率"], "Where failures are not counted: 0 to 100"),
    need(
      "throughput",
      ["throughput (requests/sec)", "throughput (req/s)", "requests/s", "requests/sec", "rps", "吞吐量"],
      "Requests a second; also 120/min",
    ),
    may("mean", ["average response time (ms)", "average", "avg", "平均响应时间"], "Mean latency, ms"),
    may("p50", ["median", "median response time (ms)", ...percentile(50)], "Median latency, ms"),
    may("p90", percentile(90), "90 % of answers came within it, ms"),
    may("p95", percentile(95), "95 % of answers came within it, ms"),
    may("p99", percentile(99), "99 % of answers came within it, ms"),
    may("max", ["maximum response time (ms)", "maximum", "最大响应时间"], "Longest latency, ms"),
  ],
  example: [
    ["50", "180000", "4", "", "300", "166", "150", "240", "280", "410", "1900"],
    ["100", "330000", "12", "", "550", "181", "160", "260", "310", "480", "2300"],
    ["200", "480000", "960", "", "800", "249", "210", "390", "520", "900", "4100"],
  ],
};
