import { join } from "node:path";
import type { Browser, Locator, Page, Response } from "playwright-core";
import { expect } from "vitest";
import { createLanguages } from "../../src/http/view/languages.ts";
import type { Language } from "../../src/http/view/languages.ts";
import type { Locale } from "../../src/http/view/locale.ts";
import { kindOf } from "./journey-inspector.ts";
import type { Inspector } from "./journey-inspector.ts";
import { openPage } from "./screenshot.ts";

const languages = createLanguages({ localesDir: join(import.meta.dirname, "../../views/locales"), timeZone: "UTC" });
export const languageIn = (locale: Locale): Language => languages.of(locale);

export type VisitorOptions = {
  readonly browser: Browser;
  /** Asked anew each time: a restart may have moved it. */
  readonly url: () => string;
  readonly locale: Locale;
  readonly javaScript: boolean;
  readonly inspector: Inspector;
  /** Where it is told how many questions each form puts that is sent. */
  readonly asked?: Map<string, number>;
};

/**
 * A person in front of a browser: finds fields by their labels and buttons by their words, as these stand in the
 * reader's language, and has every page that comes looked at.
 */
export class Visitor {
  readonly page: Page;
  readonly language: Language;
  private readonly options: VisitorOptions;
  private password = "";
  private asked = false;

  private constructor(page: Page, options: VisitorOptions) {
    this.page = page;
    this.options = options;
    this.language = languageIn(options.locale);
  }

  static async arrive(options: VisitorOptions): Promise<Visitor> {
    const { browser, locale, javaScript, inspector } = options;
    const page = await openPage(browser, { locale, javaScript });
    page.setDefaultTimeout(45_000);
    inspector.attend(page);
    return new Visitor(page, options);
  }

  get scripted(): boolean {
    return this.options.javaScript;
  }

  t(key: string, values: Readonly<Record<string, string | number>> = {}): string {
    return this.language.t(key, values);
  }

  async open(path: string, status = 200): Promise<void> {
    const response = await this.page.goto(this.options.url() + path);
    await this.options.inspector.look(this.page, response, status);
  }

  async signIn(email: string, password: string): Promise<void> {
    this.password = password;
    await this.open("/sign-in");
    await this.fill(this.t("auth:signIn.email"), email);
    await this.fill(this.t("auth:signIn.password"), password);
    await this.press(this.t("auth:signIn.submit"));
  }

  /** Presses a button that sends a form, and waits for the page that answers. */
  async press(button: string, { status = 200, within }: { status?: number; within?: Locator } = {}): Promise<void> {
    const target = (within ?? this.page).getByRole("button", { name: button, exact: true });
    await this.tally(target);
    await this.go(target, status);
  }

  async follow(link: string, { status = 200, within }: { status?: number; within?: Locator } = {}): Promise<void> {
    const place = within ?? this.page;
    await this.go(place.getByRole("link", { name: link, exact: true }).first(), status);
  }

  /** The field under this label; "(optional)" behind the label is no part of its name. */
  field(label: string, within?: Locator): Locator {
    const optional = escaped(this.t("common:form.optional"));
    const labelled = (within ?? this.page).getByLabel(new RegExp(`^\\s*${escaped(label)}\\s*(${optional})?\\s*$`));
    // A section can be called like a field.
    return labelled.and(this.page.locator("input, select, textarea"));
  }

  async fill(label: string, value: string | number, within?: Locator): Promise<void> {
    await this.field(label, within).fill(String(value));
  }

  async select(label: string, option: string, within?: Locator): Promise<void> {
    await this.field(label, within).selectOption({ label: option });
  }

  /** A group of fields by its legend. */
  group(legend: string, within?: Locator): Locator {
    return (within ?? this.page).getByRole("group", { name: legend, exact: true });
  }

  /** One of a group of radios; a rubric's anchor carries its number before its words. */
  async choose(legend: string, option: string, within?: Locator): Promise<void> {
    const words = new RegExp(`^\\s*(\\S(?:: ?|：))?${escaped(option)}\\s*$`);
    await this.group(legend, within).getByLabel(words).check();
  }

  /** One of a group of checkboxes, by the words beside it; hints may follow these. */
  async tick(legend: string, option: string, within?: Locator): Promise<void> {
    await this.group(legend, within)
      .getByLabel(new RegExp(`^\\s*${escaped(option)}`))
      .first()
      .check();
  }

  /** What is folded away under these words, opened where it is not, as is whatever lies around it. */
  async unfold(words: string): Promise<Locator> {
    const around = this.page.locator("summary", { hasText: words }).locator("xpath=ancestor::details");
    for (const details of await around.all()) {
      if ((await details.getAttribute("open")) === null) await details.locator("> summary").click();
    }
    return around.last();
  }

  /** What was typed is still there. */
  async holds(label: string, value: string, within?: Locator): Promise<void> {
    expect(await this.field(label, within).inputValue()).toBe(value);
  }

  /** The page says this somewhere. */
  async reads(text: string): Promise<void> {
    await this.page.locator("main").getByText(text).first().waitFor();
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }

  /** Of every form once, with the most questions that it put. */
  private async tally(button: Locator): Promise<void> {
    const { asked } = this.options;
    const form = button.locator("xpath=ancestor::form[@method='post']");
    if (asked === undefined || (await form.count()) === 0) return;
    const kind = kindOf((await form.getAttribute("action")) ?? new URL(this.page.url()).pathname);
    const questions = await form.locator(question).count();
    asked.set(kind, Math.max(questions, asked.get(kind) ?? 0));
  }

  private async go(target: Locator, status: number): Promise<void> {
    await this.page.evaluate("document.documentElement.dataset.left = 'yes'");
    const [response] = await Promise.all([this.page.waitForResponse(isPage), target.click()]);
    await this.page.locator("html:not([data-left])").waitFor();
    await this.page.waitForLoadState("load");
    const asked = this.page.locator("#passwordAgain");
    // A journey on a slow machine takes longer than a password counts as just given.
    if (status !== 422 && (await asked.count()) > 0) {
      await asked.fill(this.password);
      return this.go(this.page.getByRole("button", { name: this.t("auth:again.submit"), exact: true }), status);
    }
    await this.options.inspector.look(this.page, response, status);
    const confirm = this.page.locator("form", { has: this.page.locator('input[name="confirmed"]') });
    // What cannot be taken back is asked about once.
    if (!this.asked && (await confirm.count()) > 0) await this.go(confirm.getByRole("button"), status);
  }

  /** Does something that is asked about first, and stays on the page that asks. */
  async untilAsked(act: () => Promise<void>): Promise<void> {
    this.asked = true;
    await act().finally(() => (this.asked = false));
    expect(await this.page.locator('input[name="confirmed"]').count()).toBe(1);
  }
}

/** What somebody fills in: a field, or a group of radios or boxes; what is folded away is none. */
const question = [
  "input:not([type=hidden], [type=radio], [type=checkbox]):visible",
  "select:visible, textarea:visible",
  "fieldset:has(> .govuk-radios, > .ts-checks):visible",
].join(", ");

/** The answer that is shown, not the redirect on the way to it; with JavaScript an upload arrives by itself. */
function isPage(response: Response): boolean {
  const type = response.headers()["content-type"] ?? "";
  // What a page asks for beside, while one types, is no answer to what was pressed.
  const beside = response.request().resourceType() === "fetch";
  return !beside && response.status() !== 303 && type.startsWith("text/html");
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
