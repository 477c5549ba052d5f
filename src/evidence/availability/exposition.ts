import type { Labels } from "./up-series.ts";

export interface Sample {
  readonly metric: string;
  readonly labels: Labels;
  readonly value: string;
  /** As written; absent where the line has none. */
  readonly time?: string;
}

const name = /[ \t]*([a-zA-Z_:][\w:]*)?[ \t]*/y;
const label = /[ \t]*(?:"((?:[^"\\]|\\.)*)"|([a-zA-Z_][\w.:]*))[ \t]*(?:=[ \t]*"((?:[^"\\]|\\.)*)")?[ \t]*(,|(?=\}))/y;
// An exemplar or a comment may follow.
const rest = /^[ \t]*(\S+)(?:[ \t]+([+-]?[\d.]+(?:[eE][+-]?\d+)?))?[ \t]*(?:#.*)?$/;

/**
 * One line of the exposition format: `up{job="a"} 1 1395066363000`, the name also inside the braces as
 * `{__name__="up"}` or `{"up"}`. Source: prometheus.io/docs/instrumenting/exposition_formats, OpenMetrics 1.0.
 *
 * @returns null for comments and blank lines, undefined where the line is broken
 */
export function sampleOf(line: string): Sample | null | undefined {
  if (/^\s*(?:#|$)/.test(line)) return null;
  name.lastIndex = 0;
  let metric = name.exec(line)?.[1] ?? "";
  const labels = new Map<string, string>();
  let at = name.lastIndex;
  if (line[at] === "{") {
    at += 1;
    while (line[at] !== "}") {
      label.lastIndex = at;
      const [whole, quoted, bare, value] = label.exec(line) ?? [];
      if (whole === undefined) return undefined;
      if (value !== undefined) labels.set(bare ?? unescaped(quoted ?? ""), unescaped(value));
      else if (quoted !== undefined && metric === "") metric = unescaped(quoted);
      else return undefined;
      at += whole.length;
    }
    at += 1;
  }
  const [, value, time] = rest.exec(line.slice(at)) ?? [];
  metric ||= labels.get("__name__") ?? "";
  labels.delete("__name__");
  if (metric === "" || value === undefined) return undefined;
  return { metric, labels, value, ...(time === undefined ? {} : { time }) };
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, (_, escaped: string) => (escaped === "n" ? "\n" : escaped));
}
