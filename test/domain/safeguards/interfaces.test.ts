import { expect, test } from "vitest";
import { interfaces } from "../../../src/domain/safeguard-kinds/interfaces.ts";
import type { InterfaceStatistics } from "../../../src/domain/evidence/statistics.ts";
import type { Piece } from "../../../src/domain/technology/state/evidence.ts";
import type { Safeguard, SafeguardRow } from "../../../src/domain/technology/state/safeguards.ts";
import type { Technology } from "../../../src/domain/technology/state/technology.ts";
import { unsaidNotices } from "../../../src/domain/technology/standards/notices.ts";
import type { Standard } from "../../../src/domain/standards/standard.ts";
import { declaredVersions } from "../../../src/domain/technology/state/declared-versions.ts";
import { assessGate } from "../../../src/domain/gates/assess.ts";
import type { Tier } from "../../../src/domain/words/tier.ts";
import { aPolicy, by, day, proposed, stateAfter } from "../../support/technology.ts";

const row: SafeguardRow = {
  ...{ name: "permits", direction: "offers", kind: "service", data: "permits", audience: "residents" },
  outside: "the province",
};

const broken = (...rules: InterfaceStatistics["broken"]): InterfaceStatistics => ({
  ...{ kind: "interface", rows: 1, rejected: 0, descriptions: 1, operations: 1 },
  broken: rules,
});

/** A technology with a piece and an accepted statement of one row. */
function withStatement(of: SafeguardRow, piece: Partial<Piece> | null, tier: Tier = "II"): Technology {
  const state = stateAfter(...proposed());
  const statement = { item: "g1", kind: "interfaces", dropped: null, answers: { exchanges: "yes", interfaces: [of] } };
  const described = {
    ...{ evidence: "e1", kind: "interface", state: "in-force", expiresOn: day(100), statistics: broken() },
    ...piece,
  };
  return {
    ...state,
    tier,
    safeguards: [statement as unknown as Safeguard],
    evidence: piece === null ? [] : [described as unknown as Piece],
  };
}

const ground = (technology: Technology, today = day(1)) => ({ technology, policy: aPolicy(), today });
const shortOf = (technology: Technology, today = day(1)) =>
  interfaces.shortfalls(technology.safeguards, ground(technology, today));

test("a service that is offered and has no description is unknown from the tier that the policy names", () => {
  expect(shortOf(withStatement(row, null, "I"))).toEqual([]);
  expect(shortOf(withStatement(row, null, "II"))).toMatchObject([{ code: "undescribed", unknown: true }]);
  expect(shortOf(withStatement(row, null, "IV"))).toMatchObject([{ code: "undescribed", unknown: true }]);
  for (const other of [{ direction: "consumes" }, { kind: "file" }]) {
    expect(shortOf(withStatement({ ...row, ...other }, null, "IV"))).toEqual([]);
  }
  const policy = aPolicy();
  const { safeguards } = policy;
  const asked = {
    ...policy,
    safeguards: { ...safeguards, interfaces: { ...safeguards.interfaces, describedFrom: null } },
  };
  const technology = withStatement(row, null, "IV");
  expect(interfaces.shortfalls(technology.safeguards, { ...ground(technology), policy: asked })).toEqual([]);
});

test("errors in a description stand against it by their number; warnings and what no house rule asks do not", () => {
  const described = { ...row, description: ["e1"] };
  const broke = (...rules: InterfaceStatistics["broken"]) =>
    shortOf(withStatement(described, { statistics: broken(...rules) }));
  expect(broke()).toEqual([]);
  expect(broke({ rule: "fault-answer", count: 9 }, { rule: "versioned-path", count: 9 })).toEqual([]);
  const two = broke(
    { rule: "structure", count: 2 },
    { rule: "plain-http", count: 1 },
    { rule: "fault-answer", count: 9 },
  );
  expect(two).toEqual([{ code: "errors", params: { name: "permits", evidence: "e1", count: 3 }, id: "g1/0", at: 3 }]);
});

test("a description whose figures were taken away describes nothing", () => {
  const withheld = { statistics: { kind: "withheld" } } as const;
  expect(shortOf(withStatement({ ...row, description: ["e1"] }, withheld))).toMatchObject([
    { code: "undescribed", unknown: true },
  ]);
});

test("each interface has one other end, which is not the technology itself, and a description that was read as one", () => {
  const technology = withStatement(row, { kind: "document" });
  const refused = (of: SafeguardRow) =>
    interfaces
      .refusals({ technology, policy: aPolicy(), answers: { interfaces: [of] }, item: null }, by("pia"))
      .map(({ code, field }) => `${code} ${field ?? ""}`);
  const { outside: _, ...nobody } = row;
  expect(refused(row)).toEqual([]);
  expect(refused(nobody)).toEqual(["OtherEndMissing interfaces.0.counterpart"]);
  expect(refused({ ...row, counterpart: "other" })).toEqual(["OtherEndTwice interfaces.0.outside"]);
  expect(refused({ ...nobody, counterpart: technology.slug })).toEqual(["OtherEndItself interfaces.0.counterpart"]);
  expect(refused({ ...row, description: ["e1"] })).toEqual(["NoDescription interfaces.0.description"]);
});

const cityApi: Standard = {
  ...{ standard: "city-api", kind: "interface", name: { en: "City", zh: "城市" }, erased: [], texts: [] },
  owner: { kind: "department", department: "health" },
  versions: [
    {
      ...{ version: "1.0", text: null, link: null, inForceOn: day(0) },
      rules: { describes: "openapi", rules: [{ rule: "versioned-path", severity: "error" }] },
      ending: { deprecatedOn: day(10), until: day(40), successor: "2.0", reason: null },
    },
    { version: "2.0", text: null, link: null, rules: null, inForceOn: day(10), ending: null },
  ],
};

test("an interface follows a version that counts today, and keeps what that version calls an error", () => {
  const technology = withStatement(row, { statistics: broken({ rule: "versioned-path", count: 2 }) });
  const refused = (of: SafeguardRow, n: number) =>
    interfaces
      .refusals(
        { technology, policy: aPolicy(), answers: { interfaces: [{ ...row, ...of }] }, item: null },
        by("pia", n, { standards: { "city-api": cityApi } }),
      )
      .map(({ code, field }) => `${code} ${field ?? ""}`);
  const unknown = ["InterfaceStandardUnknown interfaces.0.standard"];
  expect(refused({ standard: "city-api@1.0" }, 1)).toEqual([]);
  expect(refused({ standard: "city-api@1.0" }, 41)).toEqual(unknown);
  expect(refused({ standard: "city-api@2.0" }, 1)).toEqual(unknown);
  expect(refused({ standard: "city-api" }, 1)).toEqual(unknown);
  expect(refused({ standard: "other@1.0" }, 1)).toEqual(unknown);
  const described = { description: ["e1"] };
  expect(refused({ ...described, standard: "city-api@1.0" }, 1)).toEqual([
    "InterfaceBreaksStandard interfaces.0.standard",
  ]);
  expect(refused({ ...described, standard: "city-api@2.0" }, 11)).toEqual([]);
  expect(refused(described, 1)).toEqual([]);
});

test("an accepted statement ends with the first standard whose time is over", () => {
  const notice = { standard: "city-api", deprecatedOn: day(10), successor: null };
  const technology: Technology = {
    ...withStatement(row, null),
    standardNotices: [
      { ...notice, version: "1.0", until: day(40) },
      { ...notice, version: "0.9", until: day(20) },
    ],
  };
  const endsWith = (...standards: readonly string[]) =>
    interfaces.ends(technology, { interfaces: standards.map((standard) => ({ ...row, standard })) });
  expect(endsWith()).toBeNull();
  expect(endsWith("city-api@2.0")).toBeNull();
  expect(endsWith("city-api@2.0", "city-api@1.0")).toBe(day(40));
  expect(endsWith("city-api@1.0", "city-api@0.9")).toBe(day(20));
});

test("whoever follows a version by an interface is told of its end as those are that declare to meet it", () => {
  const state = withStatement({ ...row, standard: "city-api@1.0" }, null);
  expect(declaredVersions(state).map(({ name }) => name)).toEqual([{ standard: "city-api", version: "1.0" }]);
  expect(unsaidNotices(state, by("system", 1, { standards: { "city-api": cityApi } }))).toMatchObject([
    { type: "StandardMoved", payload: { version: "1.0", until: day(40), successor: "2.0" } },
  ]);
});

test("the condition is unknown before anybody stated interfaces", () => {
  const { gates } = aPolicy();
  const rollout = { ...gates.rollout, conditions: [{ key: "interfaces", waivable: true, deferrable: false }] };
  const policy = aPolicy({ gates: { ...gates, rollout } });
  const [result] = assessGate("rollout", stateAfter(...proposed()), policy, { today: day(1) });
  expect(result).toMatchObject({ key: "interfaces", status: "unknown" });
  expect(result?.reason.code).toBe("conditions:safeguard.not-begun");
});
