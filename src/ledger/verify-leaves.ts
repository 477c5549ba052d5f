import type { Database } from "better-sqlite3";
import { setImmediate } from "node:timers/promises";
import { decodeLeaf } from "./codec.ts";
import type { Leaf } from "./codec.ts";
import type { Findings } from "./findings.ts";
import { leafHash, textLeafHashHex } from "./merkle.ts";
import { BATCH, Rows } from "./rows.ts";
import type { WithheldWitness } from "./verify-withheld.ts";
import type { LeafWitness } from "./verify-witness.ts";
import { pointerInText } from "./withheld.ts";

/** position, bytes, hash (hex) and the repeated columns joined: one value crosses from SQLite faster than nine. */
type LeafRow = [number, string, string];

const COLUMNS = ["stream", "version", "type", "schema", "time", "actor", "role", "command"] as const;
/** No envelope field may hold a control character (request.ts), so joining loses nothing. */
const SEPARATOR = "\u001f";
const SELECT =
  `SELECT position, CAST(bytes AS TEXT), concat_ws(char(31), lower(hex(hash)), ${COLUMNS.join(", ")}) FROM leaf ` +
  `WHERE position > ? ORDER BY position LIMIT ${BATCH}`;

/**
 * Reads every leaf once, in order, and hashes its stored bytes. Each check is against what is stored beside it (the
 * hash against the bytes, a node against its stored children), so that one alteration is one finding at its place;
 * where there is none, the root follows from the bytes. Of a withheld entry the hash is all there is; its columns are
 * checked against what the entry that withholds it says. Answers the number of entries.
 */
export async function verifyLeaves(
  db: Database,
  findings: Findings,
  withheld: WithheldWitness,
  witnesses: readonly LeafWitness[],
): Promise<number> {
  const statement = db.prepare<[number], LeafRow>(SELECT).raw();
  const rows = new Rows(
    (after) => statement.all(after),
    ([position]) => position,
  );
  const bytesAt = db.prepare<[number], Buffer>("SELECT bytes FROM leaf WHERE position = ?").pluck();
  const reader: Reader = { findings, withheld, bytesAt: (position) => bytesAt.get(position) ?? Buffer.alloc(0) };
  const order = new Order(findings);
  let count = 0;
  for (let row = rows.take(); row !== undefined; row = rows.take()) {
    const [position, , columns] = row;
    const hash = columns.slice(0, columns.indexOf(SEPARATOR));
    const leaf = readLeaf(row, hash, reader);
    order.check(position, leaf);
    withheld.see(position, hash, leaf);
    for (const witness of witnesses) witness.see(position, hash, leaf);
    count += 1;
    if (count % BATCH === 0) await setImmediate();
  }
  return count;
}

interface Reader {
  readonly findings: Findings;
  readonly withheld: WithheldWitness;
  readonly bytesAt: (position: number) => Buffer;
}

function readLeaf([position, text, columns]: LeafRow, hash: string, reader: Reader): Leaf | null {
  const { findings, withheld } = reader;
  const by = pointerInText(text);
  if (by !== null) {
    const leaf = withheld.standIn(position, by, hash, columns.split(SEPARATOR)[1] ?? "");
    if (leaf !== null) checkColumns(position, columns, hash, leaf, findings);
    return leaf;
  }
  // Reading text as UTF-8 loses nothing unless it leaves this mark: then the bytes themselves are asked.
  const bytes = text.includes("\ufffd") ? reader.bytesAt(position) : null;
  if ((bytes === null ? textLeafHashHex(text) : leafHash(bytes).toString("hex")) !== hash) {
    findings.add(`entry ${position}`, "leaf-altered", "the stored bytes do not hash to the stored leaf hash");
  }
  const leaf = parseLeaf(bytes ?? text);
  if (leaf === null) findings.add(`entry ${position}`, "leaf-altered", "the stored bytes are not a leaf");
  else checkColumns(position, columns, hash, leaf, findings);
  return leaf;
}

function parseLeaf(stored: Buffer | string): Leaf | null {
  try {
    const leaf: unknown = typeof stored === "string" ? JSON.parse(stored) : decodeLeaf(stored);
    return typeof leaf === "object" && leaf !== null && "payload" in leaf ? (leaf as Leaf) : null;
  } catch {
    return null;
  }
}

function checkColumns(position: number, columns: string, hash: string, leaf: Leaf, findings: Findings): void {
  if (position !== leaf.position) altered("position", position, leaf.position);
  const { stream, version, type, schema, time, actor, role, command } = leaf;
  // A template is measurably cheaper than joining an array, and this runs a million times.
  const expected = `${hash}\u001f${stream}\u001f${version}\u001f${type}\u001f${schema}\u001f${time}\u001f${actor}\u001f${role}\u001f${command}`;
  if (columns === expected) return;
  const [, ...stored] = columns.split(SEPARATOR);
  for (const [index, column] of COLUMNS.entries()) {
    if (stored[index] !== String(leaf[column])) altered(column, stored[index], leaf[column]);
  }

  function altered(column: string, inColumn: unknown, inLeaf: unknown): void {
    const message = `the column says ${JSON.stringify(inColumn)}, the leaf ${JSON.stringify(inLeaf)}`;
    findings.add(`entry ${position}, column ${column}`, "column-altered", message);
  }
}

/** Positions without gaps, versions without gaps in each stream, time never decreasing. */
class Order {
  readonly #findings: Findings;
  readonly #versions = new Map<string, number>();
  #position = 0;
  #time = "";

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  check(position: number, leaf: Leaf | null): void {
    if (position !== this.#position + 1) this.#gap(position);
    this.#position = position;
    if (leaf !== null) this.#follow(position, leaf);
  }

  #follow(position: number, { stream, version, time }: Leaf): void {
    const expected = (this.#versions.get(stream) ?? 0) + 1;
    if (version !== expected) {
      const message = `stream ${stream} goes on with version ${version}, expected ${expected}`;
      this.#findings.add(`entry ${position}`, "order", message);
    }
    if (time < this.#time) {
      this.#findings.add(`entry ${position}`, "order", `time ${time} is before ${this.#time} of the entry before it`);
    }
    this.#versions.set(stream, version);
    this.#time = time;
  }

  #gap(position: number): void {
    const [first, last] = [this.#position + 1, position - 1];
    if (last < first) this.#findings.add(`entry ${position}`, "order", "the ledger begins with entry 1");
    else this.#findings.add(places(first, last), "missing", "the entry was removed");
  }
}

/** "position 7" or "positions 7–9". */
export const places = (first: number, last: number): string =>
  first === last ? `entry ${first}` : `entries ${first}–${last}`;
