import type { AttachOutcome } from "../../application/attach-evidence.ts";
import { encodingGuess, tableIn } from "../../application/file-beginnings.ts";
import type { Services } from "../../application/services.ts";
import type { Staged } from "../../application/staged-files.ts";
import { invalid } from "../forms/form.ts";
import type { Filled, FormState } from "../forms/form.ts";
import type { Language } from "../view/languages.ts";
import type { AttachValues } from "./attach-schema.ts";
import { askedAbout, doubtProblems, nothingAsked } from "./doubts.ts";
import type { FormQuestions } from "./doubts.ts";
import { typedMapping } from "./mapping-values.ts";
import { problemLines, saidOf } from "./problems.ts";

/** The form shown once more: what came with it stays, and what its files leave open is asked. */
export type AttachAgain = { readonly form: FormState; readonly staged: Staged | null; readonly asked: FormQuestions };

type Read = { readonly form: Filled<AttachValues>; readonly staged: Staged };
type Outcome<Kind extends AttachOutcome["kind"]> = Extract<AttachOutcome, { readonly kind: Kind }>;

/** What the table is was said; its columns are asked about now. */
export async function askedForColumns({ form, staged }: Read): Promise<AttachAgain> {
  const asked = { ...nothingAsked, guess: await encodingGuess(staged.files) };
  return { form: { ...invalid(form), status: 200 }, staged, asked };
}

/** Every problem of the files; a table nobody knows is asked about by its headings. */
export async function afterUnreadable(
  { stagedFiles }: Services,
  language: Language,
  { form, staged }: Read,
  { problems }: Outcome<"unreadable">,
): Promise<AttachAgain> {
  const unknown = problems.find(({ headings }) => headings !== undefined);
  const table = unknown?.headings === undefined ? null : { headings: unknown.headings, sample: unknown.sample ?? [] };
  if (table !== null) await stagedFiles.sawTable(staged.id, table);
  return {
    form: invalid(form, ...problemLines(language, problems, staged.files)),
    staged: { ...staged, table: table ?? staged.table },
    asked: {
      ...nothingAsked,
      guess: await encodingGuess(staged.files),
      said: saidOf(language, problems, staged.files),
    },
  };
}

/** Each doubt at the field that settles it; where a remembered mapping was used, the mapping too, to be corrected. */
export async function afterDoubts(
  { stagedFiles }: Services,
  language: Language,
  { form, staged }: Read,
  { doubts, mapping }: Outcome<"doubtful">,
): Promise<AttachAgain> {
  const doubted = invalid(form, ...doubtProblems(language, doubts));
  const asked = askedAbout(doubts);
  const remembered = mapping !== null && staged.table === null && Object.keys(mapping.columns).length > 0;
  const table = remembered ? await tableIn(staged.files, mapping.encoding) : staged.table;
  if (!remembered || table === null) return { form: doubted, staged, asked };
  await stagedFiles.sawTable(staged.id, table);
  const typed = { ...typedMapping(mapping), ...doubted.typed };
  return { form: { ...doubted, typed }, staged: { ...staged, table }, asked };
}
