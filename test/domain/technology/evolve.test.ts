import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { TechnologyEnvelope, PastEvent } from "../../../src/domain/technology/state/envelope.ts";
import { evolve, fold } from "../../../src/domain/technology/evolve.ts";
import type { TechnologyEventType, Technology } from "../../../src/domain/technology/state/technology.ts";
import { encodeLeaf, readEvent } from "../../../src/ledger/codec.ts";
import type { LedgerEvent } from "../../../src/ledger/port.ts";
import { asEvent } from "../../../src/domain/stream.ts";
import { technologies } from "../../../src/domain/technology/technology-stream.ts";
import {
  day,
  decided,
  happened,
  noon,
  numbered,
  person,
  piloting,
  proposed,
  rollingOut,
  stateAfter,
  text,
  withEvidence,
} from "../../support/technology.ts";
import type { Happened } from "../../support/technology.ts";
import { everyEvent } from "./every-event.ts";
import { revealed } from "./scores.ts";

/** Frozen: these bytes are in somebody's ledger. A new shape is a new schema version beside the old one. */
const frozen = (name: string): readonly LedgerEvent[] =>
  JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), "utf8")) as readonly LedgerEvent[];
const first = frozen("events");
const later = frozen("events-of-later-schemas");
/** Of each type in several later schemas, its newest: the others are raised to it. */
const newestLater = [...new Map(later.map((event) => [event.type, event])).values()];

/** As the ledger gives it to readers: raised to the newest schema. */
const read = (event: LedgerEvent): PastEvent =>
  asEvent(technologies)(readEvent(encodeLeaf({ ...event, stream: "technology-1", role: "planner", command: "01J" })));

const types = Object.keys(everyEvent) as readonly TechnologyEventType[];

describe("every event ever written", () => {
  it("has a frozen fixture", () => {
    expect([...new Set(first.map(({ type }) => type))].toSorted()).toEqual(types.toSorted());
    // Written anew by what decides now, each has the newest schema's frozen shape.
    const newest = new Map([...first, ...later].map(({ type, schema }) => [type, schema]));
    expect(first.map(read).map(({ type, schema }) => [type, schema])).toEqual(
      first.map(({ type }) => [type, newest.get(type)]),
    );
  });

  it("is raised to the newest shape where it was written in an older one", () => {
    const raised = first.filter(({ type }) => later.some((one) => one.type === type)).map(read);
    expect(raised.map(({ type, payload }) => ({ type, payload }))).toEqual(
      newestLater.map(({ type, payload }) => ({ type, payload })),
    );
    const newest = new Map(newestLater.map(({ type, payload }) => [type, payload]));
    expect(later.map(read).map(({ payload }) => payload)).toEqual(later.map(({ type }) => newest.get(type)));
  });

  it("still reads as it did when it was written", () => {
    const t = fold(first.map(read));
    expect(t?.version).toBe(first.length);
    expect(t).toMatchObject({
      slug: "queue-forecast",
      stage: "retired",
      tier: "III",
      predecessor: "queue-forecast-2024",
      authors: ["pia", "sven"],
      plan: { number: 1, openedOn: day(3), amendments: [{ changed: ["days"], afterData: true }] },
      evidence: [{ evidence: "e1", state: "expired", erased: true, withdrawal: text("wrong file") }],
      incidents: [{ incident: "i1", severity: 1, dueOn: day(9), occurredAt: noon(4), closing: text("fixed") }],
      looks: [{ look: 1, verdict: { outcome: "not-enough-evidence" } }],
      evaluation: null,
      pastEvaluations: [
        {
          evaluators: [
            { person: "eva", state: "submitted" },
            { person: "emil", state: "assigned" },
            { person: "edda", state: "released" },
          ],
        },
      ],
      dissents: [{ by: "emil" }],
      waivers: [{ waiver: "w1", state: "lapsed", supporters: ["ada", "abel"] }],
      conditions: [{ condition: "extra-1", gate: "rollout", fulfilledAt: noon(0) }],
      rollout: { hold: null, waves: [{ number: 1, state: "rolled-back" }], assessments: [{ state: "too-few" }] },
    });
  });

  it.each(types)("%s follows any event of a life without throwing, and leaves the state it met unchanged", (type) => {
    if (type === "TechnologyProposed") return;
    const before = stateAfter(...revealed());
    const unchanged = JSON.stringify(before);
    const event = { type, schema: 1, payload: everyEvent[type], ...envelope } as PastEvent;
    const next = evolve(before, event);
    expect(next).toMatchObject({ version: envelope.version, position: envelope.position });
    expect(next.entries.at(-1)).toMatchObject({ position: envelope.position, type, by: "pia" });
    expect(JSON.stringify(before)).toBe(unchanged);
  });

  it("says loudly what cannot be", () => {
    const [beginning] = numbered(proposed());
    if (beginning === undefined) throw new Error("no story");
    expect(() => evolve(stateAfter(...proposed()), beginning)).toThrow("proposed already");
    expect(() => fold(numbered([happened("WaveOpened", { wave: 1 })]))).toThrow("cannot begin with WaveOpened");
    const unknown = { ...beginning, type: "TeleportationPlanned" } as unknown as PastEvent;
    expect(() => evolve(stateAfter(...proposed()), unknown)).toThrow("unknown event TeleportationPlanned");
  });
});

const envelope: TechnologyEnvelope = { position: 900, version: 90, time: noon(50), actor: "pia", role: "planner" };

describe("gates move a technology", () => {
  const stageAfter = (...story: readonly Happened[]): Technology["stage"] => stateAfter(...story).stage;

  it("forward on approval, with or without conditions", () => {
    expect(stageAfter(...proposed(), decided("admission", "approve-with-conditions", 1))).toBe("piloting");
    expect(stageAfter(...piloting(), decided("completion", "approve", 31))).toBe("evaluating");
    expect(stageAfter(...revealed(), decided("rollout", "approve", 40))).toBe("rolling-out");
    expect(stageAfter(...rollingOut(), decided("adoption", "approve", 90))).toBe("adopted");
  });

  it("to the end on rejection, with its lessons", () => {
    const rejected = happened("GateDecided", {
      ...everyEvent.GateDecided,
      gate: "rollout",
      outcome: "reject",
      lessons: text("l"),
    });
    expect(stateAfter(...revealed(), rejected)).toMatchObject({ stage: "rejected", lessons: [text("l")] });
  });

  it("nowhere on a return, but from the rollout gate back to the pilot", () => {
    expect(stageAfter(...proposed(), decided("admission", "return", 1))).toBe("proposed");
    expect(stageAfter(...piloting(), decided("completion", "return", 31))).toBe("piloting");
    expect(stageAfter(...rollingOut(), decided("adoption", "return", 90))).toBe("rolling-out");
    expect(stateAfter(...revealed(), decided("rollout", "return", 40))).toMatchObject({
      stage: "piloting",
      plan: { number: 1 },
      evaluation: null,
      pastEvaluations: [{ round: 1 }],
    });
  });

  it("back to a new plan once every look was taken", () => {
    const look = (n: number) => happened("LookTaken", { ...everyEvent.LookTaken, look: n }, "system", 20 * n);
    const t = stateAfter(...revealed(), look(1), look(2), decided("rollout", "return", 41));
    expect(t).toMatchObject({ stage: "piloting", plan: null, pastPlans: [{ number: 1 }] });
  });

  it("with draft and votes of that gate cleared, of no other", () => {
    const vote = (gate: "completion" | "rollout") =>
      happened("VoteCast", { ...everyEvent.VoteCast, gate, onBehalfOf: null }, "ada", 9);
    const t = stateAfter(...withEvidence(), vote("completion"), vote("rollout"), decided("completion", "return", 31));
    expect(Object.keys(t.ballots)).toEqual(["rollout"]);
    expect(t.decisions).toHaveLength(2);
  });

  it("and the passages say when", () => {
    expect(stateAfter(...rollingOut()).passages.map(({ stage, at }) => [stage, at])).toEqual([
      ["proposed", noon(0)],
      ["piloting", noon(1)],
      ["evaluating", noon(32)],
      ["rolling-out", noon(41)],
    ]);
  });
});

describe("votes", () => {
  const vote = (actor: string, option: "approve" | "reject", onBehalfOf: string | null = null) =>
    happened("VoteCast", { ...everyEvent.VoteCast, gate: "admission", option, onBehalfOf }, actor);

  it("are one an office, the newest", () => {
    const { ballots } = stateAfter(
      ...proposed(),
      vote("ada", "approve"),
      vote("dan", "reject", "ada"),
      vote("abel", "approve"),
    );
    expect(ballots.admission?.votes.map(({ person: who, option }) => [who, option])).toEqual([
      ["dan", "reject"],
      ["abel", "approve"],
    ]);
  });

  it("go with the person who is recused, also through a deputy", () => {
    const recused = happened("PersonRecused", { person: "ada", as: "approver" }, "ada");
    expect(stateAfter(...proposed(), vote("ada", "approve"), recused).ballots.admission?.votes).toEqual([]);
    expect(stateAfter(...proposed(), vote("dan", "approve", "ada"), recused).ballots.admission?.votes).toEqual([]);
    expect(person("dan").deputyFor).toEqual([]);
  });
});

describe("a rollback", () => {
  it("leads to a new evaluation, with what had opened taken back", () => {
    const wave = { name: text("w"), reach: 4, startsOn: day(42) };
    const t = stateAfter(
      ...revealed(),
      decided("rollout", "approve", 41),
      happened("RolloutPlanned", { waves: [wave, wave, wave], guards: [] }, "pia", 41),
      happened("WaveOpened", { wave: 1 }, "pia", 42),
      happened("WaveCompleted", { wave: 1 }, "pia", 43),
      happened("WaveOpened", { wave: 2 }, "pia", 44),
      happened("RolloutHeld", { cause: { kind: "person" }, text: text("h") }, "pia", 45),
      happened("RolledBack", { text: text("b") }, "ada", 46),
    );
    expect(t).toMatchObject({ stage: "evaluating", evaluation: null, rollout: { hold: null } });
    expect(t.rollout?.waves.map(({ state }) => state)).toEqual(["rolled-back", "rolled-back", "planned"]);
  });

  it("keeps every cause of a hold until it is resumed", () => {
    const held = (indicator: string, n: number) =>
      happened("RolloutHeld", { cause: { kind: "guard", indicator, wave: 1 }, text: null }, "system", n);
    const t = stateAfter(...rollingOut(), held("sus", 50), held("availability", 51));
    expect(t.rollout?.hold).toMatchObject({
      since: noon(50),
      causes: [{ indicator: "sus" }, { indicator: "availability" }],
    });
    expect(
      stateAfter(...rollingOut(), held("sus", 50), happened("RolloutResumed", { text: text("r") })).rollout?.hold,
    ).toBeNull();
  });
});
