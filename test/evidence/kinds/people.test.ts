import { describe, expect, test } from "vitest";
import { fileOf, lines, measured, read, refusal } from "../support.ts";

const items = Array.from({ length: 10 }, (_, i) => i + 1);
const header = `participant,${items.map((i) => `q${i}`).join(",")}`;
/** 85, and 25. */
const good = "4,2,5,1,4,2,5,2,4,1";
const low = "2,4,2,4,2,4,2,4,2,4";

describe("a number that runs against its word is asked about, for every questionnaire", () => {
  test.each([
    ["SUS, options in brackets", lines(header, "a,(1) Strongly agree,(5) Strongly disagree,5,1,5,1,5,1,5,1")],
    [
      "SUS, in a heading",
      lines(
        `编号,第1题（1非常同意 5非常不同意）,${items
          .slice(1)
          .map((i) => `第${i}题`)
          .join(",")}`,
        `a,${good}`,
      ),
    ],
    [
      "SUS, half of the items",
      lines(
        header,
        "a,5 = strongly agree,1 = strongly disagree,5,1,5,1,5,1,5,1",
        "b,4 = agree,4 = disagree,4,2,4,2,4,2,4,2",
      ),
    ],
    [
      "UMUX-Lite on seven",
      lines("respondent,capabilities,ease", "a,1 – Strongly Agree,7 – Strongly Disagree", "b,2 – Agree,6 – Disagree"),
    ],
    ["SEQ in Chinese", lines("参与者,任务,评分", "a,T,1-非常容易", "b,T,7-非常困难")],
    ["satisfaction in Chinese", lines("满意度,min,max", "5-非常不满意,1,5", "1-非常满意,1,5")],
  ])("%s", async (_, text) => {
    expect(await refusal(text)).toMatchObject({
      code: "number-against-word",
      questions: [{ about: "number-or-word" }],
    });
  });

  test("an option's letter, its words and its number may all stand in a cell", async () => {
    const row =
      "A. Strongly Agree (5),E. Strongly Disagree (1),A. Strongly Agree (5),E. Strongly Disagree (1),B. Agree (4),D. Disagree (2),A. Strongly Agree (5),D. Disagree (2),B. Agree (4),E. Strongly Disagree (1)";
    expect((await measured("sus", lines(header, `a,${row}`))).mean).toBe(90);
  });
});

describe("the length of a scale is stated or asked, never assumed", () => {
  const named = (scale: string): string => `participant,${items.map((i) => `SUS${i} ${scale}`).join(",")}`;
  test.each([
    [named("(1-7)"), "a,5,3,5,3,5,3,5,3,5,3", { min: 1, max: 7 }, 66.667],
    [named("[0-4]"), "a,3,1,3,1,3,1,3,1,3,1", { min: 0, max: 4 }, 75],
    [named("（1～5分）"), "a,4,2,4,2,4,2,4,2,4,2", { min: 1, max: 5 }, 75],
  ])("%s", async (headings, row, scale, mean) => {
    const sus = await measured("sus", lines(headings, row));
    expect(sus.scale).toEqual(scale);
    expect(sus.mean).toBeCloseTo(mean, 3);
  });

  test.each([
    ["SUS from 0 to 10", lines(header, "a,8,2,9,1,8,2,10,0,8,2", "b,7,3,7,3,7,3,7,3,7,3"), 0, 10],
    ["UMUX-Lite around nought", lines("respondent,capabilities,ease", "a,3,-2", "b,-1,2"), -2, 3],
    ["SEQ of fours and fives", lines("participant,task,rating", "a,T,5", "b,T,4"), 4, 5],
    ["codes of none are no end of it", lines("respondent,capabilities,ease", "a,5,-99", "b,3,9999"), 3, 5],
  ])("%s: asked", async (_, text, lowest, highest) => {
    expect((await refusal(text)).questions).toMatchObject([{ about: "scale", lowest, highest }]);
  });

  test("ten points that begin nobody knows where are asked about", async () => {
    expect(await refusal(lines("满意度评分（10分制）,日期", "9,2026-03-01", "10,2026-03-02"))).toMatchObject({
      code: "no-scale",
    });
  });
});

describe("who answered is known by one vocabulary", () => {
  const thrice = (heading: string, ids = ["a1@city.example", "A1@city.example ", "b2@city.example"]): string =>
    lines(
      `${heading},${items.map((i) => `q${i}`).join(",")}`,
      `${ids[0]},${good}`,
      `${ids[1]},${good}`,
      `${ids[2]},${low}`,
    );

  test.each([
    ...[
      "Email Address",
      "E-mail",
      "邮箱",
      "电子邮箱",
      "您的邮箱（必填）",
      "1、您的邮箱：",
      "Please enter your email *",
    ],
    ...["Recipient Email", "Username", "姓名", "填表人姓名", "手机号码", "微信昵称", "提交者（自动）", "OpenID"],
  ])("%s: the same address twice is one person, and the address goes no further", async (heading) => {
    const sus = await measured("sus", thrice(heading));
    expect(sus).toMatchObject({ n: 2, mean: 55 });
    expect(sus.respondents.every(({ identified, id }) => identified && /^person-[0-9a-f]{16}$/.test(id))).toBe(true);
    expect(JSON.stringify(sus)).not.toMatch(/city\.example/i);
  });

  test.each([
    ...["Participant #", "Probanden-ID", "Versuchsperson", "ID participant", "Participante", "被调查者", "访客ID"],
    ...["resp_id", "Anonymous ID", "您的工号", "参与者编号（必填）", "3. Participant ID (auto)"],
  ])("%s holds ids", async (heading) => {
    const sus = await measured("sus", thrice(heading, ["P1", "P1", "P2"]));
    expect(sus.respondents.map(({ id }) => id)).toEqual(["P1", "P2"]);
  });

  test("an address stands in for the number of an answer, and never for a person's id", async () => {
    const forms = lines(
      `ID,Email,${items.map((i) => `q${i}`).join(",")}`,
      `1,a@city.example,${good}`,
      `2,a@city.example,${good}`,
      `3,anonymous,${low}`,
    );
    expect((await measured("sus", forms)).respondents.map(({ id }) => id)).toEqual([
      "3",
      expect.stringMatching(/^person-/),
    ]);
    const panel = lines(`Participant,Email,${items.map((i) => `q${i}`).join(",")}`, `P1,a@city.example,${good}`);
    expect((await measured("sus", panel)).respondents[0]?.id).toBe("P1");
  });

  test("one that answered otherwise before is rejected without saying the address", async () => {
    const text = lines(
      `邮箱,${items.map((i) => `q${i}`).join(",")}`,
      `a@city.example,${good}`,
      `a@city.example,${low}`,
    );
    const { rejectedRows } = await measured("sus", text);
    expect(rejectedRows[0]?.reason).toMatch(/“person-[0-9a-f]{16}” has answered before/);
  });

  test("it is the same person in every questionnaire and file", async () => {
    const tasks = await measured("tasks", lines("Email,task,outcome", "A1@city.example,Renew,success"));
    const sus = await measured("sus", [fileOf(thrice("邮箱"))]);
    expect(sus.respondents.map(({ id }) => id)).toContain(tasks.participants[0]?.id);
  });

  test("an address that many share names nobody", async () => {
    const sus = await measured("sus", thrice("IP Address", ["10.0.0.1", "10.0.0.1", "10.0.0.2"]));
    expect(sus.respondents.map(({ identified }) => identified)).toEqual([false, false, false]);
  });
});

describe("which questions are meant is told by more than their numbers", () => {
  test.each([
    [
      "an array of LimeSurvey by codes alone",
      lines(`id,${items.map((i) => `Q3[SQ${String(i).padStart(3, "0")}]`).join(",")}`, `1,${good}`),
    ],
    ["ten of eleven", lines(`${items.map((i) => `q${i}`).join(",")},q11`, `${good},3`)],
    [
      "other questions below",
      lines(
        items.map((i) => `q${i}`).join(","),
        "Age,Gender,Device,Browser,Visits,Ease,Trust,Speed,Help,Recommend",
        "30,1,2,1,3,4,5,4,3,5",
        "31,2,2,1,3,4,5,4,3,5",
      ),
    ],
  ])("%s: asked", async (_, text) => {
    expect(await refusal(text)).toMatchObject({ code: "mapping-needed" });
  });

  test("headings below a title and an empty line of a workbook are found", async () => {
    const title = `Survey of permits${",".repeat(10)}`;
    expect(
      await measured(
        "sus",
        lines(title, `Exported 2026-03-01${",".repeat(10)}`, ",".repeat(10), header, `a,${good}`, `b,${low}`),
      ),
    ).toMatchObject({ n: 2, mean: 55 });
  });
});

describe("words of answers", () => {
  test.each([
    "stimme voll und ganz zu,stimme überhaupt nicht zu,stimme eher zu,stimme eher nicht zu,teils/teils,stimme eher nicht zu,stimme eher zu,stimme eher nicht zu,stimme eher zu,stimme eher nicht zu",
    "Tout à fait d'accord,Pas du tout d'accord,Plutôt d'accord,Plutôt pas d'accord,Ni d'accord ni pas d'accord,Plutôt pas d'accord,Plutôt d'accord,Plutôt pas d'accord,Plutôt d'accord,Plutôt pas d'accord",
    "Totalmente de acuerdo,Totalmente en desacuerdo,De acuerdo,En desacuerdo,Neutral,En desacuerdo,De acuerdo,En desacuerdo,De acuerdo,En desacuerdo",
    "非常認同,非常不認同,認同,不認同,普通,不認同,認同,不認同,認同,不認同",
    "Agree strongly,Disagree strongly,Agree,Disagree,Neither agree/disagree,Disagree,Agree,Disagree,Agree,Disagree",
    "完全符合,完全不符合,比较符合,比较不符合,中立/不确定,比较不符合,比较符合,比较不符合,比较符合,比较不符合",
    "极为同意,极不同意,同意,不同意,没有意见,不同意,同意,不同意,同意,不同意",
  ])("%s", async (row) => {
    expect((await measured("sus", lines(header, `a,${row}`))).mean).toBe(77.5);
  });

  test.each([
    "[skipped]",
    "<missing>",
    "【未答】",
    "#NULL!",
    "(未显示)",
    "-97",
    "-9999",
    "999",
    "98",
    "keine Angabe",
    "Refused",
  ])("%s says that nobody answered", async (none) => {
    const sus = await measured("sus", lines(header, `a,${none},2,5,1,4,2,5,2,4,1`, `b,${good}`));
    expect(sus.respondents.map(({ score }) => score)).toEqual([82.5, 85]);
  });

  test.each(["Yes", "SA", "Happy", "不知道", "四"])("%s is asked about once", async (word) => {
    const outcome = await read(lines(header, `a,${word},2,5,1,4,2,5,2,4,1`, `b,${good}`));
    expect(outcome).toMatchObject({ questions: [{ about: "values", column: "q1", words: [{ word }] }] });
  });
});

describe("the ends of one scale may be called by two words", () => {
  const answers = (agree: string, disagree: string): string =>
    Array.from({ length: 10 }, (_, i) => (i % 2 === 0 ? agree : disagree)).join(",");
  test.each([
    ["非常同意", "很不同意"],
    ["完全同意", "非常不同意"],
    ["strongly agree", "completely disagree"],
  ])("%s, %s", async (agree, disagree) => {
    const between = Array.from({ length: 10 }, () => (/\p{Script=Han}/u.test(agree) ? "比较同意" : "somewhat agree"));
    const sus = await measured("sus", lines(header, `a,${answers(agree, disagree)}`, `b,${between.join(",")}`));
    expect(sus.scale).toEqual({ min: 1, max: 5 });
    expect(sus.mean).toBe(75);
    expect(sus.warnings.map(({ code }) => code)).not.toContain("scale-stretched");
  });

  test("but not where one side has both", async () => {
    const text = lines(header, `a,${answers("非常同意", "非常不同意")}`, `b,${answers("很同意", "比较不同意")}`);
    expect((await measured("sus", text)).scale).toEqual({ min: 1, max: 7 });
  });
});

test.each(["答题人ID", "市民编号", "办事人代码", "Citizen No.", "applicant_code", "Visitor #", "员工号码", "Case No."])(
  "somebody under “%s” counts once",
  async (heading) => {
    const text = lines(header.replace("participant", heading), `A1,${good}`, `A1,${good}`, `A2,${low}`);
    expect(await measured("sus", text)).toMatchObject({ n: 2, mean: 55 });
  },
);

test("two columns that both tell people apart are asked about", async () => {
  const text = lines(`市民编号,办事人代码,${header.replace("participant,", "")}`, `A1,B1,${good}`, `A1,B2,${low}`);
  expect(await refusal(text)).toMatchObject({ code: "ambiguous-heading" });
});

describe("what forms and other languages write", () => {
  const words = (row: readonly string[]): string => row.map((word) => `"${word}"`).join(",");
  const steps = (of: readonly string[]): string => words(good.split(",").map((step) => of[Number(step) - 1] ?? ""));
  test.each([
    ["“Strongly disagree”|“Disagree”|“Neutral”|“Agree”|“Strongly agree”"],
    ["Strongly disagree 😡|Disagree|Neutral 😐|Agree|Strongly agree 😀"],
    ["Discordo totalmente|Discordo|Neutro|Concordo|Concordo totalmente"],
    ["Helemaal mee oneens|Mee oneens|Neutraal|Mee eens|Helemaal mee eens"],
    ["Per niente d'accordo|Poco d'accordo|Neutrale|D'accordo|Molto d'accordo"],
  ])("%s", async (scale) => {
    const all = scale.split("|");
    const text = lines(header, `a,${steps(all)}`, `b,${words([...all, ...all])}`);
    expect(await measured("sus", text)).toMatchObject({ n: 2, mean: 67.5, warnings: [] });
  });

  test.each(["lfd. Nr.", "Panelist", "样本编号", "测评人", "_uuid", "Sujet", "ID de respuesta"])(
    "%s tells people apart",
    async (heading) => {
      const text = lines(header.replace("participant", heading), `a,${good}`, `b,${low}`, `a,${good}`);
      expect(await measured("sus", text)).toMatchObject({ n: 2 });
    },
  );

  test("SurveyMonkey's words below a row of questions are answers, the first row too", async () => {
    const sus = [
      "I think that I would like to use this system frequently.",
      "I found the system unnecessarily complex.",
      "I thought the system was easy to use.",
      "I think that I would need the support of a technical person to be able to use this system.",
      "I found the various functions in this system were well integrated.",
      "I thought there was too much inconsistency in this system.",
      "I would imagine that most people would learn to use this system very quickly.",
      "I found the system very cumbersome to use.",
      "I felt very confident using the system.",
      "I needed to learn a lot of things before I could get going with this system.",
    ];
    const agreeing = steps(["Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"]);
    const row = (id: number): string => `${id},4,2026-03-01,2026-03-01,,,,,${agreeing}`;
    const text = lines(
      `Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Custom Data 1,How much do you agree?${",".repeat(9)}`,
      `${",".repeat(8)}${words(sus)}`,
      row(1),
      row(2),
      row(3),
    );
    expect(await measured("sus", text)).toMatchObject({ n: 3, mean: 85 });
  });
});
