import { canonicalJson } from "../../words/canonical.ts";
import { accepted, rejected } from "../../words/decision.ts";
import type { Decision, Reason } from "../../words/decision.ts";
import type { Json } from "../../words/json.ts";
import { barredReasons } from "../../people/barred.ts";
import type { ActorFacts, PersonFacts } from "../../people/facts.ts";
import { when } from "../../words/reasons.ts";
import type { Instant } from "../../words/text.ts";
import { checkPolicy } from "./check.ts";
import type { Policy } from "../policy.ts";

export interface PolicyEvent {
  readonly type: "PolicyPublished";
  readonly schema: 8;
  readonly payload: { readonly policy: Policy };
}

export interface PolicyCommand {
  readonly type: "PublishPolicy";
  readonly policy: Policy;
}

/** The newest version; null before set-up. Pilots keep the version they pinned. */
export type PolicyState = Policy | null;

export const evolvePolicy = (_: PolicyState, event: PolicyEvent): Policy => event.payload.policy;

/** Whose password somebody else may hold changes nothing that others decide by. */
export interface PublisherFacts {
  readonly actor: ActorFacts;
  readonly now: Instant;
  readonly people: readonly PersonFacts[];
}

/** An administrator publishes the next version; the first is the system's, at set-up. */
export function decidePolicy(
  state: PolicyState,
  { policy }: PolicyCommand,
  { actor, ...around }: PublisherFacts,
): Decision<PolicyEvent> {
  const next = (state?.version ?? 0) + 1;
  const reasons: readonly Reason[] = [
    ...publisherReasons(state, actor),
    ...barredReasons(around, actor.id),
    ...when(policy.version !== next, "PolicyVersionNotNext", "version", { version: policy.version, next }),
    ...checkPolicy(policy),
    ...when(state !== null && sameRules(state, policy), "NothingChanged"),
  ];
  return reasons.length > 0
    ? rejected(...reasons)
    : accepted({ type: "PolicyPublished", schema: 8, payload: { policy } });
}

const publisherReasons = (state: PolicyState, actor: ActorFacts): readonly Reason[] =>
  when(!actor.roles.includes("administrator") && !(state === null && actor.id === "system"), "RoleMissing", undefined, {
    person: actor.id,
    roles: ["administrator"],
  });

const sameRules = (a: Policy, b: Policy): boolean => text({ ...a, version: 0 }) === text({ ...b, version: 0 });

/** A policy is plain data, as it stands in the ledger. */
const text = (policy: Policy): string => canonicalJson(JSON.parse(JSON.stringify(policy)) as Json);
