import { readFileSync } from "node:fs";
import type { CellModel, FigureModel, TableModel } from "../view/components.ts";
import { Html } from "../view/html.ts";
import type { Content } from "../view/html.ts";
import { inARow } from "./in-a-row.ts";

/** The figure with links to its table as CSV and, where it is one drawing, to its SVG: no route, no script. */
export function withDownloads(name: string, figure: FigureModel): FigureModel {
  const csv = figure.table === undefined ? [] : [csvDownload(name, figure.table)];
  const svg = isOneDrawing(figure.chart)
    ? [{ text: "SVG", file: `${name}.svg`, href: dataUrl("image/svg+xml", standalone(figure.chart)) }]
    : [];
  return { ...figure, downloads: [...csv, ...svg] };
}

/** A table as a file, carried by the page itself. */
export const csvDownload = (name: string, table: TableModel) => ({
  text: "CSV",
  file: `${name}.csv`,
  href: dataUrl("text/csv", csvOf(table)),
});

function dataUrl(type: string, text: string): string {
  return `data:${type};charset=utf-8,${encodeURIComponent(text)}`;
}

/** RFC 4180, with the mark that makes spreadsheets read it as UTF-8. */
export function csvOf({ columns, rows }: TableModel): string {
  const lines = [columns.map(({ label }) => label), ...rows.map(({ cells }) => cells.map(cellText))];
  return `\ufeff${lines.map(csvLine).join("")}`;
}

/** One line with its end. */
export const csvLine = (values: readonly string[]): string => `${values.map(quoted).join(",")}\r\n`;

function cellText({ content, sub }: CellModel): string {
  return inARow([content, sub].map(plain));
}

function plain(content: Content | undefined): string {
  return content instanceof Html ? content.text.replace(/<[^>]*>/g, "") : (content ?? "");
}

/** A leading = + - @ would be run as a formula by a spreadsheet, in its full width too, and behind a line's end. */
function quoted(text: string): string {
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !/^[+-]?[\d.]+$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function isOneDrawing({ text }: Html): boolean {
  return /^\s*<svg class="c[ "]/.test(text) && text.trimEnd().endsWith("</svg>");
}

/** The drawing with its styles inside, light and at one width, for use outside the page. */
function standalone({ text }: Html): string {
  const opened = text.trim().replace(/^<svg /, '<svg xmlns="http://www.w3.org/2000/svg" width="860" ');
  return opened.replace(/>/, `><style>${chartStyles()}</style>`);
}

let styles: string | undefined;

/** The rules of the charts from tokens.css with the light values in place of their names. */
function chartStyles(): string {
  if (styles !== undefined) return styles;
  const css = readFileSync(new URL("../../../views/assets/tokens.css", import.meta.url), "utf8");
  const values = new Map(
    [...(css.split("}")[0] ?? "").matchAll(/(--ts-[\w-]+):\s*([^;]+);/g)].map((m) => [m[1], m[2]]),
  );
  const rules = css.slice(css.indexOf("/* ---- charts")).replace(/\/\*.*?\*\//gs, "");
  styles = rules
    .replace(/var\((--ts-[\w-]+)\)/g, (_, name: string) => values.get(name) ?? "")
    .replace(/\s*\n\s*/g, " ")
    .trim();
  return styles;
}
