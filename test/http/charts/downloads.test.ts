import { describe, expect, it } from "vitest";
import { withDownloads } from "../../../src/http/charts/downloads.ts";
import { csvLine, csvOf } from "../../../src/http/lists/csv.ts";
import { density, normalCurve } from "../../../src/http/charts/density.ts";
import { html } from "../../../src/http/view/html.ts";

const table = {
  caption: "Files",
  columns: [{ label: "Name" }, { label: "Value", num: true }],
  rows: [
    { cells: [{ content: 'a "b", c', sub: "n 9" }, { content: html`<b>86</b>` }] },
    { cells: [{ content: "=1+1" }, { content: "-3.5" }] },
  ],
};

describe("a figure as files", () => {
  it("quotes what must be quoted and runs no formula", () => {
    for (const run of ["=1+1", "＝1+1", "＋1", "＠SUM(A1)", "\n=1+1", "\t=1"])
      expect(csvLine([run]).replace(/^"/, "")[0], run).toBe("'");
    expect(csvOf(table)).toBe('\ufeffName,Value\r\n"a ""b"", c, n 9",86\r\n\'=1+1,-3.5\r\n');
  });
  it("carries its styles in the drawing, with values instead of names", () => {
    const words = { mark: "70", above: "0.98", below: "0.02" };
    const chart = density({ curve: normalCurve(76, 3), passMark: 70, label: "Scores & more", words });
    const { downloads } = withDownloads("score", { chart, table });
    expect(downloads?.map(({ file }) => file)).toEqual(["score.csv", "score.svg"]);
    const svg = decodeURIComponent(downloads?.[1]?.href.split(",").slice(1).join(",") ?? "");
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="860" class="c"[^>]*><style>/);
    expect(svg).toContain("#17508f");
    expect(svg).not.toContain("var(--");
  });
  it("offers no drawing where the figure is a list of many", () => {
    const figure = withDownloads("rows", { chart: html`<div class="ts-ivl"><svg class="c"></svg></div>`, table });
    expect(figure.downloads?.map(({ text }) => text)).toEqual(["CSV"]);
  });
});
