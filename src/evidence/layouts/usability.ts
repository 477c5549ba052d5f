import { may, need } from "./layout.ts";
import type { Layout } from "./layout.ts";
import { group, respondent } from "./people.ts";

const likert =
  "1 to 5, or in words: strongly disagree … strongly agree, 非常不同意 … 非常同意; empty means not answered (counts 3; more than two drop the respondent)";

export const susWide: Layout = {
  name: "sus-wide",
  title: "SUS CSV, a respondent a row",
  kind: "sus",
  meaning: "The ten items of the System Usability Scale in their usual order, odd ones positive.",
  columns: [
    respondent,
    group,
    ...Array.from({ length: 10 }, (_, i) => {
      const n = String(i + 1);
      return need(`q${n}`, [n, `item${n}`, `sus${n}`, `问题${n}`, `第${n}题`], i === 0 ? likert : `As q1`);
    }),
  ],
  example: [
    ["P01", "staff", "4", "2", "5", "1", "4", "2", "5", "2", "4", "1"],
    ["P02", "older", "4", "3", "4", "2", "", "2", "4", "2", "3", "2"],
    ["P03", "公众", "同意", "不同意", "非常同意", "非常不同意", "同意", "一般", "同意", "不同意", "同意", "不同意"],
  ],
};

export const susLong: Layout = {
  name: "sus-long",
  title: "SUS CSV, an answer a row",
  kind: "sus",
  meaning: "The same answers, one a row.",
  columns: [
    { ...respondent, required: true },
    group,
    need("item", ["question", "题号", "问题"], "1 to 10, also q1 to q10"),
    need("answer", ["rating", "score", "response", "回答", "评分"], likert),
  ],
  example: [
    ["P01", "staff", "1", "4"],
    ["P01", "staff", "2", "disagree"],
    ["P01", "staff", "3", "非常同意"],
  ],
};

export const tasks: Layout = {
  name: "tasks-csv",
  title: "Task results CSV",
  kind: "tasks",
  meaning: "A row is one attempt of a participant at a task.",
  columns: [
    need("participant", ["respondent", "participant id", "参与者", "受试者", "编号"], "Pseudonym; counts once"),
    need("task", ["任务"], "Name of the task"),
    need(
      "outcome",
      ["result", "status", "结果"],
      "success, partial or failure; 成功, 部分, 失败. Partial is not a success",
    ),
    may("seconds", ["time", "duration", "time on task", "用时", "秒"], "Time on the task, seconds, more than 0"),
    may("limit", ["limit seconds", "time limit", "限时"], "Time limit, seconds: a success after it is partial"),
    group,
  ],
  example: [
    ["P01", "Renew a permit", "success", "92", "180", "staff"],
    ["P01", "Upload a plan", "partial", "240", "300", "staff"],
    ["P02", "Renew a permit", "failure", "", "180", "older"],
  ],
};
