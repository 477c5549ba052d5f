import { artilleryReport, gatlingFiles, jtl, k6Json, locustHistory, taurus, type LoadToolFile } from "./tool-file.ts";

/** Scripts and plans: what a tool is told to do. */
export const plans: readonly LoadToolFile[] = [
  { tool: "JMeter", what: "plan", signs: [/<jmeterTestPlan\b/], ...jtl },
  { tool: "k6", what: "plan", signs: [/\bfrom\s{1,40}["']k6(?:\/[\w./-]+)?["']/], ...k6Json },
  {
    tool: "Gatling",
    what: "plan",
    signs: [/\bextends\s{1,40}Simulation\b|@gatling\.io\/core|io\.gatling\.(?:core|javaapi)/],
    ...gatlingFiles,
  },
  {
    tool: "Locust",
    what: "plan",
    signs: [/^[ \t]{0,20}(?:from\s{1,40}locust\b|import\s{1,40}locust\b)/m],
    ...locustHistory,
  },
  {
    tool: "Artillery",
    what: "plan",
    signs: [/^config:/m, /^scenarios:/m, /^[ \t]{1,20}(?:target|phases):/m],
    ...artilleryReport,
  },
  {
    tool: "Taurus",
    what: "plan",
    signs: [/^execution:/m, /^[ \t]{0,20}-?[ \t]{0,20}(?:scenario|executor|concurrency|hold-for):/m],
    ...taurus,
  },
  { tool: "Tsung", what: "plan", signs: [/<tsung\b/], attach: null, by: "tsung_stats.pl" },
  {
    tool: "drill",
    what: "plan",
    signs: [/^plan:/m, /^[ \t]{0,20}(?:base|benchmark|iterations):/m],
    attach: null,
    by: "drill --benchmark plan.yml --stats",
  },
  {
    tool: "HttpRunner",
    what: "plan",
    signs: [/^[ \t]{0,20}(?:teststeps|"teststeps")\s*:/m],
    attach: "run_stats_history.csv",
    by: "hrp boom --spawn-count 100",
  },
  {
    tool: "Goose",
    what: "plan",
    signs: [/\buse\s{1,40}goose::/],
    attach: null,
    by: "goose --report-file report.json",
  },
  {
    tool: "molotov",
    what: "plan",
    signs: [/^[ \t]{0,20}(?:from|import)\s{1,40}molotov\b/m],
    attach: null,
    by: "molotov --statsd",
  },
];
