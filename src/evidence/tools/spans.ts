import { json, type ToolOfToday } from "./tool.ts";

/** What tells from when to when a service was down, in a shape of its own. */
export const spanTools: readonly ToolOfToday[] = [
  {
    tool: "incident.io",
    kind: "monitor-spans",
    marks: [json, /"(?:component_impacts|affected_components)"\s*:/, /"incidents?"\s*:/],
  },
  { tool: "StatusCake", kind: "monitor-spans", marks: [json, /"status"\s*:\s*"(?:up|down)"/, /"ended_at"\s*:/] },
  { tool: "Atlassian Statuspage", kind: "monitor-spans", marks: [json, /"months"\s*:\s*\[/, /"incidents"\s*:\s*\[/] },
  {
    tool: "RSS / Atom",
    kind: "monitor-spans",
    marks: [/<(?:feed|rss)[\s>]/, /incident|status|uptime|outage|故障|事件/i],
  },
  {
    tool: "UptimeRobot",
    kind: "monitor-times",
    marks: [json, /"friendlyName"\s*:/, /"(?:nextLink|lastIncidentId|currentStateDuration)"\s*:/],
  },
];
