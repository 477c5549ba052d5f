import { identities } from "../domain/evidence/summary.ts";
import type { Measurement } from "../domain/evidence/measurement.ts";
import type { Technology } from "../domain/technology/state/technology.ts";
import { canonicalJson } from "../domain/words/canonical.ts";
import type { AttachSubmission } from "./attach-submission.ts";
import type { Doubt } from "./doubts.ts";
import type { MappedReading } from "./mapped-reading.ts";
import { countingPieces, readPiece } from "./measure-piece.ts";
import type { PieceStores } from "./measure-piece.ts";

/** A few corrected answers are no other people. */
const alikeShare = 0.9;

/**
 * Ids that earlier pieces have too, with other answers: running numbers of two surveys, or the same people asked twice. Null
 * where that was said, where no id is shared, and where those who share one answered alike, as in a later copy of a survey.
 */
export async function peopleDoubt(
  stores: PieceStores,
  state: Technology,
  { evidenceRole = "pilot" }: Pick<AttachSubmission, "evidenceRole">,
  { read, mapping }: MappedReading,
): Promise<Doubt | null> {
  if (read.kind !== "measured" || mapping?.people !== undefined) return null;
  const people = answersByPerson(read.measurement);
  if (people.size === 0) return null;
  const shared = new Map<string, boolean>();
  const pieces: string[] = [];
  for (const piece of countingPieces(state, read.measurement.kind, evidenceRole)) {
    if (piece.erased || !piece.files.every(({ digest }) => stores.vault.has(digest))) continue;
    const outcome = await readPiece(stores, piece);
    const before = outcome?.kind === "measured" ? answersByPerson(outcome.measurement) : new Map<string, string>();
    const both = [...people].filter(([id]) => before.has(id));
    if (both.length > 0) pieces.push(piece.evidence);
    for (const [id, answers] of both) shared.set(id, (shared.get(id) ?? false) || before.get(id) === answers);
  }
  const alike = [...shared.values()].filter(Boolean).length;
  if (shared.size === 0 || alike >= shared.size * alikeShare) return null;
  return { about: "question", question: { about: "people", shared: shared.size, of: people.size, pieces } };
}

/** What each identified person of a measurement answered or did, as one text. */
function answersByPerson(measurement: Measurement): Map<string, string> {
  const named = new Set(identities(measurement));
  const people =
    "respondents" in measurement
      ? measurement.respondents
      : measurement.kind === "tasks"
        ? measurement.participants
        : [];
  return new Map(people.filter(({ id }) => named.has(id)).map((person) => [person.id, canonicalJson({ ...person })]));
}
