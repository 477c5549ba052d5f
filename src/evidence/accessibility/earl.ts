import type { Findings } from "../format.ts";
import { Refused } from "../refused.ts";
import { membersOf, parsedJson, warnOfCopies, wholeFormat } from "../whole-files.ts";
import { Pages } from "./pages.ts";

const title = "EARL JSON-LD";

type Members = Readonly<Record<string, unknown>>;

/**
 * Assertions in W3C's Evaluation and Report Language as JSON-LD: of tools (axe, Alfa, QualWeb …), of ACT implementations and
 * of the WCAG-EM report tool. A failed test is a serious violation, once a page; cantTell and untested are work by hand.
 * Source: w3.org/TR/EARL10-Schema, github.com/w3c/wcag-em-report-tool ("EARL + JSON-LD").
 */
export const earlJson = wholeFormat({
  name: "earl-json",
  title,
  version: 1,
  kind: "accessibility",
  recognises: ({ text }) => /^\s*[[{]/.test(text) && /"@context"|"@graph"/.test(text) && /\bearl\b/i.test(text),
  measure: (files, _options, findings) => {
    warnOfCopies(files, findings);
    const pages = new Pages(findings.limits);
    for (const file of files) walk(parsedJson(file), "", 0, pages, findings);
    if (findings.rowCount > 0) return pages.figures();
    throw new Refused({ code: "no-result", message: `${title}: it holds no assertion with a test and an outcome` });
  },
});

/** JSON-LD may nest assertions below pages, or list both side by side. */
const deepest = 20;

function walk(value: unknown, page: string, depth: number, pages: Pages, findings: Findings): void {
  if (depth > deepest) return;
  if (Array.isArray(value)) {
    for (const item of value as unknown[]) walk(item, page, depth + 1, pages, findings);
    return;
  }
  const members = membersOf(value);
  if (members === null) return;
  const here = pageIn(members) ?? page;
  const outcome = outcomeOf(members);
  if (outcome !== null) note(outcome, testOf(members), subjectOf(members) ?? here, pages, findings);
  // A criterion's own result sums up those of its parts on single pages, and both stand.
  for (const [key, member] of Object.entries(members))
    if (key !== "result") walk(member, here, depth + 1, pages, findings);
}

function note(outcome: string, test: string, page: string, pages: Pages, findings: Findings): void {
  const where = page === "" ? "the website" : page;
  findings.rowCount += 1;
  pages.page(where);
  if (outcome === "failed" || outcome === "fail") pages.failed(where, test, "serious");
  else if (!["passed", "pass", "inapplicable", "notapplicable"].includes(outcome)) pages.toReview(where, test);
}

function outcomeOf(members: Members): string | null {
  const result = membersOf(members["result"] ?? members["earl:result"]);
  const outcome = result?.["outcome"] ?? result?.["earl:outcome"];
  const name = typeof outcome === "string" ? outcome : idOf(outcome);
  return name === null || testOf(members) === "" ? null : lastPart(name).toLowerCase();
}

function testOf(members: Members): string {
  const test = members["test"] ?? members["earl:test"];
  return typeof test === "string" ? test : (idOf(test) ?? textOf(membersOf(test)?.["title"]) ?? "");
}

function subjectOf(members: Members): string | null {
  const subject = members["subject"] ?? members["earl:subject"];
  const first: unknown = Array.isArray(subject) ? subject[0] : subject;
  if (typeof first === "string") return first;
  const { source } = membersOf(first) ?? {};
  return textOf(source) ?? idOf(source) ?? idOf(first);
}

function pageIn(members: Members): string | null {
  const type = members["@type"] ?? members["type"];
  const types = (Array.isArray(type) ? (type as unknown[]) : [type]).map(String).map(lastPart);
  if (!types.some((name) => name === "WebPage" || name === "TestSubject")) return null;
  return textOf(members["url"]) ?? textOf(members["source"]) ?? idOf(members);
}

function idOf(value: unknown): string | null {
  const members = membersOf(value) ?? {};
  return textOf(members["@id"]) ?? textOf(members["id"]);
}

const textOf = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);
const lastPart = (name: string): string => name.split(/[#/:]/).at(-1) ?? name;
