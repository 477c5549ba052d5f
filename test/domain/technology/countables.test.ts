import fc from "fast-check";
import { expect, it } from "vitest";
import { countablesOf } from "../../../src/domain/technology/countables.ts";
import type { Countable } from "../../../src/domain/technology/manifest/countable.ts";
import type { PastEvent } from "../../../src/domain/technology/state/envelope.ts";
import { earlyPolicy } from "../../support/early-policy.ts";
import { lived } from "./model/lives.ts";
import { anyMove, anywhere, gateMove, nearRollout, world } from "./model/world.ts";
import type { Move, Start } from "./model/world.ts";

const dayOf = (instant: string): string => instant.slice(0, 10);

type Line = Pick<Countable, "kind" | "standing" | "on"> & { readonly position: number | undefined };

/** The same told from the entries alone, by somebody who reads them from the first to the last. */
function toldBy(events: readonly PastEvent[]): readonly Line[] {
  const lines: { kind: string; standing: string; on: string; position: number | undefined }[] = [];
  const line = (kind: string, standing: string, on: string, position: number) => {
    const one = { kind, standing, on, position };
    lines.push(one);
    return one;
  };
  let rollouts: typeof lines = [];
  const dues: { names: string; line: (typeof lines)[number]; done: string | null }[] = [];
  let ends: typeof lines = [];
  const due = (names: string, on: string, position: number) => {
    dues.push({ names, line: line("deadline", "open", on, position), done: null });
  };
  const settle = (names: (name: string) => boolean, at: string) => {
    for (const one of dues.filter((other) => names(other.names))) one.done ??= dayOf(at);
  };
  const becomes = (standing: string) => {
    for (const one of rollouts) one.standing = standing;
  };
  const offered = new Map<string, string>();
  for (const e of events) {
    const [on, at] = [dayOf(e.time), e.position];
    if (e.type === "GateDecided") {
      const { gate, outcome, conditions } = e.payload;
      line("decision", `${gate}.${outcome}`, on, at);
      const approved = outcome.startsWith("approve");
      for (const { condition, dueOn } of conditions) due(`${at} ${condition}`, dueOn, at);
      if (gate === "rollout" && approved) {
        rollouts = [line("rollout", "open", on, at)];
        const voices = [
          ...e.payload.record.dissents,
          ...e.payload.record.votes.filter(({ option }) => /reject|return/.test(option)),
        ];
        for (const _ of voices) rollouts.push(line("voice", "open", on, at));
        for (const { status } of e.payload.record.conditions)
          if (status === "waived") rollouts.push(line("waiver", "open", on, at));
        ends = [];
      }
      if (gate === "adoption" && approved) {
        for (const one of rollouts) if (one.standing !== "breached") one.standing = "adopted";
        line("ending", "adopted", on, at);
        rollouts = [];
      }
      if (outcome === "reject") {
        becomes("taken-back");
        line("ending", "with-lessons", on, at);
        line("lesson", "rejected", on, at);
      }
    }
    if (e.type === "RolloutHeld")
      for (const one of rollouts)
        if (one.standing !== "breached") one.standing = e.payload.cause.kind === "guard" ? "breached" : "held";
    if (e.type === "RolloutResumed") for (const one of rollouts) if (one.standing === "held") one.standing = "open";
    if (e.type === "RolledBack") {
      becomes("taken-back");
      ends.push(line("ending", "without-lessons", on, at));
    }
    if (e.type === "TechnologyRetired") ends.push(line("ending", "without-lessons", on, at));
    if (e.type === "PilotStopped") {
      line("ending", "with-lessons", on, at);
      line("lesson", "stopped", on, at);
    }
    if (e.type === "LessonsRecorded") {
      line("lesson", "recorded", on, at);
      for (const one of ends) one.standing = "with-lessons";
    }
    if (e.type === "IncidentRecorded") due(e.payload.incident, e.payload.dueOn, at);
    if (e.type === "IncidentRated")
      for (const { line: rated } of dues.filter(({ names }) => names === e.payload.incident))
        rated.on = e.payload.dueOn;
    if (e.type === "IncidentClosed") settle((name) => name === e.payload.incident, e.time);
    if (e.type === "EntryCorrected") {
      const { dueOn } = e.payload.changes;
      const corrected = dues.find(({ line: { position } }) => position === e.payload.corrects);
      if (dueOn !== undefined && corrected !== undefined) corrected.line.on = dueOn;
    }
    if (e.type === "EvidenceOffered" && e.payload.to.length > 0) offered.set(e.payload.evidence, on);
    if (e.type === "EvidenceOffered" && e.payload.to.length === 0) offered.delete(e.payload.evidence);
    if (e.type === "EvidenceWithdrawn") offered.delete(e.payload.evidence);
    if (e.type === "ConditionFulfilled") {
      const { condition, decision } = e.payload;
      settle(
        (name) => (decision === undefined ? name.endsWith(` ${condition}`) : name === `${decision} ${condition}`),
        e.time,
      );
    }
  }
  for (const on of offered.values()) lines.push({ kind: "sharing", standing: "offered", on, position: undefined });
  for (const { line: one, done } of dues) if (done !== null) one.standing = done <= one.on ? "met" : "late";
  return lines as unknown as readonly Line[];
}

/** Without experts, whom these entries do not name, and the margins, which repeat the approvals. */
const lineOf = ({ kind, standing, on, position }: Countable): Line => ({ kind, standing, on, position });
const compared = (countable: Countable): boolean =>
  !["margin", "promise", "interface", "training"].includes(countable.kind) && countable.detail?.["voice"] !== "expert";

const sorted = (lines: readonly Line[]): readonly string[] => lines.map((line) => JSON.stringify(line)).toSorted();

function livesAreCounted(start: fc.Arbitrary<Start>, move: fc.Arbitrary<Move>, mustHappen: readonly string[]): void {
  const seen = new Map<string, number>();
  const moves = fc.array(move, { minLength: 20, maxLength: 40, size: "max" });
  fc.assert(
    fc.property(world, start, moves, (people, beginning, sequence) => {
      for (const { state, events } of lived(people, beginning, sequence)) {
        const counted = countablesOf(state, { policy: earlyPolicy, dayOf });
        expect(sorted(counted.filter(compared).map(lineOf))).toEqual(sorted(toldBy(events)));
        const names = counted.map(({ kind, subject }) => `${kind} ${subject}`);
        expect(new Set(names).size).toBe(names.length);
        for (const { kind, standing } of counted)
          seen.set(`${kind} ${standing}`, (seen.get(`${kind} ${standing}`) ?? 0) + 1);
      }
    }),
    { numRuns: 400, seed: 20_261_130 },
  );
  for (const what of mustHappen) expect(seen.get(what) ?? 0, what).toBeGreaterThan(0);
}

it("what counts in a life is what its entries tell one by one, after each of them", () => {
  livesAreCounted(anywhere, anyMove, [
    "decision admission.approve",
    "sharing offered",
    "deadline met",
    "deadline late",
    "deadline open",
    "ending with-lessons",
    "ending without-lessons",
    "lesson stopped",
    "lesson recorded",
    "rollout held",
    "rollout taken-back",
    "rollout open",
  ]);
}, 120_000);

it("approvals of the rollout, what was waived for them and who spoke against say what has become of them", () => {
  livesAreCounted(nearRollout, gateMove, [
    "decision rollout.approve",
    "decision rollout.return",
    "decision rollout.reject",
    "waiver open",
    "voice open",
    "lesson rejected",
  ]);
}, 120_000);
