import type { PortfolioQuery } from "../../projections/portfolio/types.ts";
import { stateOf } from "./states.ts";

export type Selected = Omit<PortfolioQuery, "limit" | "sort"> & { readonly sort?: PortfolioQuery["sort"] };

/** All that a selection leaves, whichever page of it is shown. */
export function wholeOf<Q extends Selected>({
  after: _after,
  before: _before,
  ...whole
}: Q): Omit<Q, "after" | "before"> {
  return whole;
}

/** The address of a page of the portfolio: only what differs from the plain list is in it. */
export const portfolioAddress = (query: Selected): string => selectionAddress("/technologies", query);

/**
 * The same selection on another page of it.
 *
 * @param more what that page is asked beside it; "" is left out
 */
export function selectionAddress(path: string, query: Selected, more: Readonly<Record<string, string>> = {}): string {
  const search = new URLSearchParams();
  if (query.search !== undefined) search.set("q", query.search);
  if (query.stage !== undefined) search.set("stage", query.stage);
  if (query.department !== undefined) search.set("department", query.department);
  const state = stateOf(query);
  if (state !== "") search.set("state", state);
  if (query.decision !== undefined) search.set("decision", query.decision);
  if (query.outcome !== undefined) search.set("verdict", query.outcome);
  if (query.tier !== undefined) search.set("tier", query.tier);
  if (query.annualUpTo !== undefined) search.set("cost", String(query.annualUpTo));
  if (query.sort !== undefined && query.sort !== "date") search.set("sort", query.sort);
  if (query.after !== undefined) search.set("after", query.after);
  if (query.before !== undefined) search.set("before", query.before);
  for (const [name, value] of Object.entries(more)) if (value !== "") search.set(name, value);
  const text = search.toString();
  return text === "" ? path : `${path}?${text}`;
}
