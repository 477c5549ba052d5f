import { textKey } from "../../domain/words/plain-text.ts";
import { inSimplified } from "../../domain/words/simplified.ts";
import { shorten } from "../time.ts";
import type { Outcome } from "./attempts.ts";
import { Unreadable } from "../unreadable.ts";

const words = new Map<string, Outcome>([
  ...[
    "success",
    "complete",
    "completed",
    "pass",
    "passed",
    "done",
    "ok",
    "achieved",
    "direct success",
    "unassisted",
    "成功",
    "完成",
    "已完成",
    "通过",
    "顺利完成",
    "独立完成",
  ].map((w) => [w, "success"] as const),
  ...[
    "partial",
    "partially",
    "partial success",
    "success timeout",
    "timeout",
    "partially completed",
    "completed with help",
    "success with help",
    "assisted",
    "with assistance",
    "部分",
    "部分完成",
    "部分成功",
    "部分通过",
    "超时",
    "协助完成",
    "求助完成",
    "在帮助下完成",
  ].map((w) => [w, "partial"] as const),
  ...[
    "failure",
    "fail",
    "failed",
    "incomplete",
    "abandoned",
    "gave up",
    "give up",
    "not completed",
    "not done",
    "unsuccessful",
    "skipped",
    "失败",
    "未完成",
    "没完成",
    "没有完成",
    "放弃",
    "不通过",
    "未通过",
    "不成功",
    "未成功",
  ].map((w) => [w, "failure"] as const),
]);

/** An outcome in words of either language; "failed_bug" and the like are failures with their cause. */
export function parseOutcome(text: string): Outcome | Unreadable {
  const plain = inSimplified(textKey(text)).replace(/[\s_-]+/g, " ");
  const known = words.get(plain) ?? (/^(failed|failure|fail) /.test(plain) ? "failure" : undefined);
  return known ?? new Unreadable("outcome-is-not-success-partial-or-failure", { text: shorten(text.trim()) });
}
