import { escapeText, Html } from "../view/html.ts";
import { path, rings } from "./runs.ts";

/** `todo`: an item nobody has answered yet, where the row shows progress. */
export type CellState = "met" | "unmet" | "unknown" | "waived" | "todo";

const step = 12;

/** So many equal marks from x on, as few elements as there can be: a list has hundreds of them. */
const runs: Readonly<Record<CellState, (x: number, count: number) => string>> = {
  met: (x, count) => path("c-seg-met", `M${x} 6h${count * step}`),
  unmet: (x, count) =>
    path(
      "c-seg-unmet",
      each(x + 4.5, count, (at) => `M${at} 0l5.5 6l-5.5 6l-5.5 -6z`),
    ),
  unknown: (x, count) => rings("c-seg-unknown", `M${x + 4.5} 6h${(count - 1) * step + 1}`),
  waived: (x, count) =>
    path(
      "c-seg-waived",
      each(x + 1, count, (at) => `M${at} 2.5h7v7h-7z`),
    ),
  todo: (x, count) =>
    path(
      "c-plan",
      each(x + 0.5, count, (at) => `M${at} 2h8v8h-8z`),
    ),
};

/** Conditions side by side: ■ met, ◆ unmet, ○ unknown, dashed waived. The label says how many of how many. */
export function cells(states: readonly CellState[], label: string): Html {
  let inside = "";
  for (let from = 0, to = 0; from < states.length; from = to) {
    const state = states[from];
    if (state === undefined) break;
    while (states[to] === state) to += 1;
    inside += runs[state](from * step, to - from);
  }
  const attributes = `class="c-cells" role="img" aria-label="${escapeText(label)}"`;
  return new Html(`<svg width="${states.length * step}" ${attributes}>${inside}</svg>`);
}

function each(x: number, count: number, shape: (at: number) => string): string {
  let d = "";
  for (let n = 0; n < count; n += 1) d += shape(x + n * step);
  return d;
}

/** Met first, then unmet, unknown and waived, from their counts. */
export function cellStates(counts: Readonly<Partial<Record<CellState, number>>>): CellState[] {
  const order: readonly CellState[] = ["met", "unmet", "unknown", "waived", "todo"];
  return order.flatMap((state) => Array.from({ length: counts[state] ?? 0 }, () => state));
}
