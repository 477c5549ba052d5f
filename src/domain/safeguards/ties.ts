import { addMonths, isBefore } from "../words/days.ts";
import { textKey } from "../words/plain-text.ts";
import type { Day } from "../words/text.ts";
import type { SafeguardAnswers } from "../technology/state/safeguards.ts";
import { rowsOf, textOf } from "./answers.ts";

/** What an organisation had to do with the technology itself. */
export const directTies = ["supplied", "built", "paid", "evaluated"] as const;
type DirectTie = (typeof directTies)[number];

/** What one organisation is to another. */
export const ownerships = ["owns", "ownedBy"] as const;
type Ownership = (typeof ownerships)[number];

export interface Tie {
  readonly organisation: string;
  readonly relation: DirectTie | Ownership;
  /** Of an ownership. */
  readonly other: string | null;
  /** Null: not known, so it counts as ever since. */
  readonly from: Day | null;
  /** Null: not known or not over, so it counts as lasting. */
  readonly until: Day | null;
}

/** How an organisation is tied to the technology: over which owners and owned, and by what. */
export interface TiePath {
  readonly over: readonly { readonly relation: Ownership; readonly organisation: string }[];
  readonly relation: DirectTie;
  readonly until: Day | null;
}

/** The time in which a tie counts: from so many months after its end on it does not. Null: not known, so all ties count. */
export interface TieWindow {
  readonly from: Day | null;
  readonly until: Day | null;
  readonly months: number;
}

export const tiesOf = (answers: SafeguardAnswers): readonly Tie[] =>
  rowsOf(answers, "ties").flatMap((row) => {
    const [organisation, relation] = [textOf(row, "organisation"), textOf(row, "relation")];
    if (organisation === null || !isRelation(relation)) return [];
    const [other, from, until] = ["other", "tiedFrom", "tiedUntil"].map((name) => textOf(row, name));
    return [{ organisation, relation, other: other ?? null, from: from ?? null, until: until ?? null }];
  });

/**
 * The shortest way from an organisation to the technology: what it did itself, or what somebody did whom it owns or is
 * owned by, over any number of owners. Of several just as short, the tie that ended last.
 *
 * @returns null where none counts in the window
 */
export function tiePath(ties: readonly Tie[], organisation: string, window: TieWindow): TiePath | null {
  const counting = ties.filter((tie) => counts(tie, window));
  const reached = new Set([textKey(organisation)]);
  let edge: readonly Reached[] = [{ key: textKey(organisation), over: [] }];
  while (edge.length > 0) {
    const paths = edge.flatMap(({ key, over }) => directOf(counting, key).map((tie) => ({ ...tie, over })));
    const [last] = paths.toSorted((a, b) => ((a.until ?? beyond) < (b.until ?? beyond) ? 1 : -1));
    if (last !== undefined) return last;
    edge = edge.flatMap((from) => nextTo(counting, from)).filter(({ key }) => !reached.has(key) && reached.add(key));
  }
  return null;
}

interface Reached {
  readonly key: string;
  readonly over: TiePath["over"];
}

/** Later than any day. */
const beyond = "9999-12-32";

/** Something of it lies in the window, or nobody knows that nothing does. */
function counts(tie: Tie, { from, until, months }: TieWindow): boolean {
  const begun = tie.from === null || until === null || !isBefore(until, tie.from);
  const lasts = tie.until === null || from === null || !isBefore(addMonths(tie.until, months), from);
  return begun && lasts;
}

const directOf = (ties: readonly Tie[], key: string): readonly Pick<TiePath, "relation" | "until">[] =>
  ties.flatMap(({ organisation, relation, until }) =>
    isDirect(relation) && textKey(organisation) === key ? [{ relation, until }] : [],
  );

function nextTo(ties: readonly Tie[], { key, over }: Reached): readonly Reached[] {
  return ties.flatMap(({ organisation, relation, other }) => {
    if (isDirect(relation) || other === null) return [];
    const step = (to: string, by: Ownership) => ({
      key: textKey(to),
      over: [...over, { relation: by, organisation: to }],
    });
    return [
      ...(textKey(organisation) === key ? [step(other, relation)] : []),
      ...(textKey(other) === key ? [step(organisation, relation === "owns" ? "ownedBy" : "owns")] : []),
    ];
  });
}

const isDirect = (relation: Tie["relation"]): relation is DirectTie =>
  (directTies as readonly string[]).includes(relation);

const isRelation = (relation: string | null): relation is Tie["relation"] =>
  relation !== null && ([...directTies, ...ownerships] as readonly string[]).includes(relation);
