import type { EvidenceKind } from "../evidence/kinds.ts";
import type { Named } from "../words/named.ts";
import type { Tier } from "../words/tier.ts";

/**
 * One question of a safeguard. Its words are `safeguards/<kind>:question.<key>` with `.label`, `.hint` and, for choices,
 * `.option.<value>`; where the policy brings the question, it brings the words too.
 */
export type SafeguardQuestion = Asked &
  (
    | { readonly type: "text" | "label" | "day" | "person" | "department" | "technology" | "standard" | "link" }
    | {
        readonly type: "evidence";
        readonly most?: number;
        /** Pieces of these kinds alone are offered and taken; absent: of any. */
        readonly kinds?: readonly EvidenceKind[];
        /** What was taken over from other technologies may stand beside own pieces: nothing is measured or counted here. */
        readonly beside?: true;
      }
    | { readonly type: "choice"; readonly options: readonly string[] }
    | { readonly type: "choices"; readonly options: readonly string[] }
    | { readonly type: "number"; readonly least?: number; readonly most?: number; readonly whole?: true }
    | { readonly type: "rows"; readonly of: readonly RowQuestion[]; readonly most: number }
  );

/** A question of a row; rows hold no rows. */
export type RowQuestion = Exclude<SafeguardQuestion, { readonly type: "rows" }>;

interface Asked {
  readonly key: string;
  /** Asked where every one of these holds by the answers given; in a row, by the answers of the row. */
  readonly when?: readonly Given[];
  /** From this tier on. */
  readonly from?: Tier;
  /** May stay empty for good: nothing is missing without it. */
  readonly optional?: true;
  /** Nobody types it: its kind says what it is, and no form asks for it. */
  readonly stamped?: true;
  /** Of many choices: one list to open rather than a button for each. */
  readonly long?: true;
  /** Under which heading of the form: `safeguards/<kind>:section.<key>`. */
  readonly section?: string;
  /** Where the policy words it. */
  readonly words?: {
    readonly label: Named;
    readonly hint?: Named;
    readonly options?: { readonly [value: string]: Named };
  };
}

/** The answer to `question` is one of `is`; of several ticked, one of them. Of `any`, one at least holds. */
export type Given = { readonly question: string; readonly is: readonly string[] } | { readonly any: readonly Given[] };

/** Characters of a label, and of a link. */
export const labelLength = 120;
export const linkLength = 500;
