import type { Step } from "../steps.ts";
import type { Words } from "../words.ts";

export const offer = (daysAgo: number, title: Words, to: "all" | readonly string[]): Step => ({
  day: daysAgo,
  by: null,
  does: { do: "offer-piece", title, to },
});
export const borrow = (daysAgo: number, from: string, title: Words): Step => ({
  day: daysAgo,
  by: null,
  does: { do: "borrow-piece", from, title },
});
export const putAway = (daysAgo: number, number: number, why: Words): Step => ({
  day: daysAgo,
  by: null,
  does: { do: "put-away", number, why },
});
