import { describe, expect, test } from "vitest";
import { fileOf, lines, measured, refusal } from "./support.ts";

const wide = "respondent,group,q1,q2,q3,q4,q5,q6,q7,q8,q9,q10";

describe("SUS, a respondent a row", () => {
  test("numbers and words of both languages score alike", async () => {
    const sus = await measured(
      "sus",
      lines(
        wide,
        "a,staff,4,2,5,1,3,2,5,2,4,1",
        "b,staff,agree,Disagree,strongly agree,Strongly  Disagree,neutral,2 - Disagree,5,disagree,4.0,1",
        "c,public,同意,不同意,非常同意,非常不同意,一般,不同意,非常同意,不同意,同意,非常不同意",
      ),
    );
    expect(sus.respondents.map((one) => one.score)).toEqual([82.5, 82.5, 82.5]);
    expect(sus).toMatchObject({ n: 3, mean: 82.5, sd: 0 });
    expect(sus.respondents.map((one) => one.group)).toEqual(["staff", "staff", "public"]);
  });

  test("a missing item counts 3, more than two missing drop the respondent", async () => {
    const sus = await measured("sus", lines(wide, "a,,,,5,1,5,1,5,1,5,1", "b,,,,,1,5,1,5,1,5,1"));
    expect(sus.respondents).toMatchObject([{ id: "a", identified: true, score: 90 }]);
    expect(sus.dropped).toEqual([{ id: "b", reason: "3 of 10 items are not answered" }]);
    expect(sus.sd).toBeUndefined();
    expect(sus.warnings.map((warning) => warning.code)).toEqual(["dropped"]);
  });

  test("the same answer on all ten items is flagged and counts", async () => {
    const sus = await measured("sus", lines(wide, "a,,3,3,3,3,3,3,3,3,3,3", "b,,4,2,5,1,3,2,5,2,4,1"));
    expect(sus.n).toBe(2);
    expect(sus.warnings).toEqual([
      { code: "same-answer", message: "1 respondents gave the same answer to all ten items" },
    ]);
  });

  test("bad answers and respondents named twice are rejected rows", async () => {
    const good = "a,,4,2,5,1,3,2,5,2,4,1";
    const sus = await measured(
      "sus",
      lines(wide, good, "a,,4,2,5,1,3,2,5,2,4,2", "c,,4,2,6,1,3,2,5,2,4,1", "d,,4,2,maybe,1,3,2,5,2,4,1"),
    );
    expect(sus).toMatchObject({ n: 1, rowCount: 4, rejectedCount: 3 });
    expect(sus.rejectedRows.map((one) => one.reason)).toEqual([
      "respondent “a” has answered before",
      "q3: the answer “6” is not 1 to 5",
      "q3: the answer “maybe” is not 1 to 5",
    ]);
  });

  test("people without an id count, but are nobody that another piece could name", async () => {
    const rows = ["q1;q2;q3;q4;q5;q6;q7;q8;q9;q10", "4;2;5;1;3;2;5;2;4;1", "4;2;5;1;3;2;5;2;4;2"];
    const sus = await measured("sus", lines(...rows));
    expect(sus.respondents.map((one) => one.identified)).toEqual([false, false]);
  });

  test("the order of files changes nothing", async () => {
    const a = fileOf(lines(wide, "x,,4,2,5,1,3,2,5,2,4,1", "same,,1,2,5,1,3,2,5,2,4,1"), "a");
    const b = fileOf(lines(wide, "y,,4,2,4,1,3,2,5,2,4,1", "same,,5,2,5,1,3,2,5,2,4,1"), "b");
    expect(await measured("sus", [a, b])).toEqual(await measured("sus", [b, a]));
  });

  test("a column that is missing is named", async () => {
    const problem = await refusal(lines("respondent,q1,q2,q3,q4,q5,q6,q7,q8,q9", "a,1,1,1,1,1,1,1,1,1"));
    expect(problem.message).toContain("no column “q10”");
  });
});

describe("SUS as form tools write it, with the statements as headings", () => {
  const english = [
    "I think that I would like to use the portal frequently.",
    "I found the portal unnecessarily complex.",
    "I thought the portal was easy to use.",
    "I think that I would need the support of a technical person to be able to use the portal.",
    "I found the various functions in the portal were well integrated.",
    "I thought there was too much inconsistency in the portal.",
    "I would imagine that most people would learn to use the portal very quickly.",
    "I found the portal very cumbersome to use.",
    "I felt very confident using the portal.",
    "I needed to learn a lot of things before I could get going with the portal.",
  ];
  const chinese = [
    "我愿意经常使用这个系统",
    "我发现这个系统没有必要这么复杂",
    "我认为这个系统很容易使用",
    "我想我需要技术人员的支持才能使用这个系统",
    "我发现系统里的各项功能很好地整合在一起了",
    "我觉得这个系统中有太多不一致的地方",
    "我认为大部分人会很快学会使用这个系统",
    "我觉得这个系统使用起来非常笨拙",
    "使用这个系统时我觉得很有信心",
    "在使用这个系统之前，我需要学习很多东西",
  ];
  const grid = english.map((statement) => `Please rate the portal [${statement}]`);
  const numbered = chinese.map((statement, i) => `${i + 1}、${statement}`);

  test.each([
    ["English", english],
    ["a grid", grid],
    ["Chinese", chinese],
    ["numbered", numbered],
  ])("%s, in words", async (_name, statements) => {
    const row = "agree,不同意,5 - Strongly agree,非常不同意（1）,一般,disagree,5分,2,同意,strongly disagree";
    const text = lines(["Timestamp", ...statements].map((one) => `"${one}"`).join(","), `2026/03/01 09:00:00,${row}`);
    const sus = await measured("sus", text);
    expect(sus.respondents).toMatchObject([{ id: "row 000001", identified: false, score: 82.5 }]);
  });

  test("the statements in another order are read in that order", async () => {
    const text = lines(
      english
        .toReversed()
        .map((one) => `"${one}"`)
        .join(","),
      "1,4,2,5,2,3,1,5,2,4",
    );
    expect((await measured("sus", text)).mean).toBe(82.5);
  });

  test("a statement that stands there twice is nobody's guess", async () => {
    const headings = [...english, english[0]!].map((one) => `"${one}"`).join(",");
    expect(await refusal(lines(headings, "4,2,5,1,3,2,5,2,4,1,4"))).toMatchObject({ code: "ambiguous-heading" });
  });

  test("items turned positive are another questionnaire", async () => {
    const positive = english.with(1, "I found the portal to be simple.");
    const problem = await refusal(lines(positive.map((one) => `"${one}"`).join(","), "4,2,5,1,3,2,5,2,4,1"));
    expect(problem).toMatchObject({ code: "mapping-needed" });
    expect(problem.message).toContain("“q2”");
  });
});

test("SUS, an answer a row", async () => {
  const rows = [4, 2, 5, 1, 3, 2, 5, 2, 4, 1].map((answer, i) => `a,staff,q${i + 1},${answer}`);
  const sus = await measured(
    "sus",
    lines("participant,group,item,answer", ...rows, "a,staff,1,5", "b,,11,2", "b,,1,2"),
  );
  expect(sus.respondents).toMatchObject([{ id: "a", identified: true, group: "staff", score: 82.5 }]);
  expect(sus.dropped).toEqual([{ id: "b", reason: "9 of 10 items are not answered" }]);
  expect(sus.rejectedRows.map((one) => one.row)).toEqual([12, 13]);
});

describe("SUS forms", () => {
  const items = [4, 2, 5, 1, 3, 2, 5, 2, 4, 1];
  const form = (answers: readonly (number | string)[], example = "Your rating: 4") =>
    lines(
      "# SUS",
      `**Example**: agree?`,
      `\`${example}\``,
      "",
      ...answers.map((answer, i) => ` ${i + 1}. Item\n    Your rating: ${answer}`),
    );

  test("the example's rating line is no answer", async () => {
    const sus = await measured("sus", [fileOf(form(items)), fileOf(form([1, ...items.slice(1)]))]);
    expect(sus.respondents.map((one) => one.score).sort()).toEqual([75, 82.5]);
  });

  test("a form left blank here and there; the same form twice counts once", async () => {
    const some = form(["_", ...items.slice(1)]);
    const sus = await measured("sus", [
      fileOf(some, "a"),
      fileOf(some, "b"),
      fileOf(form(["_", "_", "_", ...items.slice(3)]), "c"),
    ]);
    expect(sus).toMatchObject({ n: 1, mean: 80 });
    expect(sus.dropped).toHaveLength(1);
    expect(sus.warnings.map((warning) => warning.code).sort()).toEqual(["dropped", "same-file-twice"]);
  });

  test("an impossible rating rejects the form with its line", async () => {
    const files = [fileOf(form(items), "good"), fileOf(form([...items.slice(0, 9), 7]), "bad")];
    const sus = await measured("sus", files);
    expect(sus.rejectedRows).toMatchObject([{ row: 24, reason: "the answer “7” is not 1 to 5", file: "bad" }]);
    expect(await refusal(form([9, ...items.slice(1)]))).toMatchObject({ code: "no-usable-row" });
  });
});

describe("task results", () => {
  test("CSV: late successes are partial, partial is no success, times are of successes", async () => {
    const header = "participant,task,outcome,seconds,limit,group";
    const rows = [
      "a,T1,success,60,60,staff",
      "a,T2,success,61,60,staff",
      "b,T1,完成,30,,public",
      "b,T2,failed_bug,9,,public",
      "c,T1,partial,,,",
      "c,T2,won,,,",
    ];
    const tasks = await measured("tasks", lines(header, ...rows));
    expect(tasks.tasks).toEqual([
      { task: "T1", attempts: 3, successes: 2, partial: 1, failures: 0, timesSeconds: [30, 60] },
      { task: "T2", attempts: 2, successes: 0, partial: 1, failures: 1, timesSeconds: [] },
    ]);
    expect(tasks.participants).toMatchObject([
      { id: "a", identified: true, group: "staff", attempts: 2, successes: 1 },
      { id: "b", identified: true, group: "public", attempts: 2, successes: 1 },
      { id: "c", identified: true, attempts: 1, successes: 0 },
    ]);
    expect(tasks.successRate).toBe(0.4);
    expect(tasks.rejectedRows).toMatchObject([{ row: 7, reason: "outcome “won” is not success, partial or failure" }]);
  });

  test("CSV: a limit from the options where the file has none", async () => {
    const text = lines("participant,task,outcome,seconds", "a,T,success,90", "b,T,success,91");
    const tasks = await measured("tasks", text, { taskLimitSeconds: 90 });
    expect(tasks.tasks[0]).toMatchObject({ successes: 1, partial: 1 });
  });

  test("JSON forms: the expected minutes are the limit", async () => {
    const form = (status: string, time: string | number | null) =>
      JSON.stringify({
        participant_id: `${status}${time}`,
        user_type: "staff",
        tasks: { t: { status, expected_duration_minutes: 2, actual_duration_minutes: time } },
      });
    const files = [
      form("complete", "00:02:00"),
      form("complete", "00:02:01"),
      form("success_timeout", 1),
      form("failed_misunderstanding", null),
    ];
    const tasks = await measured(
      "tasks",
      files.map((text, i) => fileOf(text, `${i}`)),
    );
    expect(tasks.tasks).toEqual([
      { task: "t", attempts: 4, successes: 1, partial: 2, failures: 1, timesSeconds: [120] },
    ]);
    expect(await refusal('{"tasks":{"t":{"status":7}}}')).toMatchObject({ code: "bad-form" });
    expect(await refusal(form("lost", "1"))).toMatchObject({ code: "no-usable-row" });
  });
});

test("volume runs", async () => {
  const rows = [
    "2026-03-01T01:00:00Z,1000,52000,10.5,2",
    ",500,100,5,0",
    ",5,100,0,0",
    ",5,100,1,6",
    ",5.5,100,1,0",
    "2026-03-01,5,5,1e14,0",
  ];
  const volume = await measured("volume", lines("start,records,bytes,seconds,failures", ...rows));
  expect(volume.runs).toEqual([
    { records: 1000, bytes: 52000, seconds: 10.5, failures: 2 },
    { records: 500, bytes: 100, seconds: 5, failures: 0 },
  ]);
  expect(volume).toMatchObject({ from: "2026-03-01T01:00:00.000Z", to: "2026-03-01T01:00:10.500Z" });
  expect(volume.rejectedRows.map((one) => one.reason)).toEqual([
    "seconds must be more than 0",
    "failures (6) outnumber the records (5)",
    "records “5.5” is not a whole number",
    "seconds must be at most ten years",
  ]);
});
