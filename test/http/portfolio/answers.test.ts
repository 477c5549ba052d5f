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
