import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultPolicy } from "../../src/domain/policy/default/default-policy.ts";
import { payloadFault } from "../../src/domain/stream.ts";
import { streamCalled, streams } from "../../src/domain/streams/streams.ts";
import type { JsonObject } from "../../src/domain/words/json.ts";
import { sentence } from "../../src/domain/words/shape.ts";
import type { StandardEvent } from "../../src/domain/standards/standard.ts";
import type { TextRef } from "../../src/domain/words/text.ts";
import type { PersonEvent } from "../../src/domain/people/person.ts";
import { everyEvent } from "./technology/every-event.ts";

interface Entry {
  readonly stream: string;
  readonly type: string;
  readonly schema: number;
  readonly payload: JsonObject;
}

/** What a ledger would hold of it. */
const stored = (payload: object): JsonObject => JSON.parse(JSON.stringify(payload)) as JsonObject;
const fixture = (name: string): string =>
  readFileSync(new URL(`./technology/fixtures/${name}`, import.meta.url), "utf8");

const written: readonly Entry[] = [
  ...(JSON.parse(fixture("events.json")) as readonly Entry[]),
  ...(JSON.parse(fixture("events-of-later-schemas.json")) as readonly Entry[]),
].map((entry) => ({ ...entry, stream: "technology-1" }));
const decidedBefore = fixture("decided-before.jsonl")
  .trimEnd()
  .split("\n")
  .map((line) => JSON.parse(line) as Entry);

type PersonPayloads = { readonly [T in PersonEvent["type"]]: Extract<PersonEvent, { type: T }>["payload"] };
const until = "2026-03-05T09:00:00.000Z";
const ofPerson: PersonPayloads = {
  PersonAdded: { roles: ["planner"], department: "health" },
  RoleGranted: { role: "evaluator" },
  RoleRevoked: { role: "evaluator" },
  DepartmentChanged: { department: "transport" },
  PersonDisabled: {},
  PersonEnabled: {},
  DeputyNamed: { deputy: "abel", from: "2026-03-02", until: "2026-03-09" },
  DeputyEnded: {},
  LinkAsked: { askedBy: "adam", until },
  LinkRefused: {},
  LinkMade: { purpose: "reset", askedBy: "adam", confirmedBy: "alma", barredUntil: until },
  LinkUsed: { purpose: "reset", barredUntil: until },
  SessionsEnded: {},
  DetailsChanged: { changed: ["name", "email"] },
  NoticeAcknowledged: { upTo: 7 },
};
const named = { key: "parks", name: { en: "Parks", zh: "公园" } };

const ending = { deprecatedOn: "2026-07-01", until: "2026-12-31", successor: "2.0", reason: "a".repeat(64) as TextRef };
const drafted: StandardPayloads["StandardDrafted"] = {
  version: "2.0",
  text: "b".repeat(64) as TextRef,
  link: "https://standards.example/2",
  rules: { describes: "openapi", rules: [{ rule: "operation-id", severity: "error", style: "camelCase" }] },
};
type StandardPayloads = { readonly [T in StandardEvent["type"]]: Extract<StandardEvent, { type: T }>["payload"] };
const ofStandard: StandardPayloads = {
  StandardAdded: {
    standard: "city-api",
    kind: "interface",
    name: named.name,
    owner: { kind: "person", person: "pia" },
  },
  StandardChanged: { name: named.name, owner: { kind: "department", department: "parks" } },
  StandardDrafted: drafted,
  StandardRedrafted: { ...drafted, version: "2.0" },
  StandardDraftDropped: { version: "2.0" },
  StandardPublished: { version: "2.0", inForceOn: "2026-07-01", replaces: { version: "1.0", ending } },
  StandardWithdrawn: { version: "1.0", ending },
  StandardTextErased: { digest: "b".repeat(64), ground: "c".repeat(64) as TextRef },
};

const promised = { on: "2026-03-09", very: "2026-03-23", policy: 1 };

const newest = (stream: string, payloads: object): Entry[] =>
  Object.entries(payloads as { readonly [type: string]: object }).map(([type, payload]) => {
    const events = streamCalled(stream)?.events as { readonly [type: string]: { readonly schema: number } };
    return { stream, type, schema: events[type]?.schema ?? 0, payload: stored(payload) };
  });

/** One of every event of every stream, as it is written today. */
const today: readonly Entry[] = [
  ...newest("technology-1", everyEvent),
  ...newest("person-pia", ofPerson),
  ...newest("departments", { DepartmentAdded: named, DepartmentRenamed: named, DepartmentClosed: { key: "parks" } }),
  ...newest("standard-city-api", ofStandard),
  ...newest("committee", {
    MemberAppointed: {
      member: "gail",
      field: "networks",
      organisation: { kind: "department", department: "transport" },
      from: "2026-03-02",
      until: "2027-03-01",
    },
    MembershipEnded: { member: "gail", on: "2026-05-01" },
  }),
  ...newest("outside", { DoorOpened: { door: "pages" }, DoorShut: { door: "pages" } }),
  ...newest("contribution-0a1b", {
    ContributionReceived: {
      technology: "t1",
      consultation: "k1",
      channel: "letter",
      receivedOn: "2026-03-02",
      text: "a".repeat(64),
      version: 1,
    },
    ContributionPlaced: { points: ["p1", "p2"] },
    ContributionHidden: { why: "abuse" },
    ContributionShown: { reason: "b".repeat(64) },
    ContributionTextErased: { digest: "a".repeat(64), ground: "1".repeat(64) },
  }),
  ...newest("feedback-0a1b", {
    FeedbackReceived: {
      technology: "t1",
      category: "fault",
      severity: "severe",
      place: "Town hall",
      group: null,
      channel: "phone",
      receivedOn: "2026-03-02",
      text: "a".repeat(64),
      days: 5,
      due: promised,
    },
    FeedbackQuestioned: { text: "b".repeat(64), on: "2026-03-03", stops: true, until: "2026-03-24", due: promised },
    FeedbackReplied: { text: "c".repeat(64), on: "2026-03-04", due: promised },
    FeedbackExtended: { days: 10, text: "d".repeat(64), due: promised },
    FeedbackAnswered: { text: "e".repeat(64), outcome: "answered", on: "2026-03-06", workingDays: 3 },
    FeedbackReopened: { text: "f".repeat(64), on: "2026-03-09", due: promised },
    FeedbackRated: { rating: 2, callBack: "2026-03-16" },
    FeedbackCalledBack: { text: "0".repeat(64), reached: true, on: "2026-03-10" },
    FeedbackTextErased: { digest: "a".repeat(64), ground: "1".repeat(64) },
  }),
  ...newest("policy", { PolicyPublished: { policy: defaultPolicy } }),
];

const faultOf = (entry: Entry): string | null => {
  const kind = streamCalled(entry.stream);
  if (kind === null) throw new Error(`no stream ${entry.stream}`);
  const fault = payloadFault(kind, entry);
  return fault === null || fault === "unknown" ? fault : `${entry.type}: ${sentence(fault)}`;
};

describe("the shape of a payload", () => {
  it("stands for every event there is, with a way up from each older schema", () => {
    const types = streams.flatMap(({ events }) => Object.keys(events));
    expect(today.map(({ type }) => type).toSorted()).toEqual(types.toSorted());
    // What is raised on read is known by its type alone.
    expect(new Set(types).size).toBe(types.length);
    for (const { events } of streams)
      for (const [type, { schema, upcasts = {} }] of Object.entries(events as Kinds))
        expect([type, Object.keys(upcasts).map(Number)]).toEqual([
          type,
          Array.from({ length: schema - 1 }, (_, index) => index + 1),
        ]);
  });

  it.each([
    ["is written today", today],
    ["was ever written", written],
    ["stands in a ledger from before", decidedBefore],
  ])("takes what %s", (_, entries) => {
    expect(entries.map(faultOf)).toEqual(entries.map(() => null));
  });

  it("leaves what it does not know to others", () => {
    const [one] = today;
    if (one === undefined) throw new Error("no entry");
    expect(faultOf({ ...one, type: "TeleportationPlanned" })).toBe("unknown");
    expect(faultOf({ ...one, type: "constructor" })).toBe("unknown");
    expect(faultOf({ ...one, schema: 99 })).toBe("unknown");
  });

  it.each(["plan", "policy"])("refuses what cannot be raised for want of its %s", (name) => {
    const type = name === "plan" ? "PilotPlanLocked" : "PolicyPublished";
    const stream = name === "plan" ? "technology-1" : "policy";
    expect(faultOf({ stream, type, schema: 1, payload: {} })).toMatch(/^\w+: payload/);
    expect(faultOf({ stream, type, schema: 1, payload: { [name]: 7 } })).toMatch(/^\w+: payload/);
  });
});

type Kinds = { readonly [type: string]: { readonly schema: number; readonly upcasts?: object } };

/** May be left out; each is known from an older entry that has not got it. */
const optionalFields: ReadonlySet<string> = new Set([
  ...["groupWords", "mappingText", "names", "beneath", "onBehalfOf", "decision", "look", "ac2", "failures", "needed"],
  ...["fixes.tier", "policy:hint", "policy:when", "policy:atLeast"],
  ...["severity", "dueOn", "occurredAt", "drillMinutes", "drillOn"].map((name) => `changes.${name}`),
  ...["optional", "floor", "target", "byTier", "groups", "rubric", "value", "minimumSample", "tiers"].map(
    (name) => `policy:${name}`,
  ),
  ...["I", "II", "III", "IV"].map((name) => `byTier.${name}`),
]);

type Place = readonly (string | number)[];

/** Every place in a payload, from its fields inwards. */
const placesIn = (value: unknown, at: Place = []): readonly Place[] =>
  typeof value !== "object" || value === null
    ? []
    : Object.entries(value).flatMap(([name, inner]) => {
        const place = [...at, Array.isArray(value) ? Number(name) : name];
        return [place, ...placesIn(inner, place)];
      });

const valueAt = (value: unknown, place: Place): unknown =>
  place.reduce<unknown>((inner, name) => (inner as { readonly [name: string]: unknown })[name], value);

function changed(payload: JsonObject, place: Place, change: (parent: never, name: never) => void): JsonObject {
  const copy = structuredClone(payload);
  change(valueAt(copy, place.slice(0, -1)) as never, place.at(-1) as never);
  return copy;
}

const anotherKind = (value: unknown): unknown => {
  if (typeof value === "string") return 7.5;
  if (typeof value === "number" || typeof value === "boolean") return "seven";
  return Array.isArray(value) ? { 0: 1 } : [true];
};

/** Names chosen by the one who wrote it, or JSON of any form: nothing there is a field. */
const free: readonly (string | number | undefined)[] = ["params", "methods", "effects", "answers"];
/** An acceptance of a safeguard rests on what its kind says; elsewhere a ground is a text. */
const isGround = (entry: Entry, name: string | number | undefined): boolean =>
  entry.type === "SafeguardReviewed" && name === "ground";
/** Records of one kind of value, by the keys of indicators or of safeguards. */
const records: readonly (string | number | undefined)[] = ["indicators", "days"];

const isFree = (entry: Entry, place: Place): boolean =>
  place.some((name) => free.includes(name) || isGround(entry, name));
const mayBeGone = (entry: Entry, place: Place): boolean => {
  const [name, parent] = [String(place.at(-1)), String(place.at(-2))];
  return (
    typeof place.at(-1) === "number" ||
    isFree(entry, place) ||
    records.includes(parent) ||
    [name, `${parent}.${name}`, `${entry.stream}:${name}`].some((known) => optionalFields.has(known))
  );
};

describe.each(today.map((entry) => [entry.type, entry] as const))("the shape of %s", (_, entry) => {
  const places = placesIn(entry.payload).filter((place) => !isFree(entry, place.slice(0, -1)));

  it("refuses it without any field that is not optional", () => {
    for (const place of places.filter((one) => !mayBeGone(entry, one))) {
      const payload = changed(entry.payload, place, (parent: Record<string, unknown>, name: string) => {
        Reflect.deleteProperty(parent, name);
      });
      expect([place.join("."), faultOf({ ...entry, payload })]).toEqual([
        place.join("."),
        expect.stringContaining(String(place.at(-1))),
      ]);
    }
  });

  it("refuses it with another kind of value in any place, and names the place", () => {
    for (const place of places) {
      const payload = changed(entry.payload, place, (parent: Record<string, unknown>, name: string) => {
        parent[name] = anotherKind(parent[name]);
      });
      const path = place.map((name) => (typeof name === "number" ? `[${name}]` : `.${name}`)).join("");
      expect(faultOf({ ...entry, payload })).toContain(`payload${path}`);
    }
  });

  it("refuses it with one more field anywhere", () => {
    const objects = [[], ...places].filter((place) => {
      const value = valueAt(entry.payload, place);
      const name = place.at(-1);
      const record = free.includes(name) || records.includes(name) || isGround(entry, name);
      return typeof value === "object" && value !== null && !Array.isArray(value) && !record;
    });
    fc.assert(
      fc.property(fc.constantFrom(...objects), fc.string({ minLength: 1 }), (place, name) => {
        const payload = changed(entry.payload, [...place, name], (parent: Record<string, unknown>) => {
          fc.pre(!Object.hasOwn(parent, name) && name !== "__proto__");
          parent[name] = null;
        });
        return faultOf({ ...entry, payload }) !== null;
      }),
      { numRuns: 40 },
    );
  });
});
