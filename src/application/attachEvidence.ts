import { rm, stat } from "node:fs/promises";
import { basename } from "node:path";
import { rejected } from "../domain/decision.ts";
import type { Instant } from "../domain/technology/text.ts";
import type { AttachEvidence } from "../domain/technology/commands.ts";
import type { Technology } from "../domain/technology/state.ts";
import { decide, fold } from "../domain/technology/technology.ts";
import type { PathFile } from "../evidence/in-worker.ts";
import type { Problem, ReadOutcome } from "../evidence/format.ts";
import { pieceDigest } from "../ledger/vault.ts";
import type { StoredFile } from "../ledger/vault.ts";
import { asTechnologyEvent, technologyStream } from "../projections/known.ts";
import { gatherFacts } from "./facts.ts";
import type { TechnologySubmission } from "./handleAny.ts";
import { countingPieces, readFiles, repeatedFrom, statisticsOf } from "./measurePiece.ts";
import type { Measured } from "./measurePiece.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import type { Outcome } from "./outcome.ts";
import type { Raw, RawText } from "./raw.ts";
import { seal } from "./seal.ts";
import type { Services } from "./services.ts";
import { submit } from "./submit.ts";

export interface AttachSubmission extends TechnologySubmission {
  /** Received files, one piece together; gone from their places once they are accepted. Names are for messages only. */
  readonly files: readonly { readonly path: string; readonly name?: string; readonly bytes?: number }[];
  readonly title: RawText;
  /** Attach without measuring. */
  readonly kind?: "document";
  /** The effective period, for files that hold no times; the moment of attaching where absent. */
  readonly period?: { readonly from: Instant; readonly to: Instant };
  readonly onProgress?: (progress: AttachProgress) => void;
}

interface AttachProgress {
  readonly phase: "reading" | "deciding" | "storing";
  /** 0–1 of the phase. */
  readonly share: number;
}

export type AttachOutcome = Outcome | { readonly kind: "unreadable"; readonly problems: readonly Problem[] };

/**
 * Measures the files where they lie, lets the domain decide, stores them, and only then writes the event. A refusal
 * at any point leaves nothing behind: neither event nor file.
 */
export async function attachEvidence(services: Services, submission: AttachSubmission): Promise<AttachOutcome> {
  const { views, config } = services;
  await views.catchUp();
  const state = await views.technologyState(submission.technology);
  if (state === null) return { kind: "unknown" };
  const files = await Promise.all(submission.files.map(toPathFile));
  const reading = {
    withinMs: state.plan?.plan.latencyMs ?? null,
    timeZone: config.timeZone,
    document: submission.kind === "document",
  };
  const read = await readFiles(files, reading, ({ bytesRead, bytesTotal }) =>
    submission.onProgress?.({ phase: "reading", share: bytesTotal === 0 ? 1 : bytesRead / bytesTotal }),
  );
  if (read.kind === "refused") return { kind: "unreadable", problems: read.problems };
  submission.onProgress?.({ phase: "deciding", share: 0 });
  return oneAtATime(read.digests, () => decideAndStore(services, submission, files, read));
}

async function decideAndStore(
  services: Services,
  submission: AttachSubmission,
  files: readonly PathFile[],
  read: Exclude<ReadOutcome, { kind: "refused" }>,
): Promise<Outcome> {
  const stored = read.digests.map((digest, index): StoredFile => ({ digest, bytes: files[index]?.bytes ?? 0 }));
  const { technology, title, kind } = submission;
  const fresh: string[] = [];
  const outcome = await submit(services, submission, {
    stream: technologyStream(technology),
    command: { technology, digests: [...read.digests].sort(), title: { ...title }, kind: kind ?? null },
    exists: true,
    decide: async (past) => {
      const erased = new Set(services.views.erasedFiles());
      if (read.digests.some((digest) => erased.has(digest)))
        return { decision: rejected({ code: "FileErasedBefore", field: "files" }) };
      const state = fold(past.map(asTechnologyEvent));
      if (state === null) throw new Error("A stream with events folds to a technology");
      const raw = await toCommand(services, state, submission, stored, read);
      const { value, texts } = seal<AttachEvidence>(raw);
      const decision = decide(state, value, gatherFacts(services, submission.actor));
      if (decision.kind === "accepted") await store(services, files, stored, fresh, submission);
      return { decision, texts };
    },
  });
  // Stored for a decision that somebody else's event then overtook.
  if (outcome.kind !== "accepted") for (const digest of fresh) await services.vault.erase(digest);
  return outcome;
}

async function store(
  { vault }: Services,
  files: readonly PathFile[],
  stored: readonly StoredFile[],
  fresh: string[],
  { onProgress }: AttachSubmission,
): Promise<void> {
  for (const [index, file] of stored.entries()) {
    const path = files[index]?.path;
    if (path === undefined || fresh.includes(file.digest)) continue;
    if (vault.has(file.digest)) await rm(path, { force: true });
    else {
      await vault.adopt(path, file);
      fresh.push(file.digest);
    }
    onProgress?.({ phase: "storing", share: (index + 1) / stored.length });
  }
}

async function toCommand(
  services: Services,
  state: Technology,
  { title, period }: AttachSubmission,
  files: readonly StoredFile[],
  read: Exclude<ReadOutcome, { kind: "refused" }>,
): Promise<Raw<AttachEvidence>> {
  const now = services.clock.now();
  const common = {
    type: "AttachEvidence",
    digest: pieceDigest(files.map(({ digest }) => digest)),
    files,
    timeZone: services.config.timeZone,
    title,
    role: "pilot",
    mapping: null,
  } as const;
  const from = period?.from ?? now;
  const to = period?.to ?? now;
  if (read.kind === "document") return { ...common, ...unmeasured, format: read.format, from, to };
  const { kind, rowCount, rejectedCount, warnings } = read.measurement;
  return {
    ...common,
    ...(await counted(services, state, read)),
    kind,
    format: read.reader.format,
    readerVersion: String(read.reader.version),
    withinMs: kind === "load" ? (state.plan?.plan.latencyMs ?? null) : null,
    from: read.measurement.from ?? from,
    to: read.measurement.to ?? to,
    rows: rowCount,
    rejectedRows: rejectedCount,
    warnings: [...new Set(warnings.map(({ code }) => code))],
  };
}

async function counted({ vault, views }: Services, state: Technology, { measurement }: Measured) {
  const plan = state.plan?.plan ?? null;
  const pinned = state.plan === null ? null : views.policies.version(state.plan.policyVersion);
  const { people, countedIn } = await repeatedFrom(vault, countingPieces(state, measurement.kind), measurement);
  const statistics = statisticsOf(measurement, plan, pinned ?? views.policies.current(), people);
  return { statistics: statistics, countedIn };
}

const unmeasured = {
  kind: "document",
  readerVersion: "1",
  withinMs: null,
  statistics: { kind: "document" },
  rows: 0,
  rejectedRows: 0,
  warnings: [],
  countedIn: [],
} as const;

async function toPathFile({ path, name, bytes }: AttachSubmission["files"][number]): Promise<PathFile> {
  return { path, name: name ?? basename(path), bytes: bytes ?? (await stat(path)).size };
}
