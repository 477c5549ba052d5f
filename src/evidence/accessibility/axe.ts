import type { Findings } from "../format.ts";
import { shorten } from "../time.ts";
import { warnOfCopies, wholeFormat } from "../whole-files.ts";
import { impactOf, Pages } from "./pages.ts";
import { atLeastOne, eachReport, listOf, periodOf, type Report } from "./reports.ts";
import { Unreadable } from "../unreadable.ts";

const title = "axe-core JSON";

/**
 * Results of axe-core: one run or a list of them (axe-cli, @axe-core/playwright), several files for several pages. A
 * failed rule counts once a page, `incomplete` is work by hand. Pages are told by their address.
 * Source: github.com/dequelabs/axe-core, doc/API.md, "Results Object".
 */
export const axeJson = wholeFormat({
  name: "axe-json",
  title,
  version: 1,
  kind: "accessibility",
  recognises: ({ text }) =>
    /^\s*[[{]/.test(text) &&
    (/"testEngine"\s*:\s*\{[^{}]*"axe-core"/.test(text) ||
      (/"(?:violations|incomplete|passes|inapplicable)"\s*:\s*\[/.test(text) && /"helpUrl"\s*:/.test(text))),
  measure: (files, _options, findings) => {
    warnOfCopies(files, findings);
    const pages = new Pages(findings.limits);
    const times: unknown[] = [];
    const limited = new Set<string>();
    eachReport(files, findings, (report) => {
      const reason = use(report, pages);
      if (reason !== null) return reason;
      times.push(report["timestamp"]);
      const only = limitOf(report);
      if (only !== null) limited.add(only);
      return null;
    });
    atLeastOne(title, findings);
    warnOfLimits(limited, findings);
    return { ...pages.figures(), ...periodOf(times) };
  },
});

/** Null where the report was counted, else why it holds no result. */
function use(report: Report, pages: Pages): Unreadable | null {
  const { url, violations, incomplete, passes } = report;
  const [failed, unsure, passed] = [listOf(violations), listOf(incomplete), listOf(passes)];
  const page = typeof url === "string" ? url : "";
  if (page === "") return new Unreadable("the-run-names-no-page");
  if (failed === null) return new Unreadable("no-list-of-violations-for-axe-core", { page: shorten(page) });
  if (unsure === null) return new Unreadable("no-list-of-incomplete-rules-for-what", { page: shorten(page) });
  if (failed.length + unsure.length === 0 && passed?.length === 0)
    return new Unreadable("no-rule-applied-to-nothing-was-tested", { page: shorten(page) });
  pages.page(page);
  for (const rule of failed) pages.failed(page, ruleOf(rule), impactOf(rule["impact"]));
  for (const rule of unsure) pages.toReview(page, ruleOf(rule));
  return null;
}

function ruleOf(rule: Report): string {
  return typeof rule["id"] === "string" ? rule["id"] : JSON.stringify(rule["help"] ?? rule);
}

/** What the run was limited to, null where all rules ran. */
function limitOf({ toolOptions }: Report): string | null {
  const only =
    typeof toolOptions === "object" && toolOptions !== null && "runOnly" in toolOptions ? toolOptions.runOnly : null;
  if (only === null || only === undefined) return null;
  const values = typeof only === "object" && "values" in only ? only.values : only;
  return Array.isArray(values) ? values.map(String).sort().join(", ") : JSON.stringify(values);
}

function warnOfLimits(limits: ReadonlySet<string>, findings: Findings): void {
  if (limits.size === 0) return;
  const all = [...limits].sort().join("; ");
  findings.warn(
    "rules-limited",
    `axe-core ran only the rules of ${all.slice(0, 200)}: other barriers were not looked for`,
  );
}
