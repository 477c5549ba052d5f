import { expect, test } from "vitest";
import { lines, measured, refusal } from "./support.ts";

test("two items on seven points, in numbers and in words of both languages, groups kept", async () => {
  const umux = await measured(
    "umux-lite",
    lines(
      "respondent,group,capabilities,ease",
      "c,older,7,7",
      "a,staff,6,5",
      "b,staff,somewhat agree,Strongly  disagree",
      "d,公众,同意,比较同意",
    ),
  );
  expect(umux.respondents).toMatchObject([
    { id: "a", identified: true, group: "staff", score: 75 },
    { id: "b", identified: true, group: "staff", score: (4 * 100) / 12 },
    { id: "c", identified: true, group: "older", score: 100 },
    { id: "d", identified: true, group: "公众", score: 75 },
  ]);
  expect(umux).toMatchObject({ n: 4, mean: (75 + 400 / 12 + 100 + 75) / 4, warnings: [] });
});

test("a missing item drops the respondent; people without an id are one each", async () => {
  const umux = await measured("umux-lite", lines("capabilities;ease", "7;7", ";4", "1;1", "5;8", "7;7"));
  expect(umux.respondents.map((one) => [one.identified, one.score])).toEqual([
    [false, 100],
    [false, 0],
    [false, 100],
  ]);
  expect(umux.dropped).toEqual([{ id: "row 000002", reason: "an item is not answered" }]);
  expect(umux.rejectedRows).toMatchObject([{ row: 5, reason: "ease: the answer “8” is not 1 to 7" }]);
  expect(umux.warnings.map((warning) => warning.code)).toEqual(["item-missing"]);
});

test.each([
  ["The portal's capabilities meet my requirements.", "The portal is easy to use."],
  ["1. 该系统的功能满足我的需求", "2. 该系统容易使用"],
])("questions as headings: %s", async (first, second) => {
  const umux = await measured("umux-lite", lines(`Timestamp,"${first}","${second}"`, "2026-03-01,7,4"));
  expect(umux.mean).toBe(75);
});

test("a respondent named twice counts by the first row; nobody left is refused", async () => {
  const twice = await measured("umux-lite", lines("id,capabilities,ease", "a,7,7", "a,1,1"));
  expect(twice).toMatchObject({ n: 1, mean: 100, rejectedCount: 1 });
  expect(await refusal(lines("id,capabilities,ease", "a,7,"))).toMatchObject({ code: "item-missing" });
});
