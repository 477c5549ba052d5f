import { describe, expect, it } from "vitest";
import { earnedValue } from "../../../src/domain/costs/earned-value.ts";
import type { EarnedValue, Sums } from "../../../src/domain/costs/earned-value.ts";
import { isKnown } from "../../../src/domain/costs/figure.ts";
import type { Figure } from "../../../src/domain/costs/figure.ts";
import { dice } from "../technology/model/dice.ts";

const sums = (budget: number, planned: number, earned: number, spent: number): Sums => ({
  budget,
  planned,
  earned,
  spent,
});

/** A known figure to six places, else why it is unknown. */
const said = (figure: Figure): number | string =>
  isKnown(figure) ? Math.round(figure.value * 1e6) / 1e6 : figure.unknown;

const figures = (value: EarnedValue) => ({
  CV: value.costVariance,
  SV: value.scheduleVariance,
  CPI: said(value.costIndex),
  SPI: said(value.scheduleIndex),
  EAC: Object.values(value.estimates).map(said),
  ETC: said(value.toComplete),
  VAC: said(value.varianceAtEnd),
  TCPI: said(value.indexToBudget),
  TCPI_EAC: said(value.indexToEstimate),
});

describe("published and reckoned examples, to the digit", () => {
  it("BAC 500, PV 200, EV 150, AC 180", () => {
    expect(figures(earnedValue(sums(500, 200, 150, 180), "typical"))).toEqual({
      CV: -30,
      SV: -50,
      CPI: 0.833333,
      SPI: 0.75,
      EAC: [600, 530, 740],
      ETC: 420,
      VAC: -100,
      TCPI: 1.09375,
      TCPI_EAC: 0.833333,
    });
  });

  it("BAC 100,000, PV 40,000, EV 30,000, AC 35,000", () => {
    expect(figures(earnedValue(sums(100_000, 40_000, 30_000, 35_000), "typical"))).toEqual({
      CV: -5000,
      SV: -10_000,
      CPI: 0.857143,
      SPI: 0.75,
      EAC: [116_666.666667, 105_000, 143_888.888889],
      ETC: 81_666.666667,
      VAC: -16_666.666667,
      TCPI: 1.076923,
      TCPI_EAC: 0.857143,
    });
  });

  it("the rule of the plan is the estimate that the rest follows from", () => {
    const value = sums(100_000, 40_000, 30_000, 35_000);
    expect([said(earnedValue(value, "one-off").varianceAtEnd), said(earnedValue(value, "both").toComplete)]).toEqual([
      -5000, 108_888.888889,
    ]);
  });
});

describe("what divides by nothing is unknown, with the reason", () => {
  it.each<readonly [string, Sums, Partial<ReturnType<typeof figures>>]>([
    [
      "nothing spent",
      sums(100, 40, 30, 0),
      {
        CPI: "no-cost",
        SPI: 0.75,
        EAC: ["no-cost", 70, "no-cost"],
        ETC: "no-cost",
        VAC: "no-cost",
        TCPI: 0.7,
        TCPI_EAC: "no-cost",
      },
    ],
    [
      "nothing planned yet",
      sums(100, 0, 10, 10),
      { CPI: 1, SPI: "nothing-planned", EAC: [100, 100, "nothing-planned"], TCPI: 1 },
    ],
    [
      "spent and nothing done",
      sums(100, 40, 0, 30),
      {
        CPI: 0,
        SPI: 0,
        EAC: ["nothing-done", 130, "nothing-done"],
        ETC: "nothing-done",
        TCPI: 1.428571,
        TCPI_EAC: "nothing-done",
      },
    ],
    [
      "the budget spent before the work is done",
      sums(100, 100, 80, 100),
      { CPI: 0.8, TCPI: "budget-spent", TCPI_EAC: 0.8 },
    ],
    ["more than the budget spent", sums(100, 100, 80, 120), { TCPI: "budget-spent", VAC: -50 }],
    [
      "all done over the budget",
      sums(100, 100, 100, 120),
      { SPI: 1, EAC: [120, 120, 120], ETC: 0, VAC: -20, TCPI: "work-done", TCPI_EAC: "work-done" },
    ],
    ["all done under the budget", sums(100, 100, 100, 80), { CPI: 1.25, TCPI: "work-done", TCPI_EAC: "work-done" }],
    [
      "nothing at all",
      sums(100, 0, 0, 0),
      { CPI: "no-cost", SPI: "nothing-planned", EAC: ["no-cost", 100, "no-cost"], TCPI: 1 },
    ],
  ])("%s", (_, value, expected) => {
    expect(figures(earnedValue(value, "typical"))).toMatchObject(expected);
  });

  it("never an infinity, whatever the sums", () => {
    const d = dice(11);
    for (let i = 0; i < 2000; i += 1) {
      const amount = () => (d.chance(0.2) ? 0 : d.int(1000));
      const value = earnedValue(sums(1 + d.int(1000), amount(), amount(), amount()), "both");
      const all = [
        value.costIndex,
        value.scheduleIndex,
        ...Object.values(value.estimates),
        value.toComplete,
        value.varianceAtEnd,
        value.indexToBudget,
        value.indexToEstimate,
      ];
      for (const figure of all) if (isKnown(figure)) expect(Number.isFinite(figure.value)).toBe(true);
    }
  });
});

describe("laws", () => {
  it("another currency changes no index, and money in proportion", () => {
    const [one, other] = [sums(500, 200, 150, 180), sums(5000, 2000, 1500, 1800)].map((value) =>
      earnedValue(value, "both"),
    );
    expect([one?.costIndex, one?.scheduleIndex, one?.indexToBudget]).toEqual([
      other?.costIndex,
      other?.scheduleIndex,
      other?.indexToBudget,
    ]);
    expect(said(other!.estimate)).toBe(10 * Number(said(one!.estimate)));
  });

  it("as planned in cost and time, every estimate is the budget", () => {
    expect(figures(earnedValue(sums(500, 200, 200, 200), "typical"))).toMatchObject({
      CPI: 1,
      SPI: 1,
      EAC: [500, 500, 500],
      VAC: 0,
      TCPI: 1,
    });
  });
});
