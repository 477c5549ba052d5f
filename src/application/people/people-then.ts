import type { PersonFacts } from "../../domain/people/facts.ts";
import { personPrefix } from "../../domain/people/streams.ts";
import type { Day } from "../../domain/words/text.ts";
import { factsOfEntries } from "../../projections/people.ts";
import type { Services } from "../services.ts";

/** Who worked here up to an entry, and as what on a day: what is made of the past again must not rest on who is here now. */
export async function peopleThen(
  { ledger }: Pick<Services, "ledger">,
  upTo: number,
): Promise<(today: Day) => readonly PersonFacts[]> {
  const entries = await ledger.readStreams(personPrefix, { upTo });
  return (today) => factsOfEntries(entries, today);
}
