import { describe, expect, test } from "vitest";
import { lines, measured, read, refusal } from "../support.ts";

const codes = (warnings: readonly { readonly code: string }[]): string[] => warnings.map(({ code }) => code);
const header = `participant,${Array.from({ length: 10 }, (_, i) => `q${i + 1}`).join(",")}`;
const [good, low] = ["4,2,5,1,4,2,5,2,4,1", "2,4,2,4,2,4,2,4,2,4"];

describe("rows that sum up others are left out and said", () => {
  test.each([
    ...["Mean", "Avg.", "Median (n=3)", "Column average", "Overall mean", "N = 3", "Score", "SUS score", "Modus"],
    ...[
      "加权平均",
      "本题平均分",
      "平均得分(分)",
      "总计（3人）",
      "得分",
      "各题均值",
      "Moyenne générale",
      "Durchschnitt gesamt",
    ],
  ])("%s", async (label) => {
    const sus = await measured(
      "sus",
      lines(header, `a,${good}`, `b,${low}`, `c,${good}`, `${label},3,3,4,2,3,3,4,3,3,2`),
    );
    expect(sus).toMatchObject({ n: 3, mean: 65, leftOut: 1 });
    expect(codes(sus.warnings)).toContain("rows-sum");
  });

  test.each([
    "Mode",
    "Var",
    "SEM",
    "95% CI",
    "95 % confidence interval",
    "% agree",
    "Top 2 box",
    "占比",
    "95%置信区间",
  ])("%s names nobody", async (label) => {
    const rows = lines(header, `a,${good}`, `b,${low}`, `c,${good}`, `${label},3,3,4,2,3,3,4,3,3,2`);
    expect(await measured("sus", rows)).toMatchObject({ n: 3, leftOut: 1 });
  });

  test.each(["SD", "SE", "M", "All"])("%s is nobody among people with numbers", async (label) => {
    const rows = lines(header, `P1,${good}`, `P2,${low}`, `P3,${good}`, `${label},1,1,1,1,1,1,1,1,1,1`);
    expect(await measured("sus", rows)).toMatchObject({ n: 3, leftOut: 1 });
    expect(
      await measured(
        "sus",
        rows.replaceAll(/^P\d/gm, (id) => `X${"abc"[Number(id[1]) - 1]}`),
      ),
    ).toMatchObject({
      n: 4,
    });
  });

  test("a mean cut to two decimals", async () => {
    const rows = lines(header, `a,${good}`, `b,${low}`, `c,${good}`, "Ø,3.33,2.67,4,2,3.33,2.67,4,2.67,3.33,2");
    expect(await measured("sus", rows)).toMatchObject({ n: 3, leftOut: 1, rejectedCount: 0 });
  });

  test("a task is no sum because it shares a document", async () => {
    const rows = lines("participant,task,outcome", "a,Share a document,success", "b,Mode of transport,failure");
    expect(await measured("tasks", rows)).toMatchObject({ tasks: [{ attempts: 1 }, { attempts: 1 }] });
  });

  test.each([
    [
      "without the date of the others",
      lines("date,rating (1-5)", "2026-03-01,5", "2026-03-02,4", "2026-03-03,2", ",3.67"),
    ],
    ["without the person of the others", lines("respondent,rating (1-5)", "a,5", "b,4", "c,3", ",4")],
    ["between steps that all others take", lines("rating (1-5),note", "5,x", "4,x", "2,x", "3.7,")],
  ])("the mean below ratings, %s", async (_, text) => {
    const ratings = await measured("satisfaction", text);
    expect(ratings).toMatchObject({ responses: 3, leftOut: 1 });
    expect(codes(ratings.warnings)).toContain("rows-sum");
  });

  test.each([
    lines("date,rating (1-5)", "2026-03-01,5", "2026-03-02,4", "2026-03-03,2", ",4"),
    lines("date,rating (1-5)", "2026-03-01,4.5", "2026-03-02,4", "2026-03-03,3.5"),
    lines("date,rating (1-5)", "2026-03-01,5", "2026-03-02,4", "2026-03-03,2.5"),
  ])("a last rating that is no mean counts: %s", async (text) => {
    expect(await measured("satisfaction", text)).toMatchObject({ responses: text.trim().split("\n").length - 1 });
  });

  test.each([
    ["rating and count", lines("rating (1-5),count", "5,120", "4,80", "1,7")],
    ["months", lines("月份,评分（1-5）,答卷数", "2026-01,4.2,120", "2026-02,4.4,80")],
    ["a table of four cells", lines("group,outcome,prediction,n", "A,1,1,50", "A,0,1,3", "B,0,0,41")],
    ["weights", lines("group,outcome,prediction,weight", "A,1,1,0.8", "A,0,1,1.2")],
  ])("rows that count several are refused: %s", async (_, text) => {
    expect(await refusal(text)).toMatchObject({ code: "rows-of-counts" });
    const ones = text.replaceAll(/,[\d.]+$/gm, ",1");
    expect((await read(ones)).kind).toBe("measured");
    expect((await read(text, { asRecorded: true })).kind).toBe("measured");
  });

  test.each(["Max", "Min", "Jean", "Sumi", "Averaged Anna"])("%s may be somebody's name", async (label) => {
    expect(await measured("sus", lines(header, `a,${good}`, `b,${low}`, `${label},3,3,4,2,3,3,4,3,3,2`))).toMatchObject(
      { n: 3 },
    );
  });

  test.each([
    [
      "runs without a beginning",
      lines("records,bytes,seconds,failures", "100,1000,10,1", "200,2000,20,0", "300,3000,30,1"),
      2,
    ],
    [
      "runs under 合计",
      lines(
        "start,records,bytes,seconds,failures",
        "2026-03-01,100,1000,10,0",
        "2026-03-02,200,2000,20,0",
        "合计,300,3000,30,0",
      ),
      2,
    ],
    [
      "the third run that is no sum",
      lines("records,bytes,seconds,failures", "100,1000,10,1", "200,2000,20,0", "300,3001,30,1"),
      3,
    ],
    [
      "a run that says when it began",
      lines(
        "start,records,bytes,seconds,failures",
        "2026-03-01,1,1,10,0",
        "2026-03-02,2,2,20,0",
        "2026-03-03,3,3,30,0",
      ),
      3,
    ],
  ])("%s", async (_, text, runs) => {
    expect((await measured("volume", text)).runs).toHaveLength(runs);
  });

  test("in a checklist, a list of incidents, of outages and of tasks", async () => {
    const wcag = await measured(
      "accessibility",
      lines("page,criterion,result", "/a,1.1.1,pass", "/a,1.4.3,fail", "Total,2,1 fail"),
    );
    expect(wcag).toMatchObject({ rejectedCount: 0, criteria: { passed: 1, failed: 1 } });
    const incidents = lines(
      "service,start,end,kind",
      "P,2026-03-01,2026-04-01,observed",
      "P,2026-03-02 01:00,2026-03-02 02:00,",
      "合计,,,1 h",
    );
    expect((await measured("availability", incidents)).services[0]).toMatchObject({ downSeconds: 3600 });
    const outages = lines("service,from,to,type", "P,2026-03-01,2026-04-01,observed", "Total,,,outage");
    expect(codes((await measured("availability", outages)).warnings)).toContain("rows-sum");
    const tasks = lines("participant,task,outcome,seconds", "a,T,success,10", "b,T,failure,20", "Total,2,50%,15");
    expect(await measured("tasks", tasks)).toMatchObject({ successRate: 0.5, leftOut: 1 });
  });
});

describe("a row of bad news that is not read leaves its service unknown", () => {
  test.each([
    ["an hour that no day has", "P,2026-03-05 10:00,2026-03-08 25:00,outage"],
    ["no service", ",2026-03-05,2026-03-07,outage"],
    ["an end before its start", "P,2026-03-07,2026-03-05,outage"],
    ["a word that nobody knows", "P,2026-03-05,2026-03-07,kaputt"],
  ])("%s, among a hundred that are", async (_, row) => {
    const short = Array.from(
      { length: 120 },
      (_n, i) =>
        `P,2026-03-${String(1 + (i % 28)).padStart(2, "0")} 01:00,2026-03-${String(1 + (i % 28)).padStart(2, "0")} 01:01,outage`,
    );
    expect(
      await refusal(lines("service,from,to,type", "P,2026-03-01,2026-03-31,observed", ...short, row)),
    ).toMatchObject({ code: "unread-downtime" });
  });

  test("and no other service", async () => {
    const text = lines(
      "service,from,to,type",
      "P,2026-03-01,2026-03-31,observed",
      "Q,2026-03-01,2026-03-31,observed",
      "Q,x,y,outage",
    );
    const { services, warnings } = await measured("availability", text);
    expect(services.map(({ service }) => service)).toEqual(["P"]);
    expect(codes(warnings)).toContain("unread-downtime");
  });
});

describe("values are mapped, once", () => {
  test.each([
    [
      "outcomes",
      lines("群体,实际,预测", "南,通过,不通过", "南,不通过,不通过", "北,批准,拒绝", "北,未批准,批准"),
      { tp: 0, fn: 1, tn: 1 },
    ],
    [
      "outcomes in English",
      lines("group,outcome,prediction", "南,approved,denied", "南,denied,denied"),
      { tp: 0, fn: 1, tn: 1 },
    ],
  ])("%s", async (_, text, cells) => {
    const { groups } = await measured("outcomes", text);
    expect(groups.find(({ group }) => group === "南")).toMatchObject(cells);
  });

  test.each([
    ["outcome", lines("group,outcome,prediction", "a,recidivist,1", "a,0,0"), "outcome", "recidivist"],
    [
      "a status of a probe",
      lines("service,time,status", "P,2026-03-01 00:00,200", "P,2026-03-01 00:01,1", "P,2026-03-01 00:02,1"),
      "up",
      "200",
    ],
    ["a result of a criterion", lines("page,criterion,result", "/a,1.1.1,maybe", "/a,1.4.3,pass"), "result", "maybe"],
    ["an impact", lines("page,criterion,result,impact", "/a,1.1.1,fail,awful", "/a,1.4.3,pass,"), "impact", "awful"],
    ["an outcome of a task", lines("参与者,任务,结果", "a,T,基本完成", "b,T,通过"), "outcome", "基本完成"],
  ])("%s that nobody knows is asked about", async (_, text, column, word) => {
    expect(await read(text)).toMatchObject({ questions: [{ about: "values", column, words: [{ word }] }] });
  });

  test("words of checklists, tasks and probes in Chinese", async () => {
    const wcag = lines(
      "页面,准则,结果",
      "/a,1.1.1,合格",
      "/a,1.4.3,不合格",
      "/a,2.1.1,符合",
      "/a,2.4.4,部分符合",
      "/a,1.2.2,无此内容",
    );
    expect(await measured("accessibility", wcag)).toMatchObject({
      rejectedCount: 0,
      criteria: { passed: 2, failed: 2, notApplicable: 1 },
    });
    const tasks = lines("参与者,任务,结果", "a,T,通过", "b,T,不通过", "c,T,部分通过", "d,T,独立完成", "e,T,求助完成");
    expect((await measured("tasks", tasks)).tasks).toMatchObject([{ successes: 2, failures: 1, partial: 2 }]);
    const probes = lines(
      "监控项目,检测时间,检测结果",
      "首页,2026-03-01 00:00,成功",
      "首页,2026-03-01 00:01,失败",
      "首页,2026-03-01 00:02,正常",
    );
    expect((await measured("availability", probes)).services[0]).toMatchObject({
      observedSeconds: 180,
      downSeconds: 60,
    });
  });
});
