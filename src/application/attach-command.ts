import { canonicalJson } from "../domain/words/canonical.ts";
import type { AttachEvidence, EvidenceRole } from "../domain/technology/state/evidence.ts";
import type { Technology } from "../domain/technology/state/technology.ts";
import { pieceDigest } from "../ledger/vault.ts";
import type { StoredFile } from "../ledger/vault.ts";
import type { AttachSubmission } from "./attach-submission.ts";
import type { MappedReading } from "./mapped-reading.ts";
import { countingPieces, recordOf, repeatedFrom } from "./measure-piece.ts";
import type { Measured } from "./measure-piece.ts";
import { seal } from "./seal.ts";
import type { Sealed } from "./seal.ts";
import type { Services } from "./services.ts";

/** What was read, as the command the domain decides on; its title, its mapping and the names of groups are sealed. */
export async function attachCommand(
  services: Services,
  state: Technology,
  submission: AttachSubmission,
  files: readonly StoredFile[],
  { read, mapping }: MappedReading,
): Promise<Sealed<AttachEvidence>> {
  const { title, period } = submission;
  const role = submission.evidenceRole ?? "pilot";
  const now = services.clock.now();
  // As one text each: a heading of the mapping may be called "text", and a title of the same words outlives its erasure.
  const titled = seal<Pick<AttachEvidence, "title">>({ title });
  const sealedMapping = seal<Pick<AttachEvidence, "mappingText">>({
    mappingText: mapping === null ? null : { text: canonicalJson(mapping) },
  });
  const sealed = {
    value: { ...titled.value, ...sealedMapping.value },
    texts: [...titled.texts, ...sealedMapping.texts],
  };
  const common = {
    type: "AttachEvidence",
    ...sealed.value,
    digest: pieceDigest(files.map(({ digest }) => digest)),
    files,
    timeZone: services.config.timeZone,
    role,
  } as const;
  const from = period?.from ?? now;
  const to = period?.to ?? now;
  if (read.kind === "document")
    return { ...sealed, value: { ...common, ...unmeasured, format: read.format, from, to } };
  const { kind, rowCount, rejectedCount, warnings } = read.measurement;
  const others = mapping?.people === "other";
  const { words, ...figures } = await counted(services, state, read, role, others);
  // Apart from the title, so that erasing a name never takes a title of the same words along.
  const groups = seal<Pick<AttachEvidence, "groupWords">>({ groupWords: words.map((text) => ({ group: { text } })) });
  const value: AttachEvidence = {
    ...common,
    ...figures,
    ...groups.value,
    kind,
    format: read.reader.format,
    readerVersion: String(read.reader.version),
    withinMs: kind === "load" ? (state.plan?.plan.latencyMs ?? null) : null,
    from: read.measurement.from ?? from,
    to: read.measurement.to ?? to,
    rows: rowCount,
    rejectedRows: rejectedCount,
    warnings: [...new Set([...warnings.map(({ code }) => code), ...(others ? ["other-people"] : [])])],
  };
  return { value, texts: [...sealed.texts, ...groups.texts] };
}

/** @param others whether ids that earlier pieces have too are said to be other people's */
async function counted(
  services: Services,
  state: Technology,
  { measurement }: Measured,
  role: EvidenceRole,
  others: boolean,
) {
  const { views } = services;
  const plan = state.plan?.plan ?? null;
  const pinned = state.plan === null ? null : views.policies.version(state.plan.policyVersion);
  const earlier = others ? [] : countingPieces(state, measurement.kind, role);
  const { people, countedIn } = await repeatedFrom(services, earlier, measurement);
  return { ...recordOf(measurement, plan, pinned ?? views.policies.current(), people), countedIn };
}

const unmeasured = {
  kind: "document",
  readerVersion: "1",
  withinMs: null,
  statistics: { kind: "document" },
  groupWords: [],
  rows: 0,
  rejectedRows: 0,
  warnings: [],
  countedIn: [],
} as const;
