import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { impactDefault as rules } from "../../../../src/domain/policy/safeguards/impact.ts";
import { readImpact } from "../../../../src/domain/safeguards/impact/reading.ts";
import type { ImpactAnswers } from "../../../../src/domain/safeguards/impact/reading.ts";
import { tiers } from "../../../../src/domain/words/tier.ts";
import { anyAnswers, lightest } from "./answers.ts";

const tierOf = (answers: ImpactAnswers): number => tiers.indexOf(readImpact(rules, answers).worst.tier);

describe("the tier of the house's questionnaire", () => {
  it.each([
    ["a booking tool for staff", {}, 0, "I"],
    [
      "paying for parking",
      {
        people: "many",
        scale: "city",
        rights: "service",
        reversal: "days",
        data: "personal",
        groups: "among",
        outage: "slower",
      },
      9,
      "II",
    ],
    [
      "sorting applications for a benefit",
      {
        people: "many",
        scale: "city",
        rights: "benefits",
        automation: "proposes",
        review: "after",
        reasons: "each",
        reversal: "effort",
        data: "sensitive",
        groups: "among",
        outage: "slower",
      },
      18,
      "III",
    ],
    [
      "faces that open or shut a door to benefits",
      {
        people: "most",
        scale: "city",
        rights: "liberty",
        automation: "decides",
        review: "after",
        reasons: "no",
        reversal: "effort",
        data: "sensitive",
        groups: "among",
        outage: "stops",
      },
      26,
      "IV",
    ],
    ["one point under tier II", { people: "some", rights: "benefits", data: "personal" }, 5, "I"],
    ["the least of tier II", { people: "many", rights: "benefits", data: "personal" }, 6, "II"],
    ["few points, but health depends on it", { rights: "liberty" }, 5, "III"],
  ] as const)("%s", (_, over, points, tier) => {
    const { worst, best, unanswered } = readImpact(rules, { ...lightest, ...over });
    expect({ worst, best, unanswered }).toEqual({ worst: { points, tier }, best: { points, tier }, unanswered: [] });
  });

  it("of an empty form is IV at worst and I at best: eight questions are open, the two that hang on one count as well", () => {
    const { worst, best, asked, unanswered } = readImpact(rules, {});
    expect(worst).toEqual({ points: 35, tier: "IV" });
    expect(best).toEqual({ points: 0, tier: "I" });
    expect(asked).toEqual(Object.keys(lightest));
    expect(unanswered).toEqual(asked);
  });

  it("takes what is no choice of its question for unanswered", () => {
    expect(readImpact(rules, { ...lightest, groups: "some" }).unanswered).toEqual(["groups"]);
  });

  it("counts an answer that nothing asks for as none, and names it", () => {
    const { worst, inapplicable } = readImpact(rules, { ...lightest, review: "no", reasons: "no" });
    expect(worst).toEqual({ points: 0, tier: "I" });
    expect(inapplicable).toEqual(["review", "reasons"]);
  });

  it("an answer left out never lowers it, and never raises the best", () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom(...rules.questions), (answers, { key }) => {
        const { [key]: _, ...without } = answers;
        expect(tierOf(without)).toBeGreaterThanOrEqual(tierOf(answers));
        const best = (of: ImpactAnswers): number => readImpact(rules, of).best.points;
        expect(best(without)).toBeLessThanOrEqual(best(answers));
      }),
      { numRuns: 2000 },
    );
  });

  it("an answer cleared because nothing asks for it never changes it", () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { inapplicable, worst, best } = readImpact(rules, answers);
        const cleared = Object.fromEntries(Object.entries(answers).filter(([key]) => !inapplicable.includes(key)));
        expect(readImpact(rules, cleared)).toEqual({ ...readImpact(rules, answers), inapplicable: [], worst, best });
      }),
      { numRuns: 2000 },
    );
  });

  it("at worst is what the heaviest of all completions comes to", () => {
    const completions = (answers: ImpactAnswers): readonly ImpactAnswers[] => {
      const { unanswered } = readImpact(rules, answers);
      const open = rules.questions.find(({ key }) => key === unanswered[0]);
      return open === undefined
        ? [answers]
        : open.choices.flatMap((choice) => completions({ ...answers, [open.key]: choice.key }));
    };
    const clean = (answers: ImpactAnswers): ImpactAnswers => {
      const { inapplicable } = readImpact(rules, answers);
      return Object.fromEntries(Object.entries(answers).filter(([key]) => !inapplicable.includes(key)));
    };
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        // Few enough open questions to try them all.
        const nearly: ImpactAnswers = { ...lightest, people: "most", ...answers };
        const { automation: _, groups: __, ...open } = nearly;
        for (const some of [nearly, open].map(clean)) {
          const all = completions(some).map((whole) => readImpact(rules, whole).worst);
          expect(readImpact(rules, some).worst.points).toBe(Math.max(...all.map(({ points }) => points)));
          expect(tierOf(some)).toBe(Math.max(...all.map(({ tier }) => tiers.indexOf(tier))));
        }
      }),
      { numRuns: 100 },
    );
  });

  it("a heavier answer never lowers it", () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom(...rules.questions), (answers, { key, choices }) => {
        const place = choices.findIndex((choice) => choice.key === answers[key]);
        const next = choices[place + 1];
        // What hangs on an answer may fall away with it, or come: then two are compared, not one.
        if (place < 0 || next === undefined || key === "automation") return;
        expect(tierOf({ ...answers, [key]: next.key })).toBeGreaterThanOrEqual(tierOf(answers));
      }),
      { numRuns: 2000 },
    );
  });
});
