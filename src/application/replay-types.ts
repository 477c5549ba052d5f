import type { Settled } from "../domain/technology/gate/settled-since.ts";
import type { DecisionBasis } from "../domain/technology/recompute.ts";

/**
 * tampering: a stored byte is not what was recorded. method: the same input gives another result now. erased: by law.
 * withheld: what a piece measured was taken away by law. authority: an entry beneath was not its actor's to make.
 */
type Cause = "tampering" | "method" | "erased" | "withheld" | "authority";

export interface ReplayDifference {
  /** Where, as a path or a place a person can find: "entry 17", "evidence e2, file 3f…", "conditions.3.status". */
  readonly where: string;
  readonly recorded: unknown;
  readonly recomputed: unknown;
  readonly cause: Cause;
  /** Where the file's reader is another version now: which, and what it reads otherwise. */
  readonly note?: string;
}

/** Found while checking; an erased text is stated and does not make the decision another one. */
export interface ReplayFinding extends ReplayDifference {
  readonly harmless?: boolean;
}

/** As a person or another program is told. */
export const differenceOf = ({ where, recorded, recomputed, cause, note }: ReplayFinding): ReplayDifference => ({
  where,
  recorded: recorded ?? null,
  recomputed: recomputed ?? null,
  cause,
  ...(note !== undefined && { note }),
});

export interface Replay {
  /** SLUG/GATE */
  readonly decision: string;
  readonly position: number;
  /** Null where its entry cannot be read any more. */
  readonly recorded: DecisionBasis | null;
  /** Null where what is left does not suffice to recompute it. */
  readonly recomputed: DecisionBasis | null;
  readonly same: boolean;
  readonly differences: readonly ReplayDifference[];
  /** What approvers said of it since: it is no part of what was decided. Texts by their digest. */
  readonly settled: readonly Settled[];
}
