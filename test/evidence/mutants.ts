import { encodings } from "../../src/domain/evidence/encoding.ts";
import type { FormatName } from "../../src/domain/evidence/format-name.ts";
import type { CellCondition } from "../../src/domain/evidence/mapping.ts";
import { statisticsShape } from "../../src/domain/evidence/statistics-shape.ts";
import { summarise } from "../../src/domain/evidence/summary.ts";
import { sentence } from "../../src/domain/words/shape.ts";
import type { ReadOptions, ReadOutcome } from "../../src/evidence/format.ts";
import { layouts } from "../../src/evidence/layouts.ts";
import { fileOf, read } from "./support.ts";
import { mappingStating, seedsOf } from "./seeds.ts";

/** Numbers from a seed, so that a mutant that fails can be made again (Mulberry32). */
function dice(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Dice = ReturnType<typeof dice>;

const tokens = [
  ...["", "0", "-1", "1e308", "1e999", "-0", "NaN", "null", "true", "[]", "{}", "N/A", "0.5", "99999999999999999999"],
  ...["9007199254740993", "4e-324", "2026-03-01", "253402300800000", "__proto__", "constructor", '"', "\n", "\r", "\0"],
  ...["\uFEFF", "\uFFFD", "\x1b[31m", "题", "😀", ",", "\t", "<!ENTITY a 'b'>", "'", "\\", "\\u0000", "%"],
];

function pick<T>(from: readonly T[], roll: Dice): T {
  const one = from[roll(from.length)];
  if (one === undefined) throw new Error("Nothing to pick from");
  return one;
}

/** One change of a file: what goes wrong between a tool, an editor, a disk and a network. */
function mutate(bytes: Buffer, other: Buffer, roll: Dice): Buffer {
  const at = roll(bytes.length + 1);
  const to = Math.min(bytes.length, at + 1 + roll(12));
  const replaced = (by: Buffer, end = to): Buffer => Buffer.concat([bytes.subarray(0, at), by, bytes.subarray(end)]);
  switch (roll(12)) {
    case 0:
      return replaced(Buffer.of(roll(256)), at + 1);
    case 1:
      return replaced(Buffer.alloc(0));
    case 2:
      return replaced(Buffer.from(pick(tokens, roll)), at);
    case 3:
    case 4:
    case 5:
      return aNumber(bytes, pick(tokens, roll), roll);
    case 6:
      return bytes.subarray(0, at);
    case 7:
      return replaced(Buffer.concat([bytes.subarray(at, to), bytes.subarray(at, to)]));
    case 8:
      return Buffer.concat([bytes.subarray(0, at), other.subarray(roll(other.length + 1))]);
    case 9:
      return someLines(bytes, roll);
    case 10:
      return roll(2) === 0
        ? Buffer.from(bytes.toString("latin1"), "utf16le")
        : Buffer.from(bytes.toString("utf8"), "latin1");
    default:
      return replaced(Buffer.from(pick(tokens, roll).repeat(1 + roll(60))), at);
  }
}

/** The values are what a reader trusts, so that one number in three changes is another. */
function aNumber(bytes: Buffer, by: string, roll: Dice): Buffer {
  const text = bytes.toString("latin1");
  const numbers = [...text.matchAll(/\d+(?:\.\d+)?/g)];
  if (numbers.length === 0) return bytes;
  const { index, 0: number } = pick(numbers, roll);
  return Buffer.from(
    text.slice(0, index) + Buffer.from(by).toString("latin1") + text.slice(index + number.length),
    "latin1",
  );
}

/** A line lost, twice or elsewhere. */
function someLines(bytes: Buffer, roll: Dice): Buffer {
  const rows = bytes.toString("latin1").split("\n");
  const line = rows.splice(roll(rows.length), 1);
  const copies = roll(3);
  for (let i = 0; i < copies; i += 1) rows.splice(roll(rows.length + 1), 0, ...line);
  return Buffer.from(rows.join("\n"), "latin1");
}

export interface Mutant {
  readonly files: readonly Buffer[];
  readonly chunk: number;
  readonly options: Partial<ReadOptions>;
}

/** The nth mutant of a format: always the same. */
export function mutantOf(format: FormatName, n: number): Mutant {
  const roll = dice(Array.from(format).reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), n * 7919));
  const seeds = seedsOf(format).map((seed) => Buffer.from(seed));
  const other = pick(seeds, roll);
  const chosen = pick(seeds, roll);
  let bytes: Buffer = chosen;
  for (let changes = 1 + roll(3); changes > 0; changes -= 1) bytes = mutate(bytes, other, roll);
  const options = {
    ...(roll(2) === 0 ? { as: format } : {}),
    ...(roll(2) === 0 ? { withinMs: 100 } : {}),
    ...(roll(8) === 0 ? mappingOf(format, roll) : mappingStating(format)),
    ...(roll(12) === 0 ? { encoding: pick(encodings, roll) } : {}),
  };
  const files = folders.has(format) ? seeds.map((seed) => (seed === chosen ? bytes : seed)) : [bytes];
  return { files, chunk: pick([3, 64, Infinity, Infinity], roll), options };
}

/** A column under any heading, a condition on any, any rows: of a table that people write. */
function mappingOf(format: FormatName, roll: Dice): Pick<ReadOptions, "mapping"> {
  const names = layouts.find((layout) => layout.name === format)?.columns.map((column) => column.name) ?? [];
  if (names.length === 0) return {};
  const condition: CellCondition = pick(
    [
      { is: "one-of", values: ["1", "true", "5"] },
      { is: "at-least", limit: 1 },
      { is: "at-most", limit: 0 },
    ],
    roll,
  );
  const columns = roll(2) === 0 ? {} : { [pick(names, roll)]: pick(names, roll) };
  const conditions = roll(2) === 0 ? {} : { [pick(names, roll)]: condition };
  const stated = roll(2) === 0 ? {} : { [pick(names, roll)]: pick(tokens, roll) };
  return { mapping: { format, columns, conditions, rows: roll(6) === 0 ? { [pick(names, roll)]: "1" } : {}, stated } };
}

/** Formats whose files only speak together: one of them is changed. */
export const folders: ReadonlySet<FormatName> = new Set<FormatName>(["upptime"]);

/** Reads a mutant; throws where the outcome is none that a page could show. */
export async function outcomeOf({ files, chunk, options }: Mutant): Promise<ReadOutcome["kind"]> {
  const piece = files.map((bytes, i) => fileOf(bytes, `mutant ${i}`, chunk));
  const outcome = await read(piece, options);
  if (outcome.kind === "refused" && !outcome.problems.every(({ code, message }) => code !== "" && message !== "")) {
    throw new Error("Refused without a word");
  }
  if (outcome.kind === "measured") {
    sound(outcome.measurement, "measurement");
    const statistics = summarise(outcome.measurement, { minGroup: 5, services: ["Permits", "permits"] });
    sound(statistics, "statistics");
    const fault = statisticsShape.fault(JSON.parse(JSON.stringify(statistics)));
    if (fault !== null) throw new Error(`no statistics that a ledger may hold: ${sentence(fault, "statistics")}`);
  }
  return outcome.kind;
}

/** No figure is NaN or without end: neither a ledger nor a page can hold it. */
function sound(value: unknown, path: string): void {
  if (typeof value === "number" && !Number.isFinite(value)) throw new Error(`${path} is ${value}`);
  if (typeof value !== "object" || value === null) return;
  for (const [key, member] of Object.entries(value)) sound(member, `${path}.${key}`);
}
