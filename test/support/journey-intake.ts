import { writeXlsx } from "hucre/xlsx";
import { expect } from "vitest";
import { seeded } from "../../src/demo/random.ts";
import { tasksCsv } from "../../src/demo/files/usability.ts";
import { texts } from "./journey-texts.ts";
import { gb18030, heading, k6Ndjson, ratedRisks, susInWords } from "./journey-files.ts";
import { attach } from "./journey-pilot.ts";
import type { Story } from "./journey-story.ts";
import type { Visitor } from "./journey-visitor.ts";

/** A token, its load test over the wire, the same once more, and nothing after it was revoked. */
export async function pipeline(story: Story): Promise<void> {
  await story.pass("month");
  const planner = await story.as("planner");
  const { t } = planner.language;
  const name = story.say({ en: "Nightly run", zh: "每夜运行" });
  await planner.open(`${story.path}/evidence`);
  await planner.follow(t("tokens:link"));
  await planner.fill(t("tokens:form.name"), name);
  await planner.press(t("tokens:form.submit"));
  const token = await planner.page.locator("#token").innerText();

  const run = k6Ndjson(seeded("a nightly run"), story.now() - 3_600_000, [1, 2, 3, 4]);
  expect(await push(story, `${token}x`, run)).toMatchObject({ status: 401 });
  const first = await push(story, token, run);
  expect(first).toMatchObject({ status: 201, piece: { kind: "load", format: "k6-ndjson", rows: 3100 } });
  expect(await push(story, token, run)).toEqual({ ...first, status: 200 });

  await planner.follow(t("tokens:back"));
  await planner.press(`${t("tokens:revoke")} ${name}`);
  await planner.reads(t("tokens:revoked", { name }));
  expect(await push(story, token, run)).toMatchObject({ status: 401 });
}

type Answer = { readonly status: number; readonly piece: unknown };

async function push(story: Story, token: string, run: string): Promise<Answer> {
  const body = new FormData();
  body.set("title", story.say(texts.loadTitle));
  body.set("files", new Blob([run]), "results.json");
  const headers = { Authorization: `Bearer ${token}` };
  const response = await fetch(`${story.site.url}/api/v1${story.path}/evidence`, { method: "POST", headers, body });
  return { status: response.status, piece: await response.json() };
}

/** Headings that no reader knows are asked about once; the file need not be chosen again, and the next one is known. */
export async function unknownHeadings(story: Story): Promise<void> {
  const evaluator = await story.as("evaluator");
  const { t } = evaluator.language;
  await attach(story, evaluator, texts.outcomesTitle, "一月.csv", ratedRisks(seeded("January"), 400), 422);
  await evaluator.reads(t("mapping:title"));
  await evaluator.select(t("mapping:what"), t("help:layout.outcomes-csv.title"));
  await evaluator.press(t("mapping:showColumns"));
  for (const [column, title] of Object.entries(heading)) await evaluator.select(column, title);
  await evaluator.fill(t("mapping:condition.label", { column: "prediction" }), ">= 高");
  await evaluator.press(t("evidence:attach.submit"), { status: 422 });
  await evaluator.reads(t("mapping:condition.none"));
  await evaluator.fill(t("mapping:condition.label", { column: "prediction" }), "高");
  await evaluator.press(t("evidence:attach.submit"));
  await evaluator.reads(t("mapping:piece.title"));

  await attach(story, evaluator, texts.outcomesTitle, "二月.csv", ratedRisks(seeded("February"), 300));
  await evaluator.reads(t("mapping:piece.title"));
}

/** Words that no reader knows are asked about once, and the first rows shown as they will be read; the next file asks nothing. */
export async function unknownWords(story: Story): Promise<void> {
  const evaluator = await story.as("evaluator");
  const { t } = evaluator.language;
  const log = (seed: string): string =>
    [
      "participant,task,outcome",
      ...Array.from({ length: 12 }, (_, n) => `${seed}${n},Renew,${n % 4 === 0 ? "卡住了" : "办妥"}`),
    ].join("\n");
  await attach(story, evaluator, texts.tasksTitle, "记录.csv", log("x"), 422);
  await evaluator.reads(t("mapping:question.values.asked", { heading: "outcome", count: 2 }));
  await evaluator.select(t("mapping:question.values.word", { word: "办妥" }), t("mapping:meaning.outcome.success"));
  await evaluator.select(t("mapping:question.values.word", { word: "卡住了" }), t("mapping:meaning.outcome.failure"));
  await evaluator.press(t("mapping:looked.withAnswers"));
  await evaluator.reads(t("mapping:looked.written", { text: "卡住了" }));
  await evaluator.press(t("evidence:attach.submit"));
  await evaluator.reads(t("mapping:piece.word", { column: "outcome", word: "办妥" }));

  await attach(story, evaluator, texts.tasksTitle, "记录二.csv", log("y"));
  await evaluator.reads(t("mapping:piece.word", { column: "outcome", word: "办妥" }));
}

/** Of a workbook with two tables the one that is meant is asked about; the next workbook with these sheets asks nothing. */
export async function workbook(story: Story): Promise<void> {
  const evaluator = await story.as("evaluator");
  const { t } = evaluator.language;
  const title = { en: "Ease of the tasks", zh: "任务难易" };
  const book = async (person: string): Promise<Buffer> => {
    const table = (of: string): string[][] => [
      ["participant", "task", "rating (1-7)"],
      ...Array.from({ length: 8 }, (_, n) => [`${of}${person}${n}`, "Renew", String(4 + (n % 4))]),
    ];
    const sheets = { 窗口: table("c"), 居民: table("r") };
    return Buffer.from(await writeXlsx({ sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows })) }));
  };
  await attach(story, evaluator, title, "难易.xlsx", await book("x"), 422);
  await evaluator.reads(t("mapping:question.sheet.asked", { file: "难易.xlsx" }));
  await evaluator
    .group(t("mapping:question.sheet.legend", { file: "难易.xlsx" }))
    .getByRole("radio", { name: "居民" })
    .check();
  await evaluator.press(t("mapping:looked.withAnswers"));
  await evaluator.reads("rx0");
  await evaluator.press(t("evidence:attach.submit"));
  await evaluator.reads(t("evidence:piece.read"));

  await attach(story, evaluator, title, "难易二.xlsx", await book("y"));
}

/** Why a row cannot be used is said in the language of whoever sent it. */
export async function whyInChinese(story: Story): Promise<void> {
  const evaluator = await story.as("evaluator");
  const log = ["participant,task,rating (1-7)", "z1,Renew,5", "z2,Renew,9", "z2,Renew,4", ",Renew,4"].join("\n");
  await attach(story, evaluator, { en: "Ease once more", zh: "难易再记" }, "再记.csv", log, 422);
  await evaluator.reads(evaluator.t("unreadable:the-answer-is-not-to", { text: "9", min: 1, max: 7 }));
  await evaluator.reads(evaluator.t("unreadable:missing", { name: "participant" }));
}

/** Saved as GB18030, its answers in words: whoever sees which line reads right says so. Measured again it is the same. */
export async function questionnaire(story: Story): Promise<void> {
  const evaluator = await story.as("evaluator");
  const { t } = evaluator.language;
  await attach(story, evaluator, texts.susTitle, "问卷.csv", gb18030(susInWords(30)), 422);
  await evaluator.reads(t("mapping:doubt.encoding"));
  await evaluator.choose(t("mapping:encoding.legend"), t("mapping:encoding.guess", { name: "GB18030" }));
  await evaluator.press(t("evidence:attach.submit"));
  await evaluator.reads("85.0");
  const evidence = new URL(evaluator.page.url()).pathname.split("/").at(-1) ?? "";
  await evaluator.press(t("mapping:again.button"));
  await evaluator.reads(t("mapping:again.same", { evidence }));
}

/** What the pilot is compared with, by the same form on a browser without scripts. */
export async function baseline(story: Story): Promise<void> {
  const evaluator = await story.as("evaluator2");
  const { t } = evaluator.language;
  const before = tasksCsv(seeded("before"), "before", { participants: 40, success: 0.88 });
  const table = before.replace("participant,group,task,outcome,seconds", "who,whose,what,how it went,how long");
  await attach(story, evaluator, texts.baselineTitle, "before.csv", table, 422);
  await evaluator.select(t("mapping:what"), t("help:layout.tasks-csv.title"));
  await evaluator.press(t("mapping:showColumns"));
  await columns(evaluator, { participant: "who", task: "what", outcome: "how it went" });
  await evaluator.choose(t("mapping:role.legend"), t("mapping:role.baseline"));
  await evaluator.press(t("evidence:attach.submit"));
  await evaluator.reads(t("mapping:piece.title"));
}

async function columns(visitor: Visitor, headings: Readonly<Record<string, string>>): Promise<void> {
  for (const [column, title] of Object.entries(headings)) await visitor.select(column, title);
}
