import { createHash } from "node:crypto";
import { foldEntries } from "../domain/stream.ts";
import { canonicalJson } from "../domain/words/canonical.ts";
import type { Decision } from "../domain/words/decision.ts";
import type { JsonObject } from "../domain/words/json.ts";
import { personStream } from "../domain/people/streams.ts";
import type { AppendRequest, Ledger, LedgerEvent, StreamVersion } from "../ledger/port.ts";
import { nameClaims } from "./names.ts";
import { catchUpAsFarAsTheDiskLets } from "./catch-up.ts";
import { entryTooLarge } from "./entry-size.ts";
import { oneAtATime } from "../ledger/one-at-a-time.ts";
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

/**
 * Whoever was overtaken queues with the others who were on the same stream: where sixteen write to one technology at a
 * moment, each is decided when its turn comes, and none runs out of attempts.
 */
async function decideAndAppend<P extends Past, State, Command, Facts>(
  services: Services,
  submission: Submission,
  task: Task<P, State, Command, Facts>,
): Promise<Outcome> {
  const stream = task.stream.nameOf(task.id);
  let outcome = await attempt(services, submission, task);
  if (outcome.kind !== "overtaken") return outcome;
  return oneAtATime([stream], async () => {
    for (let attempts = 2; attempts <= mostAttempts && outcome.kind === "overtaken"; attempts += 1) {
      await services.views.catchUp();
      outcome = await attempt(services, submission, task);
    }
    if (outcome.kind !== "overtaken") return outcome;
    return outcome.claimed ?? since(services.ledger, stream, submission, outcome.seen);
  });
}

/** Others wrote while it was decided on this version, or gave the name that it gives: who did is said once it is decided anew. */
interface Overtaken {
  readonly kind: "overtaken";
  readonly seen: number;
  readonly claimed?: Outcome;
}

async function attempt<P extends Past, State, Command, Facts>(
  services: Services,
  submission: Submission,
  task: Task<P, State, Command, Facts>,
): Promise<Outcome | Overtaken> {
  const { ledger } = services;
  const stream = task.stream.nameOf(task.id);
  const { version, used } = await ledger.standing(stream, submission.commandId);
  const request = (events: readonly DecidedEvent[]): AppendRequest => ({
    ...requestBy(services, submission, task.bound),
    stream,
    expectedVersion: version,
    events: events.map(({ type, schema, payload }) => ({ type, schema, payload: payload as JsonObject })),
  });
  const earlier = used ? await entriesOf(ledger, stream, submission) : [];
  if (earlier.length > 0) return toOutcome(await ledger.append(request(earlier)), stream);
  if (task.exists && version === 0) return { kind: "unknown" };
  if (isStale(submission, version)) return since(ledger, stream, submission);
  const unchanged = standingOf(services, submission.actor, stream);
  const { decision, beside, place } = await decideOn(
    await stateAt(version, services, task),
    services,
    submission,
    task,
  );
  if (decision.kind === "rejected") return { kind: "rejected", reasons: decision.reasons };
  const { events } = decision;
  const about = submission.asks?.(events) ?? null;
  if (about !== null) return { kind: "unasked", about };
  await place?.();
  if (events.length === 0) return { kind: "accepted", events: [], stream, version };
  const result = await ledger.append({ ...request(events), ...beside, unchanged });
  if (result.kind === "stale") return { kind: "overtaken", seen: version };
  const outcome = toOutcome(result, stream);
  const named = result.kind === "claimed" && result.claim.kind === nameClaims;
  return named ? { kind: "overtaken", seen: version, claimed: outcome } : outcome;
}

/** What this very command has entered before. */
async function entriesOf(ledger: Ledger, stream: string, { commandId }: Submission): Promise<readonly LedgerEvent[]> {
  const past = await ledger.readStream(stream);
  return past.filter(({ command }) => command === commandId);
}

/**
 * The state at a version: a stream of two thousand entries is not decoded again for each command on it. Another process
 * may have written since it was kept; entries are only ever added, so that at one version there is one state.
 */
async function stateAt<P extends Past, State, Command, Facts>(
  version: number,
  services: Services,
  { stream, id, kept: keptState }: Task<P, State, Command, Facts>,
): Promise<State> {
  if (version === 0) return stream.initial;
  const known = await keptState?.(services, id);
  if (known?.version === version) return known.state;
  return foldEntries(stream, (await services.ledger.readStream(stream.nameOf(id))).slice(0, version));
}

/** An event as deciders type it: plain data, though TypeScript cannot see that of an interface. */
type DecidedEvent = Pick<Past, "type" | "schema" | "payload">;

interface Decided {
  readonly decision: Decision<DecidedEvent>;
  /** What the commit writes beside the events. */
  readonly beside: Omit<Prepared<unknown>, "command">;
  /** Puts in place what the events name. */
  readonly place?: () => Promise<void>;
}

async function decideOn<P extends Past, State, Command, Facts>(
  state: State,
  services: Services,
  submission: Submission,
  task: Task<P, State, Command, Facts>,
): Promise<Decided> {
  const { stream } = task;
  const prepared = await task.prepare(services, state, submission);
  if ("refused" in prepared) return { decision: { kind: "rejected", reasons: prepared.refused }, beside: {} };
  const { command, ...beside } = prepared;
  const decision = stream.decide(state, command, await task.facts(services, submission));
  if (decision.kind === "rejected") return { decision, beside };
  const tooLarge = entryTooLarge(decision.events, task.tooLargeAt);
  if (tooLarge.length > 0) return { decision: { kind: "rejected", reasons: tooLarge }, beside };
  return { decision, beside, place: async () => task.place?.(decision.events) };
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

const isStale = ({ expectedVersion }: Submission, version: number): boolean =>
  expectedVersion !== undefined && expectedVersion !== version;

async function since(ledger: Ledger, stream: string, { expectedVersion }: Submission, seen = 0): Promise<Outcome> {
  const past = await ledger.readStream(stream);
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
