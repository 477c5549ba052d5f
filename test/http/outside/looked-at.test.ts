import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser as Chromium, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Locale } from "../../../src/http/view/locale.ts";
import { locales } from "../../../src/http/view/locale.ts";
import type { OutsideRoute } from "../../../src/http/outside/routes.ts";
import { scenesNamed, startDemo } from "../../support/demo.ts";
import type { DemoSite } from "../../support/demo.ts";
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
}, 300_000);

afterAll(async () => {
  await chromium.close();
  server.close();
  await demo.stop();
});

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
    const addresses = [told, inUse].flatMap((slug) => Object.values(outsideAddresses(slug, code)).flat());
    for (const address of new Set(addresses.filter(isPage))) await open(address);
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

function withLanguage(address: string, locale: Locale): string {
  return `${address}${address.includes("?") ? "&" : "?"}lang=${locale}`;
}
