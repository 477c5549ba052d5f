import type { SurveyQuestion } from "./question.ts";

/** Questions on the project and its system. Source: `survey.ts`. */
export const projectQuestions = {
  reasons: [
    { name: "businessDrivers1", several: true, choices: ["item1", "item2", "item3", "item4", "item5", "item6"] },
    { name: "businessDrivers5", choices: ["item1-2", "item2-1", "item3-0"] },
    { name: "businessDrivers9", choices: ["item1-0", "item2-1"] },
    {
      name: "businessDrivers11",
      several: true,
      choices: ["item1-2", "item2-0", "item3-0", "item4-0", "item5-0", "item6-0"],
    },
  ],
  risk: [
    { name: "riskProfile1", choices: ["item1-3", "item2-0"] },
    { name: "riskProfile2", choices: ["item1-3", "item2-0"] },
    { name: "riskProfile3", choices: ["item1-1", "item2-0"] },
    { name: "riskProfile4", choices: ["item1-0", "item2-0", "item3-4", "item4-4"] },
    { name: "riskProfile7", choices: ["item1-3", "item2-0"] },
    { name: "riskProfile8", choices: ["item1-1", "item2-0"] },
    { name: "riskProfile9", choices: ["item1-0", "item2-0"], when: { question: "projectDetailsPhase", is: ["item1"] } },
    {
      name: "riskProfile10",
      choices: ["item1-0", "item2-0"],
      when: { question: "projectDetailsPhase", is: ["item2"] },
    },
  ],
  authority: [{ name: "projectAuthority1", choices: ["item1-2", "item2-0"] }],
  system: [
    { name: "aboutSystem1", several: true, choices: ["item1", "item2", "item3", "item4", "item5", "item6"] },
    { name: "aboutSystem3", choices: ["item1-0", "item2-0", "item3-1", "item4-1"] },
    { name: "aboutSystem4", choices: ["item1-0", "item2-0", "item3-1", "item4-1"] },
    { name: "aboutSystem5", choices: ["item1-0", "item2-1", "item3-2"] },
    {
      name: "aboutSystem5B",
      choices: ["item1-0", "item2-0"],
      when: { question: "aboutSystem5", is: ["item1-0", "item3-2"] },
    },
    { name: "aboutSystem6", choices: ["item1-0", "item2-2"] },
    { name: "aboutSystem7", choices: ["item1-0", "item2-2"] },
    { name: "aboutSystem8", choices: ["item1-0", "item2-1"] },
    { name: "aboutSystem9", choices: ["item1-0", "item2-2"] },
    { name: "aboutSystem10A", choices: ["item1-0", "item2-2"] },
    { name: "aboutSystem11", choices: ["item1-1", "item2-2", "item3-3", "item4-4"] },
  ],
  algorithm: [
    { name: "aboutAlgorithm1", choices: ["item1-1", "item2-0"] },
    { name: "aboutAlgorithm2", choices: ["item1-3", "item2-0"] },
    { name: "aboutAlgorithm3", several: true, choices: ["item1-0", "item2-1"] },
    { name: "aboutAlgorithm4", several: true, choices: ["item1-0", "item2-1"] },
    { name: "aboutAlgorithm5", choices: ["item1-0", "item2-1"] },
    { name: "aboutAlgorithm8", choices: ["item1-3", "item2-0"] },
    {
      name: "aboutAlgorithm8A",
      choices: ["item1-0", "item2-1"],
      when: { question: "aboutAlgorithm8", is: ["item1-3"] },
    },
    { name: "aboutAlgorithm9", choices: ["item1-2", "item2-0"] },
    { name: "aboutAlgorithm11", choices: ["item1-0", "item2-2"] },
  ],
} satisfies { readonly [section: string]: readonly SurveyQuestion[] };
