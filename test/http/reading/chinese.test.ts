import { afterAll, beforeAll, expect, it } from "vitest";
import { faultsOf } from "../../support/plain-chinese.ts";
import { startWalk } from "./walk.ts";
import type { Walk } from "./walk.ts";

let walk: Walk;
beforeAll(async () => (walk = await startWalk()), 180_000);
afterAll(async () => walk.demo.stop());

/** What people wrote themselves, in any language, and what a machine reads. */
const aside = /<(script|style|code|pre|textarea|select|head)\b[\s\S]*?<\/\1>/g;
const inline = /<\/?(?:b|strong|em)\b[^>]*>/g;

const linesOf = (html: string): string[] =>
  html
    .replace(aside, "\n")
    .replace(inline, "")
    .replace(/<[^>]*>/g, "\n")
    .replace(/&#?\w+;/g, " ")
    .replace("Who pays for the second year of the reply desk?", "")
    .split("\n")
    .map((line) => line.trim());

/** Formulas and examples of figures stand on the pages of methods, accepted headings on that of formats. */
const notSentences = /^\/(?:methods|help\/evidence-formats)/;

it("every page is plain Chinese: punctuation, spaces, numbers and one word for each thing", async () => {
  const wrong = new Set<string>();
  let pages = 0;
  const looking = walk.walkers.filter(
    ({ what }) => what === "author" || what === "auditor" || what === "administrator",
  );
  for (const route of walk.routes.filter(({ method }) => method === "get")) {
    const address = walk.addressOf(route);
    if (notSentences.test(address)) continue;
    for (const { browser } of looking) {
      const page = await browser.get(address, { "Accept-Language": "zh-CN" });
      if (!page.html.includes('lang="zh-CN"')) continue;
      pages += 1;
      for (const line of linesOf(page.html))
        for (const fault of faultsOf(line)) wrong.add(`${address}: ${fault}: ${line.slice(0, 160)}`);
    }
  }
  expect([...wrong]).toEqual([]);
  expect(pages).toBeGreaterThan(100);
}, 300_000);
