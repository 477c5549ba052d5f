import { join } from "node:path";
import type { Browser } from "playwright-core";
import type { Bilingual } from "../../src/demo/cast.ts";
import type { Desk } from "../../src/demo/desk.ts";
import type { Scene } from "../../src/demo/scene.ts";
import type { Policy } from "../../src/domain/policy/policy.ts";
import type { Technology } from "../../src/domain/technology/state/technology.ts";
import type { Locale } from "../../src/http/view/locale.ts";
import { Inspector } from "./journey-inspector.ts";
import type { InspectorOptions } from "./journey-inspector.ts";
import { everybodysPassword, JourneySite, member } from "./journey-site.ts";
import { Visitor } from "./journey-visitor.ts";
import { openBrowser } from "./screenshot.ts";

/** How somebody reads the product. */
type Reading = { readonly locale: Locale; readonly javaScript: boolean };

export type StoryOptions = Reading & {
  readonly name: string;
  /** Who of the cast reads it otherwise than the others. */
  readonly otherwise?: { readonly [login: string]: Partial<Reading> };
  /** Without it nothing is asked for but what the trial shows. */
  readonly policy?: Policy;
  /** Lives that are told before it begins; then nobody sits at the desk, and the policy is theirs. */
  readonly scenes?: readonly Scene[];
  readonly closely?: InspectorOptions["closely"];
  /** False where another story measures the widths of its pages: what the typefaces cost is spared. */
  readonly typefaces?: boolean;
};

/** One technology's way through the product, and everyone who takes part in it, each with a browser of their own. */
export class Story {
  readonly options: StoryOptions;
  readonly language: "en" | "zh";
  private readonly inspectors: { readonly scripted: Inspector; readonly plain: Inspector };
  browser!: Browser;
  site!: JourneySite;
  desk!: Desk;
  /** The technology's address, once it is proposed. */
  path = "";
  private readonly visitors = new Map<string, Visitor>();
  /** How many questions each form that was sent has put. */
  readonly asked = new Map<string, number>();

  constructor(options: StoryOptions) {
    this.options = options;
    this.language = options.locale === "en" ? "en" : "zh";
    // Without JavaScript axe cannot run in the page.
    this.inspectors = {
      scripted: new Inspector({ name: options.name, axe: true, closely: options.closely, widths: this.typefaces }),
      plain: new Inspector({
        name: `${options.name}-plain`,
        axe: false,
        closely: options.closely,
        widths: this.typefaces,
      }),
    };
  }

  private get typefaces(): boolean {
    return this.options.typefaces !== false || process.env["TOUCHSTONE_SHOTS"] !== undefined;
  }

  async begin(): Promise<void> {
    this.browser = await openBrowser({ typefaces: this.typefaces });
    if (this.options.scenes !== undefined) {
      this.site = await JourneySite.lived(this.language, this.options.scenes);
      return;
    }
    const { site, desk } = await JourneySite.peopled(this.language, this.options.policy);
    this.site = site;
    this.desk = desk;
  }

  async end(): Promise<void> {
    await this.browser?.close();
    await this.site?.stop();
    this.site?.remove();
  }

  /** What everyone has in front of them, for whoever looks into a failure. */
  async leaveTraces(): Promise<void> {
    const folder = process.env["TOUCHSTONE_SHOTS"];
    if (folder === undefined) return;
    for (const [login, { page }] of this.visitors) {
      await page.screenshot({ path: join(folder, this.options.name, `failed-${login}.png`), fullPage: true });
    }
  }

  say(words: Bilingual): string {
    return words[this.language];
  }

  /** A person of the cast, signed in through the page the first time. */
  async as(login: string): Promise<Visitor> {
    const known = this.visitors.get(login);
    if (known !== undefined) return known;
    const { locale, javaScript } = { ...this.options, ...this.options.otherwise?.[login] };
    const visitor = await Visitor.arrive({
      browser: this.browser,
      url: () => this.site.url,
      locale,
      javaScript,
      inspector: javaScript ? this.inspectors.scripted : this.inspectors.plain,
      asked: this.asked,
    });
    this.visitors.set(login, visitor);
    await visitor.signIn(member(login, this.language).email, everybodysPassword);
    return visitor;
  }

  /** As it stands on record now. */
  async technology(): Promise<Technology> {
    return this.desk.state(await this.id());
  }

  async id(): Promise<string> {
    const { views } = this.site.services;
    await views.catchUp();
    return views.portfolio.bySlug(this.path.split("/").at(-1) ?? "")?.id ?? "";
  }

  name(login: string): string {
    return member(login, this.language).name;
  }

  today(shift = 0): string {
    return new Date(this.now() + shift * 86_400_000).toISOString().slice(0, 10);
  }

  now(): number {
    return Date.parse(this.site.services.clock.now());
  }

  /** The demonstration's clock, by the control at the top of the page. */
  async pass(step: "day" | "week" | "month"): Promise<void> {
    const planner = await this.as("planner");
    await planner.press(planner.t(`demo:${step}`));
  }

  /** One approver's vote on the page of a gate. */
  async vote(login: string, gate: string, option: string, reason: Bilingual): Promise<Visitor> {
    const approver = await this.as(login);
    await approver.open(`${this.path}/gates/${gate}`);
    await approver.choose(approver.t("gate:decision.what"), approver.t(`words:option.${option}`));
    await approver.fill(approver.t("gate:decision.reason"), this.say(reason));
    await approver.press(approver.t("gate:decision.submit"));
    return approver;
  }
}
