import { describe, expect, test } from "vitest";
import type { Mapping } from "../../src/domain/evidence/mapping.ts";
import { summarise } from "../../src/domain/evidence/summary.ts";
import { statSync } from "node:fs";
import { realFiles, realPath } from "../support/real-files.ts";
import { lines, measured, refusal } from "./support.ts";

test("outcomes and predictions are counted by group", async () => {
  const rows = ["b,1,true", "b,0,yes", "a,是,否", "a,否,0", "a,false,0"];
  const outcomes = await measured("outcomes", lines("group,outcome,prediction", ...rows));
  expect(outcomes.groups).toEqual([
    { group: "a", n: 3, tp: 0, fp: 0, tn: 2, fn: 1 },
    { group: "b", n: 2, tp: 1, fp: 1, tn: 0, fn: 0 },
  ]);
});

test("what is missing or neither true nor false is no outcome", async () => {
  const outcomes = await measured(
    "outcomes",
    lines("group,outcome,prediction", "a,1,1", ",1,1", "a,,1", "a,1,", "a,2,1"),
  );
  expect(outcomes.groups).toEqual([{ group: "a", n: 1, tp: 1, fp: 0, tn: 0, fn: 0 }]);
  expect(outcomes.rejectedRows.map((one) => one.reason)).toEqual([
    "group is missing",
    "outcome is missing",
    "prediction is missing",
    "outcome “2” is not true or false",
  ]);
});

test("a column of names is no group", async () => {
  const rows = Array.from({ length: 300 }, (_, i) => `person ${i},1,1`);
  expect(await refusal(lines("group,outcome,prediction", ...rows))).toMatchObject({
    code: "too-many-groups",
    row: 202,
  });
});

describe.skipIf(!realFiles("fairness/compas-two-years.csv", "fairness/adult.data"))("COMPAS, two years", () => {
  const path = realPath("fairness/compas-two-years.csv");
  const file = () => [{ name: "compas.csv", path, bytes: statSync(path).size }];
  const mapping: Mapping = {
    format: "outcomes-csv",
    columns: { group: "race", outcome: "two_year_recid", prediction: "decile_score" },
    conditions: { outcome: { is: "one-of", values: ["1"] }, prediction: { is: "at-least", limit: 5 } },
    rows: {},
  };

  test("false positives and negatives are those published", async () => {
    const outcomes = await measured("outcomes", file(), { mapping });
    const rates = Object.fromEntries(
      outcomes.groups.map(({ group, tp, fp, tn, fn }) => [group, [fp / (fp + tn), fn / (fn + tp)]]),
    );
    expect(rates["African-American"]?.[0]).toBeCloseTo(0.4485, 4);
    expect(rates["Caucasian"]?.[0]).toBeCloseTo(0.2345, 4);
    expect(rates["African-American"]?.[1]).toBeCloseTo(0.2799, 4);
    expect(rates["Caucasian"]?.[1]).toBeCloseTo(0.4772, 4);
    expect(outcomes).toMatchObject({ rowCount: 7214, rejectedCount: 0 });
  });

  test("the score in words says the same", async () => {
    const words: Mapping = {
      ...mapping,
      columns: { ...mapping.columns, prediction: "score_text" },
      conditions: { ...mapping.conditions, prediction: { is: "one-of", values: ["Medium", "High"] } },
    };
    const { groups } = await measured("outcomes", file(), { mapping });
    expect((await measured("outcomes", file(), { mapping: words })).groups).toEqual(groups);
  });

  test("groups of 32 and 18 put only n on the ledger", async () => {
    const statistics = summarise(await measured("outcomes", file(), { mapping }), { minGroup: 50 });
    if (statistics.kind !== "outcomes") throw new Error(statistics.kind);
    expect(statistics.groups.filter((one) => one.cells === undefined)).toEqual([
      { group: "Asian", n: 32 },
      { group: "Native American", n: 18 },
    ]);
  });

  test("without a mapping it is refused with its headings; adult.data has none", async () => {
    expect(await refusal(file())).toMatchObject({ code: "mapping-needed" });
    const adult = realPath("fairness/adult.data");
    const problem = await refusal([{ name: "adult.data", path: adult, bytes: statSync(adult).size }]);
    expect(problem).toMatchObject({ code: "no-header" });
    expect(problem.headings).toBeUndefined();
  });
});

test("yes and no of other languages, also mixed with numbers", async () => {
  const rows = ["A,TRUE,1", "A,FALSE,0", "A,1.0,ja", "A,0.0,nein", "A,WAHR,对", "A,FALSCH,错"];
  const measurement = await measured("outcomes", lines("group,predicted,actual", ...rows));
  expect(measurement).toMatchObject({ rejectedCount: 0, groups: [{ group: "A", n: 6, tp: 3, tn: 3 }] });
});
