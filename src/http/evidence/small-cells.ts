/** Fewer people than this in a published cell could point at one of them (methods.md, fairness). */
const leastShown = 10;

/** Whether a share of so many people, and what it leaves, each stand for enough of them to be shown. */
export function mayShow(share: number, people: number): boolean {
  const counted = Math.round(share * people);
  return Math.min(counted, people - counted) >= leastShown;
}
