import { inWorker } from "../../application/beside/in-worker.ts";
import type { Answers } from "../../application/beside/jobs.ts";
import type { Planning } from "../../domain/measures/measure-record.ts";
import { measureOf, measures } from "../../domain/measures/measures.ts";
import type { Measure, Indicator } from "../../domain/measures/measures.ts";
import type { Yardstick } from "../../domain/measures/yardstick.ts";
import { isPossible, needsSpread } from "../../domain/scoring/plan-size.ts";
import type { Expected, PlanSize, RestoreInUse, SizeAnswer, SizeAsked } from "../../domain/scoring/plan-size.ts";
import { yardstickOf } from "../../domain/measures/yardstick.ts";
import { indicatorName } from "../say/condition.ts";
import { confidenceText } from "../say/chance.ts";
import { isPercent } from "../say/figure-style.ts";
import { floorText } from "../say/limit.ts";
import type { FieldModel } from "../view/fields.ts";
import type { Language } from "../view/languages.ts";
import type { PlanFields } from "./indicator-fields.ts";
import { fromTyped } from "./units.ts";
import { indicatorsOf } from "../../domain/measures/indicator.ts";
import { numberOrNull } from "../forms/number.ts";

export type PlannerModel = {
  /** Something was typed: the calculator stays open. */
  readonly open: boolean;
  readonly confidence: string;
  readonly rows: readonly {
    readonly name: string;
    readonly floor: string;
    readonly fields: readonly FieldModel[];
    readonly note: string;
    readonly result: string;
  }[];
};

/** What a planner expects of each indicator, and the sample that would show it. Not part of the plan: nothing here is kept. */
export async function plannerModel(page: PlanFields): Promise<PlannerModel> {
  const { language, form, policy, rules } = page;
  const chosen = indicatorsOf(policy).filter((indicator) => isIn(page, indicator));
  const sizes = await sizesAsked(page, chosen);
  const confidence = chosen[0] === undefined ? 1 : yardstickOf(chosen[0], { policy, plan: rules }).confidence;
  return {
    open: Object.entries(form.typed).some(([name, value]) => name.startsWith("expected.") && value !== ""),
    confidence: language.t("planner:lead", {
      confidence: confidenceText(language, confidence),
      looks: Math.max(1, rules.looks.length),
    }),
    rows: [
      ...chosen.flatMap((indicator) => {
        const { planning } = measureOf(indicator.measure);
        return planning === undefined ? [] : [rowOf(page, indicator, planning, sizes[indicator.key])];
      }),
      ...measures.flatMap(({ name, planning }) =>
        planning === undefined
          ? noteOf(
              page,
              name,
              chosen.filter((indicator) => indicator.measure === name),
            )
          : [],
      ),
    ],
  };
}

/** No sample of anything: what decides instead. */
function noteOf(
  { language, policy, rules }: PlanFields,
  measure: Measure,
  indicators: readonly Indicator[],
): PlannerModel["rows"] {
  if (indicators.length === 0) return [];
  const least = Math.max(...indicators.map((indicator) => yardstickOf(indicator, { policy, plan: rules }).minimum));
  return [
    {
      name: language.format.list(indicators.map(({ key }) => indicatorName(language, policy, key))),
      floor: "",
      fields: [],
      note: language.t(`planner:note.${measure}`, { count: least }),
      result: "",
    },
  ];
}

/** Left out in the form, or optional and not chosen there: nothing to plan. */
function isIn({ form }: PlanFields, { key, optional }: Indicator): boolean {
  const ticked = (name: string): boolean => (form.typed[`indicators.${key}.${name}`] ?? "") !== "";
  return optional === true ? ticked("chosen") : !ticked("excluded");
}

/** What is expected in full, beside everybody's pages. */
async function sizesAsked(page: PlanFields, chosen: readonly Indicator[]): Promise<Answers["sizes"]> {
  const { policy, rules } = page;
  const asked = chosen.flatMap((indicator): [string, SizeAsked][] => {
    const { planning, compares } = measureOf(indicator.measure);
    if (planning === undefined) return [];
    const typed = expectedOf(page, indicator, planning);
    if (typed.kind !== "typed") return [];
    const { expected } = typed;
    const margin = compares === undefined ? null : (rules.indicators[indicator.key]?.margin ?? null);
    const yardstick = yardstickOf(indicator, { policy, plan: rules });
    return [[indicator.key, { planning, expected, yardstick, restore: restoreOf(page), days: rules.days, margin }]];
  });
  return asked.length === 0 ? {} : inWorker<"sizes">({ kind: "sizes", asked: Object.fromEntries(asked) });
}

function rowOf(
  page: PlanFields,
  indicator: Indicator,
  planning: Planning,
  size: SizeAnswer | undefined,
): PlannerModel["rows"][number] {
  const { language, fields, policy, rules } = page;
  const { t } = language;
  const { measure } = indicator;
  const at = `expected.${indicator.key}`;
  const { floor } = yardstickOf(indicator, { policy, plan: rules });
  const unit = unitTyped(indicator, planning);
  const own = (what: string): string =>
    t(t.has(`planner:${measure}.${what}`) ? `planner:${measure}.${what}` : `planner:${what}`);
  return {
    name: indicatorName(language, policy, indicator.key),
    floor: floorText(language, indicator, floor),
    fields: [
      fields.number(`${at}.value`, { label: own("value"), ...unit }),
      ...(needsSpread(planning) ? [fields.number(`${at}.spread`, { label: own("spread"), ...unit })] : []),
    ],
    note: t.has(`planner:${measure}.note`) ? t(`planner:${measure}.note`) : "",
    result: resultText(page, indicator, planning, size),
  };
}

/** Availability is a share, but outages are counted. */
const isTypedAsPercent = (indicator: Indicator, { expects }: Planning): boolean =>
  isPercent(indicator.measure) && expects !== "outages";

function unitTyped(indicator: Indicator, planning: Planning): { readonly unit?: string } {
  if (isTypedAsPercent(indicator, planning)) return { unit: "%" };
  return measureOf(indicator.measure).figure.as === "ratio" ? { unit: "×" } : {};
}

function resultText(
  page: PlanFields,
  indicator: Indicator,
  planning: Planning,
  answer: SizeAnswer | undefined,
): string {
  const { language, policy, rules } = page;
  const typed = expectedOf(page, indicator, planning);
  if (typed.kind === "open") return "";
  if (typed.kind === "unusable") return language.t(`planner:${typed.why}`);
  if (answer === undefined) throw new Error(`The sizes for ${indicator.key} were not asked`);
  const sentences = [
    sizeText(language, planning, answer.size),
    ...chanceText(page, answer),
    ...anytimeText(language, yardstickOf(indicator, { policy, plan: rules })),
    ...groupsText(language, indicator),
    ...comparisonText(language, planning, answer),
  ];
  return sentences.join(language.locale === "en" ? " " : "");
}

/** What is typed of an indicator, in its own unit; open where nothing is. */
type TypedExpectation =
  | { readonly kind: "typed"; readonly expected: Expected }
  | { readonly kind: "open" }
  | { readonly kind: "unusable"; readonly why: "unreadable" | "incomplete" };

function expectedOf(page: PlanFields, indicator: Indicator, planning: Planning): TypedExpectation {
  const [value, spread] = [figureIn(page, indicator, "value"), figureIn(page, indicator, "spread")];
  if (value === null && spread === null) return { kind: "open" };
  if (value === undefined || spread === undefined) return { kind: "unusable", why: "unreadable" };
  if (value === null || (needsSpread(planning) && spread === null && !(planning.expects === "outages" && value === 0)))
    return { kind: "unusable", why: "incomplete" };
  const inUnit = (figure: number): number =>
    isTypedAsPercent(indicator, planning) ? fromTyped(indicator, figure) : figure;
  const expected = { value: inUnit(value), ...(spread === null ? {} : { spread: inUnit(spread) }) };
  return isPossible(planning, expected) ? { kind: "typed", expected } : { kind: "unusable", why: "unreadable" };
}

/** As the pilot will be judged once its drills are held, none of them longer than the outages expected. */
const restoreOf = ({ policy: { restore }, rules: { restoreSeconds } }: PlanFields): RestoreInUse => ({
  seconds: Math.max(restoreSeconds ?? 0, restore.leastMinutes * 60),
  factor: restore.factor,
});

/** What the days of this very pilot are good for. */
function chanceText({ language: { t, format }, rules }: PlanFields, { chance }: SizeAnswer): readonly string[] {
  if (chance === undefined) return [];
  return [t("planner:chance", { count: rules.days, chance: format.percent(chance, 0) })];
}

function anytimeText(language: Language, { anytime }: Yardstick): readonly string[] {
  return anytime === undefined
    ? []
    : [language.t("planner:anytime", { confidence: confidenceText(language, anytime) })];
}

/** What the margin takes, where one is typed. */
function comparisonText(language: Language, planning: Planning, { comparison }: SizeAnswer): readonly string[] {
  if (comparison === undefined) return [];
  return [
    comparison === "none"
      ? language.t("planner:noComparison")
      : language.t("planner:comparison", { amount: amount(language, planning, comparison.withPower) }),
  ];
}

/** null: left open; undefined: no number. */
function figureIn({ form }: PlanFields, { key }: Indicator, what: string): number | null | undefined {
  const text = form.typed[`expected.${key}.${what}`];
  if (typeof text !== "string" || text.trim() === "") return null;
  const figure = numberOrNull(text);
  return figure !== null && figure >= 0 && figure < 1e9 ? figure : undefined;
}

function sizeText(language: Language, planning: Planning, size: PlanSize): string {
  const { t } = language;
  switch (size.kind) {
    case "never":
      return t("planner:never");
    case "no-floor":
      return t("planner:noFloor", { amount: amount(language, planning, size.minimum) });
    case "no-restore-time":
      return t("pilot:need.noRestore");
    case "enough":
      return t(size.minimum ? "planner:minimum" : planning.expects === "outages" ? "planner:days" : "planner:enough", {
        amount: amount(language, planning, size.atEstimate),
        power: amount(language, planning, size.withPower),
      });
  }
}

function amount({ t, format }: Language, planning: Planning, count: number): string {
  const time = planning.unit === "slices" ? format.duration(count * 10) : "";
  return t(`planner:unit.${planning.unit}`, { count, time });
}

const groupsText = ({ t }: Language, { groups }: Indicator): readonly string[] =>
  groups === undefined || groups.length === 0 ? [] : [t("planner:groups")];
