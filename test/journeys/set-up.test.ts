import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { localeNames } from "../../src/http/view/locale.ts";
import { Inspector } from "../support/journey-inspector.ts";
import { Served } from "../support/journey-process.ts";
import { Visitor } from "../support/journey-visitor.ts";
import { openBrowser } from "../support/screenshot.ts";

const folder = mkdtempSync(join(tmpdir(), "touchstone-set-up-"));
const inspector = new Inspector({ name: "set-up", axe: true });
const passwords = { administrator: "a lamp beside the river", invited: "seven geese over the mill" };
let browser: Browser;
let served: Served;

beforeAll(async () => {
  [browser, served] = await Promise.all([openBrowser(), Served.start(folder)]);
});

afterAll(async () => {
  await browser.close();
  await served.stop();
  rmSync(folder, { recursive: true, force: true });
});

const someone = (locale: "en" | "zh-CN"): Promise<Visitor> =>
  Visitor.arrive({ browser, url: () => served.url, locale, javaScript: true, inspector });

it("a first start leads to an administrator, a department, an invited colleague and signing out everywhere", async () => {
  const link = await served.hears(/(http\S+\/set-up\/\S+)/);
  const administrator = await someone("en");
  const { t } = administrator.language;

  await administrator.open("/sign-in");
  await administrator.reads(t("auth:signIn.setUpNeeded"));

  await administrator.open(new URL(link).pathname);
  await administrator.fill(t("auth:setUp.name"), "Ada Lovage");
  await administrator.fill(t("auth:setUp.email"), "ada@example.org");
  await administrator.fill(t("auth:password.new"), "short");
  await administrator.fill(t("auth:password.again"), "short");
  await administrator.press(t("auth:setUp.submit"), { status: 422 });
  await administrator.fill(t("auth:password.new"), passwords.administrator);
  await administrator.fill(t("auth:password.again"), passwords.administrator);
  await administrator.press(t("auth:setUp.submit"));
  await administrator.reads(t("auth:setUp.done"));

  const stranger = await someone("en");
  await stranger.open(new URL(link).pathname, 404);
  await stranger.reads(t("auth:gone.signIn"));

  await administrator.open("/people/departments");
  await administrator.fill(t("people:departments.en"), "Transport");
  await administrator.fill(t("people:departments.zh"), "交通运输局");
  await administrator.fill(t("people:departments.key"), "transport");
  await administrator.press(t("people:departments.add"));
  await administrator.reads("Transport");

  await administrator.open("/people/new");
  await administrator.fill(t("people:field.name"), "Ping Ferry");
  await administrator.fill(t("people:field.email"), "ping@example.org");
  await administrator.tick(t("people:field.roles"), t("words:role.planner"));
  await administrator.select(t("people:field.department"), "Transport");
  await administrator.press(t("people:add.submit"));
  const invitation = (await administrator.page.locator("#link").innerText()).trim();
  await administrator.open("/people");
  await administrator.reads(t("people:state.invited"));

  const planner = await someone("zh-CN");
  const zh = planner.language.t;
  await planner.open(new URL(invitation).pathname);
  await planner.fill(zh("auth:password.new"), passwords.invited);
  await planner.fill(zh("auth:password.again"), passwords.invited);
  await planner.press(zh("auth:link.submit"));
  await planner.reads(zh("auth:link.done"));
  expect(new URL(planner.page.url()).pathname).toBe("/work");

  // The switch keeps the page and stays for the next one.
  await planner.press(localeNames.en);
  expect(await planner.page.locator("html").getAttribute("lang")).toBe("en");
  await planner.open("/technologies");
  expect(await planner.page.locator("html").getAttribute("lang")).toBe("en");
  await planner.press(localeNames["zh-CN"]);

  const phone = await someone("en");
  await phone.signIn("ping@example.org", passwords.invited);
  await phone.reads(t("work:empty.title"));

  await planner.open("/account");
  await planner.press(zh("account:sessions.endAll"));
  await planner.reads(zh("account:sessions.allEnded"));
  await phone.open("/work");
  expect(new URL(phone.page.url()).pathname).toBe("/sign-in");
  await phone.fill(t("auth:signIn.email"), "ping@example.org");
  await phone.fill(t("auth:signIn.password"), "not the password");
  await phone.press(t("auth:signIn.submit"), { status: 422 });
  await phone.reads(t("auth:signIn.refused"));

  await planner.press(zh("common:account.signOut"));
  await planner.reads(zh("auth:signIn.out"));
});

it("a second start knows everybody and offers no way in without a password", async () => {
  await served.stop();
  served = await Served.start(folder);
  expect(served.silentAbout(/set-up/)).toBe(true);
  const administrator = await someone("en");
  await administrator.signIn("ada@example.org", passwords.administrator);
  await administrator.open("/people");
  await administrator.reads("Ping Ferry");
  await administrator.open("/policy");
  await administrator.open("/ledger");
  await administrator.press(administrator.t("ledger:verifyButton"));
  await administrator.reads(administrator.t("ledger:verified.whole"));
});
