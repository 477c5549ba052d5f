/** A file that a load tool writes and no reader reads, or one that it is told what to do by. */
export interface LoadToolFile {
  /** As the tool is called. */
  readonly tool: string;
  readonly what: "plan" | "page" | "output" | "table" | "log";
  /** Patterns that its beginning fits, all of them. */
  readonly signs: readonly RegExp[];
  /** The file to attach instead; null where the tool writes none that is read, so that its totals go into a table of load levels. */
  readonly attach: string | null;
  /** How that file, or the totals, are made: a command line, or where they are found. */
  readonly by: string;
}

/** In the order of `what`, in words. */
export const kindsOfFile: Readonly<Record<LoadToolFile["what"], string>> = {
  plan: "the plan of a test, which holds no results",
  page: "a page for people, whose figures are not read",
  output: "what it prints, which is not read",
  table: "a table that does not hold what a load measurement needs",
  log: "a file that is not read",
};

export const jtl = { attach: "results.jtl", by: "jmeter -n -t plan.jmx -l results.jtl" };
export const k6Json = { attach: "run.json", by: "k6 run --out json=run.json script.js" };
export const gatlingFiles = { attach: "js/global_stats.json", by: "target/gatling/<run>/js" };
export const locustHistory = { attach: "run_stats_history.csv", by: "locust --csv run --csv-full-history" };
export const artilleryReport = { attach: "report.json", by: "artillery run --output report.json test.yml" };
export const taurus = { attach: "kpi.jtl", by: "bzt test.yml -o settings.artifacts-dir=out" };
