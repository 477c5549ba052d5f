import { hash } from "node:crypto";
import type { JsonObject } from "../../../src/domain/words/json.ts";
import type { LedgerEvent, PrivateText } from "../../../src/ledger/port.ts";
import type { Commit } from "./commits.ts";
import { copyOf, idOf, sealed } from "./copy.ts";
import type { Write } from "./writer.ts";

/** Technologies that have more of something than most, by the address they get. */
export interface Notable {
  readonly slug: string;
  readonly pattern: readonly Commit[];
  /** Entries in all, filled up with incidents that were closed and with lessons. */
  readonly events?: number;
  /** Pieces of evidence in all, filled up with other answers and runs of the same kinds. */
  readonly pieces?: number;
  /** Needs that are listed one by one. */
  readonly needs?: number;
}

export async function writeNotable(write: Write, notable: Notable, time: string): Promise<void> {
  const id = idOf(notable.slug);
  const named = { id, slug: notable.slug, name: notable.slug.replaceAll("-", " ") };
  const commits = notable.pattern.map((commit) => copyOf(commit, named));
  for (const commit of commits) await write(commit);
  const events = commits.flatMap((commit) => commit.events);
  const proposed = events[0];
  if (proposed === undefined) throw new Error(`${notable.slug} has no pattern`);
  const at = { ...proposed, time, position: 0 };
  const commit = (added: readonly LedgerEvent[], texts: readonly PrivateText[]): Commit => ({
    stream: proposed.stream,
    events: added,
    effects: {},
    texts,
  });
  for (const piece of pieces(events, notable.pieces ?? 0)) await write(commit([{ ...at, ...piece }], []));
  const needs = Array.from({ length: notable.needs ?? 0 }, (_, n) =>
    sealed(`People need it on day ${n}.`, `${id} n${n}`),
  );
  const listed = needs.map(({ digest }, n) => ({ need: `n${n + 1}`, text: digest }));
  if (listed.length > 0) await write(commit([entry(at, "NeedsStated", { needs: listed })], needs));
  const incidents = events.filter(({ type }) => type === "IncidentRecorded").length;
  const missing = (notable.events ?? 0) - events.length;
  for (let n = 0; 2 * n < missing; n += 1) {
    const [text, closing] = [
      sealed(`Case ${n}: the queue stood still.`, `${id} ${n}`),
      sealed(`Mended ${n}.`, `${id} c${n}`),
    ];
    const incident = `i${incidents + n + 1}`;
    const entries = n % 50 === 49 ? lessons(at, text, closing) : handled(at, incident, text.digest, closing.digest);
    await write(commit(entries, [text, closing]));
  }
}

const entry = (at: LedgerEvent, type: string, payload: JsonObject): LedgerEvent => ({
  ...at,
  type,
  schema: 1,
  payload,
});

const lessons = (at: LedgerEvent, ...texts: readonly PrivateText[]): LedgerEvent[] =>
  texts.map(({ digest }) => entry(at, "LessonsRecorded", { text: digest }));

function handled(at: LedgerEvent, incident: string, text: string, closing: string): LedgerEvent[] {
  const occurredAt = at.time;
  const recorded = { incident, severity: 4, occurredAt, dueOn: "2099-01-01", text };
  return [entry(at, "IncidentRecorded", recorded), entry(at, "IncidentClosed", { incident, text: closing })];
}

/** The technology's own pieces again, each as a file of its own. */
function pieces(events: readonly LedgerEvent[], count: number): Pick<LedgerEvent, "type" | "schema" | "payload">[] {
  const own = events.filter(({ type, payload }) => type === "EvidenceAttached" && payload["wave"] === null);
  const first = events.filter(({ type }) => type === "EvidenceAttached").length;
  return Array.from({ length: Math.max(0, count - first) }, (_, n) => {
    const { type, schema, payload } = own[n % own.length] ?? {};
    if (type === undefined || schema === undefined || payload === undefined) throw new Error("No evidence to repeat");
    const digest = hash("sha256", `piece ${n} of ${count}`, "hex");
    return { type, schema, payload: { ...payload, evidence: `e${first + n + 1}`, digest } };
  });
}
