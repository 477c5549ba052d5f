import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as later } from "node:timers/promises";
import { inWorker } from "../../src/application/beside/in-worker.ts";
import { WEIGHT_SAMPLES } from "../../src/domain/scoring/sensitivity-space.ts";
import { atMost, median, timed } from "./figure.ts";
import type { Figure } from "./figure.ts";

const technologies = 200;
const columns = Array.from({ length: 12 }, (_, i) => ({
  criterion: ["stability", "capacity", "usability"][Math.floor(i / 4)] ?? "",
  id: `indicator-${i}`,
}));
const runs = 5;

/** The portfolio under other weights as its page asks for it, and what that holds up in the thread that serves pages. */
export async function weightsBench(): Promise<Figure[]> {
  const job = { kind: "weights", columns, rows: rows(), passMark: 70 } as const;
  await inWorker<"weights">(job);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  // The monitor's first reading covers its own start.
  await later(50);
  delay.enable();
  await later(20);
  delay.reset();
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) times.push(await timed(() => inWorker<"weights">(job)));
  delay.disable();
  const size = `${WEIGHT_SAMPLES.toLocaleString("en")} weights x ${technologies} technologies x ${columns.length} indicators`;
  return [
    atMost(size, median(times), 1000, "ms"),
    atMost(`longest stall of the event loop meanwhile`, delay.max / 1e6, 50, "ms"),
  ];
}

/** Values that differ, one row in five with an indicator that does not apply. */
function rows() {
  return Array.from({ length: technologies }, (_, t) => ({
    id: `technology-${t}`,
    values: columns.map((_, i) => (t % 5 === 0 && i === 3 ? null : 40 + ((t * 7919 + i * 104_729) % 600) / 10)),
  }));
}
