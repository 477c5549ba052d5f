import type { ConditionResult } from "../domain/technology/state/condition-result.ts";
import { outgrownWaivers } from "../domain/gates/covering.ts";
import type { Outgrown } from "../domain/gates/covering.ts";
import { dossierOf, lastLook } from "../domain/gates/dossier-of.ts";
import type { PersonFacts } from "../domain/people/facts.ts";
import type { Gate, Policy } from "../domain/policy/policy.ts";
import type { Verdict } from "../domain/scoring/verdict-types.ts";
import { judgedVotes } from "../domain/technology/gate/ballot.ts";
import type { JudgedVote } from "../domain/technology/gate/ballot.ts";
import type { Look } from "../domain/technology/state/pilot.ts";
import { eligibleApprovers, quorumOf } from "../domain/technology/gate/eligible.ts";
import type { Facts } from "../domain/technology/state/facts.ts";
import { openGate } from "../domain/technology/state/open-gate.ts";
import { groundFor } from "../domain/technology/gate/ground.ts";
import { openActions } from "../domain/technology/open-actions.ts";
import { mayRead } from "../domain/technology/may-read.ts";
import { rewriting } from "../domain/technology/terms.ts";
import { pinnedPolicy } from "../domain/technology/state/policy-of.ts";
import type { Technology, TechnologyCommandType } from "../domain/technology/state/technology.ts";
import type { Day, PersonId } from "../domain/words/text.ts";
import { assessedGate } from "../projections/assessed-gate.ts";
import { gatherFacts } from "./facts.ts";
import type { Actor } from "./outcome.ts";
import type { Services } from "./services.ts";

/** Everything a gate's page or dossier says, as it stands now or stood at a ledger position. */
export interface GateView {
  readonly state: Technology;
  readonly gate: Gate;
  /** False: it can be read, not voted on. */
  readonly open: boolean;
  readonly policy: Policy;
  readonly conditions: readonly ConditionResult[];
  /** Waivers in force that do not cover what stands now. */
  readonly outgrown: readonly Outgrown[];
  /** The votes on record, each with why it no longer counts; in the past all of them did. */
  readonly votes: readonly JudgedVote[];
  /** What a vote now rests on: goes into the form and comes back with the vote. */
  readonly ground: string;
  /** The look that stands, with the verdict that counts; null before the first. */
  readonly look: Look | null;
  /** What the evidence says today, "not for decision"; null without a plan. Worked out where it is not kept: asked for. */
  readonly interim: () => Promise<Verdict | null>;
  readonly quorum: number;
  readonly eligible: readonly PersonId[];
  readonly facts: Facts;
}

export interface GateAsked {
  readonly asOf?: number;
  readonly recorded?: readonly ConditionResult[];
  /** True: what stood then is told as it was told then, not as the past. */
  readonly asPresent?: boolean;
  readonly people?: (today: Day) => readonly PersonFacts[];
}

const reader: Actor = { id: "system", roles: [] };

/**
 * @param asOf ledger position; its day and moment are then those of that entry.
 * @param people as they were then, in place of those of today.
 * @param recorded conditions as a decision recorded them, in place of what they would be worked out to be now.
 */
export async function gateView(
  services: Services,
  technology: string,
  gate: Gate,
  { asOf, recorded, people, asPresent = false }: GateAsked = {},
): Promise<GateView | null> {
  const state = await services.views.technologyState(technology, asOf === undefined ? {} : { asOf });
  if (state === null) return null;
  const then = await factsAt(services, asOf);
  const facts = people === undefined ? then : { ...then, people: people(then.today) };
  const policy = pinnedPolicy(state, facts);
  const conditions = recorded ?? assessedGate(gate, state, policy, facts);
  // What not every page asks for.
  const outgrown = lazily(() => outgrownWaivers(dossierOf(gate, state, policy, facts), conditions));
  const votes = lazily(() =>
    asOf === undefined || asPresent
      ? judgedVotes(gate, state, conditions, facts)
      : (state.ballots[gate]?.votes ?? []).map((vote) => ({ vote, cause: null })),
  );
  const ground = lazily(() => groundFor("approve-with-conditions", gate, state, conditions));
  const eligible = lazily(() => eligibleApprovers(state, facts));
  return {
    state,
    gate,
    open: (asOf === undefined || asPresent) && openGate(state) === gate,
    policy,
    conditions,
    get outgrown() {
      return outgrown();
    },
    get votes() {
      return votes();
    },
    get ground() {
      return ground();
    },
    look: lastLook(state),
    interim: () => services.verdicts.ready(state, policy, facts.today),
    quorum: quorumOf(gate, state, policy),
    get eligible() {
      return eligible();
    },
    facts,
  };
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** What a person can do on a technology now, for pages to offer. */
export async function actionsFor(
  services: Services,
  technology: string,
  actor: Actor,
): Promise<readonly TechnologyCommandType[]> {
  const state = await services.views.technologyState(technology);
  const facts = gatherFacts(services, actor);
  const open = openActions(state, actor, facts);
  const reads = state === null || mayRead(state, actor, facts).all;
  return reads ? open : open.filter((command) => !rewriting.has(command));
}

/** People, roles and departments are today's: a page of the past shows what was on record about the technology. */
async function factsAt(services: Services, asOf: number | undefined): Promise<Facts> {
  const facts = gatherFacts(services, reader);
  const [entry] = asOf === undefined || asOf < 1 ? [] : await services.ledger.readAll(asOf - 1, 1);
  if (entry === undefined) return facts;
  const published = services.views.policies.all().find(({ position }) => position <= entry.position);
  return {
    ...facts,
    now: entry.time,
    today: services.dayOf(entry.time),
    policy: published?.policy ?? facts.policy,
  };
}
