import { may, need } from "./layout.ts";
import type { Layout } from "./layout.ts";
import { group, respondent } from "./people.ts";

const likert =
  "1 to 5, or in words: strongly disagree … strongly agree, 非常不同意 … 非常同意; empty means not answered (counts 3; more than two drop the respondent)";

/** The ten statements in the wordings that forms use, whatever the system is called. */
const statements: readonly RegExp[] = [
  /like to use .{0,80}frequently|(?:经常|频繁)(?:地)?使用/,
  /unnecessarily complex|没有?必要(?:地|的|这么|那么)?复杂|不必要(?:地|的)?复杂|过于复杂/,
  /was easy to use|is easy to use|(?:容易|易于)使用|使用(?:起来)?(?:很|非常)?(?:容易|简单)/,
  /(?:support|help|assistance) of a(?:n? )?technical|技术(?:人员|支持)|专业人员/,
  /functions .{0,80}well integrated|功能.{0,20}(?:整合|集成|融合|结合)/,
  /too much inconsistency|不一致/,
  /learn to use .{0,80}quickly|(?:很快|迅速|快速)(?:地|就能|就可以|能|就)?.{0,6}(?:学会|掌握)|(?:学会|掌握).{0,30}很快/,
  /cumbersome|awkward to use|繁琐|笨拙|累赘|麻烦/,
  /felt .{0,20}confident|feel .{0,20}confident|自信|有信心/,
  /learn a lot of things|(?:需要|要)(?:先)?学(?:习|会)?(?:很多|许多|大量)/,
];

export const susWide: Layout = {
  name: "sus-wide",
  title: "SUS CSV, a respondent a row",
  kind: "sus",
  meaning:
    "The ten items of the System Usability Scale in their usual order, odd ones positive. The statements themselves may stand as headings, as form tools write them.",
  columns: [
    respondent,
    group,
    ...Array.from({ length: 10 }, (_, i) => {
      const n = String(i + 1);
      const column = need(`q${n}`, [n, `item${n}`, `sus${n}`, `问题${n}`, `第${n}题`], i === 0 ? likert : `As q1`);
      const asks = statements[i];
      return asks === undefined ? column : { ...column, asks };
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

const sevenSteps =
  "1 to 7, or in words: strongly disagree, disagree, somewhat disagree, neutral, somewhat agree, agree, strongly agree; 非常不同意 … 非常同意; empty drops the respondent";

export const umuxLiteLayout: Layout = {
  name: "umux-lite-csv",
  title: "UMUX-Lite CSV",
  kind: "umux-lite",
  meaning: "The two items of UMUX-Lite on seven points, a respondent a row.",
  columns: [
    respondent,
    group,
    {
      ...need("capabilities", ["umux1", "umux lite 1", "requirements", "功能满足需求"], sevenSteps),
      asks: /meets? my requirements|满足.{0,10}(?:需求|需要|要求)/,
    },
    {
      ...need("ease", ["umux2", "umux lite 2", "ease of use", "容易使用"], "As capabilities"),
      asks: /(?:is|was) easy to use|(?:容易|易于)使用|使用(?:起来)?(?:很|非常)?(?:容易|简单)/,
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
    need("participant", ["respondent", "participant id", "参与者", "受试者", "编号"], "Pseudonym; counts once"),
    need("task", ["任务"], "Name of the task"),
    {
      ...need(
        "rating",
        ["seq", "seq rating", "ease", "score", "评分", "难易度"],
        "1 very difficult to 7 very easy, or in words; 非常困难 … 非常容易; empty means not rated",
      ),
      asks: /how (?:easy|difficult).{0,60}task|(?:难易|容易).{0,30}任务|任务.{0,30}(?:难易|容易)/,
    },
    group,
  ],
  example: [
    ["P01", "Renew a permit", "6", "staff"],
    ["P01", "Upload a plan", "somewhat difficult", "staff"],
    ["P02", "Renew a permit", "容易", "older"],
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
