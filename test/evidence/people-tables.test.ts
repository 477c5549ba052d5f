import { describe, expect, test } from "vitest";
import { persons, responses } from "../../src/evidence/layouts/people.ts";
import { lines, measured, refusal } from "./support.ts";

const items = "q1,q2,q3,q4,q5,q6,q7,q8,q9,q10";
const good = "4,2,5,1,3,2,5,2,4,1";
const bad = "2,4,2,4,2,4,2,4,2,4";
const codes = (all: readonly { readonly code: string }[]): string[] => all.map(({ code }) => code);

describe("who answered", () => {
  test.each([
    "participant_id",
    "ParticipantID",
    "PID",
    "ResponseId",
    "用户编号",
    "参与者编号",
    "序号",
    "答卷编号",
    "User ID",
    "Subject No.",
    "用户ID：",
  ])("%s: a form that was sent twice is one", async (heading) => {
    const sus = await measured("sus", lines(`${heading},${items}`, `a,${good}`, `a,${good}`, `b,${bad}`));
    expect(sus).toMatchObject({ n: 2, rowCount: 2, rejectedCount: 0, leftOut: 1 });
    expect(codes(sus.warnings)).toEqual(["rows-repeated"]);
    expect(sus.respondents.every(({ identified }) => identified)).toBe(true);
  });

  test("every heading of the list is known by every reader of people", async () => {
    for (const heading of [...persons, ...responses]) {
      const sus = await measured("sus", lines(`${heading},${items}`, `a,${good}`, `a,${bad}`));
      expect([heading, sus.n]).toEqual([heading, 1]);
    }
    for (const heading of persons) {
      const tasks = await measured("tasks", lines(`${heading},task,outcome`, "a,T,success", "a,U,failure"));
      expect([heading, tasks.participants.length]).toEqual([heading, 1]);
      const ratings = await measured("satisfaction", lines(`${heading},rating (1-5)`, "a,5", "a,4", "b,3"));
      expect([heading, ratings.responses, codes(ratings.warnings)]).toEqual([heading, 2, ["rows-again"]]);
    }
  });

  test("the person goes before the number of the answer, and anonymous people are no one person", async () => {
    const both = await measured("sus", lines(`ResponseId,participant,${items}`, `R1,a,${good}`, `R2,a,${good}`));
    expect(both.n).toBe(1);
    const anonymous = await measured("sus", lines(`user,${items}`, `anonymous,${good}`, `匿名,${good}`));
    expect(anonymous.respondents.map(({ identified }) => identified)).toEqual([false, false]);
  });
});

describe("rows that are nobody's answer", () => {
  test.each(["Median", "MEAN", "Average:", "平均值", "中位数", "合计", "Total", "Std. Dev.", "标准差", "Mean (n=3)"])(
    "%s is left out and said",
    async (label) => {
      const sus = await measured("sus", lines(`participant,${items}`, `a,${good}`, `b,${bad}`, `${label},${good}`));
      expect(sus).toMatchObject({ n: 2, rejectedCount: 0, leftOut: 1 });
      expect(codes(sus.warnings)).toEqual(["rows-sum"]);
    },
  );

  test("in every table of people", async () => {
    const tasks = lines("participant,task,outcome", "a,T,success", "b,T,failure", "合计,T,success");
    expect((await measured("tasks", tasks)).participants).toHaveLength(2);
    const seq = lines("participant,task,rating", "a,T,7", "b,T,6", "Average,T,6.5");
    expect(await measured("seq", seq)).toMatchObject({ n: 2, leftOut: 1, rejectedCount: 0 });
    const ratings = lines("day,rating (1-5)", "1,5", "2,3", "平均,4");
    expect(await measured("satisfaction", ratings)).toMatchObject({ responses: 2, leftOut: 1 });
    const umux = lines("respondent,capabilities,ease", "a,7,6", "b,6,6", "Median,6,6");
    expect((await measured("umux-lite", umux)).n).toBe(2);
  });

  test("Max and Min are people, but beside a mean", async () => {
    const people = lines(`participant,${items}`, `Max,${good}`, `Min,${bad}`);
    expect((await measured("sus", people)).n).toBe(2);
    const sums = lines(`participant,${items}`, `a,${good}`, `b,${bad}`, `Mean,${good}`, `Max,${good}`, `n,${bad}`);
    expect(await measured("sus", sums)).toMatchObject({ n: 2, leftOut: 3 });
  });

  test("Max, Min and n are none where they are what they say of all others", async () => {
    const rows = ["a,4,2,5,1,3,2,5,2,4,1", "b,5,1,5,1,4,2,5,1,5,1", "c,2,4,2,4,2,4,2,4,2,4"];
    const sums = ["Min,2,1,2,1,2,2,2,1,2,1", "Max,5,4,5,4,4,4,5,4,5,4", "n =,3,3,3,3,3,3,3,3,3,3"];
    const sus = await measured("sus", lines(`participant,${items}`, ...rows, ...sums));
    expect(sus).toMatchObject({ n: 3, leftOut: 3, rejectedCount: 0 });
    const person = await measured("sus", lines(`participant,${items}`, ...rows, "Max,5,4,5,4,4,4,5,4,5,3"));
    expect(person.n).toBe(4);
  });

  test("rows that a spreadsheet emptied are as good as blank lines", async () => {
    const empty = ",,,,,,,,,,";
    const sus = await measured(
      "sus",
      lines(`participant,${items}`, `a,${good}`, empty, `b,${bad}`, empty, ", ,,,,,,,,,"),
    );
    expect(sus).toMatchObject({ n: 2, rowCount: 2, rejectedCount: 0, dropped: [] });
    const tasks = lines("participant,task,outcome", "a,T,success", ",,", "b,T,failure");
    expect(await measured("tasks", tasks)).toMatchObject({ rowCount: 2, rejectedCount: 0 });
  });

  test("a last row without a name that is the others' mean, median or sum is one", async () => {
    const people = ["a,4,2,5,1,3,2,5,2,4,1", "b,5,1,5,1,4,2,5,1,5,1", "c,2,4,2,4,2,4,2,4,2,4"];
    const median = lines(`participant,${items}`, ...people, ",4,2,5,1,3,2,5,2,4,1");
    expect(await measured("sus", median)).toMatchObject({ n: 3, leftOut: 1 });
    const mean = lines(items, "4,2,5,1,3,2,5,2,4,1", "5,1,5,1,4,2,5,1,5,1", "4.5,1.5,5,1,3.5,2,5,1.5,4.5,1");
    expect(await measured("sus", mean)).toMatchObject({ n: 2, leftOut: 1, rejectedCount: 0 });
    const someone = lines(items, "4,2,5,1,3,2,5,2,4,1", "4,2,5,1,3,2,5,2,4,1", "4,2,5,1,3,2,5,2,4,1");
    expect(await measured("sus", someone)).toMatchObject({ n: 3 });
  });

  test.each([
    ["Status", "Survey Preview", "rows-preview"],
    ["Status", "Spam", "rows-preview"],
    ["DistributionChannel", "preview", "rows-preview"],
    ["Finished", "False", "rows-unfinished"],
    ["Progress", "40", "rows-unfinished"],
    ["答题状态", "未完成", "rows-unfinished"],
    ["Response Type", "partial", "rows-unfinished"],
  ])("%s: %s", async (heading, cell, code) => {
    const full = { Status: "IP Address", DistributionChannel: "anonymous", Finished: "True", Progress: "100" };
    const other = (full as Record<string, string>)[heading] ?? "completed";
    const sus = await measured(
      "sus",
      lines(`${heading},ResponseId,${items}`, `${cell},R1,${bad}`, `${other},R2,${good}`),
    );
    expect(sus).toMatchObject({ n: 1, mean: 82.5, leftOut: 1, rejectedCount: 0 });
    expect(codes(sus.warnings)).toEqual([code]);
  });
});

describe("questions by their number alone", () => {
  const ids = Array.from({ length: 10 }, (_, i) => `"{""ImportId"":""QID${i}""}"`).join(",");
  const statements = [
    "SUS - I think that I would like to use this system frequently.",
    "SUS - I found the system unnecessarily complex.",
    ...["easy", "support", "int", "inc", "learn", "cumb", "conf", "lots"].map((word) => `SUS - ${word}`),
  ];

  test("the rows below the headings say what they are, and are no people", async () => {
    const text = lines(
      `ResponseId,${items}`,
      `Response ID,${statements.join(",")}`,
      `"{""ImportId"":""_recordId""}",${ids}`,
      `R1,${good}`,
    );
    expect(await measured("sus", text)).toMatchObject({ n: 1, rejectedCount: 0, rowCount: 1 });
  });

  test("other questions under q1 to q10 are not SUS: asked", async () => {
    const others = "Age,Gender,Education,How often online,District,Device,Role,Years,Language,Consent";
    const text = lines(`ResponseId,${items}`, `Response ID,${others}`, `R1,${good}`);
    expect(await refusal(text)).toMatchObject({ code: "mapping-needed" });
  });

  test("and neither are the first ten of a longer survey", async () => {
    const problem = await refusal(lines(`id,${items},q11,q12`, `1,${good},3,4`));
    expect(problem).toMatchObject({ code: "mapping-needed" });
    const named = Array.from({ length: 10 }, (_, i) => `sus_${i + 1}`).join(",");
    expect((await measured("sus", lines(`id,q1,q11,${named}`, `1,9,3,${good}`))).mean).toBe(82.5);
  });
});

test("groups that differ in case, width or accents as they are typed are one", async () => {
  const row = (group: string): string => `${group},true,true`;
  const text = lines(
    "group,outcome,prediction",
    ...["Zürich", "Zu\u0308rich", "窗口（A）", "窗口(A)", "older", "Older"].map(row),
  );
  const { groups, groupNames } = await measured("outcomes", text);
  expect(groups.map(({ group, n }) => [group, n])).toEqual([
    ["Older", 2],
    ["Zürich", 2],
    ["窗口(A)", 2],
  ]);
  expect(new Set(groupNames)).toEqual(new Set(["Older", "Zürich", "窗口(A)"]));
});

test("digits of any script are digits, in cells and in headings", async () => {
  const headings = Array.from({ length: 10 }, (_, i) => `第${String.fromCodePoint(0xff11 + i)}题`);
  headings[9] = "第１０题";
  const text = lines(`编号,${headings.join(",")}`, "甲,５,１,5,۱,٥,1,５,１,５,１");
  expect((await measured("sus", text)).mean).toBe(100);
});

test("what a spreadsheet leaves out at a row's end is empty; a last line that is cut off is not read", async () => {
  const attempts = ["participant,task,outcome,seconds,limit", "a,T,success,90,", "b,T,failure,95", "c,T,success"];
  expect(await measured("tasks", lines(...attempts))).toMatchObject({ rowCount: 3, rejectedCount: 0 });
  expect(await measured("tasks", lines(...attempts).trimEnd())).toMatchObject({ rowCount: 3, rejectedCount: 1 });
  const sus = await measured("sus", lines(`id,${items}`, "a,4,2,5,1,3,2,5,2,4"));
  expect(sus.respondents[0]?.score).toBe(77.5);
});

describe("questions below headings that are numbers", () => {
  test.each([
    ["short", "Age,Home,Work,Car,Bus,Bike,Rain,Snow,Sun,Wind"],
    ["Chinese", "您的年龄段,您的性别,居住区,是否同意,使用频率,来访次数,窗口,材料,时间,地点"],
  ])("are others', also where they are %s and the ids have none", async (_, questions) => {
    const people = Array.from({ length: 250 }, (__, i) => `${i + 1},${i % 2 === 0 ? good : bad}`);
    const refused = await refusal(lines(`id,${items}`, `,${questions}`, ...people));
    expect(refused.code).toBe("mapping-needed");
  });

  test("answers in words above answers in numbers are an answer", async () => {
    const words = "同意,不同意,非常同意,非常不同意,一般,不同意,同意,不同意,同意,不同意";
    expect(await measured("sus", lines(`id,${items}`, `1,${words}`, `2,${good}`))).toMatchObject({ n: 2 });
  });
});
