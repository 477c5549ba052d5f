import { describe, expect, test } from "vitest";
import type { Mapping } from "../../src/domain/evidence/mapping.ts";
import { lines, measured, refusal } from "./support.ts";

describe("ratings of satisfaction", () => {
  test("mean, sd, groups and period on the scale of the columns", async () => {
    const header = "rating,min,max,group,date";
    const rows = ["4,1,5,public,2026-03-02", "非常满意,1,5,older,2026-03-04 09:30:00", "3,1,5,public,", ",1,5,staff,"];
    const satisfaction = await measured("satisfaction", lines(header, ...rows));
    expect(satisfaction).toMatchObject({
      responses: 3,
      mean: 4,
      sd: 1,
      scaleMin: 1,
      scaleMax: 5,
      from: "2026-03-02T00:00:00.000Z",
      to: "2026-03-04T09:30:00.000Z",
      groups: [
        { group: "older", n: 1, mean: 5 },
        { group: "public", n: 2, mean: 3.5 },
      ],
    });
    expect(satisfaction.warnings.map((warning) => warning.code)).toEqual(["item-missing"]);
  });

  test.each([
    ["rating (1-5)", 1, 5],
    ["Satisfaction [0 – 10]", 0, 10],
    ["满意度（1至5分）", 1, 5],
    ["rating (-2 to 2)", -2, 2],
  ])("the heading %s says the scale", async (heading, scaleMin, scaleMax) => {
    expect(await measured("satisfaction", lines(`${heading},note`, "2,x"))).toMatchObject({
      mean: 2,
      scaleMin,
      scaleMax,
    });
  });

  test("a mapping leads to any heading, and may state the scale", async () => {
    const text = lines("Wie zufrieden sind Sie?,Ort", "8,Nord", "11,Nord", "6,Süd");
    const mapping: Mapping = {
      format: "satisfaction-csv",
      columns: { rating: "Wie zufrieden sind Sie?", group: "Ort" },
      conditions: {},
      rows: {},
    };
    expect(await refusal(text, { mapping })).toMatchObject({ code: "no-scale" });
    const stated = { min: "0", max: "10" };
    const satisfaction = await measured("satisfaction", text, { mapping: { ...mapping, stated } });
    expect(satisfaction).toMatchObject({ responses: 2, mean: 7, scaleMin: 0, scaleMax: 10 });
    expect(satisfaction.rejectedRows).toMatchObject([{ row: 3, reason: "rating 11 lies outside 0 to 10" }]);
  });

  test("without a scale nothing is guessed, but words of five steps have one", async () => {
    expect(await refusal(lines("rating", "4"))).toMatchObject({ code: "no-scale", row: 2 });
    const words = await measured("satisfaction", lines("rating", "very satisfied", "一般"));
    expect(words).toMatchObject({ mean: 4, scaleMin: 1, scaleMax: 5 });
    expect(words.warnings.map((warning) => warning.code)).toEqual(["scale-in-words"]);
  });

  test("two scales are two pieces; what is no rating is rejected; nobody is refused", async () => {
    expect(await refusal(lines("rating,min,max", "4,1,5", "8,0,10"))).toMatchObject({ code: "two-scales", row: 3 });
    const odd = await measured(
      "satisfaction",
      lines("rating,min,max", "4,1,5", "good,1,5", "4,5,1", "4,1,", "4,1,1e9"),
    );
    expect(odd.rejectedRows.map((one) => one.reason)).toEqual([
      "rating “good” is not a number from 1 to 5",
      "the scale “5” to “1” is none",
      "max is missing",
      "the scale “1” to “1e9” is none",
    ]);
    expect(await refusal(lines("rating,min,max", ",1,5"))).toMatchObject({ code: "item-missing" });
  });
});

test("decimals have a comma as well, and stars are counted", async () => {
  const comma = lines("day;rating (1-5)", "2026-03-01;4,5", "2026-03-02;3,5", "2026-03-03;5,0");
  expect(await measured("satisfaction", comma)).toMatchObject({ responses: 3, rejectedCount: 0, scaleMax: 5 });
  expect((await measured("satisfaction", comma)).mean).toBeCloseTo(13 / 3);
  const stars = lines("day,rating (1-5)", "1,★★★★☆", "2,★★★★★", "3,4 stars", "4,3颗星", "5,⭐️⭐️");
  expect(await measured("satisfaction", stars)).toMatchObject({ responses: 5, mean: 3.6, rejectedCount: 0 });
});
