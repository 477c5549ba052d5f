import type { Encoding } from "../domain/evidence/encoding.ts";
import { asRecorded } from "../domain/evidence/as-recorded.ts";
import { isFormatName } from "../domain/evidence/format-name.ts";
import type { FormatName } from "../domain/evidence/format-name.ts";
import type { Mapping, MappingAnswers } from "../domain/evidence/mapping.ts";
import type { Measurement } from "../domain/evidence/measurement.ts";
import type { Statistics } from "../domain/evidence/statistics.ts";
import { unnamedGroups } from "../domain/evidence/group-labels.ts";
import { identities, summarise } from "../domain/evidence/summary.ts";
import type { SummaryPlan } from "../domain/evidence/summary-plan.ts";
import type { Policy } from "../domain/policy/policy.ts";
import type { EvidenceKind } from "../domain/evidence/kinds.ts";
import type { Technology } from "../domain/technology/state/technology.ts";
import type { Piece, EvidenceRole } from "../domain/technology/state/evidence.ts";
import type { PilotPlan } from "../domain/technology/state/pilot.ts";
import { isWithheld } from "../domain/technology/state/in-force.ts";
import { namedGroups } from "../domain/technology/state/named-groups.ts";
import type { PathFile } from "../evidence/in-worker.ts";
import { readEvidenceInWorker } from "../evidence/in-worker.ts";
import type { ReadOptions, ReadOutcome } from "../evidence/format.ts";
import type { Progress } from "../evidence/read.ts";
import type { Ledger } from "../ledger/port.ts";
import type { Vault } from "../ledger/vault.ts";
import { mappingOf } from "./piece-mapping.ts";

export type Measured = Extract<ReadOutcome, { kind: "measured" }>;

/** What a piece was or is read with: the same for attaching and for every later measurement of it. */
export interface Reading {
  readonly withinMs: number | null;
  readonly timeZone: string;
  readonly document: boolean;
  /** The one format that may read it; null: whichever recognises the content. */
  readonly format: FormatName | null;
  /** What a person said of its headings. */
  readonly mapping: Mapping | null;
  /** As a person names it, where no mapping carries it. */
  readonly encoding?: Encoding | undefined;
  /** What was answered to questions about these files, beside or without a mapping. */
  readonly answers?: MappingAnswers | undefined;
  /** True where the piece is recorded already. */
  readonly asRecorded?: boolean;
}

export const readFiles = (
  files: readonly PathFile[],
  reading: Reading,
  onProgress?: (progress: Progress) => void,
): Promise<ReadOutcome> => readEvidenceInWorker(files, optionsOf(reading), onProgress);

export function optionsOf(reading: Reading): ReadOptions {
  const { withinMs, timeZone, document, format, mapping, encoding, answers, asRecorded } = reading;
  return {
    timeZone,
    ...(withinMs !== null && { withinMs }),
    ...(format !== null && { as: format }),
    ...(document && { as: "document" as const }),
    ...(mapping !== null && { mapping }),
    ...(encoding !== undefined && { encoding }),
    ...(answers !== undefined && { answers }),
    ...(asRecorded === true && { asRecorded }),
  };
}

/** The files of an attached piece, where they lie. */
const vaultFiles = (vault: Vault, piece: Pick<Piece, "files">): PathFile[] =>
  piece.files.map(({ digest, bytes }, index) => ({ name: `file ${index + 1}`, path: vault.path(digest), bytes }));

/** What a new piece records of a measurement, and the names of groups that it calls by number: they are kept beside the ledger. */
export function recordOf(
  measurement: Measurement,
  plan: PilotPlan | null,
  policy: Policy,
  excluded: ReadonlySet<string>,
): { readonly statistics: Statistics; readonly words: readonly string[] } {
  const how = { ...summaryPlan(plan, policy, excluded), named: namedGroups(policy, plan) };
  return { statistics: summarise(measurement, how), words: unnamedGroups(measurement, how) };
}

/**
 * The statistics of a recorded piece, made as its record was: before groups had numbers, it held all their names, and
 * figures that readers did not give yet are left out.
 */
export function statisticsAgainOf(
  { groupWords, statistics }: Pick<Piece, "groupWords" | "statistics">,
  measurement: Measurement,
  plan: PilotPlan | null,
  policy: Policy,
  excluded: ReadonlySet<string>,
): Statistics {
  const again =
    groupWords === undefined
      ? summarise(measurement, summaryPlan(plan, policy, excluded))
      : recordOf(measurement, plan, policy, excluded).statistics;
  return isWithheld({ statistics }) ? again : asRecorded(statistics, again);
}

const summaryPlan = (plan: PilotPlan | null, policy: Policy, excluded: ReadonlySet<string>): SummaryPlan => ({
  services: plan?.services ?? [],
  minGroup: policy.minimumGroup,
  excluded,
});

export interface Repeated {
  /** Identified people who were counted before. */
  readonly people: ReadonlySet<string>;
  /** Pieces they were counted in. */
  readonly countedIn: readonly string[];
}

/** Where a piece's bytes and words lie. */
export interface PieceStores {
  readonly ledger: Ledger;
  readonly vault: Vault;
}

const nobody: Repeated = { people: new Set(), countedIn: [] };

/** People whom this measurement repeats from these earlier pieces; who stands in an erased file, or under headings whose meaning was erased, cannot be told. */
export async function repeatedFrom(
  stores: PieceStores,
  earlier: readonly Piece[],
  measurement: Measurement,
): Promise<Repeated> {
  const named = new Set(identities(measurement));
  if (named.size === 0) return nobody;
  const peopleByPiece = await Promise.all(
    earlier.map(async (piece) => [piece, await peopleIn(stores, piece)] as const),
  );
  const shared = peopleByPiece
    .map(([piece, people]) => ({ piece, people: people.filter((person) => named.has(person)) }))
    .filter(({ people }) => people.length > 0);
  return {
    people: new Set(shared.flatMap(({ people }) => people)),
    countedIn: shared.map(({ piece }) => piece.evidence),
  };
}

async function peopleIn(stores: PieceStores, piece: Piece): Promise<string[]> {
  if (piece.erased || !piece.files.every(({ digest }) => stores.vault.has(digest))) return [];
  const outcome = await readPiece(stores, piece);
  return outcome?.kind === "measured" ? identities(outcome.measurement) : [];
}

/**
 * An attached piece read again as it was read then: the same level, zone and mapping, and by the same format, even where
 * a newer reader would now recognise the content as its own. Null where what was said of its headings is gone.
 */
export async function readPiece({ ledger, vault }: PieceStores, piece: Piece): Promise<ReadOutcome | null> {
  const { withinMs, timeZone, kind, format } = piece;
  const mapping = await mappingOf(ledger, piece);
  if (mapping === "gone") return null;
  const reading: Reading = {
    withinMs,
    timeZone,
    mapping,
    document: kind === "document",
    format: null,
    asRecorded: true,
  };
  const files = vaultFiles(vault, piece);
  const outcome = await readFiles(files, reading);
  const others = outcome.kind !== "measured" || outcome.reader.format !== format;
  return others && kind !== "document" && isFormatName(format) ? readFiles(files, { ...reading, format }) : outcome;
}

/** Pieces of one kind and role that count beside a new one: what was withdrawn counts nobody. */
export const countingPieces = (t: Technology, kind: EvidenceKind, role: EvidenceRole): Piece[] =>
  t.evidence.filter(
    (piece) =>
      piece.kind === kind && piece.role === role && piece.state !== "withdrawn" && piece.plan === t.plan?.number,
  );
