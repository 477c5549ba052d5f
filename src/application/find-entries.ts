import type { Ledger, LedgerEvent, EntryQuery } from "../ledger/port.ts";
import { technologyStream } from "../domain/technology/streams.ts";
import { committeeStream } from "../domain/committee/committee-stream.ts";
import { personStream } from "../domain/people/streams.ts";

/** What a filter picks, in the ledger's own terms. */
export interface Picked {
  readonly types?: readonly string[];
  /** As actor, as the one whose stream it is, or as the member of the expert committee that it names. */
  readonly person?: string;
  /** Technology id. */
  readonly technology?: string;
  readonly from?: number;
  readonly before?: number;
  readonly limit: number;
}

/** Newest first. A person is looked for by what they did, by what was done to them and by their seats in the committee. */
export async function findEntries(ledger: Ledger, picked: Picked): Promise<readonly LedgerEvent[]> {
  const { person, technology, ...rest } = picked;
  const within = technology === undefined ? rest : { ...rest, stream: technologyStream(technology) };
  if (person === undefined) return ledger.find(within);
  const done = await ledger.find({ ...within, actor: person });
  // Nobody's own stream is a technology's.
  if (technology !== undefined) return newest(done, picked);
  const suffered = await ledger.find({ ...rest, stream: personStream(person) });
  return newest([...done, ...suffered, ...(await seatsOf(ledger, person, rest))], picked);
}

/** Entries of the committee's one stream at a time: those of a person are few among them. */
const page = 200;

async function seatsOf(ledger: Ledger, person: string, query: EntryQuery): Promise<readonly LedgerEvent[]> {
  const theirs: LedgerEvent[] = [];
  for (let within: EntryQuery = { ...query, stream: committeeStream, limit: page }; ;) {
    const entries = await ledger.find(within);
    theirs.push(...entries.filter(({ payload }) => payload["member"] === person));
    const last = entries.at(-1);
    if (last === undefined || entries.length < page || theirs.length >= query.limit) return theirs;
    within = { ...within, before: last.position };
  }
}

function newest(entries: readonly LedgerEvent[], { limit }: Pick<EntryQuery, "limit">): readonly LedgerEvent[] {
  const byPosition = new Map(entries.map((entry) => [entry.position, entry]));
  return [...byPosition.values()].toSorted((a, b) => b.position - a.position).slice(0, limit);
}
