import { describe, expect, it } from "vitest";
import { defaultPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import type { Policy } from "../../../src/domain/policy/policy.ts";
import { checkPolicy } from "../../../src/domain/policy/publishing/check.ts";
import { nest } from "../../../src/http/forms/typed.ts";
import type { Typed } from "../../../src/http/forms/typed.ts";
import { atItsInput, typedAtFirst } from "../../../src/http/policy/form.ts";
import { nextPolicy } from "../../../src/http/policy/next.ts";
import { rowsFor } from "../../../src/http/policy/safeguards/part.ts";
import { policySchema } from "../../../src/http/policy/schema.ts";

const typed = (over: Typed = {}): Typed => ({ ...typedAtFirst(defaultPolicy), ...over });
const read = (over: Typed = {}) => policySchema.safeParse(nest(typed(over)));
function next(over: Typed = {}): Policy {
  const parsed = read(over);
  if (!parsed.success) throw new Error(JSON.stringify(parsed.error.issues));
  return nextPolicy(defaultPolicy, parsed.data);
}

describe("the safeguards' numbers in the form of the policy", () => {
  it("stay as they are where nobody changes one", () => {
    expect(next().safeguards).toEqual(defaultPolicy.safeguards);
    expect(next()).toEqual({ ...defaultPolicy, version: 2 });
  });

  it("have boxes in which all of a long source is seen, and take it as one line however it was typed", () => {
    expect(rowsFor("Act of 2026, section 4")).toBeNull();
    expect(rowsFor("x".repeat(60))).toBe(4);
    expect(rowsFor("个人信息保护法第五十五条第二款规定")).toBe(3);
    expect(rowsFor("x".repeat(500))).toBe(8);
    const { safeguards } = next({ "safeguards.audit.source": "Decree 1 \r\n of 2026\nas amended" });
    expect(safeguards.audit.source).toBe("Decree 1 of 2026 as amended");
  });

  it("are each the body's to change", () => {
    const { safeguards } = next({
      "safeguards.days.data-record": "180",
      "safeguards.days.independent-audit": "",
      "safeguards.impact.from.III": "14",
      "safeguards.impact.points.people.few": "1",
      "safeguards.grading.rights.serious": "important",
      "safeguards.risk.method": "product",
      "safeguards.audit.tieMonths": "36",
      "safeguards.committee.quorum.IV": "7",
      "safeguards.interfaces.describedFrom": "none",
      "safeguards.personal.retainYears": "5",
      "safeguards.filing.endDays": "15",
      "safeguards.standards.transitionDays": "90",
      "safeguards.warnings.lapseDays": "30",
      "safeguards.warnings.clockPercent": "50",
    });
    expect(safeguards.days["data-record"]).toBe(180);
    expect(safeguards.days["independent-audit"]).toBeNull();
    expect(safeguards.impact.from).toEqual({ ...defaultPolicy.safeguards.impact.from, III: 14 });
    expect(safeguards.impact.questions[0]?.choices[0]).toMatchObject({ key: "few", points: 1 });
    expect(safeguards.grading.table.rights.serious).toBe("important");
    expect(safeguards.risk.method).toBe("product");
    expect(safeguards.audit.tieMonths).toBe(36);
    expect(safeguards.committee.quorum.IV).toBe(7);
    expect(safeguards.interfaces.describedFrom).toBeNull();
    expect(safeguards.personal.retainYears).toBe(5);
    expect(safeguards.filing.endDays).toBe(15);
    expect(safeguards.standards.transitionDays).toBe(90);
    expect(safeguards.warnings).toEqual({ ...defaultPolicy.safeguards.warnings, lapseDays: 30, clockPercent: 50 });
  });

  it("take days parted by spaces, lines or commas, a year at a time", () => {
    const { workingDays } = next({
      "safeguards.workingDays.holidays": "2027-01-01\n2027-02-06, 2026-10-01",
      "safeguards.workingDays.working": "2027-02-20",
    }).safeguards;
    expect(workingDays.years).toEqual([
      { year: 2026, holidays: ["2026-10-01"], working: [] },
      { year: 2027, holidays: ["2027-01-01", "2027-02-06"], working: ["2027-02-20"] },
    ]);
    const wrong = read({ "safeguards.workingDays.holidays": "2027-02-30" });
    expect(wrong.success ? [] : wrong.error.issues.map(({ path, message }) => [path.join("."), message])).toEqual([
      ["safeguards.workingDays.holidays", "policy:safeguards.notADay"],
    ]);
  });

  it("are refused where they make no sense, at an input of the form", () => {
    const over = {
      "safeguards.impact.from.III": "5",
      "safeguards.risk.product.M": "2",
      "safeguards.committee.leastAsked.I": "4",
      "safeguards.workingDays.working": "2026-10-01",
    };
    const parsed = read(over);
    if (!parsed.success) throw new Error("not read");
    const at = atItsInput(defaultPolicy, parsed.data);
    const fields = checkPolicy(nextPolicy(defaultPolicy, parsed.data)).map((reason) => at(reason).field ?? "");
    expect(fields).toEqual(
      expect.arrayContaining([
        "safeguards.impact.from.III",
        "safeguards.risk.product.L",
        "safeguards.committee.leastAsked.I",
        "safeguards.workingDays.holidays",
      ]),
    );
    for (const field of fields) expect(Object.keys(typed())).toContain(field);
  });

  it("are those of before where a draft of an older form is sent", () => {
    const without = Object.fromEntries(Object.entries(typed()).filter(([path]) => !path.startsWith("safeguards.")));
    const parsed = policySchema.safeParse(nest(without));
    expect(parsed.success && nextPolicy(defaultPolicy, parsed.data).safeguards).toEqual(defaultPolicy.safeguards);
  });
});
