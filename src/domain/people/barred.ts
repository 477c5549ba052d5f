import type { Reason } from "../words/decision.ts";
import type { PersonFacts } from "./facts.ts";
import { personIn } from "./roster.ts";
import { compareInstants } from "../words/days.ts";
import type { Instant, PersonId } from "../words/text.ts";

/** Somebody else may hold the password: until the instant comes, the account decides nothing. */
export const isBarred = ({ barredUntil }: Pick<PersonFacts, "barredUntil">, now: Instant): boolean =>
  barredUntil !== null && compareInstants(now, barredUntil) < 0;

interface Around {
  readonly now: Instant;
  readonly people: readonly Pick<PersonFacts, "id" | "barredUntil">[];
}

/** One reason, which names the instant from which the account decides again; none where no wait is on. */
export function barredReasons({ now, people }: Around, id: PersonId): readonly Reason[] {
  const account = personIn(people, id);
  return account === undefined || !isBarred(account, now)
    ? []
    : [{ code: "AccountBarred", params: { person: id, until: account.barredUntil } }];
}
