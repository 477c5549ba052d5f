import type { Decision, Reason } from "../../words/decision.ts";
import type { Indicator } from "../../measures/measures.ts";
import { agreementOf, itemsToModerate } from "./agreement.ts";
import type { ScoreSheet, SheetItem } from "../state/evaluation.ts";
import { tooFew } from "./evaluators.ts";
import { evaluatorOf, isActive, notAssigned } from "../state/evaluators.ts";
import { rubricItems } from "../../measures/rubric-items.ts";
import type { Facts } from "../state/facts.ts";
import { isUnjudged, restated } from "../state/moderation.ts";
import { mayDecide, mayEvaluate } from "../state/people.ts";
import { pinnedPolicy } from "../state/policy-of.ts";
import { unless, when } from "../../words/reasons.ts";
import type { Technology, TechnologyCommand, TechnologyEvent } from "../state/technology.ts";
import { required } from "../../words/required.ts";
import { supporting } from "../state/borrowed.ts";
import { linkable } from "../state/in-force.ts";

type Command<T extends TechnologyCommand["type"]> = Extract<TechnologyCommand, { type: T }>;

/** Only the digest of the sheet goes on record: nobody's scores can be seen before everybody's are in. */
export function submitScores(t: Technology, c: Command<"SubmitScores">, f: Facts): Decision<TechnologyEvent> {
  const person = f.actor.id;
  const evaluator = evaluatorOf(t, person);
  const reasons = [
    ...notAssigned(t, person),
    ...mayEvaluate(t, person, f),
    ...when(evaluator?.interest === "undeclared", "InterestUndeclared"),
    ...when(evaluator?.state === "submitted", "ScoresSubmittedAlready", undefined, { person }),
    ...required(c.sheet, "sheet"),
    ...itemReasons(t, c.items, f),
  ];
  return unless(reasons, () => [
    { type: "ScoresSubmitted", schema: 1, payload: { evaluator: person, sheet: c.sheet } },
  ]);
}

/** The sheets were opened against their digests by the application; here they must be everybody's, and complete. */
export function revealScores(t: Technology, c: Command<"RevealScores">, f: Facts): Decision<TechnologyEvent> {
  if (t.evaluation === null) return unless(when(true, "EvaluatorMissing"), () => []);
  const { round, evaluators, revealed } = t.evaluation;
  const active = evaluators.filter(isActive);
  const outstanding = active.filter((evaluator) => evaluator.state === "assigned").map((evaluator) => evaluator.letter);
  const reasons = [
    ...when(revealed !== null, "ScoresRevealedAlready"),
    ...when(outstanding.length > 0, "ScoresOutstanding", undefined, { evaluators: outstanding }),
    ...tooFew(t, active.length - outstanding.length, f),
    ...sheetReasons(
      active.map((evaluator) => evaluator.person),
      c.sheets,
    ),
  ];
  const policy = pinnedPolicy(t, f);
  const items = t.plan === null ? [] : rubricItems(t.plan.plan, policy);
  return unless(reasons, () => [
    {
      type: "ScoresRevealed",
      schema: 1,
      payload: {
        round,
        sheets: c.sheets,
        agreement: agreementOf(c.sheets, items, policy),
        moderate: itemsToModerate(c.sheets, items, policy, t.plan?.plan.indicators ?? {}),
      },
    },
  ]);
}

/**
 * After they have heard each other, every evaluator restates the score once; what is said then stands. What was left
 * "not judged" may be judged later, or the item would stay unknown for good.
 */
export function moderateScore(t: Technology, c: Command<"ModerateScore">, f: Facts): Decision<TechnologyEvent> {
  const { item, score, text } = c;
  const evaluator = f.actor.id;
  const revealed = t.evaluation?.revealed ?? null;
  if (revealed === null) return unless([...notAssigned(t, evaluator), ...when(true, "ScoresNotRevealed")], () => []);
  const unjudged = isUnjudged(revealed, item, evaluator);
  const reasons = [
    ...notAssigned(t, evaluator),
    ...when(!revealed.sheets.some((sheet) => sheet.evaluator === evaluator), "NothingScored"),
    ...when(!unjudged && !revealed.moderate.includes(item), "ItemNotInModeration", "item", { item }),
    ...when(!unjudged && restated(revealed, item, evaluator) !== undefined, "ScoreRestatedAlready", "item", { item }),
    ...when(!isScore(score), "ScoreOffScale", "score"),
    ...required(text, "text"),
  ];
  return unless(reasons, () => [
    { type: "ScoreModerated", schema: 1, payload: { item, scores: [{ evaluator, score }], text } },
  ]);
}

/** An evaluator's dissent waits for the reveal: before it, it would tell the others what this one thinks. */
export function recordDissent(t: Technology, c: Command<"RecordDissent">, f: Facts): Decision<TechnologyEvent> {
  const by = f.actor.id;
  const evaluates = notAssigned(t, by).length === 0;
  const decides = mayDecide(t, by, f).length === 0;
  const blind = evaluates && (t.evaluation?.revealed ?? null) === null;
  const reasons = [
    ...when(!evaluates && !decides, "NotTakingPart", undefined, { person: by }),
    ...when(blind, "ScoresNotRevealed"),
    ...required(c.text, "text"),
  ];
  return unless(reasons, () => [{ type: "DissentRecorded", schema: 1, payload: { by, text: c.text } }]);
}

function itemReasons(t: Technology, items: readonly SheetItem[], f: Facts): readonly Reason[] {
  const asked = t.plan === null ? [] : rubricItems(t.plan.plan, pinnedPolicy(t, f));
  const own = linkable(t, f.today).map((piece) => piece.evidence);
  const taken = supporting(t, f.today).map(({ borrowed }) => borrowed);
  return [
    ...asked.flatMap(({ key }) => countReasons(key, items.filter((answer) => answer.item === key).length)),
    ...items.flatMap((answer) => answerReasons(answer, asked, { own, taken })),
  ];
}

const countReasons = (item: string, count: number): readonly Reason[] => [
  ...when(count === 0, "ItemUnscored", `items.${item}`, { item }),
  ...when(count > 1, "ItemScoredTwice", `items.${item}`, { item }),
];

/** What a score may name: evidence of this pilot, and pieces of other technologies that support it and carry none alone. */
interface Linkable {
  readonly own: readonly string[];
  readonly taken: readonly string[];
}

/** A score without evidence is an opinion; "cannot be judged" needs none, but says why like any other. */
function answerReasons(answer: SheetItem, asked: readonly Indicator[], { own, taken }: Linkable): readonly Reason[] {
  const { item, score, evidence, comment } = answer;
  const at = `items.${item}`;
  return [
    ...when(!asked.some(({ key }) => key === item), "ItemUnknown", at, { item }),
    ...when(!isScore(score), "ScoreOffScale", `${at}.score`, { item }),
    ...when(score !== null && evidence.every((id) => taken.includes(id)), "EvidenceMissing", `${at}.evidence`, {
      item,
    }),
    ...evidence
      .filter((id) => !own.includes(id) && !taken.includes(id))
      .flatMap((id) => when(true, "EvidenceNotInForce", `${at}.evidence`, { item, evidence: id })),
    ...required(comment, `${at}.comment`),
  ];
}

const isScore = (score: number | null): boolean =>
  score === null || (Number.isInteger(score) && score >= 1 && score <= 5);

const sheetReasons = (people: readonly string[], sheets: readonly ScoreSheet[]): readonly Reason[] => [
  ...people.flatMap((person) =>
    when(sheets.filter((sheet) => sheet.evaluator === person).length !== 1, "SheetMissing", "sheets", { person }),
  ),
  ...sheets.flatMap(({ evaluator }) =>
    when(!people.includes(evaluator), "SheetUnknown", "sheets", { person: evaluator }),
  ),
];
