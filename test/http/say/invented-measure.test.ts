import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { constantObserved } from "../../../src/domain/measures/observed.ts";
import { known } from "../../../src/domain/measures/finding.ts";
import { inForce, isUnknown } from "../../../src/domain/measures/in-force.ts";
import type { Indicator } from "../../../src/domain/measures/measures.ts";
import type { MeasureRecord } from "../../../src/domain/measures/measure-record.ts";
import { measures } from "../../../src/domain/measures/measures.ts";
import type { Measure } from "../../../src/domain/measures/measures.ts";
import { checkPolicy } from "../../../src/domain/policy/publishing/check.ts";
import { plainPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import type { Policy } from "../../../src/domain/policy/policy.ts";
import { planReasons } from "../../../src/domain/technology/pilot/plan-rules.ts";
import { measureIndicators } from "../../../src/domain/scoring/measure-indicators.ts";
import { csvOf } from "../../../src/http/lists/csv.ts";
import { intervalTable } from "../../../src/http/charts/interval-list.ts";
import { blankForm } from "../../../src/http/forms/form.ts";
import { indicatorModel } from "../../../src/http/pilot/indicator-fields.ts";
import { plannerModel } from "../../../src/http/pilot/planner-size.ts";
import { knowsGroups, offeredIn } from "../../../src/http/policy/offered.ts";
import { floorText } from "../../../src/http/say/limit.ts";
import { indicatorRow } from "../../../src/http/say/indicator.ts";
import { methodLink } from "../../../src/http/say/method-link.ts";
import { neededText } from "../../../src/http/say/needed.ts";
import { restsOn } from "../../../src/http/say/verdict-rests.ts";
import { createForm } from "../../../src/http/view/form.ts";
import { createLanguages } from "../../../src/http/view/languages.ts";
import { pilot } from "../../domain/scoring/pilot.ts";
import { aPlan, aPolicy } from "../../support/technology.ts";
import { plainly } from "./support.ts";

// Types know the measures of this version only; everything else finds one by its record.
const name = "calm" as string as Measure;

/** A share of processing runs in which nobody was called at night. */
const calm: MeasureRecord<Measure> = {
  name,
  kind: "volume",
  unit: "share",
  range: [0, 1],
  better: "higher",
  sample: "runs",
  compares: "shares",
  planning: { expects: "share", unit: "runs" },
  groups: true,
  faultlessSample: (floor) => Math.ceil(1 / (1 - floor)),
  measure: (context) => {
    const pieces = inForce("volume", context);
    return isUnknown(pieces) ? pieces : known(constantObserved(0.999989, 40, "runs"), pieces);
  },
  figure: { as: "share", step: 1e-4 },
  method: "mean_t_interval",
};

const indicator: Indicator = {
  key: "calm-nights",
  name: { en: "Calm nights", zh: "安静之夜" },
  measure: name,
  optional: true,
  weight: 0.2,
  better: "higher",
  floor: 0.99999,
  value: [
    [0.9, 0],
    [1, 100],
  ],
  minimumSample: 100_001,
};

const withCalm = (policy: Policy): Policy => ({
  ...policy,
  criteria: policy.criteria.map((one) =>
    one.key === "capacity" ? { ...one, indicators: [...one.indicators, indicator] } : one,
  ),
});
const language = createLanguages({
  localesDir: new URL("../../../views/locales", import.meta.url).pathname,
  timeZone: "UTC",
  // Its words are the only thing that it lacks here: their keys follow from its name.
  missing: (key) => `[${key}]`,
}).of("en");

describe("a measure whose record is in the list, with no other edit", () => {
  const list = measures as unknown as MeasureRecord<Measure>[];
  beforeAll(() => list.push(calm));
  afterAll(() => list.pop());

  const policy = withCalm(plainPolicy);
  const chosen = { applicable: true, reason: null, floor: null, minimumSample: null, margin: 0.01, anytime: false };
  const context = () => {
    const { plan } = pilot();
    return pilot({
      policy: withCalm(aPolicy()),
      plan: { ...plan, indicators: { [indicator.key]: { ...chosen, minimumSample: 1 } } },
    });
  };
  const found = () => {
    const result = measureIndicators(context()).find(({ id }) => id === indicator.key);
    if (result === undefined) throw new Error("Not measured");
    return result;
  };

  it("can be published, within its range and in its direction only", () => {
    expect(checkPolicy(policy)).toEqual([]);
    const reasons = (over: Partial<Indicator>) =>
      checkPolicy({
        ...policy,
        criteria: policy.criteria.map((one) => ({
          ...one,
          indicators: one.indicators.map((other) => (other === indicator ? { ...indicator, ...over } : other)),
        })),
      }).map(({ code }) => code);
    expect(reasons({ floor: 1.2 })).toContain("PolicyNumberOutOfRange");
    expect(reasons({ better: "lower" })).toContain("PolicyDirectionWrong");
    expect(reasons({ minimumSample: 5 })).toContain("PolicyMinimumNeverPasses");
  });

  it("is offered by the policy form, with its floor said in its unit", () => {
    expect(offeredIn(policy).map((offered) => offered.indicator.key)).toContain(indicator.key);
    expect(knowsGroups(indicator)).toBe(true);
    expect(plainly(floorText(language, indicator, indicator.floor))).toBe("at least 99.999 %");
  });

  it("has its place in the plan form and in the sample-size calculator, by its own words", async () => {
    const form = blankForm({ [`indicators.${indicator.key}.chosen`]: "yes" });
    const fields = createForm(language.t);
    const rules = { ...aPlan(), indicators: {} };
    const page = { language, fields, form, policy, rules };
    const model = indicatorModel(page, indicator);
    expect(plainly(model.asks)).toContain("at least 99.999 %");
    expect(plainly(model.asks)).toContain("[policy:sample.calm]");
    expect(model.margin).not.toBeNull();
    expect((await plannerModel(page)).rows.map((row) => [row.name, plainly(row.floor)])).toContainEqual([
      "Calm nights",
      "at least 99.999 %",
    ]);
  });

  it("is held to its range and its comparison by the rules of a plan", () => {
    const codes = (over: object) =>
      planReasons(aPlan({ indicators: { [indicator.key]: { ...chosen, ...over } } }), policy, "I").map(
        ({ code, field }) => `${code}@${field ?? ""}`,
      );
    const at = `indicators.${indicator.key}`;
    expect(codes({})).not.toContain(`NotComparable@${at}.margin`);
    expect(codes({ floor: 1.5 })).toContain(`FloorOutOfRange@${at}.floor`);
    expect(codes({ margin: 1 })).toContain(`MarginTooWide@${at}.margin`);
    expect(codes({ anytime: true })).toContain(`AnytimeNotPossible@${at}.anytime`);
  });

  it("is scored, and what it lacks is said", () => {
    expect(found()).toMatchObject({ unit: "share", state: "beyond", n: 40, nUnit: "runs", weight: 0.2 });
    expect(found().needed).toMatchObject({ kind: "better", atEstimate: 0.999989, floor: 0.99999 });
    const sentence = plainly(neededText(language, policy, found()) ?? "");
    expect(sentence).toContain("Calm nights");
    expect(sentence).toContain("99.9989 %");
    expect(sentence).toContain("99.999 %");
  });

  it("stands in figure, sentence and CSV, apart from its floor", () => {
    const row = indicatorRow(language, policy, found());
    const csv = plainly(csvOf(intervalTable(language.t, "all", { rows: [row], headings: { value: "v", floor: "f" } })));
    expect(csv).toContain("Calm nights");
    expect(csv).toContain("99.9989 %");
    expect(csv).toContain("≥ 99.999 %");
    expect(restsOn(language, { indicators: [found()] })).toContain("[verdict:rests.calm]");
    expect(methodLink(language, found())?.href).toBe("/methods/mean_t_interval");
  });
});
