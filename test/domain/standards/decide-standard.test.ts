import { describe, expect, it } from "vitest";
import type { StandardCommand } from "../../../src/domain/standards/standard.ts";
import { stateOn, versionIn } from "../../../src/domain/standards/standing.ts";
import { added, done, draft, on, publish, run, textOf, twoVersions } from "./register.ts";

const withdraw = (version: string, until: string, ends = false): StandardCommand => ({
  type: "WithdrawStandard",
  version,
  until,
  ends,
  reason: textOf("b"),
});
const today = on("2026-06-01");

describe("the register of standards", () => {
  it("is kept by administrators", () => {
    const others: readonly StandardCommand[] = [
      { ...added, type: "ChangeStandard", name: { en: "A", zh: "甲" } } as StandardCommand,
      draft("3.0"),
      { type: "RedraftStandard", version: "2.0", text: textOf("c"), link: null, rules: null },
      { type: "DropStandardDraft", version: "2.0" },
      publish("2.0", "2026-07-01", "2026-12-31"),
      withdraw("1.0", "2026-12-31", true),
      { type: "EraseStandardText", digest: textOf("a"), ground: textOf("d") },
    ];
    expect(run(null, added, on("2026-06-01", "pia"))).toEqual(["RoleMissing"]);
    for (const command of others) {
      expect(run(twoVersions(), command, on("2026-06-01", "pia")), command.type).toEqual(["RoleMissing"]);
      expect(run(twoVersions(), command, on("2026-06-01", "owen")), command.type).toEqual(["RoleMissing"]);
      expect(run(twoVersions(), command, today), command.type).toMatchObject({ standard: "city-api" });
    }
  });

  it("refuses an account whose password somebody else may hold", () => {
    const barred = { ...today, people: [{ ...today.people[0]!, barredUntil: "2026-06-02T00:00:00.000Z" }] };
    expect(run(twoVersions(), publish("2.0", "2026-07-01", "2026-12-31"), barred)).toEqual(["AccountBarred"]);
  });

  it("says everything that is wrong with a standard", () => {
    const wrong = {
      ...added,
      standard: "City API",
      kind: "fashion",
      name: { en: " ", zh: "" },
      owner: { kind: "person", person: "nobody" },
    } as unknown as StandardCommand;
    expect(run(null, wrong, today)).toEqual([
      "StandardKeyMalformed",
      "StandardKindUnknown",
      "StandardNameMalformed",
      "StandardNameMalformed",
      "StandardOwnerUnknown",
    ]);
    expect(run(twoVersions(), added, today)).toEqual(["StandardExists"]);
    expect(run(twoVersions(), { ...added, type: "ChangeStandard" } as StandardCommand, today)).toEqual([
      "NothingChanged",
    ]);
    expect(run(null, draft("1.0"), today)).toEqual(["StandardUnknown"]);
  });

  it("asks for the words of a version or a link to them, of the web alone", () => {
    const content = { type: "DraftStandard", version: "3.0", text: null, link: null, rules: null } as const;
    expect(run(twoVersions(), content, today)).toEqual(["VersionWithoutWords"]);
    for (const link of ["javascript:alert(1)", "ftp://a.example/x", "https://", "https://a b.example"])
      expect(run(twoVersions(), { ...content, link }, today), link).toEqual(["StandardLinkMalformed"]);
    expect(run(twoVersions(), { ...content, link: "https://standards.example/city?v=3" }, today)).toMatchObject({});
    expect(run(twoVersions(), { ...content, version: "3/0", link: "https://a.example" }, today)).toEqual([
      "VersionMalformed",
    ]);
    expect(run(twoVersions(), draft("1.0"), today)).toEqual(["VersionExists"]);
    for (const same of ["1", "v1", "V1.0", "1.0.0", "01.0", "1-0"])
      expect(run(twoVersions(), draft(same), today), same).toEqual(["VersionExists"]);
    for (const other of ["1.1", "1.0.1", "10", "1.0-rc"])
      expect(run(twoVersions(), draft(other), today), other).not.toContain("VersionExists");
  });

  it("takes rules that a program checks for interfaces only", () => {
    const data = done(null, { ...added, kind: "data" } as StandardCommand, today);
    const rules = { describes: "openapi", rules: [{ rule: "servers-https", severity: "error" }] } as const;
    const ruled = { ...draft("1.0"), rules } as StandardCommand;
    expect(run(data, ruled, today)).toEqual(["RulesOfNoInterface"]);
    expect(run(done(null, added, today), ruled, today)).toMatchObject({ versions: [{ rules }] });
    expect(
      run(done(null, added, today), { ...ruled, rules: { describes: "openapi", rules: [] } } as StandardCommand, today),
    ).toEqual(["RuleSetEmpty"]);
  });

  it("lets a draft be changed and dropped, and a published version never", () => {
    const redraft = (version: string): StandardCommand => ({
      type: "RedraftStandard",
      version,
      text: textOf("e"),
      link: null,
      rules: null,
    });
    expect(versionIn(done(twoVersions(), redraft("2.0"), today), "2.0")).toMatchObject({ text: textOf("e") });
    expect(run(twoVersions(), { ...draft("2.0"), type: "RedraftStandard" } as StandardCommand, today)).toEqual([
      "NothingChanged",
    ]);
    expect(run(twoVersions(), redraft("1.0"), today)).toEqual(["VersionPublishedAlready"]);
    expect(run(twoVersions(), { type: "DropStandardDraft", version: "1.0" }, today)).toEqual([
      "VersionPublishedAlready",
    ]);
    expect(run(twoVersions(), publish("1.0", "2026-07-01", "2026-12-31"), today)).toContain("VersionPublishedAlready");
  });

  it("opens a transition for the version in force when its successor is published", () => {
    const both = done(twoVersions(), publish("2.0", "2026-07-01", "2026-12-31"), today);
    expect(versionIn(both, "1.0")?.ending).toEqual({
      deprecatedOn: "2026-07-01",
      until: "2026-12-31",
      successor: "2.0",
      reason: null,
    });
    const states = ["2026-06-30", "2026-07-01", "2026-12-31", "2027-01-01"].map((day) =>
      both.versions.map((version) => stateOn(version, day)),
    );
    expect(states).toEqual([
      ["in-force", "announced"],
      ["deprecated", "in-force"],
      ["deprecated", "in-force"],
      ["withdrawn", "in-force"],
    ]);
  });

  it("refuses a gap: the old version withdrawn before the new one is in force", () => {
    expect(run(twoVersions(), publish("2.0", "2026-09-01", "2026-08-30"), today)).toEqual(["StandardGap"]);
    const later = done(twoVersions(), publish("2.0", "2026-09-01", "2026-12-31"), today);
    expect(run(later, withdraw("1.0", "2026-08-30"), today)).toEqual(["StandardGap"]);
    expect(run(later, withdraw("1.0", "2026-08-31"), today)).toMatchObject({
      versions: [{ ending: { until: "2026-08-31" } }, {}],
    });
  });

  it("keeps the days in order, and withdraws nothing in the past", () => {
    expect(run(twoVersions(), publish("2.0", "2026-01-01", "2026-12-31"), today)).toEqual(["StandardDaysOutOfOrder"]);
    expect(run(twoVersions(), publish("2.0", "2026-02-01", "2026-05-31"), today)).toEqual(["StandardLastDayPast"]);
    expect(run(twoVersions(), publish("2.0", "2026-07-01"), today)).toEqual(["StandardLastDayMissing"]);
    expect(run(twoVersions(), publish("2.0", "2026-02-30", "2026-12-31"), today)).toEqual(["DayMalformed"]);
    expect(run(twoVersions(), publish("2.0", "2126-07-01", "2126-12-31"), today)).toEqual(["DateTooFar", "DateTooFar"]);
    expect(
      run(done(done(null, added, today), draft("1.0"), today), publish("1.0", "2026-07-01", "2026-12-31"), today),
    ).toEqual(["StandardNothingReplaced"]);
  });

  it("lets no version outlive its successor, nor end before its predecessor", () => {
    const both = done(twoVersions(), publish("2.0", "2026-07-01", "2026-12-31"), today);
    expect(run(both, withdraw("2.0", "2026-12-30", true), today)).toEqual(["StandardEndsOutOfOrder"]);
    const ended = done(both, withdraw("2.0", "2027-01-31", true), today);
    expect(run(ended, withdraw("1.0", "2027-02-01"), today)).toEqual(["StandardEndsOutOfOrder"]);
    expect(run(ended, withdraw("1.0", "2027-01-31"), today)).toMatchObject({});
  });

  it("wants a reason for less time than the policy leaves: counted from when the successor can be used", () => {
    const short = publish("2.0", "2026-07-01", "2026-09-28");
    expect(run(twoVersions(), short, today)).toEqual(["StandardTransitionShort"]);
    expect(run(twoVersions(), { ...short, reason: textOf("f") } as StandardCommand, today)).toMatchObject({
      texts: [textOf("a"), textOf("f")],
    });
    expect(run(twoVersions(), publish("2.0", "2026-07-01", "2026-09-29"), today)).toMatchObject({});
    expect(run(twoVersions(), publish("2.0", "2026-02-01", "2026-08-29"), today)).toEqual(["StandardTransitionShort"]);
  });

  it("ends a standard only where it is said that no version follows", () => {
    expect(run(twoVersions(), withdraw("1.0", "2026-12-31"), today)).toEqual(["StandardEndUnsaid"]);
    const ended = done(twoVersions(), withdraw("1.0", "2026-12-31", true), today);
    expect(versionIn(ended, "1.0")?.ending).toMatchObject({ deprecatedOn: "2026-06-01", successor: null });
    expect(run(ended, withdraw("1.0", "2026-12-31", true), today)).toEqual(["NothingChanged"]);
    expect(run(ended, withdraw("1.0", "2027-06-30", true), on("2027-01-01"))).toEqual(["VersionWithdrawnAlready"]);
    expect(run(ended, withdraw("2.0", "2026-12-31", true), today)).toEqual(["VersionNotPublished"]);
    // Before it is over, a successor takes its place.
    expect(versionIn(done(ended, publish("2.0", "2026-07-01", "2027-01-31"), today), "1.0")?.ending).toMatchObject({
      successor: "2.0",
      until: "2027-01-31",
    });
    // After it, the standard begins again.
    expect(versionIn(done(ended, publish("2.0", "2027-03-01"), on("2027-02-01")), "2.0")?.inForceOn).toBe("2027-03-01");
  });

  it("erases what a version says, once and nothing else", () => {
    const erase = (digest: string): StandardCommand => ({ type: "EraseStandardText", digest, ground: textOf("d") });
    const erased = done(twoVersions(), erase(textOf("a")), today);
    expect(erased.erased).toEqual([textOf("a")]);
    expect(run(erased, erase(textOf("a")), today)).toEqual(["StandardTextErasedAlready"]);
    expect(run(erased, erase(textOf("0")), today)).toEqual(["StandardTextUnknown"]);
  });
});
