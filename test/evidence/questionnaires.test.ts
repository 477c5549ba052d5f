import { describe, expect, test } from "vitest";
import type { Mapping } from "../../src/domain/evidence/mapping.ts";
import { lines, measured, read, refusal } from "./support.ts";

const header = "participant,q1,q2,q3,q4,q5,q6,q7,q8,q9,q10";
const plain = (format: Mapping["format"]): Mapping => ({ format, columns: {}, conditions: {}, rows: {} });

describe("a number and its word", () => {
  const reversed = lines(
    header,
    "a,1 - Strongly agree,5 - Strongly disagree,1=Strongly agree,Strongly disagree (5),2: agree,4. Disagree,1,5,1,5",
    "b,2 - Agree,4 - Disagree,2 - Agree,4 - Disagree,2 - Agree,4 - Disagree,2,4,2,4",
  );

  test("that run against each other are asked about, and counted as the person says", async () => {
    const problem = await refusal(reversed);
    expect(problem).toMatchObject({ code: "number-against-word", questions: [{ about: "number-or-word" }] });
    expect(problem.headings).toContain("q10");
    const word = await measured("sus", reversed, { mapping: { ...plain("sus-wide"), numberOrWord: "word" } });
    expect(word.respondents.map(({ score }) => score)).toEqual([95, 75]);
    const number = await measured("sus", reversed, { mapping: { ...plain("sus-wide"), numberOrWord: "number" } });
    expect(number.respondents.map(({ score }) => score)).toEqual([5, 25]);
  });

  test("that say the same are one answer", async () => {
    const row = "a,5=非常同意,1、非常不同意,5 - Strongly agree,[1] Strongly disagree,同意（4分）,2 - Disagree,4,2,4,2";
    expect((await measured("sus", lines(header, row))).mean).toBe(85);
  });

  test("contradict each other in the words of the heading too", async () => {
    const text = lines("participant,task,rating (1 = very easy; 7 = very difficult)", "a,T,1", "b,T,2", "c,T,7");
    expect(await refusal(text)).toMatchObject({ code: "number-against-word" });
    const seq = await measured("seq", text, { mapping: { ...plain("seq-csv"), numberOrWord: "word" } });
    expect(seq.respondents.map(({ score }) => score)).toEqual([7, 6, 1]);
  });

  test("are held against each other in ratings of satisfaction", async () => {
    const text = lines("rating,min,max", "1 - very satisfied,1,5", "5 - very dissatisfied,1,5");
    expect(await refusal(text)).toMatchObject({ code: "number-against-word" });
    const words = lines("rating,min,max", "5 - Very satisfied,1,5", "满意（4）,1,5", "不太满意,1,5");
    expect((await measured("satisfaction", words)).mean).toBeCloseTo(11 / 3, 9);
  });
});

describe("the length of a scale", () => {
  const five = lines("respondent,capabilities,ease", "a,5,5", "b,4,5", "c,3,4");

  test("is asked where answers from 1 to 5 may be of five steps or of seven", async () => {
    const problem = await refusal(five);
    expect(problem).toMatchObject({
      code: "scale-unknown",
      questions: [{ about: "scale", lowest: 3, highest: 5 }],
    });
    const [question] = problem.questions ?? [];
    expect(question?.about === "scale" && question.offered.slice(0, 2)).toEqual([
      { min: 1, max: 5 },
      { min: 1, max: 7 },
    ]);
  });

  test("is what the person says", async () => {
    const asFive = await measured("umux-lite", five, {
      mapping: { ...plain("umux-lite-csv"), scale: { min: 1, max: 5 } },
    });
    expect(asFive.respondents.map(({ score }) => score)).toEqual([100, 87.5, 62.5]);
    expect(asFive.scale).toEqual({ min: 1, max: 5 });
    const asSeven = await measured("umux-lite", five, { answers: { scale: { min: 1, max: 7 } } });
    expect(asSeven.respondents[0]?.score).toBeCloseTo(66.667, 3);
  });

  test.each([
    ["a heading", "respondent,capabilities (1-5),ease (1-5)", "a,5,3", { min: 1, max: 5 }, 75],
    [
      "anchors",
      "respondent,capabilities (1 = strongly disagree … 7 = strongly agree),ease",
      "a,5,3",
      { min: 1, max: 7 },
      50,
    ],
    ["a seven", "respondent,capabilities,ease", "a,7,4", { min: 1, max: 7 }, 75],
    ["a zero and a four", "respondent,capabilities,ease", "a,0,4", { min: 0, max: 4 }, 50],
    ["its share", "respondent,capabilities,ease", "a,4/5,2/5", { min: 1, max: 5 }, 50],
    ["the middle", "respondent,capabilities,ease", "a,3 - Neutral,5", { min: 1, max: 5 }, 75],
    ["three words on a side", "respondent,capabilities,ease", "a,agree,somewhat agree", { min: 1, max: 7 }, 0],
  ])("is told by %s", async (_by, headings, row, scale, score) => {
    const more = score === 0 ? ["b,strongly agree,neutral"] : [];
    const umux = await measured("umux-lite", lines(headings, row, ...more));
    expect(umux.scale).toEqual(scale);
    expect(umux.respondents[0]?.score).toBe(score === 0 ? 75 : score);
  });

  test("words of five steps may be those of seven with nobody on two of them: asked", async () => {
    const words = lines("respondent,capabilities,ease", "a,Strongly agree,Agree", "b,Neutral,Agree");
    expect(await refusal(words)).toMatchObject({ code: "scale-unknown" });
    const umux = await measured("umux-lite", words, { answers: { scale: { min: 1, max: 5 } } });
    expect(umux.respondents.map(({ score }) => score)).toEqual([87.5, 62.5]);
  });

  test("of SUS is its own five steps; 0 to 4 and seven are told by the answers, and said", async () => {
    const zero = await measured("sus", lines(header, "a,4,0,4,0,4,0,4,0,4,0", "b,3,1,3,1,3,1,3,1,,1"));
    expect(zero.respondents.map(({ score }) => score)).toEqual([100, 72.5]);
    const seven = await measured("sus", lines(header, "a,7,1,7,1,7,1,7,1,7,1", "b,4,4,4,4,4,4,4,4,4,4"));
    expect(seven.respondents.map(({ score }) => score)).toEqual([100, 50]);
    expect(seven.warnings.map(({ code }) => code)).toContain("scale-stretched");
    expect(seven.scale).toEqual({ min: 1, max: 7 });
  });

  test("a piece recorded before anybody was asked is read as it was", async () => {
    expect((await measured("umux-lite", five, { asRecorded: true })).respondents[0]?.score).toBeCloseTo(66.667, 3);
  });
});

describe("words of answers", () => {
  test.each([
    "Agree,Disagree,Strongly agree,Strongly disagree,Neither agree or disagree,Disagree,Strongly agree,Disagree,Agree,Strongly disagree",
    "Somewhat agree,Somewhat disagree,Strongly agree,Strongly disagree,Neutral,Somewhat disagree,Strongly agree,Somewhat disagree,Somewhat agree,Strongly disagree",
    "Mostly agree,Mostly disagree,Completely agree,Completely disagree,Undecided,Mostly disagree,Completely agree,Mostly disagree,Mostly agree,Completely disagree",
    "D.比较同意,B.比较不同意,E.非常同意,A.非常不同意,C.一般,B.比较不同意,E.非常同意,B.比较不同意,D.比较同意,A.非常不同意",
    "同意,不太同意,很同意,很不同意,说不清,不太同意,很同意,不太同意,同意,很不同意",
    "符合,不符合,非常符合,非常不符合,不确定,不符合,非常符合,不符合,符合,非常不符合",
    "ａｇｒｅｅ,DISAGREE,strongly\u00a0agree,\u200bstrongly  disagree,neutral,disagree!,强烈同意,不赞同,赞同,strongly disagree",
    "同意,不同意,強烈同意,強烈不同意,不確定,不同意,強烈同意,不同意,同意,強烈不同意",
  ])("%s", async (row) => {
    expect((await measured("sus", lines(header, `a,${row}`))).mean).toBe(82.5);
  });

  test("nobody answered where the tool says so", async () => {
    for (const none of ["-3", "−3", "(跳过)", "N/A", "不适用", "-99", "Prefer not to say", "未作答"])
      expect((await measured("sus", lines(header, `a,${none},2,5,1,3,2,5,2,4,1`, "b,4,2,5,1,3,2,5,2,4,1"))).n).toBe(2);
  });

  test("a word that nobody knows is asked about once for all items, and means what was answered", async () => {
    const text = lines(header, "a,Kinda,2,5,1,3,2,5,2,Kinda,1", "b,4,2,5,1,3,2,5,2,4,1");
    const outcome = await read(text);
    expect(outcome.kind === "measured" && outcome.questions).toMatchObject([
      { about: "values", column: "q1", words: [{ word: "Kinda" }] },
    ]);
    const mapping = { ...plain("sus-wide"), values: { q1: { kinda: "4" } } };
    expect((await measured("sus", text, { mapping })).respondents.map(({ score }) => score)).toEqual([82.5, 82.5]);
  });
});
