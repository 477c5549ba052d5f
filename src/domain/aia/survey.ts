import { mitigationQuestions } from "./mitigation.ts";
import { mostOf } from "./question.ts";
import type { SurveyQuestion } from "./question.ts";
import { effectQuestions } from "./raw-effects.ts";
import { projectQuestions } from "./raw-project.ts";

/**
 * The scored questions of Canada's Algorithmic Impact Assessment, tool 1.0.1 of 3 October 2025, which holds the state after
 * the fourth review of the Directive on Automated Decision-Making: names, choices, points and conditions; the words that
 * pages show are the house's own. Source: github.com/canada-ca/aia-eia-js, src/survey-enfr.json at b900dc7d2112, under the
 * MIT licence, © Crown copyright, Government of Canada.
 */
export const rawSections: { readonly [section: string]: readonly SurveyQuestion[] } = {
  ...projectQuestions,
  ...effectQuestions,
};

/** At which of two stages the project is: the measures of that stage are asked and counted. */
export const stageQuestion = { name: "projectDetailsPhase", choices: ["item1", "item2"] } as const;
export const stages = { design: "item1", implementation: "item2" } as const;
export type AiaStage = keyof typeof stages;

/** The questions on measures as the survey calls those of a stage: `privacy3` is `privacyDesign3`. */
export const mitigationSections = (stage: AiaStage): { readonly [section: string]: readonly SurveyQuestion[] } =>
  Object.fromEntries(
    Object.entries<readonly SurveyQuestion[]>(mitigationQuestions).map(([section, questions]) => [
      section,
      questions.map(({ name, when, ...question }) => ({
        ...question,
        name: ofStage(name, stage),
        ...(when && { when: { ...when, question: ofStage(when.question, stage) } }),
      })),
    ]),
  );

const ofStage = (name: string, stage: AiaStage): string =>
  name.replace(/\d/, (first) => `${stage[0]?.toUpperCase() ?? ""}${stage.slice(1)}${first}`);

export const rawQuestions: readonly SurveyQuestion[] = Object.values(rawSections).flat();
export const mitigationOf: { readonly [S in AiaStage]: readonly SurveyQuestion[] } = {
  design: Object.values(mitigationSections("design")).flat(),
  implementation: Object.values(mitigationSections("implementation")).flat(),
};

const most = (questions: readonly SurveyQuestion[]): number =>
  questions.reduce((sum, question) => sum + mostOf(question), 0);

/** Whether shown or not. */
export const mostRaw = most(rawQuestions);
/** Of one stage. */
export const mostMitigation = most(mitigationOf.design);
