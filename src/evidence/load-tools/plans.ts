import { artilleryReport, gatlingFiles, jtl, k6Json, locustHistory, taurus, type LoadToolFile } from "./tool-file.ts";

/** Scripts and plans: what a tool is told to do. */
export const plans: readonly LoadToolFile[] = [
  { tool: "JMeter", what: "plan", signs: [/<jmeterTestPlan\b/], ...jtl },
  { tool: "k6", what: "plan", signs: [/\bfrom\s+["']k6(?:\/[\w./-]+)?["']/], ...k6Json },
  {
    tool: "Gatling",
    what: "plan",
    signs: [/\bextends\s+Simulation\b|@gatling\.io\/core|io\.gatling\.(?:core|javaapi)/],
    ...gatlingFiles,
  },
  { tool: "Locust", what: "plan", signs: [/^\s*(?:from\s+locust\b|import\s+locust\b)/m], ...locustHistory },
  {
    tool: "Artillery",
    what: "plan",
    signs: [/^config:/m, /^scenarios:/m, /^\s+(?:target|phases):/m],
    ...artilleryReport,
  },
  {
    tool: "Taurus",
    what: "plan",
    signs: [/^execution:/m, /^\s*-?\s*(?:scenario|executor|concurrency|hold-for):/m],
    ...taurus,
  },
  { tool: "Tsung", what: "plan", signs: [/<tsung\b/], attach: null, by: "tsung_stats.pl" },
  {
    tool: "drill",
    what: "plan",
    signs: [/^plan:/m, /^\s*(?:base|benchmark|iterations):/m],
    attach: null,
    by: "drill --benchmark plan.yml --stats",
  },
  {
    tool: "HttpRunner",
    what: "plan",
    signs: [/^\s*(?:teststeps|"teststeps")\s*:/m],
    attach: "run_stats_history.csv",
    by: "hrp boom --spawn-count 100",
  },
  {
    tool: "Goose",
    what: "plan",
    signs: [/\buse\s+goose::/],
    attach: "requests.csv",
    by: "goose --request-log requests.csv --request-format csv",
  },
  {
    tool: "molotov",
    what: "plan",
    signs: [/^\s*(?:from|import)\s+molotov\b/m],
    attach: null,
    by: "molotov --statsd",
  },
];
