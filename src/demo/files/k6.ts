import { inChunks, type Asked } from "./requests.ts";

/** What `k6 run --out csv=FILE` writes with K6_CSV_TIME_FORMAT=unix_milli: a row a sample; users first where they change. */
export const k6Csv = (asked: Iterable<Asked>): Generator<string> => inChunks(csvLines(asked));

function* csvLines(asked: Iterable<Asked>): Generator<string> {
  yield "metric_name,timestamp,metric_value,expected_response,name,status\n";
  let users = 0;
  for (const { at, elapsedMs, ask, failed, threads } of asked) {
    const end = at + elapsedMs;
    if (threads !== users) yield `vus,${end},${threads},,,\n`;
    users = threads;
    const tags = `${!failed},${ask},${failed ? 503 : 200}`;
    yield `http_req_duration,${end},${elapsedMs},${tags}\nhttp_req_failed,${end},${failed ? 1 : 0},${tags}\n`;
  }
}

/** What `k6 run --out json=FILE` writes: a line a sample. */
export const k6Json = (asked: Iterable<Asked>): Generator<string> => inChunks(jsonLines(asked));

function* jsonLines(asked: Iterable<Asked>): Generator<string> {
  let users = 0;
  for (const { at, elapsedMs, ask, failed, threads } of asked) {
    const time = new Date(at + elapsedMs).toISOString();
    if (threads !== users) yield point("vus", time, threads, {});
    users = threads;
    const tags = { expected_response: String(!failed), name: ask, status: failed ? "503" : "200" };
    yield point("http_req_duration", time, elapsedMs, tags);
    yield point("http_req_failed", time, failed ? 1 : 0, tags);
  }
}

const point = (metric: string, time: string, value: number, tags: object): string =>
  `${JSON.stringify({ metric, type: "Point", data: { time, value, tags } })}\n`;
