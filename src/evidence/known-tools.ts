import { firstRecord } from "./csv.ts";
import { monitors } from "./known-tools/monitors.ts";
import { reports } from "./known-tools/reports.ts";
import type { KnownTool } from "./known-tools/tool.ts";

/** Files of tools that are known and hold no figure that could be measured, or hold it in a shape that no reader takes. */
const tools: readonly KnownTool[] = [...monitors, ...reports];

/** Headings that no other tool has, with the tool and what is missing. */
const tables: readonly (Omit<KnownTool, "marks"> & { readonly headings: readonly string[] })[] = [
  {
    key: "pingdom-times",
    name: "response times of Pingdom",
    instead: "they say nothing of outages: attach the outage summary",
    headings: ["check name", "average response time"],
  },
  {
    key: "monitor-list",
    name: "a list of monitors of Uptime Kuma or UptimeRobot",
    instead: "it says nothing of the past: attach the heartbeats or the log of events",
    headings: ["friendly name", "url", "status"],
  },
];

export interface ToolNamed {
  /** "tool-" and its key. */
  readonly code: string;
  readonly reason: string;
}

/** The tool whose file this is and what to attach instead; null where none is known. */
export function knownTool(text: string): ToolNamed | null {
  const headings = new Set((firstRecord(text, ",") ?? []).map((heading) => heading.trim().toLowerCase()));
  const tool =
    tools.find(({ marks }) => marks.every((mark) => mark.test(text))) ??
    tables.find((table) => table.headings.every((heading) => headings.has(heading)));
  return tool === undefined ? null : { code: `tool-${tool.key}`, reason: `it is ${tool.name}: ${tool.instead}` };
}

/** Of every tool, for pages and their test. */
export const toolKeys: readonly string[] = [...tools, ...tables].map(({ key }) => key);
