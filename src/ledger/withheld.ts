import { canonicalJson } from "../domain/words/canonical.ts";
import type { JsonObject } from "../domain/words/json.ts";
import { decodeLeaf, effectsJson, readEvent } from "./codec.ts";
import type { Leaf } from "./codec.ts";
import { LedgerError } from "./errors.ts";
import type { AppendRequest, LedgerEvent, Remains } from "./port.ts";
import type { Statements } from "./statements.ts";

/**
 * An entry withheld on a legal ground: its bytes are gone, its hash stays, and a later entry says so. Where the bytes
 * were stands the position of that entry, which carries what may be known of the leaf (Remains) and what readers get in
 * its place. The tree, its proofs and its signatures rest on hashes and do not change.
 */
export const ENTRY_WITHHELD = "EntryWithheld";

export interface Withholding {
  /** Position of the entry withheld. */
  readonly entry: number;
  readonly remains: Remains;
  /** What the fold goes on with. */
  readonly standIn: { readonly schema: number; readonly payload: JsonObject };
  /** Digest of the words that name the ground. */
  readonly ground: string | null;
}

const POINTER = /^\{"withheldBy":([1-9]\d{0,15})\}$/;
const LONGEST = 40;

const pointerTo = (by: number): Buffer => Buffer.from(`{"withheldBy":${by}}`, "utf8");

/** The position of the entry that withholds these bytes; null for the bytes of a leaf. No leaf is so short. */
export const pointerOf = (bytes: Uint8Array): number | null =>
  bytes.length > LONGEST ? null : pointerInText(Buffer.from(bytes).toString("latin1"));

export function pointerInText(text: string): number | null {
  if (text.length > LONGEST) return null;
  const by = POINTER.exec(text)?.[1];
  return by === undefined ? null : Number(by);
}

/** What a leaf withholds; null where it withholds nothing, or does not say so whole. */
export function withholdingOf({ type, payload }: Pick<Leaf, "type" | "payload">): Withholding | null {
  if (type !== ENTRY_WITHHELD) return null;
  const { entry, remains, standIn, ground } = payload;
  if (typeof entry !== "number" || !isObject(remains) || !isObject(standIn)) return null;
  if (typeof remains["hash"] !== "string" || !isObject(standIn["payload"])) return null;
  return {
    entry,
    remains: remains as unknown as Remains,
    standIn: standIn as unknown as Withholding["standIn"],
    ground: typeof ground === "string" ? ground : null,
  };
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The leaf as far as it is still known, in the place of the one withheld. */
export function standInLeaf(stream: string, { entry, remains, standIn }: Withholding): Leaf {
  const { version, type, schema, time, actor, role, command, effects } = remains;
  const leaf = { position: entry, stream, version, type, schema, time, actor, role, command };
  return { ...leaf, payload: standIn.payload, ...(effects !== null && { effects }) };
}

/** What may be known of a leaf once it is withheld: its envelope and what its commit did, never its payload. */
export function remainsOf(bytes: Uint8Array, hash: string): Remains {
  const { version, type, schema, time, actor, role, command, effects } = decodeLeaf(bytes);
  return { hash, version, type, schema, time, actor, role, command, effects: effects ?? null };
}

/**
 * Reads the text of stored bytes as an event, a withheld one by what stands in for it.
 *
 * @throws {LedgerError} "corrupt" where no entry withholds what was taken away.
 */
export function eventReader(sql: Pick<Statements, "bytesBetween">): (text: string) => LedgerEvent {
  return (text) => {
    const by = pointerInText(text);
    if (by !== null) return readWithheld(by);
    const event = readEvent(text);
    // Read as text, bytes that are no UTF-8 leave this mark, which may be written too: then the bytes themselves are asked.
    return text.includes("\ufffd") ? readEvent(bytesAt(event.position)) : event;
  };

  function bytesAt(position: number): Buffer {
    return sql.bytesBetween.all(position, position)[0] ?? Buffer.alloc(0);
  }

  function readWithheld(by: number): LedgerEvent {
    const [bytes] = sql.bytesBetween.all(by, by);
    const leaf = bytes === undefined || pointerOf(bytes) !== null ? null : decodeLeaf(bytes);
    const withheld = leaf === null ? null : withholdingOf(leaf);
    if (leaf === null || withheld === null) {
      throw new LedgerError(
        "corrupt",
        `Entry ${by} withholds nothing, but is named for it; run: touchstone ledger verify`,
      );
    }
    const { effects: _, ...event } = standInLeaf(leaf.stream, withheld);
    return { ...raised({ ...event, schema: withheld.standIn.schema }), withheldBy: by };
  }
}

const raised = (event: LedgerEvent): LedgerEvent => readEvent(JSON.stringify(event));

/**
 * Takes away the bytes of the entries that this commit withholds, inside its transaction.
 *
 * @param events of the commit, as they were written.
 * @throws {TypeError} where the commit does not say what it takes away, or not what is stored: a bug of the caller.
 */
export function withhold(sql: Statements, request: AppendRequest, events: readonly LedgerEvent[]): void {
  for (const position of request.withholds ?? []) {
    const by = events.find((event) => withholdingOf(event)?.entry === position);
    const withholding = by === undefined ? null : withholdingOf(by);
    const leaf = sql.leaf.get(position);
    if (by === undefined || withholding === null || leaf === undefined || leaf.stream !== request.stream) {
      throw new TypeError(
        `append: nothing in this commit says that entry ${position} of ${request.stream} is withheld`,
      );
    }
    if (pointerOf(leaf.bytes) !== null) throw new TypeError(`append: entry ${position} is withheld already`);
    if (text(withholding.remains) !== text(remainsOf(leaf.bytes, leaf.hash.toString("hex")))) {
      throw new TypeError(`append: what is said to remain of entry ${position} is not what is stored`);
    }
    sql.withholdLeaf.run(pointerTo(by.position), position);
  }
}

const text = ({ effects, ...remains }: Remains): string =>
  canonicalJson({ ...remains, effects: effects === null ? null : effectsJson(effects) }, "remains");
