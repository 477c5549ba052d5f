import { createHash } from "node:crypto";
import { foldEntries } from "../domain/stream.ts";
import type { Envelope } from "../domain/stream.ts";
import { canonicalJson } from "../domain/words/canonical.ts";
import type { Decision } from "../domain/words/decision.ts";
import type { JsonObject } from "../domain/words/json.ts";
import { personStream } from "../domain/people/streams.ts";
import type { AppendRequest, LedgerEvent, StreamVersion } from "../ledger/port.ts";
import { catchUpAsFarAsTheDiskLets } from "./catch-up.ts";
import { entryTooLarge } from "./entry-size.ts";
import type { Actor, Outcome, Submission } from "./outcome.ts";
import type { Services } from "./services.ts";
import type { Past, Prepared, Task } from "./task.ts";

/** How often a decision is taken anew because others wrote in between. */
const mostAttempts = 5;

/**
 * Load, decide, append, for every stream. Where others wrote in between, the decision is taken anew on what they left; a
 * form that carries the version it was filled on is never decided over what its reader had not seen. The same holds for
 * what the actor may do: a role taken away while the decision was taken acts no more. The views must have caught up; they
 * have again when it returns.
 */
export async function handle<P extends Past, State, Command, Facts>(
  services: Services,
  submission: Submission,
  task: Task<P, State, Command, Facts>,
): Promise<Outcome> {
  const outcome = await decideAndAppend(services, submission, task);
  if (outcome.kind !== "accepted") return outcome;
  await catchUpAsFarAsTheDiskLets(services);
  await task.after?.(services);
  return outcome;
}

async function decideAndAppend<P extends Past, State, Command, Facts>(
  services: Services,
  submission: Submission,
  task: Task<P, State, Command, Facts>,
): Promise<Outcome> {
  const { ledger } = services;
  const stream = task.stream.nameOf(task.id);
  const request = (past: readonly LedgerEvent[], events: readonly DecidedEvent[]): AppendRequest => ({
    ...requestBy(services, submission, task.bound),
    stream,
    expectedVersion: past.length,
    events: events.map(({ type, schema, payload }) => ({ type, schema, payload: payload as JsonObject })),
  });
  for (let attempt = 1; ; attempt += 1) {
    const past = await ledger.readStream(stream);
    const earlier = past.filter(({ command }) => command === submission.commandId);
    if (earlier.length > 0) return toOutcome(await ledger.append(request(past, earlier)), stream);
    if (task.exists && past.length === 0) return { kind: "unknown" };
    if (isStale(submission, past)) return since(submission, past);
    if (attempt > 1) await services.views.catchUp();
    const unchanged = standingOf(services, submission.actor, stream);
    const { decision, beside } = await decideOn(past, services, submission, task);
    if (decision.kind === "rejected") return { kind: "rejected", reasons: decision.reasons };
    const { events } = decision;
    if (events.length === 0) return { kind: "accepted", events: [], stream, version: past.length };
    const result = await ledger.append({ ...request(past, events), ...beside, unchanged });
    if (result.kind !== "stale") return toOutcome(result, stream);
    if (attempt === mostAttempts) return since(submission, await ledger.readStream(stream), past.length);
  }
}

/** An event as deciders type it: plain data, though TypeScript cannot see that of an interface. */
type DecidedEvent = Pick<Past, "type" | "schema" | "payload">;

interface Decided {
  readonly decision: Decision<DecidedEvent>;
  /** What the commit writes beside the events. */
  readonly beside: Omit<Prepared<unknown>, "command">;
}

async function decideOn<P extends Past, State, Command, Facts>(
  past: readonly LedgerEvent[],
  services: Services,
  submission: Submission,
  task: Task<P, State, Command, Facts>,
): Promise<Decided> {
  const { stream } = task;
  const state = foldEntries(stream, past);
  const prepared = await task.prepare(services, state, submission);
  if ("refused" in prepared) return { decision: { kind: "rejected", reasons: prepared.refused }, beside: {} };
  const { command, ...beside } = prepared;
  const decision = stream.decide(state, command, await task.facts(services, submission));
  if (decision.kind === "rejected") return { decision, beside };
  const tooLarge = entryTooLarge(decision.events, task.tooLargeAt);
  if (tooLarge.length > 0) return { decision: { kind: "rejected", reasons: tooLarge }, beside };
  await task.place?.(decision.events);
  return { decision, beside };
}

/** What the ledger says of the actor, and of those in whose office they may act. */
function standingOf({ views, today }: Services, { id }: Actor, own: string): StreamVersion[] {
  return [id, ...views.people.deputyFor(id, today())].flatMap((person) => {
    const stream = personStream(person);
    const version = views.people.of(person)?.version;
    return version === undefined || stream === own ? [] : [{ stream, version }];
  });
}

const requestBy = ({ clock }: Services, { actor, role, commandId }: Submission, bound: JsonObject) => ({
  actor: actor.id,
  role,
  time: clock.now(),
  commandId,
  commandDigest: createHash("sha256").update(canonicalJson(bound), "utf8").digest("hex"),
});

const isStale = ({ expectedVersion }: Submission, past: readonly Envelope[]): boolean =>
  expectedVersion !== undefined && expectedVersion !== past.length;

function since({ expectedVersion }: Submission, past: readonly LedgerEvent[], seen = 0): Outcome {
  return { kind: "stale", since: past.slice(expectedVersion ?? seen), version: past.length };
}

type Appended = Awaited<ReturnType<Services["ledger"]["append"]>>;

function toOutcome(result: Appended, stream: string): Outcome {
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
