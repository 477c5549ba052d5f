/**
 * An address of each outside route that exists, by its pattern: what the leak test opens. A new route adds its line.
 *
 * @param slug of a technology of which something was told
 */
export const outsideAddresses = (slug: string): Readonly<Record<string, readonly string[]>> => ({
  "/public": ["/public", "/public?q=a&stage=adopted", "/public?q=nothing-is-called-so"],
  "/public/verify": ["/public/verify"],
  "/public/check-proof.mjs": ["/public/check-proof.mjs"],
  "/public/feed.atom": ["/public/feed.atom"],
  "/public/feed.json": ["/public/feed.json"],
  "/public/feedback": ["/public/feedback"],
  "/public/feedback/:slug": [`/public/feedback/${slug}`, "/public/feedback/nothing-such"],
  "/public/technologies/:slug": [`/public/technologies/${slug}`, "/public/technologies/nothing-such"],
  "/public/technologies/:slug/proof.json": [`/public/technologies/${slug}/proof.json`],
});
