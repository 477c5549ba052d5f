import type { AttachSubmission } from "./attach-submission.ts";
import { rm, stat } from "node:fs/promises";
import { basename } from "node:path";
import type { Mapping } from "../domain/evidence/mapping.ts";
import type { Technology } from "../domain/technology/state/technology.ts";
import type { RememberedMapping } from "../authority/mappings.ts";
import type { PathFile } from "../evidence/in-worker.ts";
import type { Problem } from "../evidence/refused.ts";
import { machineFaultOf } from "../ledger/machine-fault.ts";
import { pieceDigest } from "../ledger/vault.ts";
import type { StoredFile } from "../ledger/vault.ts";
import { attachCommand } from "./attach-command.ts";
import { doubtsOf } from "./doubts.ts";
import type { Doubt } from "./doubts.ts";
import { handle } from "./handle.ts";
import { readMapped } from "./mapped-reading.ts";
import type { MappedReading, Stated } from "./mapped-reading.ts";
import { peopleDoubt } from "./people-doubt.ts";
import { oneAtATime } from "../ledger/one-at-a-time.ts";
import type { Outcome } from "./outcome.ts";
import type { Services } from "./services.ts";
import { technologyFrame } from "./technology-task.ts";

export type AttachOutcome =
  | Outcome
  | { readonly kind: "unreadable"; readonly problems: readonly Problem[]; readonly remembered?: RememberedMapping }
  | ({ readonly kind: "doubtful" } & Checked)
  /** These files are this piece already; only where that was asked for. */
  | { readonly kind: "existing"; readonly evidence: string };

/** Files that can be read, with what they leave open; nothing of it is recorded. */
export type CheckOutcome =
  Extract<AttachOutcome, { readonly kind: "unreadable" | "unknown" }> | ({ readonly kind: "readable" } & Checked);

interface Checked {
  readonly doubts: readonly Doubt[];
  readonly mapped: MappedReading;
}

/**
 * Measures the files where they lie, lets the domain decide, stores them, and only then writes the event. A refusal
 * at any point leaves nothing behind: neither event nor file.
 */
export async function attachEvidence(services: Services, submission: AttachSubmission): Promise<AttachOutcome> {
  const files = await Promise.all(submission.files.map(toPathFile));
  const checked = await check(services, submission, files);
  if (checked.kind !== "readable") return checked;
  const { doubts, mapped } = checked;
  if (doubts.length > 0) return { ...checked, kind: "doubtful" };
  submission.onProgress?.({ phase: "deciding", share: 0 });
  return oneAtATime(mapped.read.digests, async () => {
    const existing = submission.sameFiles === "answer" ? await standing(services, submission, mapped) : null;
    if (existing !== null) return { kind: "existing", evidence: existing };
    const outcome = await decideAndStore(services, submission, files, mapped);
    if (outcome.kind === "accepted") await rememberMapping(services, submission, mapped);
    return outcome;
  });
}

/** How the files of a submission would be read, and what they leave open where it asks for that. */
export async function checkEvidence(services: Services, submission: AttachSubmission): Promise<CheckOutcome> {
  return check(services, submission, await Promise.all(submission.files.map(toPathFile)));
}

async function check(
  services: Services,
  submission: AttachSubmission,
  files: readonly PathFile[],
): Promise<CheckOutcome> {
  const state = await services.views.technologyState(submission.technology);
  if (state === null) return { kind: "unknown" };
  const stated = statedIn(submission);
  const memory = submission.anew === true ? null : services.mappings;
  const reading = readingOf(services, state, submission);
  const mapped = await readMapped(memory, files, reading, stated, ({ bytesRead, bytesTotal }) =>
    submission.onProgress?.({ phase: "reading", share: bytesTotal === 0 ? 1 : bytesRead / bytesTotal }),
  );
  if (mapped.kind === "refused") return { ...mapped, kind: "unreadable" };
  if (submission.doubts !== "ask") return { kind: "readable", doubts: [], mapped };
  const doubts = await doubtsOf(mapped, files, state.plan?.plan.services ?? [], stated, submission.kind === "document");
  const people = await peopleDoubt(services, state, submission, mapped);
  return { kind: "readable", doubts: people === null ? doubts : [...doubts, people], mapped };
}

/** What a submission's files are read with. */
export const readingOf = ({ config }: Pick<Services, "config">, state: Technology, submission: AttachSubmission) => ({
  withinMs: state.plan?.plan.latencyMs ?? null,
  timeZone: config.timeZone,
  document: submission.kind === "document",
  format: submission.format ?? null,
  mapping: mappingIn(submission) ?? null,
  encoding: submission.encoding,
  answers: submission.answers,
});

/** Null where nothing is stated. */
const statedIn = ({ service, period }: AttachSubmission): Stated | null =>
  service === undefined && period === undefined
    ? null
    : { ...(service !== undefined && { service }), ...(period !== undefined && { from: period.from, to: period.to }) };

const mappingIn = ({ mapping, encoding }: AttachSubmission): Mapping | undefined =>
  mapping === undefined || encoding === undefined ? mapping : { ...mapping, encoding };

async function standing(
  { views }: Services,
  { technology }: AttachSubmission,
  { read }: MappedReading,
): Promise<string | null> {
  const digest = pieceDigest(read.digests);
  const pieces = (await views.technologyState(technology))?.evidence ?? [];
  return pieces.find((piece) => piece.digest === digest && piece.state !== "withdrawn")?.evidence ?? null;
}

/** Only what was given now, with what it adds to: one taken from memory as it is stays as it was given. */
async function rememberMapping(
  { mappings }: Services,
  submission: AttachSubmission,
  { source, mapping }: MappedReading,
): Promise<void> {
  const { actor, answers } = submission;
  const given = mappingIn(submission) !== undefined || Object.keys(answers ?? {}).length > 0;
  if (given && mapping !== null && source !== null) await mappings.remember({ source, mapping, givenBy: actor.id });
}

async function decideAndStore(
  services: Services,
  submission: AttachSubmission,
  files: readonly PathFile[],
  mapped: MappedReading,
): Promise<Outcome> {
  const { read, mapping } = mapped;
  const stored = read.digests.map((digest, index): StoredFile => ({ digest, bytes: files[index]?.bytes ?? 0 }));
  const { technology, title, kind } = submission;
  const role = submission.evidenceRole ?? "pilot";
  const fresh: string[] = [];
  const withdrawn = async (): Promise<void> => {
    for (const digest of fresh) await services.vault.erase(digest);
  };
  const outcome = await handle(services, submission, {
    ...technologyFrame,
    id: technology,
    bound: { technology, digests: [...read.digests].sort(), title: { ...title }, kind: kind ?? null, role, mapping },
    tooLargeAt: "files",
    prepare: async (_, state) => {
      const erased = await services.views.erasedFiles((digest) => read.digests.includes(digest));
      if (erased.length > 0) return { refused: [{ code: "FileErasedBefore", field: "files" }] };
      if (state === null) throw new Error("A stream with events folds to a technology");
      const { value, texts } = await attachCommand(services, state, submission, stored, mapped);
      return { command: value, texts };
    },
    place: () => store(services, files, stored, fresh, submission),
  }).catch(async (error: unknown) => {
    // A disk that failed in the commit may yet have kept it: then the file belongs to an entry.
    if (machineFaultOf(error) !== "io") await withdrawn();
    throw error;
  });
  // Stored for a decision that somebody else's event then overtook.
  if (outcome.kind !== "accepted") await withdrawn();
  else for (const digest of fresh) await services.vault.placing.settle(digest);
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

async function toPathFile({ path, name, bytes }: AttachSubmission["files"][number]): Promise<PathFile> {
  return { path, name: name ?? basename(path), bytes: bytes ?? (await stat(path)).size };
}
