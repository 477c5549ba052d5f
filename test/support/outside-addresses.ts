/**
 * An address of each outside route that exists, by its pattern: what the leak test opens. A new route adds its line.
 *
 * @param slug of a technology of which something was told
 * @param code of a collection; what stands behind one that exists, test/http/collections/leak.test.ts looks at
 * @param pollCode of a poll; behind those that exist, test/http/consultations/leak.test.ts looks
 */
export const outsideAddresses = (
  slug: string,
  code = "2222-2222-2222",
  pollCode = "2222-2222-2222",
): Readonly<Record<string, readonly string[]>> => ({
  "/public": ["/public", "/public?q=a&stage=adopted", "/public?q=nothing-is-called-so"],
  "/public/verify": ["/public/verify"],
  "/public/check-proof.mjs": ["/public/check-proof.mjs"],
  "/public/feed.atom": ["/public/feed.atom"],
  "/public/feed.json": ["/public/feed.json"],
  "/public/consultations": ["/public/consultations", "/public/consultations?state=overdue"],
  "/public/consultations/receipt": ["/public/consultations/receipt"],
  "/public/consultations/:slug/:id": [
    `/public/consultations/${slug}/k1`,
    `/public/consultations/${slug}/k2`,
    `/public/consultations/${slug}/k9`,
  ],
  "/public/consultations/:slug/:id/papers/:digest": [`/public/consultations/${slug}/k1/papers/${"0".repeat(64)}`],
  "/public/consultations/:slug/:id/response": [`/public/consultations/${slug}/k1/response`],
  "/public/consultations/:slug/:id/poll": [`/public/consultations/${slug}/k1/poll`],
  "/p": ["/p", "/p?code=typed"],
  "/p/:code": [`/p/${pollCode}`],
  "/p/:code/thanks": [`/p/${pollCode}/thanks`],
  "/public/feedback": ["/public/feedback"],
  "/public/feedback/:slug": [`/public/feedback/${slug}`, "/public/feedback/nothing-such"],
  "/public/technologies/:slug": [`/public/technologies/${slug}`, "/public/technologies/nothing-such"],
  "/public/technologies/:slug/proof.json": [`/public/technologies/${slug}/proof.json`],
  "/q": ["/q", "/q?code=typed"],
  "/q/:code": [`/q/${code}`],
  "/q/:code/thanks": [`/q/${code}/thanks`],
  "/q/:code/sheets/:number": [`/q/${code}/sheets/1`],
});
