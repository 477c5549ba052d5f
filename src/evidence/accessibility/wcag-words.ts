import { textKey } from "../../domain/words/plain-text.ts";
import { inSimplified } from "../../domain/words/simplified.ts";
import type { Impact } from "./pages.ts";

/** From the best to the worst, as contradicting rows are settled. */
export const results = ["notApplicable", "passed", "notTested", "failed"] as const;
export type Result = (typeof results)[number];

const words: Readonly<Record<Result, readonly string[]>> = {
  passed: [
    "pass",
    "passed",
    "yes",
    "ok",
    "supports",
    "supported",
    "conformant",
    "compliant",
    "met",
    "true",
    "1",
    "通过",
    "符合",
    "合格",
    "达标",
    "满足",
  ],
  failed: [
    "fail",
    "failed",
    "no",
    "partially supports",
    "does not support",
    "not supported",
    "non conformant",
    "not compliant",
    "not met",
    "false",
    "0",
    "不通过",
    "未通过",
    "没通过",
    "不符合",
    "不合格",
    "部分符合",
    "不达标",
    "未达标",
    "不满足",
  ],
  notApplicable: ["not applicable", "n/a", "na", "inapplicable", "not present", "不适用", "无此内容", "不涉及"],
  notTested: [
    "",
    "not tested",
    "untested",
    "not evaluated",
    "not checked",
    "cannot tell",
    "canttell",
    "needs review",
    "to do",
    "未检测",
    "未测",
    "未测试",
    "待测",
    "待检测",
    "待定",
    "无法判断",
  ],
};

const impacts: Readonly<Record<string, Impact>> = {
  critical: "critical",
  致命: "critical",
  serious: "serious",
  严重: "serious",
  高: "serious",
  high: "serious",
  major: "serious",
  moderate: "moderate",
  中等: "moderate",
  中: "moderate",
  medium: "moderate",
  一般: "moderate",
  minor: "minor",
  轻微: "minor",
  低: "minor",
  low: "minor",
};

/** Null for a word that is none of them. */
export function resultOf(cell: string): Result | null {
  const word = inSimplified(textKey(cell)).replace(/[\s_-]+/g, " ");
  return results.find((result) => words[result].includes(word)) ?? null;
}

const impactsByWord = new Map(Object.entries(impacts));

/** A failure of which the impact is not said is serious; null for a word that is none. */
export function impactNamed(cell: string): Impact | null {
  return cell === "" ? "serious" : (impactsByWord.get(inSimplified(textKey(cell))) ?? null);
}

/** The number of a criterion as checklists write it; null where the cell has none. */
export function numberOf(cell: string): string | null {
  return /^(?:wcag\s*)?(?:sc\s*)?(?:9\.(?=\d\.\d{1,2}\.\d))?(\d\.\d{1,2}\.\d{1,2})(?![\d.])/i.exec(cell)?.[1] ?? null;
}
