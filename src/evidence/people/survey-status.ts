import { textKey } from "../../domain/words/plain-text.ts";
import type { Row } from "../table-reading.ts";

/** Why a row of a survey tool's export is no answer of anybody: somebody tried the survey, or broke it off. */
export type NoAnswer = "preview" | "unfinished";

const statuses =
  "status|response status|response type|状态|答卷状态|答题状态|填写状态|提交状态|完成状态|问卷状态|来源|distribution channel";
const finishes = "finished|complete|completed|是否完成|完成|已完成|survey complete|sus complete|questionnaire complete";
const columns = { status: statuses.split("|"), finished: finishes.split("|") };

const preview = /preview|\btest\b|testing|spam|预览|测试|试答|垃圾/;
const unfinished =
  /^(?:partial|partially completed|incomplete|in progress|started|unfinished|disqualified|screened out|over ?quota|terminated|abandoned|未完成|部分完成|部分|进行中|未提交|无效|无效答卷|被筛选|废卷|甄别)$/;
/** Qualtrics' numbers: survey preview, survey test, spam, spam in a preview, imported spam, offline preview. */
const previewCodes = new Set(["1", "2", "8", "9", "12", "17"]);
const no = new Set(["false", "0", "no", "n", "否", "未完成", "incomplete", "partial"]);

/** Null for a row of somebody who answered. Qualtrics, LimeSurvey, SurveyMonkey, Typeform, REDCap and 问卷星 say it in these columns. */
export function noAnswerIn(row: Row): NoAnswer | null {
  const qualtrics = row.has("response id") && (row.has("finished") || row.has("distribution channel"));
  for (const heading of columns.status) {
    const status = textKey(row.under(heading));
    if (status === "") continue;
    if (preview.test(status) || (qualtrics && heading === "status" && previewCodes.has(status))) return "preview";
    if (unfinished.test(status)) return "unfinished";
  }
  const finished = columns.finished.map((heading) => textKey(row.under(heading))).find((text) => text !== "");
  if (finished !== undefined) return no.has(finished) ? "unfinished" : null;
  return brokenOff(row) ? "unfinished" : null;
}

function brokenOff(row: Row): boolean {
  const progress = /^(\d{1,3})(?:\.\d+)?\s*%?$/.exec(row.under("progress") || row.under("完成度"));
  if (progress !== null) return Number(progress[1]) < 100 && Number(progress[1]) > 1;
  // LimeSurvey writes no day of submission for who left before the last page.
  const lime = row.has("last page") && (row.has("submitdate") || row.has("date submitted"));
  return lime && row.under("submitdate") === "" && row.under("date submitted") === "";
}
