import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * What axe finds against a page as it stands: rule and the elements it names. Only what is at fault is described; the
 * rules themselves are all looked at. Describing what is right took longer than finding what is wrong.
 */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  // As it stands: what Playwright evaluates is wrapped, parsed twice and half as large again.
  const session = await page.context().newCDPSession(page);
  await session.send("Runtime.evaluate", { expression: axe });
  await session.detach();
  return page.evaluate<string[]>(`axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html.slice(0, 160)).join(" | ")))`);
}
