import { shorten } from "../time.ts";
import { Refused } from "../refused.ts";
import { membersOf, warnOfCopies, wholeFormat } from "../whole-files.ts";
import { impactOf, Pages } from "./pages.ts";
import { atLeastOne, eachReport, listOf, periodOf, type Report } from "./reports.ts";
import { isUnreadable, Unreadable } from "../unreadable.ts";

const title = "Lighthouse JSON";

/**
 * Lighthouse reports, one or a list, several files for several pages or runs. The score is that of the worst page, in
 * 0–100; a failed audit of the category accessibility counts once a page, manual and undecided audits are work by hand.
 * A category that could not be computed (score null, runtimeError) is missing evidence, not zero.
 * Source: github.com/GoogleChrome/lighthouse, docs/understanding-results.md.
 */
export const lighthouseJson = wholeFormat({
  name: "lighthouse-json",
  title,
  version: 2,
  changes: [{ version: 2, change: "the steps of user flows" }],
  kind: "accessibility",
  recognises: ({ text }) => /^\s*[[{]/.test(text) && /"lighthouseVersion"\s*:/.test(text),
  measure: (files, _options, findings) => {
    warnOfCopies(files, findings);
    const pages = new Pages(findings.limits);
    const times: unknown[] = [];
    const scores: number[] = [];
    eachReport(files, findings, (written) => {
      // PageSpeed Insights and Lighthouse's own Node module wrap the report.
      const report = membersOf(written["lighthouseResult"]) ?? membersOf(written["lhr"]) ?? written;
      // A stretch of time between two states of a page: Lighthouse looks at no accessibility in it.
      if (report["gatherMode"] === "timespan") {
        findings.warn(
          "timespan-left-out",
          `${addressOf(report)}: a step of a flow that spans time has no accessibility`,
        );
        return null;
      }
      const score = use(report, pages);
      if (isUnreadable(score)) return score;
      scores.push(score);
      times.push(report["fetchTime"]);
      return null;
    });
    atLeastOne(title, findings);
    if (scores.length === 0)
      throw new Refused({ code: "no-result", message: `${title}: no step looked at accessibility` });
    return {
      ...pages.figures(),
      ...periodOf(times),
      score: scores.reduce((worst, score) => Math.min(worst, score), 100),
    };
  },
});

/** The score in 0–100, or the reason why the report holds no result. */
function use(report: Report, pages: Pages): number | Unreadable {
  const page = addressOf(report);
  const category = membersOf(membersOf(report["categories"])?.["accessibility"]);
  const failure = membersOf(report["runtimeError"]);
  const code = failure?.["code"];
  if (typeof code === "string" && code !== "NO_ERROR")
    return new Unreadable("page-not-tested-for", { page, code: shorten(code) });
  if (category === null) return new Unreadable("the-report-on-has-no-category-accessibility", { page });
  const { score } = category;
  if (typeof score !== "number" || score < 0 || score > 1) {
    return new Unreadable("the-accessibility-of-could-not-be-computed", {
      page,
      written: shorten(JSON.stringify(score ?? null)),
    });
  }
  const audits = membersOf(report["audits"]) ?? {};
  pages.page(page);
  for (const { id } of listOf(category["auditRefs"]) ?? []) {
    if (typeof id === "string") note(page, id, membersOf(audits[id]) ?? {}, pages);
  }
  return Math.round(score * 100);
}

function addressOf(report: Report): string {
  const names = ["finalDisplayedUrl", "finalUrl", "requestedUrl"]
    .map((key) => report[key])
    .filter((name) => typeof name === "string");
  return names.find((name) => name !== "") ?? "a page without address";
}

function note(page: string, id: string, { score, scoreDisplayMode, details }: Report, pages: Pages): void {
  switch (scoreDisplayMode) {
    case "notApplicable":
      return;
    case "manual":
    case "error":
      pages.toReview(page, id);
      return;
    case "informative":
      // Lighthouse leaves it to a person whether these are barriers.
      if (score === 0) pages.toReview(page, id);
      return;
    default:
      if (typeof score !== "number") pages.toReview(page, id);
      else if (score < 1) pages.failed(page, id, impactOf(membersOf(membersOf(details)?.["debugData"])?.["impact"]));
  }
}
