import type { Instant } from "../../words/text.ts";
import type { Technology } from "./technology.ts";

/** Since when the rollout is taken back and the technology is evaluated again; null where it is not so. */
export function rolledBackAt({ stage, passages }: Pick<Technology, "stage" | "passages">): Instant | null {
  const [before, last] = passages.slice(-2);
  return stage === "evaluating" && before?.stage === "rolling-out" ? (last?.at ?? null) : null;
}
