import { choicesOf } from "../../domain/safeguard-kinds/impact-assessment.ts";
import { marginsOf } from "../../domain/safeguards/impact/margin.ts";
import type { ImpactMargin, ImpactMargins } from "../../domain/safeguards/impact/margin.ts";
import { readImpact } from "../../domain/safeguards/impact/reading.ts";
import type { ImpactReading } from "../../domain/safeguards/impact/reading.ts";
import type { Tier } from "../../domain/words/tier.ts";
import { named } from "../say/named.ts";
import { obligations } from "../say/obligations.ts";
import type { FactModel } from "../view/components.ts";
import type { SafeguardsPage } from "./page.ts";
import type { Reading } from "./reading-model.ts";
import { kindText, questionLabel } from "../stated/words.ts";

/** The tier that the answers bring, how near its neighbours are, and what it obliges to. */
export const impactReading: Reading = (page, kind, given) => {
  const { policy, language } = page;
  const { t, format } = language;
  const rules = policy.safeguards.impact;
  const answers = choicesOf(given);
  const reading = readImpact(rules, answers);
  const tier = reading.worst.tier;
  const questions = kind.questions(policy);
  const words: Words = {
    text: (key, values = {}) => t(kindText(kind, `reading.${key}`), values),
    tier: (named) => t(`words:tier.${named}`),
    list: (keys) =>
      format.list(
        questions
          .filter(({ key }) => keys.includes(key))
          .map((question) => words.text("question", { question: questionLabel(language, kind, question) })),
      ),
  };
  return {
    title: words.text("title"),
    facts: [...resultFacts(page, words, reading), ...marginFacts(words, marginsOf(rules, answers))],
    list: {
      title: words.text("obliges", { tier: words.tier(tier) }),
      items: [
        obligations(language, policy, tier),
        ...rules.obligations[tier].map((key) => t(kindText(kind, `obligation.${key}`))),
      ],
    },
    source: words.text("source", { source: named(language, rules.source), day: format.date(rules.date) }),
  };
};

type Words = {
  readonly text: (key: string, values?: { readonly [name: string]: string | number }) => string;
  readonly tier: (tier: Tier) => string;
  /** What the questions of these keys are called. */
  readonly list: (keys: readonly string[]) => string;
};

function resultFacts(
  { technology, policy }: SafeguardsPage,
  words: Words,
  reading: ImpactReading,
): readonly FactModel[] {
  const { worst, best, unanswered, inapplicable } = reading;
  const { text, tier, list } = words;
  const most = readImpact(policy.safeguards.impact, {}).worst.points;
  const now = technology.tier;
  const points = { points: worst.points, best: best.points, most };
  return [
    {
      term: text("tier"),
      value: text(worst.tier === best.tier ? "tierValue" : "tierWorst", {
        tier: tier(worst.tier),
        best: tier(best.tier),
      }),
    },
    {
      term: text("now"),
      value: text(now === worst.tier ? "nowSame" : "nowOther", { tier: tier(now), next: tier(worst.tier) }),
    },
    { term: text("points"), value: text(worst.points === best.points ? "pointsValue" : "pointsWorst", points) },
    ...(unanswered.length === 0
      ? []
      : [{ term: text("open"), value: text("openValue", { count: unanswered.length, questions: list(unanswered) }) }]),
    ...(inapplicable.length === 0
      ? []
      : [{ term: text("cleared"), value: text("clearedValue", { questions: list(inapplicable) }) }]),
  ];
}

function marginFacts(words: Words, { up, down, heldBy }: ImpactMargins): readonly FactModel[] {
  return [
    ...(up === null ? [] : marginFact(words, up, "up", [])),
    ...(down === null ? [] : marginFact(words, down, "down", heldBy)),
  ];
}

function marginFact(
  words: Words,
  { tier: to, points, byOneAnswer }: ImpactMargin,
  way: "up" | "down",
  heldBy: readonly string[],
): readonly FactModel[] {
  const { text, tier, list } = words;
  const values = [
    ...(points === null ? [] : [text(`${way}Value`, { count: points })]),
    ...(points === null && heldBy.length > 0 ? [text("downHeld", { questions: list(heldBy) })] : []),
    ...(byOneAnswer.length === 0 ? [] : [oneAnswer(words, way, byOneAnswer)]),
  ];
  return values.length === 0 ? [] : [{ term: text(way, { tier: tier(to) }), value: values.join(text("and")) }];
}

/** More than so many are counted, not named. */
const mostNamed = 3;

const oneAnswer = ({ text, list }: Words, way: "up" | "down", questions: readonly string[]): string =>
  questions.length > mostNamed
    ? text(`${way}Any`, { number: questions.length })
    : text(`${way}One`, { questions: list(questions) });
