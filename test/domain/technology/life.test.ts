import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { earlyPolicy } from "../../support/early-policy.ts";
import { rolesFor } from "../../../src/domain/technology/terms.ts";
import { rolesToEnter } from "../../../src/domain/technology/entering-roles.ts";
import { eligibleApprovers, judgeReasons } from "../../../src/domain/technology/gate/eligible.ts";
import { evolve, fold } from "../../../src/domain/technology/evolve.ts";
import type { PastEvent } from "../../../src/domain/technology/state/envelope.ts";
import type { ScoreSheet } from "../../../src/domain/technology/state/evaluation.ts";
import type { Facts } from "../../../src/domain/technology/state/facts.ts";
import type { PersonFacts } from "../../../src/domain/people/facts.ts";
import { isOpenTo } from "../../../src/domain/technology/open-actions.ts";
import type {
  Technology,
  TechnologyCommand,
  TechnologyCommandType,
} from "../../../src/domain/technology/state/technology.ts";
import { decide } from "../../../src/domain/technology/decide.ts";
import { day, noon, numbered } from "../../support/technology.ts";
import { make, sheetOf } from "./model/commands.ts";
import { dice } from "./model/dice.ts";
import type { Dice } from "./model/dice.ts";
import { checkEvent, note, nothingYet, openConditions } from "./model/oracle.ts";
import type { Past } from "./model/oracle.ts";
import { anyMove, anywhere, gateMove, nearRollout, seats, someRoles, world } from "./model/world.ts";
import type { Move, Start } from "./model/world.ts";
import { sheet } from "./scores.ts";

/**
 * Thousands of random lives: people with several roles and changing ones, in any order, on any day, mostly sensible
 * and sometimes not. Whatever is accepted is checked by an oracle that reads the events alone.
 */
describe("a technology's life", { timeout: 240_000 }, () => {
  it("never reaches the rollout past an open condition or through a person who may not", () => {
    playAll(nearRollout, gateMove, 1200, [
      "rollout approve",
      "rollout approve-with-conditions",
      "rollout return",
      "rollout reject",
      "rollout passed on a waiver",
      "VotesLapsed ground-changed",
      "VotesLapsed no-longer-eligible",
      "VotesLapsed no-longer-deputy",
      "deputy's vote replaced by the office",
      "IncidentRecorded",
      "EntryCorrected",
      "waiver outgrown",
      "WaiverGranted",
      "vote refused",
      "refused to an account that waits",
    ]);
  });

  it("keeps its rules from the first proposal to the last wave", () => {
    playAll(anywhere, anyMove, 1200, [
      "TechnologyProposed",
      "ProposalRevised",
      "admission approve",
      "PilotPlanLocked",
      "PilotOpened",
      "EvidenceAttached",
      "EvaluatorsAssigned",
      "PersonRecused",
      "ScoresSubmitted",
      "ScoresRevealed",
      "WaveOpened",
      "RolloutHeld",
      "RolloutResumed",
      "RolledBack",
      "refused",
    ]);
  });
});

/** `mustHappen`: without these the property would hold of nothing. */
const playAll = (
  start: fc.Arbitrary<Start>,
  move: fc.Arbitrary<Move>,
  numRuns: number,
  mustHappen: readonly string[],
) => {
  const seen = new Map<string, number>();
  const moves = fc.array(move, { minLength: 20, maxLength: 40, size: "max" });
  fc.assert(
    fc.property(world, start, moves, (people, beginning, sequence) => {
      play(people, beginning, sequence, (what) => seen.set(what, (seen.get(what) ?? 0) + 1));
    }),
    { numRuns, seed: 20_260_302 },
  );
  for (const what of mustHappen) expect(seen.get(what) ?? 0, what).toBeGreaterThanOrEqual(3);
};

interface Run {
  readonly events: PastEvent[];
  readonly past: Past;
  readonly secrets: Set<string>;
  state: Technology | null;
  sheets: readonly ScoreSheet[];
}

const play = (people: readonly PersonFacts[], start: Start, moves: readonly Move[], saw: (what: string) => void) => {
  const events = [...numbered(start.story)];
  const run: Run = {
    events,
    past: nothingYet(),
    secrets: new Set(),
    state: fold(events),
    sheets: [sheet("eva"), sheet("emil")],
  };
  events.forEach((event, i) => {
    const before = fold(events.slice(0, i));
    note(run.past, event, before === null ? new Map() : openConditions(before, event.time.slice(0, 10)));
  });
  let everyone = people;
  let today = start.today;
  for (const one of moves) {
    today += one.days;
    if (one.type === null) everyone = reorganised(everyone, one, today);
    else step(run, one, one.type, factsOf(everyone, one, today), saw);
  }
  expect(fold(run.events)).toEqual(run.state);
};

const factsOf = (everyone: readonly PersonFacts[], { actor }: Move, today: number): Facts => {
  const found = everyone[actor];
  return {
    now: noon(today),
    today: day(today),
    actor: { id: found?.id ?? "system", roles: found?.roles ?? [] },
    policy: earlyPolicy,
    policies: { 1: earlyPolicy },
    people: everyone,
    seats,
    departments: ["health"],
  };
};

/** Somebody gains a role, loses one, is disabled, becomes a deputy or is one no more, or waits after a link made by others. */
const reorganised = (
  everyone: readonly PersonFacts[],
  { actor, seed }: Move,
  today: number,
): readonly PersonFacts[] => {
  const change = (to: (one: PersonFacts) => PersonFacts) => everyone.map((one, i) => (i === actor ? to(one) : one));
  if (seed % 11 < 3) return change((one) => ({ ...one, barredUntil: noon(today + 1) }));
  if (seed % 7 === 0) return everyone.filter((_, i) => i !== actor);
  if (seed % 7 < 3) return everyone.map((one) => ({ ...one, deputyFor: [] }));
  if (seed % 7 > 3) return change((one) => ({ ...one, roles: someRoles(seed, one.id) }));
  const approvers = everyone.filter(({ id, roles }) => roles.includes("approver") && id !== everyone[actor]?.id);
  const office = approvers[seed % approvers.length]?.id;
  return change(({ deputyFor, ...one }) => ({
    ...one,
    deputyFor: deputyFor.length > 0 || office === undefined ? [] : [office],
  }));
};

const step = (run: Run, one: Move, type: TechnologyCommandType, drawn: Facts, saw: (what: string) => void): void => {
  const d = dice(one.seed);
  const f = one.sensible ? bySomebodyWhoMay(run, type, drawn, d) : drawn;
  const command = make(type, { t: run.state, f, d, sheets: run.sheets });
  const decision = decide(run.state, command, f);
  if (decision.kind === "rejected") {
    expect(decision.reasons.length).toBeGreaterThan(0);
    saw(command.type === "CastVote" ? "vote refused" : "refused");
    if (decision.reasons.some(({ code }) => code === "WaiverOutgrown")) saw("waiver outgrown");
    if (decision.reasons.some(({ code }) => code === "AccountBarred")) saw("refused to an account that waits");
    return;
  }
  keepSealed(run, command, f);
  decision.events.forEach((event, i) => {
    const last = run.events.at(-1);
    const past: PastEvent = {
      ...event,
      position: (last?.position ?? 0) + 1 + (i === 0 ? 9 : 0),
      version: run.events.length + 1,
      time: f.now,
      actor: f.actor.id,
      role: f.actor.roles[0] ?? "system",
    };
    if (run.state !== null) checkEvent(run.state, past, run.past, f);
    expect([...(rolesToEnter(event.type) ?? [])], event.type).toEqual(expect.arrayContaining([...rolesFor[type]]));
    if (past.type === "VoteCast") reportReplaced(run.past, past, saw);
    note(run.past, past, run.state === null ? new Map() : openConditions(run.state, f.today));
    run.state = evolve(run.state, past);
    run.events.push(past);
    report(past, saw);
  });
  checkBlindness(run);
  checkEligible(run, f);
  if (command.type === "Sweep") expect(decide(run.state, command, f)).toEqual({ kind: "accepted", events: [] });
};

const bySomebodyWhoMay = (run: Run, type: TechnologyCommandType, f: Facts, d: Dice): Facts => {
  const actors = [...f.people, { id: "system", roles: [] }].map(({ id, roles }) => ({ id, roles }));
  const actor = d.pick(actors.filter((one) => isOpenTo(run.state, type, one, f)));
  return actor === undefined ? f : { ...f, actor };
};

const keepSealed = (run: Run, command: TechnologyCommand, f: Facts): void => {
  const sealed = sheetOf(command, f.actor.id);
  if (sealed !== null) {
    run.sheets = [...run.sheets.filter(({ evaluator }) => evaluator !== sealed.evaluator), sealed];
    sealed.items.forEach(({ comment }) => run.secrets.add(comment));
  }
  if (command.type === "RevealScores") run.secrets.clear();
  if (command.type === "AssignEvaluators" && run.state?.evaluation === null) run.sheets = [];
};

/** Until the reveal neither state nor event lets anybody see what somebody scored. */
const checkBlindness = ({ state, events, secrets }: Run): void => {
  if (secrets.size === 0) return;
  const visible = JSON.stringify([state, events]);
  for (const secret of secrets) expect(visible.includes(secret)).toBe(false);
};

/** Whoever nothing keeps from deciding in their own name, asked one by one. */
const checkEligible = ({ state }: Run, f: Facts): void => {
  if (state === null) return;
  const asked = f.people.filter(({ id }) => judgeReasons(state, id, f).length === 0);
  expect(eligibleApprovers(state, f)).toEqual(asked.map(({ id }) => id));
};

const reportReplaced = (
  past: Past,
  { actor, payload }: PastEvent & { readonly type: "VoteCast" },
  saw: (what: string) => void,
): void => {
  const before = past.votes.get(payload.gate)?.get(payload.onBehalfOf ?? actor);
  if (before !== undefined && before.person !== actor) saw("deputy's vote replaced by the office");
};

const report = (e: PastEvent, saw: (what: string) => void): void => {
  saw(e.type);
  if (e.type === "VotesLapsed") saw(`VotesLapsed ${e.payload.why}`);
  if (e.type !== "GateDecided") return;
  const { gate, outcome, record } = e.payload;
  saw(`${gate} ${outcome}`);
  const waived = record.conditions.some(({ status }) => status === "waived");
  if (outcome.startsWith("approve") && waived) saw(`${gate} passed on a waiver`);
};
