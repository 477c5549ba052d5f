import type { Layout } from "../../evidence/layouts.ts";

/** RFC 4180, with the mark that makes spreadsheets read it as UTF-8. */
export function templateOf({ columns, example }: Pick<Layout, "columns" | "example">): string {
  const lines = [columns.map(({ name }) => name), ...example];
  return `\ufeff${lines.map((line) => line.map(quoted).join(",")).join("\r\n")}\r\n`;
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
