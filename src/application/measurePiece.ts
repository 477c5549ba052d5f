import type { Measurement } from "../domain/evidence/measurement.ts";
import type { Statistics } from "../domain/evidence/statistics.ts";
import { identities, summarise } from "../domain/evidence/summary.ts";
import type { EvidenceKind, Policy } from "../domain/policy/policy.ts";
import type { Piece, Technology } from "../domain/technology/state.ts";
import type { PilotPlan } from "../domain/technology/events.ts";
import type { PathFile } from "../evidence/in-worker.ts";
import { readEvidenceInWorker } from "../evidence/in-worker.ts";
import type { ReadOptions, ReadOutcome } from "../evidence/format.ts";
import type { Progress } from "../evidence/read.ts";
import type { Vault } from "../ledger/vault.ts";

export type Measured = Extract<ReadOutcome, { kind: "measured" }>;

/** What a piece was or is read with: the same for attaching and for every later measurement of it. */
export interface Reading {
  readonly withinMs: number | null;
  readonly timeZone: string;
  readonly document: boolean;
}

export function readFiles(
  files: readonly PathFile[],
  { withinMs, timeZone, document }: Reading,
  onProgress?: (progress: Progress) => void,
): Promise<ReadOutcome> {
  const options: ReadOptions = {
    timeZone,
    ...(withinMs !== null && { withinMs }),
    ...(document && { as: "document" as const }),
  };
  return readEvidenceInWorker(files, options, onProgress);
}

/** The files of an attached piece, where they lie. */
export const vaultFiles = (vault: Vault, piece: Pick<Piece, "files">): PathFile[] =>
  piece.files.map(({ digest, bytes }, index) => ({ name: `file ${index + 1}`, path: vault.path(digest), bytes }));

export const statisticsOf = (
  measurement: Measurement,
  plan: PilotPlan | null,
  policy: Policy,
  excluded: ReadonlySet<string>,
): Statistics => summarise(measurement, { services: plan?.services ?? [], minGroup: policy.minimumGroup, excluded });

export interface Repeated {
  /** Identified people who were counted before. */
  readonly people: ReadonlySet<string>;
  /** Pieces they were counted in. */
  readonly countedIn: readonly string[];
}

const nobody: Repeated = { people: new Set(), countedIn: [] };

/** People whom this measurement repeats from these earlier pieces; who stands in an erased file cannot be told. */
export async function repeatedFrom(
  vault: Vault,
  earlier: readonly Piece[],
  measurement: Measurement,
): Promise<Repeated> {
  const named = new Set(identities(measurement));
  if (named.size === 0) return nobody;
  const found = await Promise.all(earlier.map(async (piece) => [piece, await peopleIn(vault, piece)] as const));
  const shared = found
    .map(([piece, people]) => ({ piece, people: people.filter((person) => named.has(person)) }))
    .filter(({ people }) => people.length > 0);
  return {
    people: new Set(shared.flatMap(({ people }) => people)),
    countedIn: shared.map(({ piece }) => piece.evidence),
  };
}

async function peopleIn(vault: Vault, piece: Piece): Promise<string[]> {
  if (piece.erased || !piece.files.every(({ digest }) => vault.has(digest))) return [];
  const outcome = await readFiles(vaultFiles(vault, piece), readingOf(piece));
  return outcome.kind === "measured" ? identities(outcome.measurement) : [];
}

/** As it was read when it was attached. */
export const readingOf = ({ withinMs, timeZone, kind }: Pick<Piece, "withinMs" | "timeZone" | "kind">): Reading => ({
  withinMs,
  timeZone,
  document: kind === "document",
});

/** Pieces of one kind that count beside a new one: what was withdrawn counts nobody. */
export const countingPieces = (t: Technology, kind: EvidenceKind): Piece[] =>
  t.evidence.filter((piece) => piece.kind === kind && piece.state !== "withdrawn" && piece.plan === t.plan?.number);
