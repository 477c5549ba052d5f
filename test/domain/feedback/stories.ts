import { defaultPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import { decideMessage } from "../../../src/domain/feedback/decide-message.ts";
import { thePublic } from "../../../src/domain/people/the-public.ts";
import type { FeedbackFacts } from "../../../src/domain/feedback/decide-message.ts";
import { evolveMessage } from "../../../src/domain/feedback/evolve-message.ts";
import type { FeedbackCommand, Message } from "../../../src/domain/feedback/message.ts";
import type { PersonFacts } from "../../../src/domain/people/facts.ts";
import type { Technology } from "../../../src/domain/technology/state/technology.ts";
import { aProposal, text } from "../../support/technology.ts";
import { nothingYet } from "../../../src/domain/technology/state/technology.ts";

const person = (id: string, roles: PersonFacts["roles"], department: string | null): PersonFacts => ({
  id,
  roles,
  department,
  deputyFor: [],
  barredUntil: null,
});

/** Of the department: pia plans, eva evaluates; everybody else is somewhere else or something else. */
export const people: readonly PersonFacts[] = [
  person("pia", ["planner"], "health"),
  person("eva", ["evaluator"], "health"),
  person("paul", ["planner"], "transport"),
  person("abel", ["approver"], "health"),
  person("otto", ["auditor"], "health"),
  person("ada", ["administrator"], "health"),
];

/** In use, with a form that is open. */
export const inUse: Technology = {
  ...nothingYet,
  slug: "queue-forecast",
  stage: "piloting",
  tier: "II",
  version: 1,
  position: 1,
  passages: [],
  entries: [],
  digests: [],
  proposal: aProposal({ department: "health" }),
  authors: [],
  feedback: { ...nothingYet.feedback, form: { open: true, places: ["Town hall"], groups: ["older"] } },
} as unknown as Technology;

export const facts = (today: string, actor: string = thePublic, more: Partial<FeedbackFacts> = {}): FeedbackFacts => ({
  now: `${today}T12:00:00.000Z`,
  today,
  people,
  policy: defaultPolicy,
  technology: inUse,
  actor: { id: actor, roles: people.find(({ id }) => id === actor)?.roles ?? [] },
  ...more,
});

export const received = (over: Partial<Extract<FeedbackCommand, { type: "ReceiveFeedback" }>> = {}) =>
  ({
    type: "ReceiveFeedback",
    technology: "t1",
    category: "fault",
    severity: "hindering",
    place: null,
    group: null,
    channel: "page",
    receivedOn: "2026-03-02",
    text: text("the screen stays dark"),
    ...over,
  }) as const satisfies FeedbackCommand;

export type Step = readonly [today: string, actor: string, command: FeedbackCommand];

/** What a message has become after all of these, each of which has to be accepted. */
export function after(...steps: readonly Step[]): Message {
  let state: Message | null = null;
  let position = 0;
  for (const [today, actor, command] of steps) {
    const decision = decideMessage(state, command, facts(today, actor));
    if (decision.kind === "rejected") throw new Error(`${command.type}: ${JSON.stringify(decision.reasons)}`);
    for (const event of decision.events) {
      position += 1;
      state = evolveMessage(state, {
        ...event,
        position,
        version: position,
        time: `${today}T12:00:00.000Z`,
        actor,
        role: actor === thePublic ? "public" : "planner",
      });
    }
  }
  if (state === null) throw new Error("nothing happened");
  return state;
}

/** Codes of the reasons against a command; empty where it is accepted. */
export function refusals(state: Message | null, command: FeedbackCommand, f: FeedbackFacts): readonly string[] {
  const decision = decideMessage(state, command, f);
  return decision.kind === "accepted" ? [] : decision.reasons.map(({ code }) => code);
}
