import { afterAll, beforeAll, expect, it } from "vitest";
import { scenesNamed, startDemo } from "../../support/demo.ts";
import type { DemoSite } from "../../support/demo.ts";
import type { Browser } from "../../support/http.ts";

let demo: DemoSite;
let reader: Browser;
beforeAll(async () => {
  demo = await startDemo(scenesNamed("Permit reply assistant"));
  reader = await demo.as("auditor");
}, 180_000);
afterAll(async () => demo.stop());

it.each(["permti", "permiit", "pirmit", "assstant"])(
  "%s is found as what was meant, and the page says so",
  async (q) => {
    const page = await reader.get(`/technologies?q=${q}`);
    expect(page.text).toMatch(new RegExp(`Nothing has “${q}” in it. Showing results for “(permit|assistant)”`));
    expect(page.html).toContain('href="/technologies/permit-reply-assistant"');
  },
);

it.each(["prm", "zzzzzz", "wholly unlike"])("%s is too far from anything to be guessed", async (q) => {
  const page = await reader.get(`/technologies?q=${q}`);
  expect(page.text).toContain("Nothing matches");
  expect(page.text).not.toContain("Showing results for");
});

it("an entry's number and a department's name are answers too, above the overview", async () => {
  expect((await reader.get("/technologies?q=3")).html).toContain('href="/ledger/3"');
  const { html } = await reader.get("/technologies?q=permit");
  expect(html.indexOf("All technologies")).toBeLessThan(html.indexOf("Where everything is"));
});

it("an entry is found by the beginning of its hash, as it is printed, from six characters on", async () => {
  const hash = (await demo.services.ledger.leafHash(3)) ?? "";
  for (const q of [
    hash.slice(0, 6),
    hash.slice(0, 12).toUpperCase(),
    `${hash.slice(0, 8)} ${hash.slice(8, 16)}`,
    hash,
  ]) {
    expect((await reader.get(`/technologies?q=${q}`)).html).toContain('href="/ledger/3"');
    expect((await reader.get(`/ledger/goto?position=${encodeURIComponent(q)}`)).location).toBe("/ledger/3");
  }
  expect((await reader.get(`/technologies?q=${hash.slice(0, 5)}`)).html).not.toContain('href="/ledger/3"');
});
