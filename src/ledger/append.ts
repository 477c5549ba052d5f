import type { Signer } from "./checkpoint.ts";
import { isRemembered, remember } from "./command-digest.ts";
import { encodeLeaf } from "./codec.ts";
import { appendLeaf, interiorCount, leafHash, rootOf } from "./merkle.ts";
import type { Frontier } from "./merkle.ts";
import type { AppendRequest, AppendResult, Claim, Effects, LedgerEvent } from "./port.ts";
import type { Standing, Statements } from "./statements.ts";
import { eventReader, withhold } from "./withheld.ts";

/** What the writer knows of the log's end; a commit gives the next one. */
export interface Tip {
  readonly frontier: Frontier;
  readonly time: string | null;
}

export interface Written {
  readonly tip: Tip;
  readonly events: readonly LedgerEvent[];
}

/** Why a request is not written, or null: the repetition of a command comes first, it keeps its answer for good. */
export function refusal(
  sql: Statements,
  request: AppendRequest,
  [written, version]: Standing,
  readOnly: string | null,
): AppendResult | null {
  if (written !== null) return repetition(sql, request, written);
  if (readOnly !== null) return { kind: "read-only", reason: readOnly };
  const actualVersion = version ?? 0;
  const moved = request.unchanged?.some((other) => (sql.streamVersion.get(other.stream) ?? 0) !== other.version);
  if (actualVersion !== request.expectedVersion || moved === true) return { kind: "stale", actualVersion };
  return claimed(sql, request);
}

function repetition(sql: Statements, request: AppendRequest, first: number): AppendResult {
  const before = sql.command.get(first);
  if (before?.actor !== request.actor || !isRemembered(before.digest, request.commandDigest))
    return { kind: "command-reused" };
  return { kind: "repeated", events: sql.textsFrom.all(first - 1, before.last - first + 1).map(eventReader(sql)) };
}

function claimed(sql: Statements, request: AppendRequest): AppendResult | null {
  for (const claim of request.claims ?? []) {
    const by = sql.claimant.get(claim.kind, claim.key);
    if (by !== undefined && by !== request.stream) return { kind: "claimed", claim, by };
  }
  return null;
}

/**
 * Writes one commit inside the caller's transaction: leaves, the interior hashes they complete, claims, texts and the
 * command id. The transaction ends with signHead.
 */
export function write(sql: Statements, tip: Tip, request: AppendRequest): Written {
  const events = envelopes(request, tip);
  const { stored, commitment } = remember(request.commandDigest);
  const frontier = writeLeaves(sql, tip.frontier, events, { ...effectsOf(request), command: commitment });
  const first = tip.frontier.size + 1;
  writeEffects(sql, request, first);
  withhold(sql, request, events);
  sql.addCommand.run(first, frontier.size, request.commandId, request.actor, stored);
  return { tip: { frontier, time: events.at(-1)?.time ?? tip.time }, events };
}

/** The signed checkpoint over everything that was written up to this end. */
export function signHead(sql: Statements, signer: Signer, { frontier }: Tip): void {
  sql.setCheckpoint.run(frontier.size, signer.sign({ size: frontier.size, root: rootOf(frontier) }));
}

function envelopes(request: AppendRequest, tip: Tip): LedgerEvent[] {
  const time = tip.time !== null && tip.time > request.time ? tip.time : request.time;
  return request.events.map(({ type, schema, payload }, index) => ({
    position: tip.frontier.size + index + 1,
    stream: request.stream,
    version: request.expectedVersion + index + 1,
    type,
    schema,
    time,
    actor: request.actor,
    role: request.role,
    command: request.commandId,
    payload,
  }));
}

function effectsOf(request: AppendRequest): Effects {
  return {
    ...claimsAs("claims", request.claims),
    ...claimsAs("releases", request.releases),
    ...(request.texts?.length ? { texts: request.texts.map(({ digest }) => digest) } : {}),
    ...(request.erasures?.length ? { erasures: request.erasures } : {}),
  };
}

const claimsAs = (name: "claims" | "releases", list: readonly Claim[] | undefined) =>
  list?.length ? { [name]: list } : {};

function writeLeaves(sql: Statements, tip: Frontier, events: readonly LedgerEvent[], effects: Effects): Frontier {
  let frontier = tip;
  for (const [index, event] of events.entries()) {
    const bytes = encodeLeaf(event, index === 0 ? effects : null);
    const hash = leafHash(bytes);
    const { position, stream, version, type, schema, time, actor, role, command } = event;
    sql.addLeaf.run(position, stream, version, type, schema, time, actor, role, command, bytes, hash);
    let id = interiorCount(frontier.size);
    const grown = appendLeaf(frontier, hash);
    for (const node of grown.nodes) sql.addNode.run((id += 1), node);
    frontier = grown.frontier;
  }
  return frontier;
}

/** Releases first: a stream may free one name and take another, or the same one again, in one commit. */
function writeEffects(sql: Statements, request: AppendRequest, position: number): void {
  for (const { kind, key } of request.releases ?? []) sql.dropClaim.run(kind, key, request.stream);
  for (const { kind, key } of request.claims ?? []) sql.addClaim.run(kind, key, request.stream, position);
  for (const { digest, salt, text } of request.texts ?? []) sql.addText.run(digest, salt, text);
  for (const digest of request.erasures ?? []) sql.eraseText.run(digest);
}
