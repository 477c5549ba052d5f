import { may, need } from "./layout.ts";
import type { HeadingsOfFile, Layout } from "./layout.ts";
import { textKey } from "../../domain/words/plain-text.ts";
import { plainHeading } from "../heading-rows.ts";
import { inSimplified } from "../../domain/words/simplified.ts";
import { group, participantAliases, respondent } from "./people.ts";
import { statements } from "./sus-statements.ts";

const words = (list: string): readonly string[] => list.split("|");

const likert =
  "1 to 5, or in words: strongly disagree … strongly agree, 非常不同意 … 非常同意; empty means not answered (counts 3; more than two drop the respondent)";

const items = Array.from({ length: 10 }, (_, i) => i + 1);

/** How the item of a number is called: by the number alone, or by the questionnaire's name too. */
const numbered = (n: number): string[] => [
  `q${n}`,
  `${n}`,
  `item${n}`,
  `问题${n}`,
  `第${n}题`,
  `题${n}`,
  `q${two(n)}`,
  `item${two(n)}`,
  `第${two(n)}题`,
];
const named = (n: number): string[] => [
  `sus${n}`,
  `sus${two(n)}`,
  `susq${n}`,
  `susq${two(n)}`,
  `susitem${n}`,
  `sus[${n}]`,
  `sus[sq${n.toString().padStart(3, "0")}]`,
  `sus.${n}`,
];
const two = (n: number): string => String(n).padStart(2, "0");

export const susWide: Layout = {
  name: "sus-wide",
  title: "SUS CSV, a respondent a row",
  kind: "sus",
  meaning:
    "The ten items of the System Usability Scale in their usual order, odd ones positive. The statements themselves may stand as headings, as form tools write them.",
  denied: othersQuestions,
  columns: [
    respondent,
    group,
    ...items.map((n) => {
      const asks = statements[n - 1];
      const aliases = new Set([...named(n), ...numbered(n)]);
      aliases.delete(`q${n}`);
      const column = need(`q${n}`, [...aliases], n === 1 ? likert : `As q1`);
      return { ...column, rather: named(n), mayBeEmpty: true as const, ...(asks !== undefined && { asks }) };
    }),
  ],
  example: [
    ["P01", "staff", "4", "2", "5", "1", "4", "2", "5", "2", "4", "1"],
    ["P02", "older", "4", "3", "4", "2", "", "2", "4", "2", "3", "2"],
    ["P03", "公众", "同意", "不同意", "非常同意", "非常不同意", "同意", "一般", "同意", "不同意", "同意", "不同意"],
  ],
};

/**
 * "Q1" to "Q10" say nothing of what was asked: where the questions below them are others, or there are more of them, a survey
 * has other questions than the ten of this questionnaire. Then a person says which they are.
 */
function othersQuestions({ at, wordings }: HeadingsOfFile): readonly string[] {
  const first = (names: readonly string[]): number | undefined =>
    names.map((name) => at.get(plainHeading(name))?.[0]).find((place) => place !== undefined);
  const places = items.map((n) => first(numbered(n)));
  if (places.includes(undefined) || items.some((n) => first(named(n)) !== undefined)) return [];
  const questions = places.map((place) => inSimplified(textKey(wordings[place ?? -1] ?? "")));
  const given = questions.filter((text, i) => text !== "" && at.get(plainHeading(text))?.[0] !== places[i]);
  const asks = (text: string, i: number): boolean => statements[i]?.test(text) === true;
  const own = questions.filter((text, i) => asks(text, i) || /\bsus\b|usability scale|可用性量表/.test(text));
  const anothers = questions.filter((text, i) => !asks(text, i) && statements.some((other) => other.test(text)));
  const others = anothers.length > 0 || (given.length > 4 && own.length === 0);
  const more = given.length === 0 && first(numbered(11)) !== undefined;
  return others || more ? items.map((n) => `q${n}`) : [];
}

export const susLong: Layout = {
  name: "sus-long",
  title: "SUS CSV, an answer a row",
  kind: "sus",
  meaning: "The same answers, one a row.",
  columns: [
    { ...respondent, required: true },
    group,
    need("item", ["question", "题号", "问题"], "1 to 10, also q1 to q10, or the statement itself"),
    {
      ...need("answer", ["rating", "score", "response", "回答", "评分"], likert),
      mayBeEmpty: true,
    },
  ],
  example: [
    ["P01", "staff", "1", "4"],
    ["P01", "staff", "2", "disagree"],
    ["P01", "staff", "3", "非常同意"],
  ],
};

const sevenSteps =
  "A number on the scale that the answers show or the heading states, as in capabilities (1-7), or in words: strongly disagree, disagree, somewhat disagree, neutral, somewhat agree, agree, strongly agree; 非常不同意 … 非常同意; empty drops the respondent";

export const umuxLiteLayout: Layout = {
  name: "umux-lite-csv",
  title: "UMUX-Lite CSV",
  kind: "umux-lite",
  meaning:
    "The two items of UMUX-Lite, a respondent a row, on seven points or on five: where neither the answers nor a heading such as ease (1-5) say it, it is asked.",
  columns: [
    respondent,
    group,
    {
      mayBeEmpty: true,
      ...need("capabilities", ["umux1", "umux lite 1", "requirements", "功能满足需求"], sevenSteps),
      asks: /^(?:capabilities|requirements)\s*[([]|meets? (?:my|our|the users?.?) (?:requirements|needs)|(?:满足|符合).{0,10}(?:需求|需要|要求)/,
    },
    {
      mayBeEmpty: true,
      ...need("ease", ["umux2", "umux lite 2", "ease of use", "容易使用"], "As capabilities"),
      asks: /^ease(?: of use)?\s*[([]|(?:is|was) easy to use|(?:容易|易于|便于)(?:使用|操作)|(?:使用|用)(?:起来)?(?:很|非常|十分)?(?:容易|简单|方便)|好用/,
    },
  ],
  example: [
    ["P01", "staff", "6", "7"],
    ["P02", "older", "somewhat agree", "agree"],
    ["P03", "公众", "同意", "非常同意"],
  ],
};

export const seqLayout: Layout = {
  name: "seq-csv",
  title: "Single Ease Question CSV",
  kind: "seq",
  meaning: "A row is how easy one participant found one task, asked right after it.",
  columns: [
    need("participant", participantAliases, "Pseudonym; counts once"),
    need("task", ["任务"], "Name of the task"),
    {
      mayBeEmpty: true,
      ...need(
        "rating",
        ["seq", "seq rating", "ease", "score", "评分", "难易度"],
        "1 very difficult to 7 very easy, or in words; 非常困难 … 非常容易; empty means not rated",
      ),
      asks: /^(?:rating|seq|ease)\s*[([]|how (?:easy|difficult).{0,60}task|(?:难易|容易).{0,30}任务|任务.{0,30}(?:难易|容易)/,
    },
    group,
  ],
  example: [
    ["P01", "Renew a permit", "6", "staff"],
    ["P01", "Upload a plan", "somewhat difficult", "staff"],
    ["P02", "Renew a permit", "容易", "older"],
  ],
};

/** Headings that ask whether a task succeeded, so that yes and no are answers. */
export const asksSuccess = words(
  "success|success?|succeeded|succeeded?|successful|successful?|completed|completed?|complete|complete?|completion|task success|task completed|task completion|passed|passed?|erfolg|erfolgreich|geschafft|réussite|réussi|éxito|completado|是否完成|是否成功|是否通过|完成情况|成功与否|任务完成情况",
);

export const tasks: Layout = {
  name: "tasks-csv",
  title: "Task results CSV",
  kind: "tasks",
  meaning: "A row is one attempt of a participant at a task.",
  columns: [
    need("participant", participantAliases, "Pseudonym; counts once"),
    need(
      "task",
      ["task name", "task title", "mission", "aufgabe", "tâche", "tarea", "任务", "任务名称"],
      "Name of the task",
    ),
    need(
      "outcome",
      ["result", "status", "ergebnis", "resultado", "结果", "任务结果", ...asksSuccess],
      "success, partial or failure; 成功, 部分, 失败; yes or no where the heading asks whether it succeeded. Partial is not a success",
    ),
    may(
      "seconds",
      [
        "time",
        "duration",
        "time on task",
        "time on task (s)",
        "time on task (seconds)",
        "time (s)",
        "time (seconds)",
        "duration (s)",
        "sekunden",
        "用时",
        "用时(秒)",
        "耗时(秒)",
        "秒",
      ],
      "Time on the task, seconds, more than 0",
    ),
    may("limit", ["limit seconds", "time limit", "限时"], "Time limit, seconds: a success after it is partial"),
    group,
  ],
  example: [
    ["P01", "Renew a permit", "success", "92", "180", "staff"],
    ["P01", "Upload a plan", "partial", "240", "300", "staff"],
    ["P02", "Renew a permit", "failure", "", "180", "older"],
  ],
};
