import type { CheckOutcome } from "../../application/attach-evidence.ts";
import { attachRefusals } from "../../application/attach-refusals.ts";
import type { AttachSubmission } from "../../application/attach-submission.ts";
import { encodingGuess, tableIn } from "../../application/file-beginnings.ts";
import type { MappedReading } from "../../application/mapped-reading.ts";
import type { Services } from "../../application/services.ts";
import type { Staged } from "../../application/staged-files.ts";
import type { Question } from "../../evidence/question.ts";
import { answersIn } from "../../evidence/questions.ts";
import { invalid } from "../forms/form.ts";
import type { Filled, FormState } from "../forms/form.ts";
import type { TechnologyPage } from "../technology-page.ts";
import { typedAnswers } from "./answers.ts";
import type { AttachValues } from "./attach-schema.ts";
import { askedAbout, doubtProblems, nothingAsked } from "./doubts.ts";
import type { FormQuestions } from "./doubts.ts";
import { lookedAt } from "./looked.ts";
import { typedMapping } from "./mapping-values.ts";
import { problemLines, saidOf } from "./problems.ts";
import { questionProblems } from "./question-fields.ts";

/** The form shown once more: what came with it stays, and what its files leave open is asked. */
export type AttachAgain = { readonly form: FormState; readonly staged: Staged | null; readonly asked: FormQuestions };

export type Read = {
  readonly form: Filled<AttachValues>;
  readonly staged: Staged;
  readonly submission: AttachSubmission;
};
type Outcome<Kind extends CheckOutcome["kind"]> = Extract<CheckOutcome, { readonly kind: Kind }>;
/** Whose page it is. */
type At = Pick<TechnologyPage, "language" | "technology">;

/** What the table is was said; its columns are asked about now. */
export async function askedForColumns({ form, staged }: Pick<Read, "form" | "staged">): Promise<AttachAgain> {
  const asked = { ...nothingAsked, guess: await encodingGuess(staged.files) };
  return { form: { ...invalid(form), status: 200 }, staged, asked };
}

/** Every problem of the files; a table nobody knows is asked about by its headings, anything else by its questions. */
export async function afterUnreadable(
  services: Services,
  { language, technology }: At,
  { form, staged, submission }: Read,
  outcome: Omit<Outcome<"unreadable">, "kind">,
): Promise<AttachAgain> {
  const { problems, remembered } = outcome;
  const unknown = problems.find(({ headings }) => headings !== undefined);
  const table = unknown?.headings === undefined ? null : { headings: unknown.headings, sample: unknown.sample ?? [] };
  if (table !== null) await services.stagedFiles.sawTable(staged.id, table);
  const questions = problems.flatMap((problem) => problem.questions ?? []);
  const lines = problemLines(
    language,
    problems.filter(({ questions: open = [] }) => open.every(isHopeless)),
    staged.files,
  );
  const open = invalid(form, ...questionProblems(form, questions), ...lines);
  return {
    form: remembered === undefined ? open : withTyped(open, remembered.mapping),
    staged: { ...staged, table: table ?? staged.table },
    asked: {
      ...nothingAsked,
      questions,
      unreadable: true,
      looked: await lookedAt(services, technology, submission, staged, {
        ...(remembered !== undefined && { remembered }),
      }),
      guess: await encodingGuess(staged.files),
      said: saidOf(language, problems, staged.files),
    },
  };
}

/** None of the files in an archive is known: asking which one is meant is not all there is to say. */
const isHopeless = (question: Question): boolean =>
  question.about === "member" && question.members.every(({ format }) => format === null);

/**
 * Each doubt at the field that settles it. Where there is none the page shows how the files will be read, and what keeps them
 * from being attached however they are read: a row that counts there counts.
 */
export async function afterLook(
  services: Services,
  { language, technology }: At,
  { form, staged, submission }: Read,
  { doubts, mapped }: Omit<Outcome<"readable">, "kind">,
): Promise<AttachAgain> {
  const asked = askedAbout(doubts);
  const problems = [...questionProblems(form, asked.questions), ...doubtProblems(language, doubts)];
  const reasons = problems.length > 0 ? [] : await attachRefusals(services, technology, submission, mapped);
  const refused = reasons.length > 0;
  const looked = await lookedAt(services, technology, submission, staged, { mapped, refused });
  const status = problems.length > 0 ? 422 : refused ? 409 : 200;
  const next: FormState = { ...invalid(form, ...problems), reasons, status };
  const again = { form: next, staged, asked: { ...asked, looked } };
  return problems.length === 0 ? again : corrected(services, again, mapped);
}

/** Where a remembered mapping was used and something stays open, the mapping too, to be corrected. */
async function corrected(services: Services, again: AttachAgain, { mapping, remembered }: MappedReading) {
  const { form, staged } = again;
  if (mapping === null || staged === null || staged.table !== null) return again;
  if (remembered === undefined || Object.keys(mapping.columns).length === 0) return again;
  const table = await tableIn(staged.files, mapping.encoding);
  if (table === null) return again;
  await services.stagedFiles.sawTable(staged.id, table);
  return { ...again, form: withTyped(form, mapping), staged: { ...staged, table } };
}

/** What was said before stands in the form, where nothing else was typed. */
export function withTyped<Shown extends FormState | Filled<AttachValues>>(
  form: Shown,
  mapping: AttachSubmission["mapping"],
): Shown {
  if (mapping === undefined) return form;
  const columns = Object.keys(mapping.columns).length > 0 ? typedMapping(mapping) : {};
  return { ...form, typed: { ...columns, ...typedAnswers(answersIn({ mapping })), ...form.typed } };
}
