import { gates } from "../domain/policy/policy.ts";
import type { Gate, Policy } from "../domain/policy/policy.ts";
import { recomputeDecision } from "../domain/technology/recompute.ts";
import { settledSince } from "../domain/technology/gate/settled-since.ts";
import type { DecisionBasis, Recomputation } from "../domain/technology/recompute.ts";
import { fold } from "../domain/technology/evolve.ts";
import type { PastEvent } from "../domain/technology/state/envelope.ts";
import { asEvent } from "../domain/stream.ts";
import { technologies } from "../domain/technology/technology-stream.ts";
import { technologyOf } from "../domain/technology/streams.ts";
import { policies, policyStream } from "../domain/policy/publishing/policy-stream.ts";
import { personStream } from "../domain/people/streams.ts";
import { streamOfSlug } from "./propose.ts";
import { checkAuthority } from "./replay-authority.ts";
import { measureAgain } from "./replay-evidence.ts";
import { checkSheets, checkTexts } from "./replay-texts.ts";
import { differenceOf } from "./replay-types.ts";
import type { ReplayFinding, Replay } from "./replay-types.ts";
import type { Services } from "./services.ts";

type Parts = Pick<Services, "ledger" | "vault">;
type Decision = PastEvent & { readonly type: "GateDecided" };

interface Case {
  /** The whole stream, beyond the decision too: an erasure may have come later. */
  readonly events: readonly PastEvent[];
  readonly decision: Decision;
}

/**
 * Recomputes a decision from ledger and vault: the entries against the signed root, the texts and files against their
 * digests, the measurements from the files, and from these everything the decision was based on.
 *
 * @param id position of the decision's event, or SLUG/GATE for the latest one there; null where there is none.
 */
export async function replayDecision(parts: Parts, id: string): Promise<Replay | null> {
  const place = await findPlace(parts, id);
  if (place === null) return null;
  const actors = await parts.ledger.actorsOf(place.stream);
  const entries = await entryFindings(parts, [place.stream, policyStream, ...actors.map(personStream)]);
  const decisionCase = await readCase(parts, place, entries.length > 0);
  if (decisionCase === "unreadable") return unreadable(id, place, entries);
  if (decisionCase === null) return null;
  const { events, decision } = decisionCase;
  const policies = await policiesOf(parts);
  const { findings, again } = await checkGround(parts, decisionCase, policies);
  const result = recompute(again, decision, policies, entries.length > 0);
  const acted = entries.length > 0 ? [] : await checkAuthority(parts, place.stream, actors, decision.position);
  const beneath = [...entries.filter(({ position }) => position <= decision.position), ...acted, ...findings];
  const differences = [...beneath, ...(result === null ? [] : explained(result, beneath))];
  const now = fold(events);
  return {
    decision: `${now?.slug ?? ""}/${decision.payload.gate}`,
    position: decision.position,
    recorded: result?.recorded ?? basisOf(decision),
    recomputed: result?.recomputed ?? null,
    same: differences.every(({ harmless }) => harmless === true),
    differences: differences.map(differenceOf),
    settled: now === null ? [] : settledSince(now, decision.position),
  };
}

interface Place {
  readonly stream: string;
  readonly position: number | null;
  readonly gate: Gate | null;
}

/** Found by the columns and claims, so that an entry that cannot be read is still found. */
async function findPlace(parts: Parts, id: string): Promise<Place | null> {
  const [slug = "", gate = "", ...rest] = id.split("/");
  if (/^\d+$/.test(id)) {
    const stream = await parts.ledger.streamAt(Number(id));
    return stream === null || technologyOf(stream) === null ? null : { stream, position: Number(id), gate: null };
  }
  const stream = isGate(gate) && rest.length === 0 ? await streamOfSlug(parts, slug) : null;
  return stream === null || !isGate(gate) ? null : { stream, position: null, gate };
}

async function readCase({ ledger }: Parts, place: Place, altered: boolean): Promise<Case | "unreadable" | null> {
  try {
    const events = (await ledger.readStream(place.stream)).map(asEvent(technologies));
    const decided = events.filter((event): event is Decision => event.type === "GateDecided");
    const decision = decided.findLast(({ position, payload }) =>
      place.position === null ? payload.gate === place.gate : position === place.position,
    );
    return decision === undefined ? null : { events, decision };
  } catch (error) {
    if (altered) return "unreadable";
    throw error;
  }
}

const unreadable = (id: string, { position }: Place, entries: readonly ReplayFinding[]): Replay => ({
  decision: id,
  position: position ?? 0,
  recorded: null,
  recomputed: null,
  same: false,
  differences: entries.map(differenceOf),
  settled: [],
});

const isGate = (text: string): text is Gate => gates.some((gate) => gate === text);

/** Every published policy by its version. */
export async function policiesOf({
  ledger,
}: Pick<Services, "ledger">): Promise<{ readonly [version: number]: Policy }> {
  const published = (await ledger.readStream(policyStream)).map((event) => asEvent(policies)(event).payload.policy);
  return Object.fromEntries(published.map((policy) => [policy.version, policy]));
}

async function entryFindings(
  { ledger }: Parts,
  streams: readonly string[],
): Promise<(ReplayFinding & { readonly position: number })[]> {
  return (await ledger.alteredEntries(streams)).map(({ position, recordedHash, foundHash }) => ({
    position,
    where: `entry ${position}`,
    recorded: recordedHash,
    recomputed: foundHash,
    cause: "tampering",
  }));
}

/** Everything beneath the decision, and the events with what the files say now in place of what was recorded. */
async function checkGround(parts: Parts, { events, decision }: Case, policies: { readonly [version: number]: Policy }) {
  const state = fold(events.filter(({ position }) => position < decision.position));
  const erased = fold(events)?.erased ?? [];
  const refs = decision.payload.record.evidence.map(({ evidence }) => evidence);
  const pieces = (state?.evidence ?? []).filter(({ evidence }) => refs.includes(evidence));
  const measured = await Promise.all(
    pieces.map(async (piece) => ({ piece, ...(await measureAgain(parts, piece, events, policies, erased)) })),
  );
  const statistics = new Map(measured.map((remeasured) => [remeasured.piece.evidence, remeasured.statistics]));
  const again = events.map((event): PastEvent => {
    const remeasuredStatistics =
      event.type === "EvidenceAttached" ? (statistics.get(event.payload.evidence) ?? null) : null;
    if (event.type !== "EvidenceAttached" || remeasuredStatistics === null) return event;
    return { ...event, payload: { ...event.payload, statistics: remeasuredStatistics } };
  });
  const texts = await checkTexts(parts.ledger, decision.payload);
  const sheets = state === null ? [] : await checkSheets(parts.ledger, state);
  return { findings: [...measured.flatMap((remeasured) => remeasured.findings), ...texts, ...sheets], again };
}

/** An altered entry may make no sense any more; an untouched one that does not is a bug and must be seen. */
function recompute(
  events: readonly PastEvent[],
  decision: Decision,
  policies: { readonly [version: number]: Policy },
  altered: boolean,
): Recomputation | null {
  try {
    return recomputeDecision(events, decision, policies);
  } catch (error) {
    if (altered) return null;
    throw error;
  }
}

/** What differs in the end follows from what was found beneath it; from nothing found, the method has changed. */
function explained({ differences }: Recomputation, beneath: readonly ReplayFinding[]): ReplayFinding[] {
  const known = (["tampering", "withheld"] as const).find((cause) =>
    beneath.some((finding) => finding.cause === cause),
  );
  const cause = known ?? "method";
  return differences.map((difference) => ({ ...difference, cause }));
}

function basisOf({ payload: { outcome, conditions: drafted, record } }: Decision): DecisionBasis {
  const { policyVersion, ground, conditions, verdict, evidence, votes, dissents, quorum, methods } = record;
  return { outcome, policyVersion, ground, conditions, verdict, evidence, votes, dissents, quorum, drafted, methods };
}
