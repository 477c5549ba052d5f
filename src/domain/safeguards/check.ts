import { isDay } from "../words/days.ts";
import type { Reason } from "../words/decision.ts";
import { plainText } from "../words/plain-text.ts";
import { when } from "../words/reasons.ts";
import { isDigest } from "../words/required.ts";
import type { Facts } from "../technology/state/facts.ts";
import { findPerson } from "../technology/state/people.ts";
import type { SafeguardAnswer, SafeguardAnswers } from "../technology/state/safeguards.ts";
import type { Technology } from "../technology/state/technology.ts";
import { labelLength, linkLength } from "./question.ts";
import type { SafeguardQuestion } from "./question.ts";

/** What answers are held against. */
export interface CheckGround {
  readonly technology: Technology;
  readonly facts: Facts;
}

/** Every answer that is none: of a question that is not there, of another type, out of range. */
export function answerReasons(
  questions: readonly SafeguardQuestion[],
  answers: SafeguardAnswers,
  ground: CheckGround,
  under = "",
): readonly Reason[] {
  const known = new Map(questions.map((question) => [question.key, question]));
  return Object.entries(answers).flatMap(([key, answer]) => {
    const question = known.get(key);
    const field = `${under}${key}`;
    return question === undefined
      ? when(true, "SafeguardQuestionUnknown", field, { question: key })
      : faults(question, answer, field, ground);
  });
}

function faults(
  question: SafeguardQuestion,
  answer: SafeguardAnswer,
  field: string,
  ground: CheckGround,
): readonly Reason[] {
  if (question.type === "rows") return rowFaults(question, answer, field, ground);
  if (question.type === "choices" || question.type === "evidence") return listFaults(question, answer, field, ground);
  if (question.type === "number") return numberFaults(question, answer, field);
  if (typeof answer !== "string") return malformed(field);
  const { technology, facts } = ground;
  switch (question.type) {
    case "text":
      return isDigest(answer) ? [] : malformed(field);
    case "technology":
      return when(facts.named?.includes(answer) !== true, "TechnologyUnknown", field, { technology: answer });
    case "label":
    case "standard":
      return labelFaults(answer, labelLength, field);
    case "link":
      return /^https?:\/\/\S+$/.test(answer)
        ? labelFaults(answer, linkLength, field)
        : when(true, "LinkMalformed", field);
    case "day":
      return when(!isDay(answer), "DayMalformed", field);
    case "person":
      // Whoever has left since is still the one who was named.
      return when(
        findPerson(facts, answer) === undefined && !technology.entries.some(({ by }) => by === answer),
        "PersonUnknown",
        field,
        { person: answer },
      );
    case "department":
      return when(!facts.departments.includes(answer), "DepartmentUnknown", field, { department: answer });
    case "choice":
      return when(!question.options.includes(answer), "ChoiceUnknown", field);
    default:
      return question satisfies never;
  }
}

/** Line ends and other controls, and what turns the direction of the text around it. */
const unprintable = /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

const malformed = (field: string): readonly Reason[] => when(true, "AnswerMalformed", field);

function labelFaults(answer: string, most: number, field: string): readonly Reason[] {
  if (!answer.isWellFormed() || plainText(answer) === "" || unprintable.test(answer)) return malformed(field);
  return when(answer.length > most, "AnswerTooLong", field, { most });
}

function numberFaults(
  { least, most, whole }: Extract<SafeguardQuestion, { type: "number" }>,
  answer: SafeguardAnswer,
  field: string,
): readonly Reason[] {
  if (typeof answer !== "number" || !Number.isFinite(answer)) return malformed(field);
  return [
    ...when(whole === true && !Number.isSafeInteger(answer), "NotWhole", field),
    ...when(least !== undefined && answer < least, "TooSmall", field, { least: least ?? 0 }),
    ...when(most !== undefined && answer > most, "TooLarge", field, { most: most ?? 0 }),
  ];
}

function listFaults(
  question: Extract<SafeguardQuestion, { type: "choices" | "evidence" }>,
  answer: SafeguardAnswer,
  field: string,
  { technology }: CheckGround,
): readonly Reason[] {
  if (!Array.isArray(answer) || !answer.every((entry): entry is string => typeof entry === "string"))
    return malformed(field);
  if (new Set(answer).size < answer.length) return malformed(field);
  if (question.type === "choices")
    return when(!answer.every((ticked) => question.options.includes(ticked)), "ChoiceUnknown", field);
  const beside = question.beside === true ? technology.borrowed : [];
  const most = question.most ?? technology.evidence.length + beside.length;
  const known = new Set([
    ...technology.evidence.map(({ evidence }) => evidence),
    ...beside.map((copy) => copy.borrowed),
  ]);
  const unknown = answer.find((evidence) => !known.has(evidence));
  if (unknown !== undefined) return when(true, "EvidenceUnknown", field, { evidence: unknown });
  return [
    ...when(answer.length > most, "TooMany", field, { most }),
    ...kindFaults(question, answer, field, technology),
    ...besideFaults(answer, field, technology),
  ];
}

/** What another technology measured supports and carries nothing alone; and one piece is one, however it came here. */
function besideFaults(answer: readonly string[], field: string, { evidence, borrowed }: Technology): readonly Reason[] {
  const taken = borrowed.filter((copy) => answer.includes(copy.borrowed));
  const digests = [
    ...taken.map(({ digest }) => digest),
    ...evidence.filter((piece) => answer.includes(piece.evidence)).map(({ digest }) => digest),
  ];
  return [
    ...when(taken.length > 0 && taken.length === answer.length, "BorrowedAlone", field),
    ...when(new Set(digests).size < digests.length, "EvidenceCountsOnce", field),
  ];
}

/** Of pieces of another kind, the first says it for all. */
function kindFaults(
  { kinds }: Extract<SafeguardQuestion, { type: "evidence" }>,
  answer: readonly string[],
  field: string,
  { evidence }: Technology,
): readonly Reason[] {
  const other =
    kinds === undefined ? undefined : evidence.find((piece) => answer.includes(piece.evidence) && isOther(piece));
  return when(other !== undefined, "EvidenceOfOtherKind", field, { evidence: other?.evidence ?? "" });

  function isOther({ kind }: Technology["evidence"][number]): boolean {
    return kinds?.every((taken) => taken !== kind) === true;
  }
}

function rowFaults(
  { of, most }: Extract<SafeguardQuestion, { type: "rows" }>,
  answer: SafeguardAnswer,
  field: string,
  ground: CheckGround,
): readonly Reason[] {
  if (!Array.isArray(answer)) return malformed(field);
  // Of too many, the number is what is wrong: a reason for each would be more to read than anybody can.
  if (answer.length > most) return when(true, "TooMany", field, { most });
  return answer.flatMap((row, index) =>
    typeof row === "object"
      ? answerReasons(of, row as SafeguardAnswers, ground, `${field}.${index}.`)
      : malformed(field),
  );
}
