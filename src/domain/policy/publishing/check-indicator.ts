import type { Reason } from "../../words/decision.ts";
import { share, wholeIn } from "../../words/check-number.ts";
import { isJudged, knownMeasure } from "../../measures/measures.ts";
import { tiers } from "../../words/tier.ts";
import type { Indicator } from "../../measures/measures.ts";

export const checkIndicator = (indicator: Indicator, path: string): readonly Reason[] => [
  ...checkKey(indicator.key, `${path}.key`),
  ...named(indicator.name.en, indicator.name.zh, `${path}.name`),
  ...share(`${path}.weight`, indicator.weight, 0, 1),
  ...checkMeasure(indicator, path),
  ...checkGroups(indicator, `${path}.groups`),
  ...checkNumbers(indicator, path),
  ...tiers.flatMap((tier) => {
    const level = indicator.byTier?.[tier];
    return level === undefined ? [] : checkNumbers({ ...indicator, ...level }, `${path}.byTier.${tier}`, level);
  }),
];

/** Forms and records name an indicator by it. The two words are names that every object of the language has. */
const checkKey = (key: string, field: string): readonly Reason[] =>
  /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(key) && key.length <= 60 && !["constructor", "prototype"].includes(key)
    ? []
    : [{ code: "PolicyKeyMalformed", params: { key }, field }];

function checkGroups({ measure, groups = [] }: Indicator, field: string): readonly Reason[] {
  if (groups.length === 0) return [];
  if (knownMeasure(measure)?.groups !== true) return [{ code: "PolicyGroupsUnexpected", params: { measure }, field }];
  return [
    ...groups
      .filter((group) => !isGroupName(group))
      .map((group) => ({ code: "PolicyGroupMalformed", params: { group }, field })),
    ...groups
      .filter((group, i) => groups.indexOf(group) !== i)
      .map((group) => ({ code: "PolicyGroupRepeated", params: { group }, field })),
    ...(groups.length > 20 ? [{ code: "PolicyGroupsTooMany", params: { most: 20 }, field }] : []),
  ];
}

/** Compared letter by letter with what a file says, so nothing around it is trimmed away. */
const isGroupName = (name: string): boolean =>
  name.trim() === name && name !== "" && name.isWellFormed() && name.length <= 60 && !/[,;，；、\n]/.test(name);

/** As of plans. Nobody collects more, and the simulator, which makes as much up, has to end. */
const MOST_SAMPLE = 1_000_000;

/** What an indicator asks; of a tier's numbers only those it writes itself. */
function checkNumbers(indicator: Indicator, path: string, written: Partial<Indicator> = indicator): readonly Reason[] {
  const [from, to] = knownMeasure(indicator.measure)?.range ?? [-Infinity, Infinity];
  const { floor, target, minimumSample, value } = written;
  return [
    ...(minimumSample === undefined ? [] : wholeIn(`${path}.minimumSample`, minimumSample, 1, MOST_SAMPLE)),
    ...(floor === undefined ? [] : share(`${path}.floor`, floor, from, to)),
    ...(target === undefined ? [] : share(`${path}.target`, target, from, to)),
    ...(value === undefined ? [] : checkValue(indicator, path)),
  ];
}

function checkMeasure(indicator: Indicator, path: string): readonly Reason[] {
  const { measure } = indicator;
  const known = knownMeasure(measure);
  if (known === undefined) return [{ code: "PolicyMeasureUnknown", params: { measure }, field: `${path}.measure` }];
  return [
    ...(indicator.better === known.better
      ? []
      : [{ code: "PolicyDirectionWrong", params: { measure }, field: `${path}.better` }]),
    ...checkRubric(indicator, path),
  ];
}

function checkRubric({ measure, rubric }: Indicator, path: string): readonly Reason[] {
  if (!isJudged(measure))
    return rubric === undefined ? [] : [{ code: "PolicyRubricUnexpected", field: `${path}.rubric` }];
  if (rubric === undefined) return [{ code: "PolicyRubricMissing", field: `${path}.rubric` }];
  return [
    ...named(rubric.question.en, rubric.question.zh, `${path}.rubric.question`),
    ...(rubric.anchors.length === 5
      ? rubric.anchors.flatMap(({ en, zh }, i) => named(en, zh, `${path}.rubric.anchors.${i}`))
      : [
          {
            code: "PolicyAnchorsNotFive",
            params: { found: rubric.anchors.length as number },
            field: `${path}.rubric.anchors`,
          },
        ]),
  ];
}

/** Both languages are shown, so both are written. */
const named = (en: string, zh: string, field: string): readonly Reason[] => [
  ...(en.trim() === "" ? [{ code: "PolicyWordsMissing", params: { language: "en" }, field: `${field}.en` }] : []),
  ...(zh.trim() === "" ? [{ code: "PolicyWordsMissing", params: { language: "zh-CN" }, field: `${field}.zh` }] : []),
];

/** Ascending in the unit; the values must rise, or fall where smaller is better, and stay within 0–100. */
function checkValue({ value, better }: Indicator, path: string): readonly Reason[] {
  const field = `${path}.value`;
  if (value.length < 2) return [{ code: "PolicyValuePointsTooFew", params: { found: value.length }, field }];
  const steps = value.slice(1).map((point, i) => [value[i] ?? point, point] as const);
  return [
    ...value.flatMap(([, score], i) => share(`${field}.${i}`, score, 0, 100)),
    ...(steps.every(([[x0], [x1]]) => x1 > x0) ? [] : [{ code: "PolicyValueNotAscending", field }]),
    ...(steps.every(([[, y0], [, y1]]) => (better === "higher" ? y1 >= y0 : y1 <= y0))
      ? []
      : [{ code: "PolicyValueTurns", params: { better }, field }]),
  ];
}
