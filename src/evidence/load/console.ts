/** What a tool printed for one run, from the line that opens it to the line before the next run. */
export interface Block {
  readonly text: string;
  /** Line of the file on which it opens, from 1. */
  readonly line: number;
  /** What stood above it since the run before. */
  readonly above: string;
}

/** A longer line is none that these tools print. */
const longestLine = 500;

/**
 * The runs in a console text, whatever wrote it down: a terminal with colours, a progress bar that wrote over its own line, a
 * pipeline that put a time or a job before each line (GitHub Actions, GitLab, Jenkins, docker compose), other output around.
 *
 * @param opening what the first line of a run begins with
 */
export function blocksOf(text: string, opening: RegExp): Block[] {
  const lines = consoleLines(text);
  const starts = lines.flatMap((line, at) => {
    const match = line.length > longestLine ? null : opening.exec(line);
    return match === null || !isPrefix(line.slice(0, match.index)) ? [] : [{ at, prefix: line.slice(0, match.index) }];
  });
  return starts.map(({ at, prefix }, i) => {
    const stripped = stripper(prefix);
    const part = (from: number, to: number | undefined): string => lines.slice(from, to).map(stripped).join("\n");
    const before = i === 0 ? 0 : (starts[i - 1]?.at ?? 0) + 1;
    return { text: part(at, starts[i + 1]?.at), line: at + 1, above: part(Math.max(before, at - 400), at) };
  });
}

/** Whether a text holds such an opening, and a line for each of the other patterns; for recognition. */
export function prints(text: string, opening: RegExp, ...also: readonly RegExp[]): boolean {
  const lines = cleaned(text).filter((line) => line.length <= longestLine);
  const opens = (line: string): boolean => {
    const match = opening.exec(line);
    return match !== null && isPrefix(line.slice(0, match.index));
  };
  return also.every((pattern) => lines.some((line) => pattern.test(line))) && lines.some(opens);
}

/** Every reader of console texts asks the same beginning one after the other: the last answer is kept. */
let last: { readonly text: string; readonly lines: readonly string[] } = { text: "", lines: [] };

function cleaned(text: string): readonly string[] {
  if (last.text !== text) last = { text, lines: consoleLines(text) };
  return last.lines;
}

const escape = String.fromCharCode(27);
const colours = new RegExp(`${escape}\\[[0-9;?]{0,20}[A-Za-z]`, "g");

function consoleLines(text: string): string[] {
  return withoutColours(text).split("\n").map(overwritten);
}

export function withoutColours(text: string): string {
  return text.includes(escape) ? text.replace(colours, "") : text;
}

/** What is left to see of a line that was written over after each carriage return. */
function overwritten(line: string): string {
  let end = line.length;
  while (end > 0 && line[end - 1] === "\r") end -= 1;
  return line.slice(line.lastIndexOf("\r", end - 1) + 1, end);
}

/** Spaces, or what a pipeline writes before a line: something with a digit or a bar, not a sentence. */
function isPrefix(text: string): boolean {
  return (
    text.trim() === "" || (text.length <= 200 && /(?:[\d|\]:>#$Z\t]|\d\d[OE]\+?|std(?:out|err) [FP])\s*$/.test(text))
  );
}

/** Takes the prefix of the first line off another one: its numbers may differ; a line without it is another's. */
function stripper(prefix: string): (line: string) => string {
  if (prefix.trim() === "") {
    const indent = prefix.length;
    return (line) =>
      line.length > longestLine ? "" : line.slice(Math.min(indent, line.length - line.trimStart().length));
  }
  const body = prefix.trimEnd();
  const space = prefix.length - body.length;
  const parts = body.split(/(\d+|\s+)/).map(loosened);
  const pattern = new RegExp(`^${parts.join("")}\\s{0,${space}}`);
  return (line) => {
    const match = line.length > longestLine ? null : pattern.exec(line);
    return match === null ? "" : line.slice(match[0].length);
  };
}

/** GitLab marks a line of standard error with E, one of standard output with O. */
function loosened(part: string): string {
  if (/^std(?:out|err)$/.test(part)) return "std(?:out|err)";
  if (/^\d+$/.test(part)) return "\\d{1,20}";
  if (/^\s+$/.test(part)) return "\\s{1,20}";
  const literal = part.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  return /^[OE]$/.test(part) ? "[OE]" : literal;
}
