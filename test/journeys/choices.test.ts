import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addPerson } from "../../src/application/people/add-person.ts";
import { mostListed } from "../../src/http/choices/choices.ts";
import { accessibilityFaults } from "../support/accessibility.ts";
import { Inspector } from "../support/journey-inspector.ts";
import { everybodysPassword, JourneySite, member } from "../support/journey-site.ts";
import { Visitor } from "../support/journey-visitor.ts";
import { openBrowser, screenshot } from "../support/screenshot.ts";

let site: JourneySite;
let browser: Browser;

/** A house with more people than a list holds. */
beforeAll(async () => {
  [{ site }, browser] = await Promise.all([JourneySite.peopled("en"), openBrowser()]);
  for (let n = 0; n < mostListed; n += 1) {
    const by = { actor: { id: "system", roles: [] }, role: "system", commandId: randomUUID() } as const;
    const [name, email] = [n === 7 ? "欧阳小雨" : `Mary Number ${n}`, `mary-${n}@example.org`];
    await addPerson(site.services, {
      ...by,
      name,
      email,
      roles: ["planner"],
      department: null,
    });
  }
});
afterAll(async () => {
  await browser.close();
  await site.stop();
  site.remove();
});

async function arrive(locale: "en" | "zh-CN", javaScript: boolean): Promise<Visitor> {
  const inspector = new Inspector({ name: `choices-${locale}-${javaScript ? "script" : "plain"}`, axe: javaScript });
  const visitor = await Visitor.arrive({ browser, url: () => site.url, locale, javaScript, inspector });
  await visitor.signIn(member("planner", "en").email, everybodysPassword);
  await visitor.open("/technologies/new?fresh=1");
  return visitor;
}

const chosen = 'input[type="hidden"][name="sponsor"]';

test.each(["en", "zh-CN"] as const)(
  "somebody is found while one types and chosen by keyboard, in %s",
  async (locale) => {
    const visitor = await arrive(locale, true);
    const { page } = visitor;
    const field = page.getByRole("combobox", { name: visitor.t("proposal:field.sponsor") });
    const options = page.getByRole("listbox", { name: visitor.t("proposal:field.sponsor") }).getByRole("option");
    await field.pressSequentially("number 3");
    await options.first().waitFor();
    await expect.poll(() => options.count(), { timeout: 20_000 }).toBe(13);
    expect(await field.getAttribute("aria-expanded")).toBe("true");
    await page
      .getByRole("status")
      .getByText(visitor.t("common:pick.found", { number: "13" }))
      .waitFor({ state: "attached" });
    await field.press("ArrowDown");
    await field.press("ArrowDown");
    const active = page.locator(`#${(await field.getAttribute("aria-activedescendant")) ?? ""}`);
    expect(await active.getAttribute("aria-selected")).toBe("true");
    expect(await accessibilityFaults(page)).toEqual([]);
    const shots = process.env["TOUCHSTONE_SHOTS"];
    if (shots !== undefined) await screenshot(page, join(shots, `choices-open-${locale}.png`));
    const name = await active.textContent();
    await field.press("Enter");
    expect(await field.inputValue()).toBe(name);
    expect(await field.getAttribute("aria-expanded")).toBe("false");
    const value = await page.locator(chosen).inputValue();
    expect(value).not.toBe("");

    // Another letter, and nobody is chosen; with the choice made, the form keeps it and its name.
    await field.press("End");
    await field.press("x");
    expect(await page.locator(chosen).inputValue()).toBe("");
    await field.fill("小雨");
    await options.filter({ hasText: "欧阳小雨" }).click();
    await visitor.press(visitor.t("proposal:propose.submit"), { status: 422 });
    expect(await field.inputValue()).toBe("欧阳小雨");
    await field.press("Escape");
    await visitor.leave();
  },
);

test("a form is not sent by the key that chooses, and says where nobody is called so", async () => {
  const visitor = await arrive("en", true);
  const { page } = visitor;
  const field = page.getByRole("combobox", { name: visitor.t("proposal:field.sponsor") });
  const options = page.getByRole("listbox", { name: visitor.t("proposal:field.sponsor") }).getByRole("option");
  await field.pressSequentially("nemo");
  await page.getByRole("status").getByText(visitor.t("common:pick.nothing")).waitFor({ state: "attached" });
  await field.fill("number 17");
  await options.first().waitFor();
  await field.press("Enter");
  expect(await field.inputValue()).toBe("Mary Number 17");
  expect(page.url()).toContain("/technologies/new");
  await visitor.leave();
});

test("without script a name is looked for by its button, and what was typed stays", async () => {
  const visitor = await arrive("en", false);
  const { page } = visitor;
  await visitor.fill(visitor.t("proposal:field.name"), "Queue forecast");
  await page.locator('input[name="sponsorFind"]').fill("number 3");
  await page.locator('button[name="find"][value="sponsor"]').click();
  await page.waitForLoadState("load");
  await visitor.holds(visitor.t("proposal:field.name"), "Queue forecast");
  await page.locator('select[name="sponsor"]').selectOption({ label: "Mary Number 31" });
  await visitor.press(visitor.t("proposal:propose.submit"), { status: 422 });
  expect(await page.locator('select[name="sponsor"] option:checked').textContent()).toBe("Mary Number 31");
  await visitor.leave();
});
