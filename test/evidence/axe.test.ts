import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { fileOf, measured, refusal } from "./support.ts";

/** What axe-core 4.14.1 said of two small pages, in a browser; passed and inapplicable rules shortened to their ids. */
const sample = (name: string) => readFileSync(new URL(`./samples/${name}.json`, import.meta.url), "utf8");

const rule = (id: string, impact: string | null = "serious") => ({
  id,
  impact,
  helpUrl: "h",
  nodes: [{ html: "<p>" }],
});
const run = (url: string, more: object = {}) => ({
  testEngine: { name: "axe-core", version: "4.10.3" },
  timestamp: "2026-03-01T10:00:00.000Z",
  url,
  violations: [],
  incomplete: [],
  passes: [rule("document-title", null)],
  inapplicable: [],
  ...more,
});

describe("axe-core", () => {
  test("a list of two real pages: image, button and field without a name are critical", async () => {
    const { rowCount, rejectedCount, warnings, ...audit } = await measured("accessibility", sample("axe-two-pages"));
    expect(audit).toMatchObject({
      format: "axe-core JSON",
      pages: 2,
      violations: { critical: 3, serious: 2, moderate: 0, minor: 0 },
      needsReview: 1,
      from: "2026-11-22T18:28:30.200Z",
    });
    expect(audit.score).toBeUndefined();
    expect({ rowCount, rejectedCount, warnings }).toEqual({ rowCount: 2, rejectedCount: 0, warnings: [] });
  });

  test("a run that was limited to some rules says so", async () => {
    const { warnings, needsReview } = await measured("accessibility", sample("axe-limited"));
    expect(needsReview).toBe(0);
    expect(warnings).toMatchObject([{ code: "rules-limited" }]);
    expect(warnings[0]?.message).toContain("wcag2a");
  });

  test("a rule counts once a page, at its worst, however many runs found it; several files are several pages", async () => {
    const files = [
      run("https://a", {
        violations: [rule("label", "minor"), rule("list", null)],
        incomplete: [rule("color-contrast")],
      }),
      [run("https://a", { violations: [rule("label", "critical")], incomplete: [rule("color-contrast")] })],
      run("https://b", { violations: [rule("label", "moderate")], incomplete: [rule("label")] }),
    ].map((content, i) => fileOf(JSON.stringify(content), `${i}`));
    const audit = await measured("accessibility", files);
    expect(audit).toMatchObject({
      pages: 2,
      violations: { critical: 1, serious: 1, moderate: 1, minor: 0 },
      needsReview: 2,
    });
    expect(await measured("accessibility", files.toReversed())).toEqual(audit);
  });

  test("a run without results is missing evidence: rejected beside others, refused alone", async () => {
    const broken = [
      run("https://c", { violations: undefined }),
      run("https://c", { incomplete: undefined }),
      run("https://c", { passes: [] }),
      run(""),
    ];
    const audit = await measured("accessibility", JSON.stringify([run("https://a"), ...broken]));
    expect(audit).toMatchObject({ pages: 1, rowCount: 5, rejectedCount: 4 });
    for (const one of broken) {
      const problem = await refusal(JSON.stringify(one));
      expect(problem).toMatchObject({ code: "no-result" });
      expect(problem.message).toContain("axe-core JSON");
    }
    expect(await refusal(sample("axe-two-pages").slice(0, -9))).toMatchObject({ code: "broken-json" });
  });

  test("a byte order mark, UTF-16 and spaces before it change nothing", async () => {
    const plain = await measured("accessibility", sample("axe-two-pages"));
    expect(await measured("accessibility", "\uFEFF\r\n " + sample("axe-two-pages"))).toEqual(plain);
    expect(await measured("accessibility", Buffer.from("\uFEFF" + sample("axe-two-pages"), "utf16le"))).toEqual(plain);
  });
});
