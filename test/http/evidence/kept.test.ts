import { afterAll, beforeAll, expect, it } from "vitest";
import { pino } from "pino";
import { createApp } from "../../../src/app.ts";
import { openServices } from "../../../src/application/open-services.ts";
import type { Services } from "../../../src/application/services.ts";
import { readConfig } from "../../../src/config.ts";
import { firstSteps } from "../../../src/demo/first-steps.ts";
import { password, scenesNamed, startDemo } from "../../support/demo.ts";
import type { DemoSite } from "../../support/demo.ts";
import { browser } from "../../support/http.ts";
import type { Browser } from "../../support/http.ts";

const logins = ["planner", "planner2", "administrator"];
const languages = ["en", "zh-CN"];

type Reader = { readonly keeping: Browser; readonly anew: Browser };

let demo: DemoSite;
let plain: Services;
let readers: readonly Reader[];

beforeAll(async () => {
  demo = await startDemo(scenesNamed("Permit reply assistant", "School place allocation"));
  const config = readConfig({}, { dataDir: demo.folder, demo: true });
  plain = await openServices(config, { clock: demo.clock, log: pino({ level: "silent" }) });
  const app = createApp({ ...plain, demonstration: await firstSteps(plain) }, config, { keptBytes: 0 });
  readers = await Promise.all(
    logins.map(async (login) => ({ keeping: await demo.as(login), anew: await signedIn(browser(app), login) })),
  );
}, 60_000);

afterAll(async () => {
  await plain.close();
  await demo.stop();
});

async function signedIn(own: Browser, login: string): Promise<Browser> {
  const page = await own.post("/sign-in", { email: `${login}@demo.invalid`, password });
  expect(page.status).toBe(303);
  return own;
}

/** Whoever looks, in whatever order and language: what is kept says what is written anew. */
async function expectTheSame(slugs: readonly string[]): Promise<void> {
  for (const slug of slugs)
    for (const language of languages)
      for (const { keeping, anew } of readers) {
        const show = async ({ get }: Browser): Promise<string> =>
          bare((await get(`/technologies/${slug}/evidence`, { "Accept-Language": language })).html);
        expect(await show(keeping)).toBe(await show(anew));
      }
}

/** A form's number is drawn for each page. */
const bare = (html: string): string => html.replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/g, "");

it("shows the same evidence from what is kept as written anew, for each reader, after each entry and on each day", async () => {
  const { rows } = demo.services.views.portfolio.page({ sort: "name", limit: 9 });
  const slugs = rows.map(({ slug }) => slug);
  await expectTheSame(slugs);

  const withdrawn: boolean[] = [];
  for (const slug of slugs) {
    const { keeping } = readers[0]!;
    const here = `/technologies/${slug}/evidence`;
    const piece = /\/evidence\/(e\d+)"/.exec((await keeping.get(here)).html)?.[1] ?? "";
    const { html } = await keeping.send(`${here}/${piece}/withdrawal`, { text: "The wrong test system was measured." });
    withdrawn.push(html.includes("wrong test system"));
  }
  expect(withdrawn).toContain(true);
  await expectTheSame(slugs);

  demo.clock.advance(400);
  await expectTheSame(slugs);
}, 120_000);
