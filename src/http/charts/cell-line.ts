import { Html } from "../view/html.ts";
import type { CellState } from "./cells.ts";

type Standing = Exclude<CellState, "todo">;

/** The stylesheet knows so many beside each other. */
const mostInOne = 40;

const shapes = { met: "m", unmet: "x", unknown: "k", waived: "w" } as const satisfies {
  readonly [S in Standing]: string;
};

/**
 * Conditions of one among many in a list, as `cells()` draws them, and a tenth of its weight: the stylesheet draws each
 * run of alike ones, and their number is a class. It says nothing by itself: what stands around it has the words.
 */
export function cellLine(states: readonly Standing[]): Html {
  let line = "";
  for (let from = 0, to = 0; from < states.length; from = to) {
    const state = states[from];
    if (state === undefined) break;
    while (states[to] === state && to - from < mostInOne) to += 1;
    line += `<i class="${shapes[state]} n${to - from}"></i>`;
  }
  return new Html(line);
}
