import { expect, test } from "vitest";
import { lines, measured, refusal } from "./support.ts";

const header = "participant,task,rating,group";

test("a participant's score is the mean over the tasks he rated, a task's over its raters", async () => {
  const seq = await measured(
    "seq",
    lines(
      header,
      "b,Renew,7,staff",
      "b,Upload,4,staff",
      "a,Renew,very difficult,older",
      "a,Upload,,older",
      "c,Upload,容易,",
    ),
  );
  expect(seq.respondents).toMatchObject([
    { id: "a", identified: true, group: "older", score: 1 },
    { id: "b", identified: true, group: "staff", score: 5.5 },
    { id: "c", identified: true, score: 6 },
  ]);
  expect(seq.tasks.map(({ task, n, mean }) => [task, n, mean])).toEqual([
    ["Renew", 2, 4],
    ["Upload", 2, 5],
  ]);
  expect(seq).toMatchObject({ n: 3, rowCount: 5, rejectedCount: 0 });
});

test("a second rating of a task, an impossible one and an unnamed one are rejected; the silent are dropped", async () => {
  const seq = await measured("seq", lines(header, "a,T,7,", "a,T,1,", "b,T,8,", ",T,3,", "c,,3,", "d,T,,"));
  expect(seq).toMatchObject({ n: 1, mean: 7, dropped: [{ id: "d", reason: "no task is rated" }] });
  expect(seq.rejectedRows.map((one) => one.reason)).toEqual([
    "“a” has rated “T” before",
    "the answer “8” is not 1 to 7",
    "participant is missing",
    "task is missing",
  ]);
  expect(await refusal(lines(header, "d,T,,"))).toMatchObject({ code: "item-missing" });
});

test("the question itself may be the heading", async () => {
  const question = "Overall, how difficult or easy was the task to complete?";
  expect((await measured("seq", lines(`participant,task,"${question}"`, "a,T,6"))).mean).toBe(6);
});
