import type { LoadLabel } from "../../domain/evidence/measurement.ts";
import { count, figure } from "../load/figure.ts";
import { latency } from "../load/latency.ts";
import type { Members } from "../load/summaries.ts";
import { membersOf } from "../whole-files.ts";

/** Gatling's figures of one request or of all; numbers are texts in older versions, “-” where there is none. */
export interface Counted {
  readonly requests: number;
  readonly failures: number;
  /** Requests a second, over whole seconds. */
  readonly rate: number | undefined;
  readonly latencyMs: LoadLabel["latencyMs"];
}

/** Undefined where they are none. */
export function countedOf(stats: Members): Counted | undefined {
  const of = (name: string, part = "total"): unknown => membersOf(stats[name])?.[part];
  const requests = count(of("numberOfRequests"));
  const failures = count(of("numberOfRequests", "ko") === "-" ? 0 : of("numberOfRequests", "ko"));
  if (requests === undefined || failures === undefined || failures > requests) return undefined;
  return {
    requests,
    failures,
    rate: figure(of("meanNumberOfRequestsPerSecond")),
    latencyMs: latency({
      mean: figure(of("meanResponseTime")),
      p50: figure(of("percentiles1")),
      p95: figure(of("percentiles3")),
      p99: figure(of("percentiles4")),
      max: figure(of("maxResponseTime")),
    }),
  };
}

const deepest = 32;

/** The requests of a tree of groups, each under the names of its groups; a group's figures lie over its requests'. */
export function labelsOf(contents: unknown, groups = "", depth = 0): LoadLabel[] {
  if (depth > deepest) return [];
  return Object.values(membersOf(contents) ?? {}).flatMap((value): LoadLabel[] => {
    const node = membersOf(value) ?? {};
    const name = typeof node["name"] === "string" ? groups + node["name"] : "";
    if (node["type"] === "GROUP") return labelsOf(node["contents"], `${name} / `, depth + 1);
    const counted = node["type"] === "REQUEST" ? countedOf(membersOf(node["stats"]) ?? {}) : undefined;
    if (counted === undefined || name === "") return [];
    const { requests, failures, latencyMs } = counted;
    return [{ label: name, requests, failures, latencyMs }];
  });
}

/** The object that js/stats.js assigns, as JSON: some of its names stand without quotes. Undefined where it is cut off. */
export function assignedObject(text: string): string | undefined {
  const start = text.indexOf("{", text.indexOf("stats ="));
  const token = /"(?:[^"\\]|\\.)*"|[{}]|[A-Za-z_]\w*(?=\s*:)/g;
  token.lastIndex = Math.max(0, start);
  let json = "";
  let from = token.lastIndex;
  let depth = 0;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const [symbol] = match;
    json += text.slice(from, match.index) + (/^\w/.test(symbol) ? `"${symbol}"` : symbol);
    from = token.lastIndex;
    if (symbol === "{") depth += 1;
    if (symbol === "}" && (depth -= 1) === 0) return json;
  }
  return undefined;
}
