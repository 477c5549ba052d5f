import { expect, test } from "vitest";
import { fileOf, measured, refusal } from "./support.ts";

const file = (satisfaction: unknown, satisfaction_count: unknown) =>
  JSON.stringify({ data: { satisfaction, comprehension: 7.9 }, metadata: { satisfaction_count, autonomy_count: 9 } });

test("a mean of so many answers on 0 to 10, without a spread", async () => {
  const satisfaction = await measured("satisfaction", file(8.399445510769887, 4689));
  expect(satisfaction).toMatchObject({ responses: 4689, mean: 8.399445510769887, scaleMin: 0, scaleMax: 10 });
  expect(satisfaction.sd).toBeUndefined();
  expect(satisfaction.warnings.map((warning) => warning.code)).toEqual(["mean-only"]);
});

test("nobody's answers, an export's error and a broken file are missing evidence, never zero", async () => {
  expect(await refusal(file(0, 0))).toMatchObject({ code: "no-responses", file: "results" });
  expect(await refusal("Response {\n  size: 0,\n  [Symbol(Body internals)]: {")).toMatchObject({
    code: "broken-response",
  });
  expect(await refusal(file(8, 3).slice(0, -9))).toMatchObject({ code: "broken-json" });
  expect(await refusal("")).toMatchObject({ code: "empty-file" });
});

test("impossible figures are refused, and several means are not joined", async () => {
  for (const wrong of [file(11, 3), file(-1, 3), file("8", 3), file(8, 1.5), file(8, null), file(null, 3)]) {
    expect(await refusal(wrong)).toMatchObject({ code: "bad-ratings" });
  }
  expect(await refusal([fileOf(file(8, 3), "a"), fileOf(file(7, 3), "b")])).toMatchObject({ code: "two-services" });
  expect((await measured("satisfaction", [fileOf(file(8, 3), "a"), fileOf(file(8, 3), "b")])).responses).toBe(3);
});
