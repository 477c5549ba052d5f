import axe from "axe-core";
import type { Page } from "playwright-core";

/**
 * What axe finds against a page as it stands: rule and the elements it names. Only what is at fault is described; the
 * rules themselves are all looked at. Describing what is right took longer than finding what is wrong.
 */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate<string[]>(`axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html.slice(0, 160)).join(" | ")))`);
}
