import type { MeasurementKind } from "../domain/evidence/measurement.ts";

export const formatNames = [
  "jmeter-csv",
  "upptime",
  "outages-csv",
  "probes-csv",
  "sus-form",
  "sus-wide",
  "sus-long",
  "tasks-json",
  "tasks-csv",
  "volume-csv",
  "document",
] as const;

export type FormatName = (typeof formatNames)[number];

export function isFormatName(name: string): name is FormatName {
  return formatNames.some((known) => known === name);
}

export interface Column {
  readonly name: string;
  /** Other headings that mean the same; case, spaces, hyphens and underscores do not matter. */
  readonly aliases: readonly string[];
  readonly required: boolean;
  readonly meaning: string;
}

/** A table that people may write themselves: shown on help pages, offered as a template, read by its reader. */
export interface Layout {
  readonly name: FormatName;
  readonly title: string;
  readonly kind: MeasurementKind;
  readonly meaning: string;
  readonly columns: readonly Column[];
  /** Data rows below the header, in the order of the columns. */
  readonly example: readonly (readonly string[])[];
}

const need = (name: string, aliases: readonly string[], meaning: string): Column => ({
  name,
  aliases,
  required: true,
  meaning,
});
const may = (name: string, aliases: readonly string[], meaning: string): Column => ({
  name,
  aliases,
  required: false,
  meaning,
});

const times = "RFC 3339 (2026-03-01T08:00:00Z), or local time in the configured zone (2026-03-01 08:00:00)";
const service = need("service", ["服务", "服务名称"], "Name of the service, as the pilot plan writes it");
const group = may("group", ["组别", "人群", "user group"], "Group of the person: public, staff, older, disability");

export const outages: Layout = {
  name: "outages-csv",
  title: "Outages CSV",
  kind: "availability",
  meaning:
    "A row is a stretch of time. The rows of type observed say which time the record speaks of: without one a service has no availability. Overlaps count once.",
  columns: [
    service,
    need("from", ["start", "开始", "开始时间"], `First instant: ${times}`),
    need("to", ["end", "结束", "结束时间"], "Instant after the last, later than from"),
    need("type", ["类型"], "observed, outage, planned or unknown"),
    may(
      "announced",
      ["公告时间", "announced at"],
      "When a planned window was announced; it counts only when before from",
    ),
  ],
  example: [
    ["Permits", "2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z", "observed", ""],
    ["Permits", "2026-03-09T13:05:00Z", "2026-03-09T13:21:30Z", "outage", ""],
    ["Permits", "2026-03-15T01:00:00Z", "2026-03-15T03:00:00Z", "planned", "2026-03-10T09:00:00Z"],
    ["Permits", "2026-03-20T10:00:00Z", "2026-03-20T10:30:00Z", "unknown", ""],
  ],
};

export const probes: Layout = {
  name: "probes-csv",
  title: "Probes CSV",
  kind: "availability",
  meaning:
    "A row is one probe and stands for the time until the next, at most the usual interval (the median of the gaps); where more than one and a half intervals pass without a probe, the rest is unknown. Two answers at the same instant count as down.",
  columns: [
    service,
    need("time", ["timestamp", "时间"], `When the probe was made: ${times}`),
    need("up", ["ok", "status", "状态", "是否可用"], "true or false; also up, down, yes, no, 1, 0, 正常, 故障"),
    may(
      "planned",
      ["planned since", "计划维护公告时间"],
      "In a planned window: when it was announced (a bare yes does not count); it counts only when before the window's first probe",
    ),
  ],
  example: [
    ["Permits", "2026-03-01T00:00:00Z", "true", ""],
    ["Permits", "2026-03-01T00:01:00Z", "false", ""],
    ["Permits", "2026-03-01T00:02:00Z", "true", ""],
    ["Permits", "2026-03-01T00:03:00Z", "false", "2026-02-20T09:00:00Z"],
  ],
};

const respondent = may(
  "respondent",
  ["participant", "id", "respondent id", "编号", "受访者"],
  "Pseudonym; counts once",
);
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

export const volume: Layout = {
  name: "volume-csv",
  title: "Data processing runs CSV",
  kind: "volume",
  meaning: "A row is one run of a data-processing job.",
  columns: [
    may("start", ["from", "开始时间"], `When the run began: ${times}`),
    need("records", ["rows", "记录数"], "Records handled in all, a whole number"),
    need("bytes", ["字节数"], "Bytes handled, a whole number"),
    need("seconds", ["duration", "秒", "用时"], "Seconds taken, more than 0"),
    need("failures", ["errors", "failed", "失败数"], "Records that failed, at most records"),
  ],
  example: [
    ["2026-03-01T01:00:00Z", "1200000", "734003200", "412.5", "3"],
    ["2026-03-02T01:00:00Z", "1180000", "721420288", "405.1", "0"],
  ],
};

/** Every layout a person may write; tools' own formats (JMeter, Upptime, SUS forms, task JSON) need no template. */
export const layouts: readonly Layout[] = [outages, probes, susWide, susLong, tasks, volume];
