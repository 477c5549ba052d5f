import { admitted, choose } from "../support/journey-choices.ts";
import { firmness, look, methods, sameAgain } from "../support/journey-firm.ts";
import {
  baseline,
  pipeline,
  questionnaire,
  unknownHeadings,
  unknownWords,
  whyInChinese,
  workbook,
} from "../support/journey-intake.ts";
import { tell } from "../support/journey-play.ts";

tell("evidence that stands up to an expert", {
  options: {
    name: "evidence",
    locale: "en",
    javaScript: true,
    // The evaluators and approvers sit in another office: one browser speaks Chinese, another runs no scripts.
    otherwise: {
      evaluator: { locale: "zh-CN" },
      approver: { locale: "zh-CN" },
      evaluator2: { javaScript: false },
    },
  },
  before: admitted,
  chapters: [
    ["a planner reckons the samples and locks a plan that chooses more than it must", choose],
    ["a pipeline sends its load test with a token", pipeline],
    ["a table of unknown headings is asked about once", unknownHeadings],
    ["words that no reader knows are asked about once, beside the rows as they will be read", unknownWords],
    ["of a workbook with two tables the one that is meant is asked about once", workbook],
    ["why rows cannot be used is said in Chinese to whoever reads it", whyInChinese],
    ["a questionnaire in GB18030 is read, and measured again", questionnaire],
    ["a baseline is attached without JavaScript", baseline],
    ["the first look is taken", look],
    ["approvers see how firmly the verdict stands", firmness],
    ["a method is looked up and tried", methods],
    ["ledger, decision and evidence come out the same again", sameAgain],
  ],
});
