import { inCommitteeConflict } from "../technology/state/committee.ts";
import { inConflict } from "../technology/state/people.ts";
import type { Safeguard } from "../technology/state/safeguards.ts";
import type { Technology } from "../technology/state/technology.ts";
import type { PersonId } from "../words/text.ts";

/** Whoever wrote a part of it or of the technology, or has a conflict of interest, declared at whichever table. */
export const neverReviewing = (t: Technology, { authors }: Pick<Safeguard, "authors">): readonly PersonId[] => [
  ...new Set([...t.authors, ...authors, ...inConflict(t), ...inCommitteeConflict(t)]),
];

/** Then as now, such a person's review is none. */
export const mayNotReview = (t: Technology, safeguard: Pick<Safeguard, "authors">, person: PersonId): boolean =>
  neverReviewing(t, safeguard).includes(person);
