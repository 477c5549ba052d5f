import type { JsonObject } from "../words/json.ts";
import type { Day } from "../words/text.ts";
import type { Movement } from "./movement.ts";
import { zalandoRings } from "./radar-entry.ts";
import type { RadarEntry } from "./radar-entry.ts";
import type { MarkdownFile } from "./read-aoe.ts";

/** A dot as it is written down: its text in one line, and where it was on the earlier day. */
export interface LeavingEntry extends Omit<RadarEntry, "moved"> {
  readonly movement: Movement;
  /** Null: it had no ring. */
  readonly before: string | null;
}

/** A radar of two days. Rings are those of `zalandoRings`, from the middle outwards. */
export interface LeavingRadar {
  readonly title: string;
  readonly from: Day;
  readonly to: Day;
  /** Names of the sectors, in their order. */
  readonly sectors: readonly string[];
  readonly entries: readonly LeavingEntry[];
}

/** Build-your-own-radar: a list whose descriptions are HTML. */
export const toByor = ({ entries }: LeavingRadar): readonly JsonObject[] =>
  entries.map(({ name, ring, sector, movement, description }) => ({
    name,
    ring,
    quadrant: sector,
    isNew: movement === "new" ? "TRUE" : "FALSE",
    status: statuses[movement],
    description: asHtml(description),
  }));

/** Zalando: rings and sectors by their numbers; names, words and ids have no place in it. */
export const toZalando = ({ to, sectors, entries }: LeavingRadar): JsonObject => ({
  date: to,
  entries: entries.map(({ name, ring, sector, movement, link }) => ({
    quadrant: sectors.indexOf(sector),
    ring: zalandoRings.indexOf(ring),
    label: name,
    active: true,
    moved: numbers[movement],
    link,
  })),
});

/** Backstage: rings and sectors with ids and names, each entry with its time line. */
export const toBackstage = ({ from, to, sectors, entries }: LeavingRadar): JsonObject => ({
  quadrants: sectors.map((name, at) => ({ id: idOf(at), name })),
  rings: zalandoRings.map((name, at) => ({ id: name, name, color: colours[at] ?? "" })),
  entries: entries.map(({ id, name, ring, sector, movement, description, link, before }) => ({
    key: id,
    id,
    title: name,
    quadrant: idOf(sectors.indexOf(sector)),
    url: link,
    description: asHtml(description),
    timeline: [
      { date: to, ringId: ring, moved: numbers[movement] },
      ...(before === null ? [] : [{ date: from, ringId: before, moved: 0 }]),
    ],
  })),
});

/** AOE: a file an entry in a folder a release; what stood there before is in the earlier one. */
export const toAoe = ({ from, to, entries }: LeavingRadar): readonly MarkdownFile[] =>
  entries.flatMap((entry) => [
    ...(entry.before === null ? [] : [releaseOf(from, entry, entry.before, "")]),
    releaseOf(to, entry, entry.ring, entry.description),
  ]);

const statuses: { readonly [M in Movement]: string } = {
  new: "New",
  in: "Moved In",
  out: "Moved Out",
  unmoved: "No Change",
};
const numbers: { readonly [M in Movement]: number } = { new: 2, in: 1, out: -1, unmoved: 0 };
/** Of tokens.css: azurite, malachite, ochre, cinnabar. */
const colours = ["#17508f", "#12684a", "#835500", "#ad2b1c"];

const idOf = (at: number): string => `sector-${at + 1}`;

function releaseOf(day: Day, { id, name, sector }: LeavingEntry, ring: string, body: string): MarkdownFile {
  const matter = [`title: ${inQuotes(name)}`, `ring: ${ring}`, `quadrant: ${inQuotes(sector)}`];
  return { path: `radar/${day}/${id}.md`, text: ["---", ...matter, "---", "", body, ""].join("\n") };
}

/** As YAML escapes it. */
const inQuotes = (text: string): string => `"${text.replaceAll(/["\\]/g, (mark) => `\\${mark}`)}"`;

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const asHtml = (text: string): string => text.replaceAll(/[&<>"]/g, (mark) => escapes[mark] ?? mark);
