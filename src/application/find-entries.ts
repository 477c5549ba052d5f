import type { Ledger, LedgerEvent, EntryQuery } from "../ledger/port.ts";
import { technologyStream } from "../domain/technology/streams.ts";
import { personStream } from "../domain/people/streams.ts";

/** What a filter picks, in the ledger's own terms. */
export interface Picked {
  readonly types?: readonly string[];
  /** As actor, or as the one whose stream it is. */
  readonly person?: string;
  /** Technology id. */
  readonly technology?: string;
  readonly from?: number;
  readonly before?: number;
  readonly limit: number;
}

/** Newest first. A person is looked for twice, by what they did and by what was done to them. */
export async function findEntries(ledger: Ledger, picked: Picked): Promise<readonly LedgerEvent[]> {
  const { person, technology, ...rest } = picked;
  const within = technology === undefined ? rest : { ...rest, stream: technologyStream(technology) };
  if (person === undefined) return ledger.find(within);
  const done = await ledger.find({ ...within, actor: person });
  // Nobody's own stream is a technology's.
  const suffered = technology === undefined ? await ledger.find({ ...rest, stream: personStream(person) }) : [];
  return newest([...done, ...suffered], picked);
}

function newest(entries: readonly LedgerEvent[], { limit }: Pick<EntryQuery, "limit">): readonly LedgerEvent[] {
  const byPosition = new Map(entries.map((entry) => [entry.position, entry]));
  return [...byPosition.values()].toSorted((a, b) => b.position - a.position).slice(0, limit);
}
