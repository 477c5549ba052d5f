import { evidenceKinds } from "../../domain/evidence/kinds.ts";
import { registeredConditions } from "../../domain/gates/register.ts";
import { methods } from "../../domain/methods/methods.ts";
import type { Language } from "../view/languages.ts";
import { conditionTitle } from "./condition.ts";
import { explainedWords } from "./explained.ts";
import { helpStates, stateHelp, stateTitle } from "./help-states.ts";

/** One place of the help that says what one thing is. */
export type HelpParagraph = { readonly title: string; readonly text: string; readonly href: string };

export const jobs = ["planner", "evaluator", "approver", "auditor", "administrator", "member"] as const;
export type Job = (typeof jobs)[number];

/** All of them: the words, the jobs, every condition of a gate, every state, every method that makes a number. */
export const helpParagraphs = (language: Language): readonly HelpParagraph[] => [
  ...explainedWords.map((word) => wordParagraph(language, word)),
  ...jobs.map((job) => jobParagraph(language, job)),
  ...registeredConditions.map((key) => conditionParagraph(language, key)),
  ...helpStates.flatMap(({ of, values }) => values.map((value) => stateParagraph(language, of, value))),
  ...evidenceKinds.map((kind) => kindParagraph(language, kind)),
  ...[...methods.keys()].map((name) => methodParagraph(language, name)),
];

function wordParagraph({ t, locale }: Language, word: string): HelpParagraph {
  const title = t(`help:word.${word}.${locale === "en" ? "en" : "zh"}`);
  return { title, text: t(`help:word.${word}.meaning`), href: `/help#word-${word}` };
}

export const jobParagraph = ({ t }: Language, job: Job): HelpParagraph => ({
  title: t(`help:job.${job}.title`),
  text: t(`help:job.${job}.lead`),
  href: `/help/roles/${job}`,
});

/** What it asks for, in the words in which the policy offers it. */
export const conditionParagraph = (language: Language, key: string): HelpParagraph => ({
  title: conditionTitle(language, key),
  text: language.t(`conditions:${key}.asks`),
  href: `/help/conditions#${key}`,
});

export const stateParagraph = (language: Language, of: string, value: string): HelpParagraph => ({
  title: stateTitle(language, of, value),
  text: language.t(`help:state.${of}.${value}`),
  href: stateHelp(of, value),
});

/** What is measured from files of a kind, and how they look. */
const kindParagraph = ({ t }: Language, kind: string): HelpParagraph => ({
  title: t(`words:kind.${kind}`),
  text: t(`help:kind.${kind}`),
  href: `/help/evidence-formats#${kind}`,
});

const methodParagraph = ({ t }: Language, name: string): HelpParagraph => ({
  title: t(`methods:method.${name}.title`),
  text: t(`methods:method.${name}.for`),
  href: `/methods/${name}`,
});
