import { escapeText, Html } from "../view/html.ts";

/** `todo`: an item nobody has answered yet, where the row shows progress. */
export type CellState = "met" | "unmet" | "unknown" | "waived" | "todo";

const step = 12;

const shapes: Readonly<Record<CellState, (x: number) => string>> = {
  met: (x) => `<rect class="c-seg-met" x="${x}" y="1.5" width="9" height="9"/>`,
  unmet: (x) => `<path class="c-seg-unmet" d="M${x + 4.5} 0L${x + 10} 6L${x + 4.5} 12L${x - 1} 6Z"/>`,
  unknown: (x) => `<circle class="c-seg-unknown" cx="${x + 4.5}" cy="6" r="3.9"/>`,
  waived: (x) => `<rect class="c-seg-waived" x="${x + 1}" y="2.5" width="7" height="7"/>`,
  todo: (x) => `<rect class="c-plan" x="${x + 0.5}" y="2" width="8" height="8"/>`,
};

/** Conditions side by side: ■ met, ◆ unmet, ○ unknown, dashed waived. The label says how many of how many. */
export function cells(states: readonly CellState[], label: string): Html {
  let inside = "";
  states.forEach((state, i) => (inside += shapes[state](i * step)));
  return new Html(
    `<svg class="c-cells" width="${states.length * step}" height="12" role="img" aria-label="${escapeText(label)}">${inside}</svg>`,
  );
}

/** Met first, then unmet, unknown and waived, from their counts. */
export function cellStates(counts: Readonly<Partial<Record<CellState, number>>>): CellState[] {
  const order: readonly CellState[] = ["met", "unmet", "unknown", "waived", "todo"];
  return order.flatMap((state) => Array.from({ length: counts[state] ?? 0 }, () => state));
}
