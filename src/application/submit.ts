import { createHash } from "node:crypto";
import type { Decision } from "../domain/words/decision.ts";
import type { JsonObject } from "../domain/words/json.ts";
import { canonicalJson } from "../domain/words/canonical.ts";
import type { AppendRequest, Claim, LedgerEvent, NewEvent, PrivateText, StreamVersion } from "../ledger/port.ts";
import { personStream } from "../domain/people/streams.ts";
import { entryTooLarge } from "./entry-size.ts";
import type { Actor, Outcome, Submission } from "./outcome.ts";
import type { Services } from "./services.ts";

/** What one command does to one stream: the part of deciding that differs from case to case. */
export interface Task {
  readonly stream: string;
  /** What the command id is bound to. Random parts (ids, slugs) stay out: a repetition draws others. */
  readonly command: JsonObject;
  /** False: the command begins the stream. */
  readonly exists: boolean;
  readonly decide: (past: readonly LedgerEvent[]) => Promise<Plan>;
}

/** An event as deciders type it: plain data, though TypeScript cannot see that of an interface. */
type DecidedEvent = Omit<NewEvent, "payload"> & { readonly payload: object };

interface Plan {
  readonly decision: Decision<DecidedEvent>;
  readonly texts?: readonly PrivateText[];
  readonly claims?: readonly Claim[];
  readonly releases?: readonly Claim[];
  readonly erasures?: readonly string[];
  readonly withholds?: readonly number[];
}

/** How often a decision is taken anew because others wrote in between. */
const mostAttempts = 5;

/**
 * Load, decide, append. Where others wrote in between, the decision is taken anew on what they left; a form that
 * carries the version it was filled on is never decided over what its reader had not seen. The same holds for what the
 * actor may do: a role taken away while the decision was taken acts no more.
 */
export async function submit(services: Services, submission: Submission, task: Task): Promise<Outcome> {
  const { ledger } = services;
  for (let attempt = 1; ; attempt += 1) {
    const past = await ledger.readStream(task.stream);
    const earlier = past.filter(({ command }) => command === submission.commandId);
    if (earlier.length > 0)
      return toOutcome(await ledger.append(request(services, submission, task, past, earlier)), task);
    if (task.exists && past.length === 0) return { kind: "unknown" };
    if (isStale(submission, past)) return since(submission, past);
    if (attempt > 1) await services.views.catchUp();
    const unchanged = standingOf(services, submission.actor, task.stream);
    const plan = await task.decide(past);
    if (plan.decision.kind === "rejected") return { kind: "rejected", reasons: plan.decision.reasons };
    const { events } = plan.decision;
    const tooLarge = entryTooLarge(events);
    if (tooLarge.length > 0) return { kind: "rejected", reasons: tooLarge };
    if (events.length === 0) return { kind: "accepted", events: [], stream: task.stream, version: past.length };
    const result = await ledger.append({
      ...request(services, submission, task, past, events),
      ...extras(plan),
      unchanged,
    });
    if (result.kind !== "stale") return toOutcome(result, task);
    if (attempt === mostAttempts) return since(submission, await ledger.readStream(task.stream), past.length);
  }
}

/** What the ledger says of the actor, and of those in whose office they may act. */
function standingOf({ views, today }: Services, { id }: Actor, own: string): StreamVersion[] {
  return [id, ...views.people.deputyFor(id, today())].flatMap((person) => {
    const stream = personStream(person);
    const version = views.people.of(person)?.version;
    return version === undefined || stream === own ? [] : [{ stream, version }];
  });
}

function request(
  { clock }: Services,
  { actor, role, commandId }: Submission,
  { stream, command }: Task,
  past: readonly LedgerEvent[],
  events: readonly DecidedEvent[],
): AppendRequest {
  return {
    stream,
    expectedVersion: past.length,
    events: events.map(({ type, schema, payload }) => ({ type, schema, payload: payload as JsonObject })),
    actor: actor.id,
    role,
    time: clock.now(),
    commandId,
    commandDigest: createHash("sha256").update(canonicalJson(command), "utf8").digest("hex"),
  };
}

function extras({ texts, claims, releases, erasures, withholds }: Plan) {
  return {
    ...(texts !== undefined && { texts }),
    ...(claims !== undefined && { claims }),
    ...(releases !== undefined && { releases }),
    ...(erasures !== undefined && { erasures }),
    ...(withholds !== undefined && { withholds }),
  };
}

const isStale = ({ expectedVersion }: Submission, past: readonly LedgerEvent[]): boolean =>
  expectedVersion !== undefined && expectedVersion !== past.length;

function since({ expectedVersion }: Submission, past: readonly LedgerEvent[], seen = 0): Outcome {
  return { kind: "stale", since: past.slice(expectedVersion ?? seen), version: past.length };
}

type Appended = Awaited<ReturnType<Services["ledger"]["append"]>>;

function toOutcome(result: Appended, { stream }: Task): Outcome {
  switch (result.kind) {
    case "appended":
    case "repeated":
      return {
        kind: result.kind === "appended" ? "accepted" : "repeated",
        events: result.events,
        stream: result.events[0]?.stream ?? stream,
        version: result.events.at(-1)?.version ?? 0,
      };
    case "claimed":
      return {
        kind: "rejected",
        reasons: [{ code: "Claimed", params: { kind: result.claim.kind, key: result.claim.key } }],
      };
    case "read-only":
    case "command-reused":
      return result;
    case "stale":
      throw new Error(`${stream} went on to ${result.actualVersion} beneath a finished command`);
  }
}
