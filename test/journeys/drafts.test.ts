import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Desk } from "../../src/demo/desk.ts";
import { Inspector } from "../support/journey-inspector.ts";
import { everybodysPassword, JourneySite, member } from "../support/journey-site.ts";
import { Visitor } from "../support/journey-visitor.ts";
import { somethingSimilar } from "../support/journey-proposal.ts";
import type { Story } from "../support/journey-story.ts";
import { openBrowser } from "../support/screenshot.ts";

let site: JourneySite;
let desk: Desk;
let browser: Browser;
beforeAll(async () => {
  [{ site, desk }, browser] = await Promise.all([JourneySite.peopled("en"), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
  site.remove();
});

async function arrive(name: string, { login = "planner", javaScript = true } = {}): Promise<Visitor> {
  const inspector = new Inspector({ name: `drafts-${name}`, axe: javaScript });
  const visitor = await Visitor.arrive({ browser, url: () => site.url, locale: "en", javaScript, inspector });
  await visitor.signIn(member(login, "en").email, everybodysPassword);
  return visitor;
}

test("what was typed is found again after the browser was closed", async () => {
  const one = await arrive("closed");
  await one.open("/technologies/new");
  await one.fill(one.t("proposal:field.name"), "Smoke watch");
  await one.page.getByText("Saved as a draft at").waitFor();
  await one.leave();
  const again = await arrive("closed-again");
  await again.open("/work");
  await again.follow(again.t("drafts:form.technologies"));
  await again.holds(again.t("proposal:field.name"), "Smoke watch");
  await again.press(again.t("drafts:drop"));
  await again.leave();
});

test.each([true, false])("a form sent after its cookie was lost comes back once one signs in", async (javaScript) => {
  const visitor = await arrive(`lost-${javaScript}`, { javaScript });
  await visitor.open("/technologies/new");
  await visitor.fill(visitor.t("proposal:field.name"), "Kept over");
  await visitor.page.context().clearCookies();
  await visitor.press(visitor.t("proposal:propose.submit"));
  await visitor.reads(visitor.t("auth:signIn.kept"));
  await visitor.fill(visitor.t("auth:signIn.email"), member("planner", "en").email);
  await visitor.fill(visitor.t("auth:signIn.password"), everybodysPassword);
  await visitor.press(visitor.t("auth:signIn.submit"));
  await visitor.holds(visitor.t("proposal:field.name"), "Kept over");
  // Refused, and Back: neither an empty form nor a question whether to send again.
  await visitor.press(visitor.t("proposal:propose.submit"), { status: 422 });
  await visitor.page.goBack();
  await visitor.holds(visitor.t("proposal:field.name"), "Kept over");
  await visitor.page.goForward();
  await visitor.holds(visitor.t("proposal:field.name"), "Kept over");
  await visitor.press(visitor.t("drafts:drop"));
  await visitor.leave();
});

test("a vote that closes its gate is asked about first, and says afterwards what follows", async () => {
  const story = { desk, site } as Pick<Story, "desk" | "site">;
  await somethingSimilar(story as Story);
  const approver = await arrive("vote", { login: "approver" });
  const gate = "/technologies/number-slips/gates/admission";
  await approver.open(gate);
  await approver.choose(approver.t("gate:decision.what"), approver.t("words:option.return"));
  await approver.fill(approver.t("gate:decision.reason"), "Say how many counters.");
  await approver.untilAsked(() => approver.press(approver.t("gate:decision.submit")));
  await approver.reads(approver.t("confirm:lead"));
  await approver.reads("Say how many counters.");
  await approver.follow(approver.t("confirm:change"));
  await approver.holds(approver.t("gate:decision.reason"), "Say how many counters.");
  await approver.press(approver.t("gate:decision.submit"));
  await approver.reads(approver.t("gate:decision.closedDone"));
  await approver.leave();
});

test("a word without an end stays within a narrow page", async () => {
  const word = "Umsatzsteuervoranmeldungsfristverlaengerungsantrag".repeat(3).slice(0, 118);
  const visitor = await arrive("narrow");
  await visitor.open("/technologies/new");
  await visitor.fill(visitor.t("proposal:field.name"), word);
  await visitor.press(visitor.t("drafts:save"));
  for (const path of ["/work", "/technologies", "/technologies/new", `/technologies?q=${word}`]) {
    await visitor.open(path);
    await visitor.page.setViewportSize({ width: 320, height: 800 });
    expect(await visitor.page.evaluate("document.documentElement.scrollWidth"), path).toBeLessThanOrEqual(320);
  }
  await visitor.leave();
});
