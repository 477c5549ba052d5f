import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { plainPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import { house as rooms } from "../../../src/http/rooms.ts";
import { eventSentence, eventTag, type EventToTell } from "../../../src/http/say/event.ts";
import { createLanguages } from "../../../src/http/view/languages.ts";
import { textOf } from "../../support/http.ts";

const languages = createLanguages({
  localesDir: new URL("../../../views/locales", import.meta.url).pathname,
  timeZone: "Asia/Shanghai",
});
const frozen = JSON.parse(
  readFileSync(new URL("../../domain/technology/fixtures/events.json", import.meta.url), "utf8"),
) as { type: string; payload: unknown }[];

const ending = { deprecatedOn: "2026-07-01", until: "2026-12-31", successor: "2.0", reason: null };
const standards: readonly { type: string; payload: unknown }[] = [
  { type: "StandardAdded", payload: { standard: "city-api", name: { en: "City interfaces", zh: "城市接口" } } },
  { type: "StandardChanged", payload: { name: { en: "City interfaces", zh: "城市接口" } } },
  { type: "StandardDrafted", payload: { version: "2.0" } },
  { type: "StandardRedrafted", payload: { version: "2.0" } },
  { type: "StandardDraftDropped", payload: { version: "2.0" } },
  { type: "StandardPublished", payload: { version: "1.0", inForceOn: "2026-01-01", replaces: null } },
  {
    type: "StandardPublished",
    payload: { version: "2.0", inForceOn: "2026-07-01", replaces: { version: "1.0", ending } },
  },
  { type: "StandardWithdrawn", payload: { version: "1.0", ending } },
  { type: "StandardWithdrawn", payload: { version: "1.0", ending: { ...ending, successor: null } } },
  { type: "StandardTextErased", payload: { digest: "a" } },
];

const house: readonly { type: string; payload: unknown }[] = [
  { type: "PersonAdded", payload: { roles: ["planner", "evaluator"], department: "health" } },
  { type: "PersonAdded", payload: { roles: [], department: null } },
  { type: "RoleGranted", payload: { role: "approver" } },
  { type: "RoleRevoked", payload: { role: "approver" } },
  { type: "DepartmentChanged", payload: { department: "health" } },
  { type: "PersonDisabled", payload: {} },
  { type: "PersonEnabled", payload: {} },
  { type: "DeputyNamed", payload: { person: "p", from: "2026-03-02", until: "2026-03-09" } },
  { type: "DeputyEnded", payload: {} },
  { type: "LinkAsked", payload: { askedBy: "p", until: "2026-03-05T09:00:00.000Z" } },
  { type: "LinkRefused", payload: {} },
  {
    type: "LinkMade",
    payload: { purpose: "reset", askedBy: "p", confirmedBy: "q", barredUntil: "2026-03-03T09:00:00.000Z" },
  },
  { type: "LinkMade", payload: { purpose: "reset", askedBy: "p", confirmedBy: null, barredUntil: null } },
  { type: "LinkMade", payload: { purpose: "invitation", askedBy: "system", confirmedBy: null, barredUntil: null } },
  { type: "LinkUsed", payload: { purpose: "reset", barredUntil: "2026-03-03T09:00:00.000Z" } },
  { type: "LinkUsed", payload: { purpose: "invitation", barredUntil: null } },
  { type: "SessionsEnded", payload: {} },
  { type: "DetailsChanged", payload: { changed: ["name", "email"] } },
  { type: "NoticeAcknowledged", payload: { upTo: 12 } },
  { type: "PolicyPublished", payload: { policy: plainPolicy } },
  { type: "DepartmentAdded", payload: { key: "health", name: { en: "Health", zh: "卫生" } } },
  { type: "DepartmentRenamed", payload: { key: "health", name: { en: "Health", zh: "卫生" } } },
  { type: "DepartmentClosed", payload: { key: "health" } },
  ...standards,
  { type: "MemberAppointed", payload: { member: "p" } },
  { type: "MembershipEnded", payload: { member: "p" } },
  { type: "ContributionReceived", payload: { consultation: "k1", channel: "letter" } },
  { type: "ContributionPlaced", payload: { points: ["p1", "p2"] } },
  { type: "ContributionPlaced", payload: { points: [] } },
  { type: "ContributionHidden", payload: { why: "abuse" } },
  { type: "ContributionShown", payload: {} },
  { type: "ContributionTextErased", payload: {} },
  { type: "FeedbackReceived", payload: { channel: "phone", due: { on: "2026-03-16" } } },
  { type: "FeedbackQuestioned", payload: {} },
  { type: "FeedbackReplied", payload: { due: { on: "2026-03-16" } } },
  { type: "FeedbackExtended", payload: { due: { on: "2026-03-16" } } },
  { type: "FeedbackAnswered", payload: { outcome: "answered", workingDays: 3 } },
  { type: "FeedbackAnswered", payload: { outcome: "out-of-scope", workingDays: 1 } },
  { type: "FeedbackReopened", payload: { due: { on: "2026-03-16" } } },
  { type: "FeedbackRated", payload: { rating: 5, callBack: null } },
  { type: "FeedbackRated", payload: { rating: 1, callBack: "2026-03-16" } },
  { type: "FeedbackCalledBack", payload: { reached: true } },
  { type: "FeedbackCalledBack", payload: { reached: false } },
  { type: "FeedbackTextErased", payload: {} },
  { type: "DoorOpened", payload: { door: "pages" } },
  { type: "DoorShut", payload: { door: "questionnaires" } },
  { type: "KeyRotated", payload: { from: "touchstone/x+0a1b2c3d+AA==", to: "touchstone/x+4e5f6a7b+AA==" } },
  { type: "LossDeclared", payload: { keptPosition: 10, lostPosition: 12, lostRoot: "00" } },
];

const everyRole = ["planner", "evaluator", "approver", "auditor", "administrator", "member", "system"];

/** Event types that some file under `src/domain` declares, as the source names them. */
function declaredTypes(): string[] {
  const domain = new URL("../../../src/domain/", import.meta.url);
  // A technology's commands stand beside its events, and "JudgeNeed" ends as an event would.
  const declarations: readonly (readonly [folder: string, declaration: RegExp])[] = [
    ["technology/state/", /Event<\s*"([A-Z][A-Za-z]+)"/g],
    ["people/", /readonly type: "([A-Z][A-Za-z]+ed)"/g],
    ["standards/", /Event<\s*"([A-Z][A-Za-z]+)"/g],
    ["committee/", /readonly type: "([A-Z][A-Za-z]+ed)"/g],
    ["contributions/", /ContributionEntry<\s*"([A-Z][A-Za-z]+)"/g],
    ["feedback/", /FeedbackEntry<\s*"([A-Z][A-Za-z]+)"/g],
    ["outside/", /readonly type: "(Door[A-Za-z]+)"/g],
    ["policy/publishing/", /readonly type: "([A-Z][A-Za-z]+ed)"/g],
  ];
  const types = declarations.flatMap(([folder, declaration]) =>
    readdirSync(new URL(folder, domain)).flatMap((name) =>
      [...readFileSync(new URL(folder + name, domain), "utf8").matchAll(declaration)].map(([, type = ""]) => type),
    ),
  );
  return [...new Set(types)];
}

describe.each(["en", "zh-CN"] as const)("in %s", (locale) => {
  const language = languages.of(locale);

  test.each([...frozen, ...house])("$type has a sentence of its own", ({ type, payload }) => {
    for (const role of everyRole) {
      const sentence = textOf(eventSentence(rooms.tellings, language, { type, payload, role }).text);
      expect(sentence).not.toContain(type);
      expect(sentence).toMatch(locale === "en" ? /^[A-Z0-9].*\.$/ : /。$/);
      expect(sentence).not.toMatch(/undefined|null|NaN|\{\{|[a-z]+:[a-z]+\.|within-share|recovery-from-failure/);
      if (locale === "zh-CN") expect(sentence).not.toMatch(/\b(planner|gate|approve|wave)\b/i);
    }
  });

  test("no two types say the same", () => {
    const told = [...frozen, ...house].map(
      (event) => eventSentence(rooms.tellings, language, { ...event, role: "planner" }).text,
    );
    expect(new Set(told).size).toBe(told.length);
  });

  test("an indicator is named as the policy in force names it", () => {
    const own = {
      ...plainPolicy,
      criteria: plainPolicy.criteria.map((criterion) => ({
        ...criterion,
        indicators: criterion.indicators.map((one) => ({ ...one, name: { en: "Our own name", zh: "自有名称" } })),
      })),
    };
    const moderated: EventToTell = {
      type: "ScoreModerated",
      role: "system",
      payload: { item: "recovery-from-failure" },
    };
    expect(eventSentence(rooms.tellings, language, moderated, own).text).toContain(
      locale === "en" ? "Our own name" : "自有名称",
    );
  });
});

test("every event type that the domain declares is told, and is in the samples above", () => {
  const told = [...rooms.tellings.keys()];
  const declared = declaredTypes();
  expect(declared.length).toBeGreaterThan(50);
  expect(declared.filter((type) => !told.includes(type))).toEqual([]);
  const sampled = new Set([...frozen, ...house].map(({ type }) => type));
  expect(told.filter((type) => !sampled.has(type))).toEqual([]);
});

test("variants are told apart: a document, a conflict, a deputy, the causes of a hold", () => {
  const language = languages.of("en");
  const say = (type: string, payload: unknown): string =>
    textOf(eventSentence(rooms.tellings, language, { type, payload, role: "system" }).text);
  expect(say("InterestDeclared", { conflict: true })).toContain("a conflicting interest");
  expect(say("InterestDeclared", { conflict: false })).toContain("no conflicting interest");
  expect(say("VoteCast", { gate: "rollout", option: "approve", onBehalfOf: "ada" })).toBe(
    "A deputy voted at the rollout gate for an approver: approve .",
  );
  expect(say("RolloutHeld", { cause: { kind: "guard", indicator: "failed-share", wave: 2 } })).toBe(
    "The rollout is held: the guard “Failed requests” of wave 2 was breached.",
  );
  expect(say("RolloutHeld", { cause: { kind: "person" } })).toBe("The system held the rollout.");
  expect(say("EvidenceAttached", { evidence: "e3", kind: "document" })).toContain("not measured");
});

test("entries about people name whose account it is and who did it, where the names are to be had", () => {
  const names = new Map([
    ["adam", "Adam Admin"],
    ["alma", "Alma Admin"],
    ["ada", "Ada <Approver>"],
  ]);
  const made = {
    type: "LinkMade",
    role: "administrator",
    actor: "alma",
    stream: "person-ada",
    payload: { purpose: "reset", askedBy: "adam", confirmedBy: "alma", barredUntil: "2026-03-03T09:00:00.000Z" },
  };
  const said = (locale: "en" | "zh-CN", event: EventToTell, known = names) =>
    textOf(eventSentence(rooms.tellings, languages.of(locale), event, undefined, known).text);
  expect(said("en", made)).toBe(
    "A link to a new password for Ada <Approver> was made: asked for by Adam Admin, confirmed by Alma Admin. " +
      "The account decides nothing until 3 Mar 2026, 17:00.",
  );
  expect(eventSentence(rooms.tellings, languages.of("en"), made, undefined, names).text).not.toContain("<Approver>");
  expect(said("zh-CN", made)).toContain("由 Adam Admin 申请，由 Alma Admin 确认");
  const granted = { ...made, type: "RoleGranted", payload: { role: "planner" } };
  expect(said("en", granted)).toBe("Alma Admin granted Ada <Approver> the role Planner.");
  // After their names were erased they are what they are.
  expect(said("en", granted, new Map())).toBe("An administrator granted somebody the role Planner.");
});

test("what wants attention is marked with a word; everything else is not", () => {
  const language = languages.of("en");
  const mark = (type: string, payload: unknown): string | undefined =>
    eventTag(rooms.tellings, language, { type, payload, role: "system" })?.text;
  expect(mark("PilotPlanAmended", { afterData: true })).toBe("After data were seen");
  expect(mark("PilotPlanAmended", { afterData: false })).toBeUndefined();
  expect(mark("GuardAssessed", { state: "breached" })).toBe("Breached");
  expect(mark("GuardAssessed", { state: "within" })).toBeUndefined();
  expect(mark("WaveOpened", { wave: 1 })).toBeUndefined();
});

test("an event this version does not know is named rather than hidden", () => {
  const language = languages.of("en");
  const unknown: EventToTell = { type: "SomethingNew", payload: {}, role: "system" };
  expect(textOf(eventSentence(rooms.tellings, language, unknown).text)).toBe("Recorded: SomethingNew.");
});
