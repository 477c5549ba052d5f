import { describe, expect, test } from "vitest";
import { referenceFile } from "./reference.ts";
import { realFiles } from "../support/real-files.ts";
import { fileOf, measured, refusal } from "./support.ts";

const audit = (scoreDisplayMode: string, score: number | null, impact?: string) => ({
  scoreDisplayMode,
  score,
  ...(impact === undefined
    ? {}
    : { details: { type: "table", items: [{}], debugData: { type: "debugdata", impact } } }),
});
const report = (url: string, score: unknown, audits: Record<string, object> = {}, more: object = {}) => ({
  lighthouseVersion: "12.6.1",
  requestedUrl: "https://before-redirect.example",
  finalDisplayedUrl: url,
  fetchTime: "2026-03-01T10:00:00.000Z",
  audits: { ...audits, "first-contentful-paint": audit("numeric", 0.2) },
  categories: { accessibility: { score, auditRefs: Object.keys(audits).map((id) => ({ id, weight: 7 })) } },
  ...more,
});

describe("Lighthouse", () => {
  test.skipIf(!realFiles("accessibility/lighthouse-lhr.json"))(
    "a real report: 100, nothing failed, ten audits by hand",
    async () => {
      const { rowCount, warnings, ...audit } = await measured("accessibility", [
        referenceFile("accessibility/lighthouse-lhr.json"),
      ]);
      expect(audit).toMatchObject({
        format: "Lighthouse JSON",
        pages: 1,
        violations: { critical: 0, serious: 0, moderate: 0, minor: 0 },
        needsReview: 10,
        score: 100,
        from: "2026-01-17T02:35:22.072Z",
      });
      expect({ rowCount, warnings }).toEqual({ rowCount: 1, warnings: [] });
    },
  );

  test("failed audits by impact, serious where none is said; others of the report do not count", async () => {
    const audits = {
      "image-alt": audit("binary", 0, "critical"),
      "link-name": audit("binary", 0),
      "heading-order": audit("binary", 0, "moderate"),
      "document-title": audit("binary", 1),
      "focus-traps": audit("manual", null),
      "video-caption": audit("notApplicable", null),
      "identical-links-same-purpose": audit("informative", 0),
      "color-contrast": audit("error", null),
    };
    expect(await measured("accessibility", JSON.stringify(report("https://a", 0.83, audits)))).toMatchObject({
      pages: 1,
      violations: { critical: 1, serious: 1, moderate: 1, minor: 0 },
      needsReview: 3,
      score: 83,
    });
  });

  test("the score is that of the worst page; runs of one page count its failures once", async () => {
    const failing = { "image-alt": audit("binary", 0, "critical") };
    const reports = [report("https://a", 0.9, failing), report("https://a", 0.8, failing), report("https://b", 1)];
    const files = reports.map((one) => fileOf(JSON.stringify(one)));
    const whole = await measured("accessibility", files);
    expect(whole).toMatchObject({ pages: 2, violations: { critical: 1 }, score: 80, rowCount: 3 });
    expect(await measured("accessibility", JSON.stringify(reports))).toEqual(whole);
  });

  test("wrapped by PageSpeed Insights or Lighthouse's Node module it is the same report", async () => {
    const bare = await measured("accessibility", JSON.stringify(report("https://a", 0.9)));
    for (const wrap of ["lighthouseResult", "lhr"]) {
      expect(await measured("accessibility", JSON.stringify({ [wrap]: report("https://a", 0.9) }))).toEqual(bare);
    }
  });

  test("an errored category is missing evidence, not zero; a score of zero is zero", async () => {
    const errored = [
      report("https://a", null),
      report("https://a", undefined),
      report("https://a", 1, {}, { runtimeError: { code: "NO_FCP", message: "The page did not paint" } }),
      report("https://a", 1, {}, { categories: { performance: { score: 0.5, auditRefs: [] } } }),
    ];
    for (const one of errored) {
      const problem = await refusal(JSON.stringify(one));
      expect(problem).toMatchObject({ code: "no-result" });
      expect(problem.message).toMatch(/^Lighthouse JSON: .*https:\/\/a/);
    }
    const beside = await measured("accessibility", JSON.stringify([report("https://b", 0.7), ...errored]));
    expect(beside).toMatchObject({ pages: 1, score: 70, rowCount: 5, rejectedCount: 4 });
    expect((await measured("accessibility", JSON.stringify(report("https://a", 0)))).score).toBe(0);
  });
});
