import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser as Chromium, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Locale } from "../../../src/http/view/locale.ts";
import { locales } from "../../../src/http/view/locale.ts";
import type { OutsideRoute } from "../../../src/http/outside/routes.ts";
import { scenesNamed, startDemo } from "../../support/demo.ts";
import type { DemoSite } from "../../support/demo.ts";
import { linkOf } from "../../../src/application/collections/link.ts";
import { sweepAll } from "../../../src/application/sweep.ts";
import { addDays } from "../../../src/domain/words/days.ts";
import { does, opening, openDoorsBy, pollOf } from "../consultations/taking-part.ts";
import type { Consulting } from "../consultations/taking-part.ts";
import { Inspector } from "../../support/journey-inspector.ts";
import { languageIn } from "../../support/journey-visitor.ts";
import { outsideAddresses } from "../../support/outside-addresses.ts";
import { openBrowser, openPage } from "../../support/screenshot.ts";

let demo: DemoSite;
let server: Server;
let origin: string;
let chromium: Chromium;
/** Of a questionnaire that anybody can fill in. */
let code: string;
let told: string;
let inUse: string;
let about: Consulting;
let pollCode: string;

beforeAll(async () => {
  demo = await startDemo(scenesNamed("Bus arrival prediction", "Ferry ticket machines", "Air quality grid"));
  server = await new Promise<Server>((ready) => {
    const listening = demo.app.listen(0, "127.0.0.1", () => ready(listening));
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  chromium = await openBrowser();
  code = (await demo.services.demonstration?.questionnaire()) ?? "";
  const slugOf = (name: string): string =>
    demo.services.views.portfolio.page({ sort: "name", limit: 1, search: name }).rows[0]?.slug ?? "";
  [told, inUse] = [slugOf("Bus arrival"), slugOf("Ferry ticket")];
  await askThePublic();
}, 300_000);

afterAll(async () => {
  await chromium.close();
  server.close();
  await demo.stop();
});

/** In writing, in a poll and at a hearing, as it is announced. */
async function askThePublic(): Promise<void> {
  const { services } = demo;
  const people = services.views.people.all();
  const technology = services.views.portfolio.bySlug(told)?.id ?? "";
  const authors = (await services.views.technologyState(technology))?.authors ?? [];
  const planner = people.find(({ id, roles }) => roles.includes("planner") && authors.includes(id))?.id ?? "";
  await openDoorsBy(demo, people.find(({ roles }) => roles.includes("administrator"))?.id ?? "", "consultations");
  about = { site: demo, planner: { id: planner }, slug: told };
  await does(about, opening(about));
  await does(
    about,
    opening(about, { kind: "poll", title: "How often?", channels: ["page"], poll: pollOf("link", 99) }),
  );
  await does(about, opening(about, { kind: "hearing", title: "Heard", place: { text: "Great hall, ten o'clock" } }));
  pollCode = await linkOf(services, { technology, collection: "k2" });
}

/** Of a file there is nothing to look at. */
const isPage = (address: string): boolean => !/\.(?:json|atom|mjs)$/.test(address);

describe.each(locales)("every page outside (%s)", (locale) => {
  const { t } = languageIn(locale);
  let page: Page;
  let inspector: Inspector;

  beforeAll(async () => {
    page = await openPage(chromium, { width: 320, locale });
    inspector = new Inspector({ name: `outside-${locale}`, axe: true, closely: "state" });
    inspector.attend(page);
  });
  afterAll(() => page.context().close());

  async function open(address: string): Promise<void> {
    const response = await page.goto(origin + withLanguage(address, locale));
    expect([200, 404, 422], address).toContain(response?.status());
    await inspector.look(page, response, response?.status() ?? 0);
  }

  async function press(words: string, status = 200): Promise<void> {
    const [response] = await Promise.all([
      page.waitForResponse((answer) => answer.request().resourceType() === "document" && answer.status() !== 303),
      page.getByRole("button", { name: words, exact: true }).click(),
    ]);
    await page.waitForLoadState("load");
    await inspector.look(page, response, status);
  }

  it("that an address leads to has no fault that axe finds and fits 320 pixels", { timeout: 300_000 }, async () => {
    const routes = demo.app.locals["outside"] as readonly OutsideRoute[];
    const doors = new Set(routes.map(({ door }) => door));
    for (const door of doors) expect(demo.services.views.outside.isOpen(door), door).toBe(true);
    const addresses = Object.values(outsideAddresses(told, code, pollCode)).flat();
    for (const address of new Set(addresses.filter(isPage))) await open(address);
    await open(`/public/consultations/${told}/k3`);
  });

  it("of a message, from what is missing to what became of it, has none either", { timeout: 120_000 }, async () => {
    await open(`/public/feedback/${inUse}`);
    await press(t("feedback:write.submit"), 422);
    await page.locator("textarea").fill("The screen is dark");
    for (const name of ["category", "severity"]) await page.locator(`input[name="${name}"]`).first().check();
    await press(t("feedback:write.submit"));
    const receipt = await page.locator(".ts-receipt").innerText();
    await open("/public/feedback");
    await press(t("feedback:receipt.look"), 422);
    await page.locator("#code").fill(receipt);
    await press(t("feedback:receipt.look"));
  });

  it("of a poll, from no choice to thanks, has none either", { timeout: 120_000 }, async () => {
    await open(`/p/${pollCode}`);
    await press(t("taking-part:poll.send"), 422);
    await page.locator('input[name="choice"]').nth(1).check();
    await press(t("taking-part:poll.send"));
    await open("/p?code=0");
  });

  it("of a questionnaire, question by question and all at once, has none either", { timeout: 120_000 }, async () => {
    await open(`/q/${code}?one=1`);
    await page.locator('input[name="a1"]').first().check();
    await press(t("answering:form.next"));
    await open(`/q/${code}`);
    await press(t("answering:form.send"), 422);
    for (let item = 1; item <= 10; item += 1)
      await page
        .locator(`input[name="a${item}"]`)
        .nth(item % 2 ? 3 : 1)
        .check();
    await press(t("answering:form.send"));
  });
});

describe("what came of it", () => {
  it.each(locales)("has no fault either, as table and as minutes (%s)", { timeout: 120_000 }, async (locale) => {
    if (locale === locales[0]) await over();
    const page = await openPage(chromium, { width: 320, locale });
    const inspector = new Inspector({ name: `outside-${locale}-over`, axe: true, closely: "state" });
    inspector.attend(page);
    for (const id of ["k1", "k2", "k3"]) {
      const response = await page.goto(`${origin}${withLanguage(`/public/consultations/${told}/${id}`, locale)}`);
      await inspector.look(page, response, 200);
    }
    expect(inspector.pages).toBe(3);
    await page.context().close();
  });

  /** The poll is counted, the hearing minuted, and one is answered late. */
  async function over(): Promise<void> {
    demo.clock.advance(31);
    await sweepAll(demo.services);
    const held = addDays(demo.services.today(), -2);
    await does(about, {
      type: "MinuteHearing",
      consultation: "k3",
      heldOn: held,
      groups: [
        { group: "Shopkeepers", people: 2, serving: false, names: null },
        { group: "Street office", people: 1, serving: true, names: null },
      ],
      minutes: { text: "Two spoke, and both asked for shorter hours." },
      document: null,
    });
    await does(about, { type: "MakePoint", consultation: "k3", text: { text: "Shorter hours" }, origin: "minutes" });
    await does(about, {
      type: "AnswerPoint",
      consultation: "k3",
      point: "p1",
      disposition: "partly",
      reason: { text: "On Saturdays." },
      change: { kind: "text", ref: null, text: { text: "Counters close at noon on Saturdays." } },
    });
    demo.clock.advance(90);
  }
});

function withLanguage(address: string, locale: Locale): string {
  return `${address}${address.includes("?") ? "&" : "?"}lang=${locale}`;
}
