import { shorten } from "../time.ts";
import type { Outcome } from "./attempts.ts";
import { Unreadable } from "../unreadable.ts";

const words = new Map<string, Outcome>([
  ...["success", "complete", "completed", "pass", "passed", "done", "成功", "完成"].map((w) => [w, "success"] as const),
  ...["partial", "partially", "partial success", "success timeout", "timeout", "部分", "部分完成", "超时"].map(
    (w) => [w, "partial"] as const,
  ),
  ...["failure", "fail", "failed", "incomplete", "abandoned", "gave up", "失败", "未完成", "放弃"].map(
    (w) => [w, "failure"] as const,
  ),
]);

/** An outcome in words of either language; "failed_bug" and the like are failures with their cause. */
export function parseOutcome(text: string): Outcome | Unreadable {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, " ");
  const known = words.get(plain) ?? (/^(failed|failure|fail) /.test(plain) ? "failure" : undefined);
  return known ?? new Unreadable(`outcome “${shorten(text.trim())}” is not success, partial or failure`);
}
