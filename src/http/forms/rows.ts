import type { Typed } from "./typed.ts";

/** The row numbers that a form's typed names hold under a list's name ("groups", "answers.ties"), ascending. */
export function rowsIn(typed: Typed, list: string): number[] {
  const numbers = Object.keys(typed).flatMap((name) => {
    if (!name.startsWith(`${list}.`)) return [];
    const [number = ""] = name.slice(list.length + 1).split(".");
    return /^\d+$/.test(number) ? [Number(number)] : [];
  });
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** The same form with one more empty row. */
export function addRow(typed: Typed, list: string, fields: readonly string[]): Typed {
  const at = (rowsIn(typed, list).at(-1) ?? -1) + 1;
  return { ...typed, ...Object.fromEntries(fields.map((field) => [`${list}.${at}.${field}`, ""])) };
}
