import type { Problem } from "./refused.ts";
import { missingColumns, tableStart, type TableStart } from "./header.ts";
import { damagedIn } from "./damaged-characters.ts";
import { headerless } from "./jmeter/header.ts";
import { knownTool } from "./known-tools.ts";
import { layouts } from "./layouts.ts";
import { loadToolFile } from "./load-tools.ts";
import { kindsOfFile, type LoadToolFile } from "./load-tools/tool-file.ts";
import { notEvidence } from "./not-evidence.ts";
import { kindsOfTool } from "./tools/tool.ts";
import { toolOfToday } from "./tools-of-today.ts";

export type Explained = Pick<Problem, "code" | "headings" | "sample" | "params"> & { readonly reason: string };

/** Why no reader knows a text, as near to the mark as its beginning allows. */
export function explain(text: string): Explained {
  if (headerless(text)) return unread("it looks like JMeter results saved without their header line");
  const load = loadToolFile(text);
  if (load !== null) return ofLoadTool(load);
  const today = toolOfToday(text);
  if (today?.kind === "statistics-file") return ofToday(today);
  if (text.includes("\0")) return unread("its content is of no known format");
  const other = notEvidence(text);
  if (other !== null) return { code: "not-evidence", reason: other };
  const tool = knownTool(text);
  if (tool !== null) return tool;
  if (today !== null) return ofToday(today);
  const damage = damagedIn(text);
  if (damage !== null) return { code: "damaged-characters", reason: damage };
  const start = tableStart(text);
  if (start === null) return unread(nearly(text) ?? "its content is of no known format");
  if (start.headless) {
    return { code: "no-header", reason: "its first line holds data: put a line of headings above it" };
  }
  return mappable(text, start);
}

/** Which tool's it is, and which file of that tool to attach in its place. */
function ofLoadTool({ tool, what, attach, by }: LoadToolFile): Explained {
  const reason = `it is ${tool}'s: ${kindsOfFile[what]}`;
  if (attach === null) {
    const levels = `${reason}. No file of this tool is read: write its totals (${by}) into a table of load levels`;
    return { code: "load-tool-levels", reason: levels, params: { tool, by } };
  }
  return {
    code: `load-tool-${what}`,
    reason: `${reason}. Attach ${attach} instead (${by})`,
    params: { tool, attach, by },
  };
}

function ofToday({ tool, kind }: NonNullable<ReturnType<typeof toolOfToday>>): Explained {
  return { code: `tool-of-${kind}`, reason: `it is a file of ${tool}: ${kindsOfTool[kind]}`, params: { tool } };
}

function unread(reason: string): Explained {
  return { code: "unread-file", reason };
}

function mappable(text: string, { headings, sample }: TableStart): Explained {
  const reason = nearly(text) ?? "it is a table, but its headings fit no layout: say which heading is which column";
  return { code: "mapping-needed", reason, headings, sample };
}

/** The layout that more than half of the columns speak for. */
function nearly(text: string): string | null {
  const near = layouts
    .map((layout) => ({ layout, lacking: missingColumns(text, layout) }))
    .filter(({ layout, lacking }) => lacking.length * 2 < layout.columns.filter((column) => column.required).length)
    .sort((a, b) => a.lacking.length - b.lacking.length)[0];
  if (near === undefined) return null;
  return `it looks like ${near.layout.title}, but has no column ${near.lacking.map((name) => `“${name}”`).join(", ")}`;
}
