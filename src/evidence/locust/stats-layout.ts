import { may, need } from "../layouts/layout.ts";
import type { Layout } from "../layouts/layout.ts";

/** …_stats.csv of Locust 1 and later, and the headings of 0.9 to 0.14. */
export const locustStatsLayout: Layout = {
  name: "locust-stats",
  title: "Locust stats CSV",
  kind: "load",
  meaning: "A row is one name of request; the row Aggregated (or Total) is the run.",
  columns: [
    need("type", ["method"], "GET, POST, grpc …"),
    need("name", [], "Name of the request"),
    need("requests", ["request count", "# requests", "# reqs"], "Requests, those that failed included"),
    need("failures", ["failure count", "# failures", "# fails"], "Requests that failed"),
    need("rate", ["requests/s", "req/s"], "Requests a second"),
    may("median", ["median response time", "50%"], "ms"),
    may("mean", ["average response time"], "ms"),
    may("p90", ["90%"], "ms"),
    may("p95", ["95%"], "ms"),
    may("p99", ["99%"], "ms"),
    may("max", ["max response time", "100%"], "ms"),
    need("size", ["average content size"], "bytes"),
  ],
  example: [],
};

/** …_stats_history.csv of Locust 1 and later, and the headings of 0.14. */
export const locustHistoryLayout: Layout = {
  name: "locust-history",
  title: "Locust stats history CSV",
  kind: "load",
  meaning: "A row is what had been counted up to an instant; the rows Aggregated are the run.",
  columns: [
    need("timestamp", [], "Epoch seconds"),
    need("users", ["user count"], "Users at that instant"),
    need("name", [], "Aggregated, or the name of a request"),
    need("requests", ["total request count", "# requests"], "Requests since the start"),
    need("failures", ["total failure count", "# failures"], "Failures since the start"),
    may("median", ["total median response time"], "ms, since the start"),
    may("mean", ["total average response time"], "ms, since the start"),
    may("max", ["total max response time"], "ms, since the start"),
  ],
  example: [],
};

/** The rows that sum up a run, in all versions. */
export const isTotal = (name: string): boolean => name === "Aggregated" || name === "Total";
