import { csvCell } from "../../domain/words/csv-cell.ts";
import type { Layout } from "../../evidence/layouts/layout.ts";

/** RFC 4180, with the mark that makes spreadsheets read it as UTF-8. */
export function templateOf({ columns, example }: Pick<Layout, "columns" | "example">): string {
  const lines = [columns.map(({ name }) => name), ...example];
  return `\ufeff${lines.map((line) => line.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

/** The template's own name: outages.csv, sus-wide.csv. */
export const fileOf = ({ name }: Pick<Layout, "name">): string => `${name.replace(/-csv$/, "")}.csv`;
