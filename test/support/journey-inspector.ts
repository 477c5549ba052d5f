import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page, Response } from "playwright-core";
import { expect } from "vitest";
import { accessibilityFaults } from "./accessibility.ts";
import { screenshot, sidewaysOverflow } from "./screenshot.ts";

export type InspectorOptions = {
  /** Folder of this journey's screenshots under TOUCHSTONE_SHOTS. */
  readonly name: string;
  /** Without JavaScript axe cannot run in the page. */
  readonly axe: boolean;
  /** What is looked at closely once: each state of each kind of page, told by its headings, or each kind of page. */
  readonly closely?: "state" | "page" | undefined;
  /** False where the product's own typefaces are not loaded: words of others are as wide as these are. */
  readonly widths?: boolean;
};

const widths = [390, 320, 1360] as const;

/** Looks at every page a journey comes to; each kind of page, in each state, closely and once. */
export class Inspector {
  private readonly options: InspectorOptions;
  private readonly seen = new Set<string>();
  private readonly errors: string[] = [];

  constructor(options: InspectorOptions) {
    this.options = options;
  }

  /** From here on nothing goes wrong in this page's console unnoticed. */
  attend(page: Page): void {
    page.on("console", (message) => {
      // What a page or a form answers is judged by its status, in look(); what a page is made of must be there.
      const answer = message.text().startsWith("Failed to load resource");
      if (message.type() === "error" && !answer) this.errors.push(`${page.url()}: ${message.text()}`);
    });
    page.on("response", (response) => {
      const part = !["document", "xhr"].includes(response.request().resourceType());
      if (part && response.status() >= 400) this.errors.push(`${response.url()}: ${response.status()}`);
    });
    page.on("pageerror", (error) => this.errors.push(`${page.url()}: ${error.message}`));
  }

  async look(page: Page, response: Response | null, status: number): Promise<void> {
    const { pathname } = new URL(page.url());
    const text = (await page.locator("main").innerText()).slice(0, 600);
    expect(response?.status(), `${pathname}\n${text}`).toBe(status);
    expect(await page.locator("h1").count(), `headings of ${pathname}`).toBe(1);
    expect(this.errors).toEqual([]);
    const headings = this.options.closely === "page" ? [] : await headingsOf(page);
    const key = [status, kindOf(pathname), ...headings].join("|");
    if (this.seen.has(key)) return;
    this.seen.add(key);
    // Soft: a fault of one page does not hide those of the pages behind it.
    if (this.options.axe) expect.soft(await accessibilityFaults(page), pathname).toEqual([]);
    if (this.options.widths ?? true) await this.measure(page, pathname);
  }

  get pages(): number {
    return this.seen.size;
  }

  private async measure(page: Page, pathname: string): Promise<void> {
    const folder = process.env["TOUCHSTONE_SHOTS"];
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      if ((await sidewaysOverflow(page)) > 0) expect.soft(await widest(page), `${pathname} at ${width} px`).toEqual([]);
      expect.soft(await beyondMargin(page), `words over the margin of ${pathname} at ${width} px`).toEqual([]);
      if (folder === undefined || width === 320) continue;
      const place = join(folder, this.options.name);
      mkdirSync(place, { recursive: true });
      const file = `${String(this.seen.size).padStart(3, "0")}${kindOf(pathname).replaceAll("/", "-").slice(0, 60)}-${width}.png`;
      await screenshot(page, join(place, file));
    }
  }
}

/** "/technologies/queue-forecast/gates/rollout" → "/technologies/…/gates/rollout" */
export function kindOf(pathname: string): string {
  return pathname
    .replace(/^(\/technologies\/)(?!new)[^/]+/, "$1x")
    .replace(/\/[\w-]{36,}/g, "/id")
    .replace(/\/[ew]?\d+/g, "/n");
}

/** What tells one state of a page from another, whatever its numbers are. */
async function headingsOf(page: Page): Promise<readonly string[]> {
  const headings = await page.locator("h2, h3, legend, .ts-empty, .ts-banner--held").allInnerTexts();
  return headings.map((heading) => heading.replace(/\d+/g, "#"));
}

/** What reaches beyond the window, innermost first. */
async function widest(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`[...document.querySelectorAll("main *, header *, footer *")]
    .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth && !one.closest(".ts-scroll, pre"))
    .map((one) => one.outerHTML.slice(0, 200)).reverse().slice(0, 3)`);
}

/** Words that leave the page's margin although nothing scrolls sideways. */
async function beyondMargin(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const main = document.querySelector("main");
    const edge = main.getBoundingClientRect().right - parseFloat(getComputedStyle(main).paddingRight) + 1;
    const words = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    const found = [];
    while (words.nextNode()) {
      const { parentElement, data } = words.currentNode;
      if (data.trim() === "" || parentElement.closest(".ts-scroll, pre, svg, .visually-hidden, .govuk-visually-hidden")) continue;
      // Said to whoever listens, by a rule of the stylesheet instead of a class.
      if (getComputedStyle(parentElement).clipPath === "inset(50%)") continue;
      range.selectNodeContents(words.currentNode);
      if (range.getBoundingClientRect().right > edge) found.push(data.trim().slice(0, 80));
    }
    return found.slice(0, 3);
  })()`);
}
