import { mitigationNeeded } from "../../domain/aia/score.ts";
import type { AiaLevel } from "../../domain/aia/score.ts";
import { mostRaw } from "../../domain/aia/survey.ts";
import { readAia } from "../../domain/aia/worst.ts";
import { aiaAnswersOf } from "../../domain/safeguard-kinds/aia.ts";
import { withoutInapplicable } from "../../domain/safeguards/answers.ts";
import { tiers } from "../../domain/words/tier.ts";
import type { Reading } from "./reading-model.ts";
import { kindText } from "../stated/words.ts";

/** The score by the assessment's own rules, and beside it the reading in which nothing is taken for granted. */
export const aiaReading: Reading = ({ policy, language: { t, format } }, kind, given) => {
  const { answers } = withoutInapplicable(kind.questions(policy), given);
  const { byItsRules, worst, open, toNextLevel } = readAia(aiaAnswersOf(answers));
  const text = (key: string, values: { readonly [name: string]: string | number } = {}): string =>
    t(kindText(kind, `reading.${key}`), values);
  const level = (of: AiaLevel): string => t(`words:tier.${tiers[of - 1] ?? "IV"}`);
  const count = open.raw.length + open.mitigation.length;
  return {
    title: text("title"),
    facts: [
      {
        term: text("byRules"),
        value: text("byRulesValue", { level: level(byItsRules.level), score: byItsRules.score }),
      },
      { term: text("ours"), value: text("oursValue", { level: level(worst.level), score: worst.score }) },
      { term: text("raw"), value: text("rawValue", { raw: byItsRules.rawScore, most: mostRaw }) },
      {
        term: text("mitigation"),
        value: text(byItsRules.reduced ? "reduced" : "notReduced", {
          points: byItsRules.mitigationScore,
          needed: format.number(mitigationNeeded, 1),
        }),
      },
      ...(toNextLevel === null ? [] : [{ term: text("next"), value: text("nextValue", { count: toNextLevel }) }]),
      ...(count === 0 ? [] : [{ term: text("open"), value: text("openValue", { count }) }]),
    ],
    list: null,
    source: text("source"),
  };
};
