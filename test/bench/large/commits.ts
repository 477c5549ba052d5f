import { decodeLeaf } from "../../../src/ledger/codec.ts";
import type { Effects, LedgerEvent, PrivateText } from "../../../src/ledger/port.ts";
import type { SqliteLedger } from "../../../src/ledger/sqlite.ts";

/** What one command wrote, so that it can be written again elsewhere. */
export interface Commit {
  readonly stream: string;
  readonly events: readonly LedgerEvent[];
  readonly effects: Effects;
  readonly texts: readonly PrivateText[];
}

/** Everything on a short ledger, command by command. */
export async function commitsOf(ledger: SqliteLedger): Promise<Commit[]> {
  const { position } = await ledger.head();
  const events = await ledger.readAll(0, position);
  const bytes = ledger.database.prepare<[number], Buffer>("SELECT bytes FROM leaf WHERE position = ?").pluck();
  const commits: Commit[] = [];
  for (const group of byCommand(events)) {
    const [first] = group;
    const leaf = first === undefined ? undefined : bytes.get(first.position);
    if (first === undefined || leaf === undefined) continue;
    const { effects = {} } = decodeLeaf(leaf);
    const texts = await Promise.all((effects.texts ?? []).map((digest) => ledger.privateText(digest)));
    const kept = texts.filter((text) => text !== null && text !== "erased");
    commits.push({ stream: first.stream, events: group, effects, texts: kept });
  }
  return commits;
}

function byCommand(events: readonly LedgerEvent[]): LedgerEvent[][] {
  const groups: LedgerEvent[][] = [];
  for (const event of events) {
    const last = groups.at(-1);
    if (last?.[0]?.command === event.command) last.push(event);
    else groups.push([event]);
  }
  return groups;
}
