import { membersOf, parsedJson, warnOfCopies, wholeFormat, type WholeFile } from "../whole-files.ts";
import { shorten } from "../time.ts";
import { Unreadable } from "../unreadable.ts";
import { impactOf, Pages } from "./pages.ts";
import { atLeastOne, listOf, type Report } from "./reports.ts";

const title = "Pa11y JSON";

/**
 * Issues that Pa11y lists for one page (`--reporter json`), or Pa11y CI for several by their addresses (`--json`). An error
 * is a violation, once a page and rule, serious unless its runner says how grave; warnings and notices are work by hand.
 * The list of one page does not name it: each file is a page then. Source: github.com/pa11y/pa11y, "JSON reporter", and
 * github.com/pa11y/pa11y-ci.
 */
export const pa11yJson = wholeFormat({
  name: "pa11y-json",
  title,
  version: 1,
  kind: "accessibility",
  recognises: ({ text }) => {
    const issues = /"typeCode"\s*:\s*[123]/.test(text) && /"selector"\s*:/.test(text);
    const ci =
      /^\s*\{\s*"total"\s*:\s*\d+\s*,\s*"passes"\s*:\s*\d+\s*,\s*"errors"\s*:\s*\d+\s*,\s*"results"\s*:\s*\{/.test(
        text,
      );
    return ci || (issues && /^\s*[[{]/.test(text));
  },
  measure: (files, _options, findings) => {
    warnOfCopies(files, findings);
    const pages = new Pages(findings.limits);
    for (const file of files) {
      pagesOf(file).forEach(([page, issues], i) => {
        const fault = use(page, issues, pages);
        if (fault === null) findings.rowCount += 1;
        else findings.reject(i + 1, fault, file.name);
      });
    }
    atLeastOne(title, findings);
    return pages.figures();
  },
});

function pagesOf(file: WholeFile): (readonly [page: string, issues: unknown])[] {
  const whole = parsedJson(file);
  if (Array.isArray(whole)) return [[`page of file ${file.digest.slice(0, 12)}`, whole]];
  const members = membersOf(whole) ?? {};
  const results = membersOf(members["results"]);
  if (results !== null) return Object.entries(results);
  const { pageUrl, issues } = members;
  return [[typeof pageUrl === "string" ? pageUrl : `page of file ${file.digest.slice(0, 12)}`, issues]];
}

/** Null where the page was counted, else why it holds no result. */
function use(page: string, value: unknown, pages: Pages): Unreadable | null {
  const issues = listOf(value);
  if (issues === null) return new Unreadable("no-list-of-issues-for", { page: shorten(page) });
  const error = issues.find((issue) => issue["code"] === undefined && issue["type"] === undefined);
  if (error !== undefined) return new Unreadable("page-not-tested", { page: shorten(page) });
  pages.page(page);
  for (const issue of issues) note(page, issue, pages);
  return null;
}

function note(page: string, issue: Report, pages: Pages): void {
  const rule = typeof issue["code"] === "string" ? issue["code"] : JSON.stringify(issue["message"] ?? "");
  if (issue["type"] === "error") pages.failed(page, rule, impactOf(membersOf(issue["runnerExtras"])?.["impact"]));
  else pages.toReview(page, rule);
}
