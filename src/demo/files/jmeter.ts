import type { Random } from "../random.ts";
import { inChunks, requests, type Asked, type LoadLevel, type RunStyle } from "./requests.ts";

/** What a tester leaves switched on for a run of days: the columns that a measurement needs, and few others. */
const header = "timeStamp,elapsed,label,responseCode,success,bytes,allThreads\n";

/** A JMeter CSV results file as JMeter 5 writes it. `start` is epoch milliseconds. */
export function jmeterCsv(
  random: Random,
  start: number,
  levels: readonly LoadLevel[],
  style?: RunStyle,
): Generator<string> {
  return inChunks(lines(requests(random, start, levels, style)));
}

function* lines(asked: Iterable<Asked>): Generator<string> {
  yield header;
  for (const { at, elapsedMs, ask, failed, bytes, threads } of asked)
    yield `${at},${elapsedMs},${ask},${failed ? 503 : 200},${!failed},${bytes},${threads}\n`;
}
