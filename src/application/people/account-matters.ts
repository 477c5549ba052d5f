import { isBarred } from "../../domain/people/barred.ts";
import { isPending, isSole } from "../../domain/people/links.ts";
import type { Role } from "../../domain/people/roles.ts";
import type { Instant, PersonId } from "../../domain/words/text.ts";
import type { People } from "../../projections/people.ts";
import type { PersonView } from "../../projections/people.ts";

/** What about accounts waits for one person, or is theirs to know. */
export type AccountMatter =
  /** A link that this person may confirm or refuse; their own account's among them. */
  | { readonly kind: "confirm-link"; readonly person: PersonId; readonly by: PersonId; readonly until: Instant }
  /** One administrator alone made a link: every approver sees it until the account's wait is over. */
  | { readonly kind: "sole-link"; readonly person: PersonId; readonly by: PersonId; readonly until: Instant };

interface Reader {
  readonly id: PersonId;
  readonly roles: readonly Role[];
}

export function accountMatters(people: People, reader: Reader, now: Instant): readonly AccountMatter[] {
  const own = people.of(reader.id);
  const waits = own !== null && isBarred(own, now);
  return people
    .withLink()
    .flatMap((person) => [
      ...(waits ? [] : confirmable(person, reader, now)),
      ...(reader.roles.includes("approver") ? soleLinks(person, now) : []),
    ]);
}

function confirmable(person: PersonView, { id, roles }: Reader, now: Instant): AccountMatter[] {
  const { request } = person;
  if (request === null || !isPending(person, { now }) || request.askedBy === id) return [];
  if (person.id !== id && !roles.includes("administrator")) return [];
  return [{ kind: "confirm-link", person: person.id, by: request.askedBy, until: request.until }];
}

function soleLinks(person: PersonView, now: Instant): AccountMatter[] {
  const { link, barredUntil } = person;
  if (link === null || barredUntil === null || !isSole(link) || !isBarred(person, now)) return [];
  return [{ kind: "sole-link", person: person.id, by: link.askedBy, until: barredUntil }];
}
