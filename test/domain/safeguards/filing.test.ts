import { describe, expect, it } from "vitest";
import { defaultSafeguards } from "../../../src/domain/policy/safeguards/safeguards.ts";
import { nextFiling } from "../../../src/domain/safeguards/filing.ts";
import type { SafeguardAnswers } from "../../../src/domain/technology/state/safeguards.ts";

const next = (answers: SafeguardAnswers) => nextFiling({ filing: "yes", ...answers }, defaultSafeguards);

describe("the next filing of an algorithm", () => {
  it("is due ten working days after the service began, holidays and make-up days counted", () => {
    // Monday 2 March 2026: ten days later, weekends between, is Monday 16.
    expect(next({ isFiled: "no", servedFrom: "2026-03-02" })).toEqual({
      what: "start",
      from: "2026-03-02",
      due: "2026-03-16",
    });
    // Over the first week of October, which is off, and the Saturday after it, which is worked.
    expect(next({ isFiled: "no", servedFrom: "2026-09-28" })?.due).toBe("2026-10-16");
  });

  it("is of a change once it is filed, and of none where the change was filed", () => {
    const filed = { isFiled: "yes", filingNumber: "n", filedOn: "2026-03-10" };
    expect(next(filed)).toBeNull();
    expect(next({ ...filed, changedOn: "2026-04-01" })).toMatchObject({ what: "change", from: "2026-04-01" });
    expect(next({ ...filed, changedOn: "2026-03-10" })).toBeNull();
  });

  it("is nothing without a duty or before there is a service", () => {
    expect(nextFiling({ filing: "no", servedFrom: "2026-03-02" }, defaultSafeguards)).toBeNull();
    expect(next({ isFiled: "no" })).toBeNull();
  });

  it("is due on no known day where the calendar ends", () => {
    expect(next({ isFiled: "no", servedFrom: "2031-01-06" })).toEqual({ what: "start", from: "2031-01-06", due: null });
  });
});
