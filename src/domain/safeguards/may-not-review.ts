import { hasCommitteeConflict } from "../technology/state/committee.ts";
import { hasConflict, isAuthor } from "../technology/state/people.ts";
import type { Safeguard } from "../technology/state/safeguards.ts";
import type { Technology } from "../technology/state/technology.ts";
import type { PersonId } from "../words/text.ts";

/** Wrote a part of it or of the technology, or has a conflict of interest: then as now, such a person's review is none. */
export const mayNotReview = (t: Technology, { authors }: Pick<Safeguard, "authors">, person: PersonId): boolean =>
  authors.includes(person) || isAuthor(t, person) || hasConflict(t, person) || hasCommitteeConflict(t, person);
