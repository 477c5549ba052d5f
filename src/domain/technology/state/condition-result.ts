import type { Json } from "../../words/json.ts";
import type { Role } from "../../people/roles.ts";
import type { Day } from "../../words/text.ts";
import type { Thing } from "./thing.ts";

export type ConditionStatus = "met" | "unmet" | "unknown" | "waived";

/**
 * One condition of a gate as it stands. Sentences live with the pages: `reason` and `remedy` are codes with their
 * blanks ("conditions:pilot-length.unmet"), so that the record reads the same in every language.
 */
export interface ConditionResult {
  readonly key: string;
  readonly status: ConditionStatus;
  readonly reason: Sentence;
  /** What the finding names, while it is open or waived. Records of before do not say. */
  readonly names?: readonly Thing[];
  /** Where it is waived: what stands beneath the waiver, and what the waiver answers for. */
  readonly beneath?: Beneath;
  /** How to meet it; null once met. */
  readonly remedy: Sentence | null;
  /** Who has it. */
  readonly owner: Role;
  readonly due: Day | null;
  readonly waivable: boolean;
  readonly deferrable: boolean;
}

interface Beneath {
  readonly reason: Sentence;
  readonly covers: readonly Thing[];
}

export interface Sentence {
  readonly code: string;
  readonly params: { readonly [name: string]: Json };
}

/** The blanks without what only counts the time since: it changes overnight, and no ground does where nothing happened. */
export function withoutAges({ monthsAgo: _, ...params }: Sentence["params"]): Sentence["params"] {
  return params;
}
