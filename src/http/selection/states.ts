import type { PortfolioQuery } from "../../projections/portfolio/types.ts";

/** What an address calls a state of technologies, and what the query calls it. */
const flags = { late: "late", held: "held", warned: "warned", risk: "risky", asserted: "asserted" } as const;

export type SelectedState = keyof typeof flags;
export const selectedStates = Object.keys(flags) as readonly SelectedState[];

/** The part of a query that an address asks for by `state`; nothing where it names none that there is. */
export function stateAsked(text: string | undefined): Partial<PortfolioQuery> {
  const state = selectedStates.find((known) => known === text);
  return state === undefined ? {} : { [flags[state]]: true };
}

/** As the address names it; "" where any will do. */
export const stateOf = (query: Partial<PortfolioQuery>): SelectedState | "" =>
  selectedStates.find((state) => query[flags[state]] === true) ?? "";
