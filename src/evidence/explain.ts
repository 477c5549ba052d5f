import { missingColumns } from "./header.ts";
import { headerless } from "./jmeter/header.ts";
import { layouts } from "./layouts.ts";

/** Why no reader knows a text, as near to the mark as its beginning allows. */
export function explain(text: string): string {
  if (headerless(text)) return "it looks like JMeter results saved without their header line";
  if (/^\s*<\?xml[^>]*>\s*<testResults/.test(text)) return "JMeter results as XML: save them as CSV";
  if (text.includes("\0")) return "its content is of no known format";
  const near = layouts
    .map((layout) => ({ layout, lacking: missingColumns(text, layout) }))
    .filter(({ layout, lacking }) => lacking.length * 2 < layout.columns.filter((column) => column.required).length)
    .sort((a, b) => a.lacking.length - b.lacking.length)[0];
  if (near === undefined) return "its content is of no known format";
  return `it looks like ${near.layout.title}, but has no column ${near.lacking.map((name) => `“${name}”`).join(", ")}`;
}
