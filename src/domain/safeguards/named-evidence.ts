import type { Day } from "../words/text.ts";
import type { Piece } from "../technology/state/evidence.ts";
import { supporting } from "../technology/state/borrowed.ts";
import { isInForce, isWithheld } from "../technology/state/in-force.ts";
import type { SafeguardAnswers } from "../technology/state/safeguards.ts";
import type { Technology } from "../technology/state/technology.ts";
import { listOf, rowsOf } from "./answers.ts";
import type { SafeguardQuestion } from "./question.ts";

/** A piece of evidence that an answer names, with the field it stands at: "report" or "findings.2.remedyProof". */
export interface NamedEvidence {
  readonly field: string;
  readonly evidence: string;
}

/** Every piece that the answers name, in the order of the questions; in rows too. */
const namedEvidence = (questions: readonly SafeguardQuestion[], answers: SafeguardAnswers): readonly NamedEvidence[] =>
  questions.flatMap((question): readonly NamedEvidence[] => {
    if (question.type === "evidence") return at(question.key, listOf(answers, question.key));
    if (question.type !== "rows") return [];
    const inRows = question.of.filter(({ type }) => type === "evidence");
    return rowsOf(answers, question.key).flatMap((row, index) =>
      inRows.flatMap(({ key }) => at(`${question.key}.${index}.${key}`, listOf(row, key))),
    );
  });

const at = (field: string, pieces: readonly string[]): readonly NamedEvidence[] =>
  pieces.map((evidence) => ({ field, evidence }));

/**
 * Those of them that show nothing as of a day: withdrawn, expired, erased or withheld; of what was taken over, where that
 * became of it at its origin, or it is put away or offered no longer.
 */
export function fallenEvidence(
  questions: readonly SafeguardQuestion[],
  answers: SafeguardAnswers,
  t: Technology,
  today: Day,
): readonly NamedEvidence[] {
  const counting = new Set([
    ...t.evidence.filter((piece) => shows(piece, today)).map(({ evidence }) => evidence),
    ...supporting(t, today).map(({ borrowed }) => borrowed),
  ]);
  return namedEvidence(questions, answers).filter(({ evidence }) => !counting.has(evidence));
}

const shows = (piece: Piece, today: Day): boolean => isInForce(piece, today) && !piece.erased && !isWithheld(piece);
