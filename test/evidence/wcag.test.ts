import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { levelOf } from "../../src/evidence/accessibility/success-criteria.ts";
import { fileOf, lines, measured, refusal } from "./support.ts";

const header = "page,criterion,level,result,impact,date";

describe("WCAG checklist", () => {
  test("failures by impact, what is not tested is work by hand, criteria by their worst page", async () => {
    const audit = await measured(
      "accessibility",
      lines(
        header,
        "/a,1.1.1,A,fail,critical,2026-03-04",
        "/b,1.1.1 Non-text Content,A,fail,,2026-03-05",
        "/a,SC 1.4.3,AA,pass,,2026-03-04",
        "/b,1.4.3,AA,not tested,,",
        "/a,2.1.1,A,passed,,",
        "/b,2.1.1,,n/a,,",
        "/a,1.2.2,A,not applicable,,",
        "/b,1.2.2,A,inapplicable,,",
        "/b,1.2.3,A,不适用,,",
        "/a,9.2.4.7,AA,,,",
        "/b,2.4.10,AAA,fail,minor,",
      ),
    );
    expect(audit).toMatchObject({
      format: "WCAG checklist CSV",
      pages: 2,
      violations: { critical: 1, serious: 1, moderate: 0, minor: 1 },
      needsReview: 2,
      criteria: { passed: 1, failed: 2, notApplicable: 2, notTested: 2 },
      from: "2026-03-04T00:00:00.000Z",
      to: "2026-03-05T00:00:00.000Z",
      rejectedCount: 0,
    });
    expect(audit.score).toBeUndefined();
    // 38 criteria of WCAG 2.0 at A and AA, 6 of them mentioned.
    expect(audit.warnings).toMatchObject([{ code: "criteria-unmentioned" }]);
    expect(audit.warnings[0]?.message).toContain("32 criteria of WCAG 2.0");
  });

  test("Chinese headings and words", async () => {
    const rows = [
      "页面,准则,等级,结果,影响",
      "首页,1.1.1,A,不通过,致命",
      "首页,1.4.3,AA,通过,",
      "首页,2.1.1,A,未检测,",
      "首页,1.2.2,A,不适用,",
    ];
    expect(await measured("accessibility", lines(...rows))).toMatchObject({
      pages: 1,
      violations: { critical: 1 },
      needsReview: 1,
      criteria: { passed: 1, failed: 1, notApplicable: 1, notTested: 1 },
    });
  });

  test("contradicting rows of a page: the worst counts, and the page is told", async () => {
    const rows = ["/a,1.1.1,A,pass,,", "/a,1.1.1,A,fail,minor,", "/a,1.1.1,A,fail,serious,", "/a,1.1.1,A,not tested,,"];
    const audit = await measured("accessibility", lines(header, ...rows));
    expect(audit).toMatchObject({ violations: { serious: 1, minor: 0 }, needsReview: 0, criteria: { failed: 1 } });
    expect(audit.warnings.map(({ code }) => code)).toContain("contradicting-rows");
    const files = rows.toReversed().map((row) => fileOf(lines(header, row)));
    const { warnings: _, ...rest } = await measured("accessibility", files);
    expect(rest).toMatchObject({ violations: { serious: 1, minor: 0 }, needsReview: 0, criteria: { failed: 1 } });
  });

  test("a list of WCAG 2.2 need not mention 4.1.1", async () => {
    const { warnings } = await measured("accessibility", lines(header, "/a,2.4.11,AA,pass,,"));
    expect(warnings[0]?.message).toContain("54 criteria of WCAG 2.2");
    expect(warnings[0]?.message).not.toContain("4.1.1,");
  });

  test("bad rows are rejected by line and reason", async () => {
    const { rejectedRows } = await measured(
      "accessibility",
      lines(
        header,
        "/a,1.1.1,A,pass,,",
        "/a,9.9.9,A,pass,,",
        "/a,1.4.3,A,pass,,",
        "/a,1.1.1,A,maybe,,",
        "/a,1.1.1,A,fail,awful,",
        ",1.1.1,A,pass,,",
        "/a,all,A,pass,,",
      ),
    );
    expect(rejectedRows).toMatchObject([
      { row: 3, reason: "criterion “9.9.9” is no success criterion of WCAG 2" },
      { row: 4, reason: "1.4.3 is of level AA, not A" },
      { row: 5, reason: "result “maybe” is not passed, failed, not applicable or not tested" },
      { row: 6, reason: "impact “awful” is not critical, serious, moderate or minor" },
      { row: 7, reason: "page is missing" },
      { row: 8, reason: "criterion “all” is no success criterion of WCAG 2" },
    ]);
    expect(await refusal(lines(header, "/a,all,A,pass,,"))).toMatchObject({ code: "no-usable-row" });
  });

  test("WCAG 2.2 has 87 success criteria with the obsolete one: 32 at A, 24 at AA, 31 at AAA", () => {
    const numbers = [1, 2, 3, 4].flatMap((a) =>
      Array.from({ length: 9 }, (_, b) => b + 1).flatMap((b) =>
        Array.from({ length: 20 }, (_, c) => `${a}.${b}.${c + 1}`),
      ),
    );
    const levels = numbers.flatMap((number) => levelOf(number) ?? []);
    const count = (level: string) => levels.filter((one) => one === level).length;
    expect([levels.length, count("A"), count("AA"), count("AAA")]).toEqual([87, 32, 24, 31]);
  });

  test("the order of rows changes nothing", async () => {
    const row = fc
      .tuple(
        fc.constantFrom("/a", "/b", "/c"),
        fc.constantFrom("1.1.1,A", "1.4.3,AA", "2.1.1,A"),
        fc.constantFrom("pass", "fail", "not tested", "n/a"),
        fc.constantFrom("", "critical", "minor"),
      )
      .map(([page, criterion, result, impact]) => `${page},${criterion},${result},${impact},`);
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 20 }), async (rows) => {
        const { warnings: _, ...whole } = await measured("accessibility", lines(header, ...rows));
        const { warnings: __, ...turned } = await measured("accessibility", lines(header, ...rows.toReversed()));
        expect(turned).toEqual(whole);
      }),
      { numRuns: 60 },
    );
  });
});
