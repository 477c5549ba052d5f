import type { SurveyQuestion } from "./question.ts";

/** Questions on the decision, its effects and its data. Source: `survey.ts`. */
export const effectQuestions = {
  decision: [
    {
      name: "decisionSector1",
      several: true,
      choices: ["item1-1", "item2-1", "item3-1", "item4-1", "item5-1", "item7-1", "item8-1", "item6-1"],
    },
  ],
  impact: [
    { name: "impact30", choices: ["item1-4", "item2-2"] },
    { name: "impact3", choices: ["item1-4", "item2-0"] },
    { name: "impact4A", choices: ["item1-2", "item2-0"] },
    { name: "impact22", choices: ["item1-2", "item2-0"] },
    { name: "impact5", choices: ["item1-2", "item2-0"] },
    { name: "impact6", choices: ["item1-1", "item2-2", "item3-3", "item4-4"] },
    { name: "impact7", choices: ["item1-1", "item2-2", "item3-3", "item4-4"] },
    { name: "impact9", choices: ["item1-1", "item2-2", "item3-3", "item4-4"] },
    { name: "impact24", choices: ["item1-1", "item2-2", "item3-3", "item4-4"] },
    { name: "impact11", choices: ["item1-1", "item2-2", "item3-3", "item4-4"] },
    { name: "impact13", choices: ["item1-1", "item2-2", "item3-3", "item4-4"] },
    { name: "impact15", choices: ["item1-1", "item2-2", "item3-3", "item4-4"] },
    { name: "impact18", choices: ["item1-3", "item2-0", "item3-2", "item4-2", "item5-1", "item6-3"] },
    { name: "impact19I", choices: ["item1-0", "item2-1"] },
    { name: "impact23", choices: ["item1-1", "item2-0"] },
    { name: "impact26", choices: ["item1-0", "item2-0", "item3-0", "item4-0", "item5-0", "item6-0"] },
    {
      name: "impact27",
      choices: ["item1-1", "item2-0"],
      when: { question: "impact26", is: ["item1-0", "item2-0", "item3-0", "item4-0"] },
    },
    { name: "impact28", choices: ["item1-1", "item2-2", "item3-3", "item4-4"] },
  ],
  data: [
    { name: "aboutDataSource1", choices: ["item1-2", "item2-0"] },
    {
      name: "aboutDataSource9",
      choices: ["item1-0", "item2-2"],
      when: { question: "aboutDataSource1", is: ["item1-2"] },
    },
    {
      name: "aboutDataSource10",
      choices: ["item1-2", "item2-0"],
      when: { question: "aboutDataSource1", is: ["item1-2"] },
    },
    {
      name: "aboutDataSource11",
      choices: ["item1-0", "item2-1"],
      when: { question: "aboutDataSource1", is: ["item1-2"] },
    },
    {
      name: "aboutDataSource14",
      several: true,
      choices: ["item1-0", "item2-1", "item3-1", "item4-3", "item5-3", "item6-1"],
      when: { question: "aboutDataSource1", is: ["item1-2"] },
    },
    { name: "aboutDataSource15", choices: ["item1-0", "item2-2", "item3-1"] },
    { name: "aboutDataSource16", choices: ["item1-2", "item2-0", "item3-1"] },
    {
      name: "aboutDataSource2",
      choices: ["item1-0", "item2-1", "item4-3", "item6-3", "item3-2", "item5-4", "item7-4", "item8-0"],
    },
    { name: "aboutDataSource17", choices: ["item1-0", "item2-2", "item3-0"] },
    { name: "aboutDataSource3", choices: ["item1-1", "item2-2", "item3-3"] },
    { name: "aboutDataSource4", choices: ["item1-2", "item2-0"] },
    { name: "aboutDataSource5", choices: ["item1-4", "item2-0"] },
    { name: "aboutDataSource6", choices: ["item1-4", "item2-0"] },
    { name: "aboutDataSource7", choices: ["item1-1", "item2-2", "item3-3", "item4-4"] },
    { name: "aboutDataSource8", choices: ["item1-1", "item2-2", "item3-3", "item4-4"] },
    { name: "aboutDataSourceType1", choices: ["item1-0", "item2-0"] },
    {
      name: "aboutDataSourceType2",
      several: true,
      choices: ["item1-2", "item2-4"],
      when: { question: "aboutDataSourceType1", is: ["item1-0"] },
    },
    { name: "aboutDataSourceType3", choices: ["item1-0", "item2-0"] },
  ],
} satisfies { readonly [section: string]: readonly SurveyQuestion[] };
