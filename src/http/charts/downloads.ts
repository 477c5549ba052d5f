import { readFileSync } from "node:fs";
import type { FigureModel, TableModel } from "../view/components.ts";
import type { Html } from "../view/html.ts";
import { csvOf } from "../lists/csv.ts";

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
