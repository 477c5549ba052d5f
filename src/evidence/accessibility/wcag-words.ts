import { shorten } from "../time.ts";
import type { Impact } from "./pages.ts";
import { Unreadable } from "../unreadable.ts";

/** From the best to the worst, as contradicting rows are settled. */
export const results = ["notApplicable", "passed", "notTested", "failed"] as const;
export type Result = (typeof results)[number];

const words: Readonly<Record<Result, readonly string[]>> = {
  passed: ["pass", "passed", "yes", "ok", "supports", "通过", "符合"],
  failed: ["fail", "failed", "no", "partially supports", "does not support", "不通过", "未通过", "不符合"],
  notApplicable: ["not applicable", "n/a", "na", "inapplicable", "不适用"],
  notTested: [
    "",
    "not tested",
    "untested",
    "not evaluated",
    "not checked",
    "cannot tell",
    "canttell",
    "未检测",
    "未测",
  ],
};

const impacts: Readonly<Record<string, Impact>> = {
  critical: "critical",
  致命: "critical",
  serious: "serious",
  严重: "serious",
  moderate: "moderate",
  中等: "moderate",
  minor: "minor",
  轻微: "minor",
};

export function resultOf(cell: string): Result | Unreadable {
  const word = cell.toLowerCase().replace(/[\s_-]+/g, " ");
  const meant = results.find((result) => words[result].includes(word));
  return meant ?? new Unreadable(`result “${shorten(cell)}” is not pass, fail, not applicable or not tested`);
}

/** A failure of which the impact is not said is serious. */
export function impactNamed(cell: string): Impact | Unreadable {
  if (cell === "") return "serious";
  const impact = new Map(Object.entries(impacts)).get(cell.toLowerCase());
  return impact ?? new Unreadable(`impact “${shorten(cell)}” is not critical, serious, moderate or minor`);
}

/** The number of a criterion as checklists write it; null where the cell has none. */
export function numberOf(cell: string): string | null {
  return /^(?:wcag\s*)?(?:sc\s*)?(?:9\.(?=\d\.\d{1,2}\.\d))?(\d\.\d{1,2}\.\d{1,2})(?![\d.])/i.exec(cell)?.[1] ?? null;
}
