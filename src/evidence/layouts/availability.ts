import { may, need, times } from "./layout.ts";
import type { Layout } from "./layout.ts";

/** How monitoring services head the name of what they watch. */
const monitors =
  "monitor|monitor name|monitorname|check name|site name|监控项目|监控项|监控名称|监控任务|监控点|项目名称|站点|站点名称|应用名称|资源";
const watched = monitors.split("|");

const service = need("service", ["服务", "服务名称"], "Name of the service, as the pilot plan writes it");

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
    "A row is one probe and stands for the time until the next, at most the usual interval of that time (the median of the gaps around it); where more than one and a half intervals pass without a probe, the rest is unknown. Two answers at the same instant count as down.",
  columns: [
    { ...service, aliases: [...service.aliases, ...watched] },
    need(
      "time",
      ["timestamp", "check time", "checked at", "时间", "检测时间", "监测时间", "拨测时间"],
      `When the probe was made: ${times}`,
    ),
    need(
      "up",
      ["ok", "status", "result", "状态", "是否可用", "检测结果", "监测结果", "拨测结果"],
      "true or false; also up, down, yes, no, 1, 0, 正常, 故障",
    ),
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

export const incidents: Layout = {
  name: "incidents-csv",
  title: "Incidents CSV",
  kind: "availability",
  meaning:
    "A row is an incident or a maintenance window. An incident list does not say which time was watched: add a row of kind observed for each service, else it has no availability. Every incident counts as down, however severe, unless its severity is none or degraded; one without an end lasts to the end of the observed time. Maintenance counts as planned where it was announced before it began, else as down. Overlaps count once.",
  columns: [
    need("service", [...watched, "component", "system", "服务", "服务名称", "系统"], service.meaning),
    need(
      "start",
      [
        "start time",
        "started",
        "started at",
        "begin",
        "from",
        "date time",
        "开始",
        "开始时间",
        "发生时间",
        "故障开始时间",
        "故障时间",
        "宕机时间",
        "告警时间",
      ],
      `First instant: ${times}`,
    ),
    may(
      "end",
      [
        "end time",
        "ended at",
        "resolved",
        "resolved at",
        "to",
        "until",
        "结束",
        "结束时间",
        "恢复时间",
        "故障结束时间",
        "故障恢复时间",
      ],
      "Instant after the last; empty for an incident that is still open",
    ),
    may(
      "duration",
      ["downtime", "持续时间", "时长"],
      "Instead of end, with its unit: 1 h 30 min, 01:30:00, PT90M; a bare number is refused",
    ),
    may("minutes", ["duration minutes", "duration min", "duration (in mins.)", "分钟"], "Instead of end: minutes"),
    may("seconds", ["duration seconds", "duration s", "秒"], "Instead of end: seconds"),
    may(
      "kind",
      ["incident type", "记录类型", "类别"],
      "incident (also when empty), maintenance, or observed: the stretch of time the list speaks of",
    ),
    may(
      "event",
      ["事件状态"],
      "Of an event log (UptimeRobot): up, down, started or paused; with up rows the log itself says which time was watched",
    ),
    may("severity", ["impact", "严重程度", "影响"], "none and degraded do not count as down, maintenance is planned"),
    may("planned", ["scheduled", "计划内", "是否计划"], "yes or no: yes is maintenance"),
    may(
      "announced",
      ["announced at", "公告时间"],
      "When the maintenance was announced; it counts as planned only when before start",
    ),
  ],
  example: [
    ["Permits", "2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z", "", "", "", "observed", "", "", "", ""],
    ["Permits", "2026-03-09T13:05:00Z", "2026-03-09T13:21:30Z", "", "", "", "incident", "", "major", "no", ""],
    ["Permits", "2026-03-12T08:00:00Z", "", "25 min", "", "", "incident", "", "degraded", "no", ""],
    [
      "Permits",
      "2026-03-15T01:00:00Z",
      "2026-03-15T03:00:00Z",
      "",
      "",
      "",
      "maintenance",
      "",
      "",
      "yes",
      "2026-03-10T09:00:00Z",
    ],
  ],
};
