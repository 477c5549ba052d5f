import type { Json, JsonObject } from "../words/json.ts";
import { isObject, objectsOf, textIn } from "./members.ts";
import { plainFromHtml } from "./plain-from-html.ts";
import { zalandoRings } from "./radar-entry.ts";
import type { RadarEntry, RadarFormat } from "./radar-entry.ts";

export interface ReadRadar {
  readonly format: RadarFormat;
  readonly entries: readonly RadarEntry[];
}

/** A radar in JSON, told by its own shape; null where it is none. */
export function radarInJson(value: Json): ReadRadar | null {
  if (Array.isArray(value)) return byor(value);
  if (!isObject(value)) return null;
  const entries = objectsOf(value["entries"]);
  if (entries.length === 0) return null;
  if (entries.some((entry) => Array.isArray(entry["timeline"]))) return backstage(value, entries);
  return entries.every((entry) => "ring" in entry && "quadrant" in entry) ? zalando(entries) : null;
}

/** Build-your-own-radar: a list of `name, ring, quadrant, isNew, status?, description`; the descriptions are HTML. */
function byor(list: Json): ReadRadar | null {
  const blips = objectsOf(list);
  const isRadar = blips.length > 0 && blips.every((blip) => "name" in blip && "ring" in blip && "quadrant" in blip);
  if (!isRadar) return null;
  return {
    format: "byor",
    entries: blips.map((blip) => ({
      id: "",
      name: textIn(blip, "name"),
      ring: textIn(blip, "ring"),
      sector: textIn(blip, "quadrant"),
      moved: movedIn(textIn(blip, "status"), textIn(blip, "isNew")),
      description: plainFromHtml(unquoted(textIn(blip, "description"))),
      link: "",
    })),
  };
}

/** At least one of the two is there, in any case. */
const movedIn = (status: string, isNew: string): string =>
  status !== "" ? status.toLowerCase() : /^true$/i.test(isNew) ? "new" : "no change";

/** Some volumes carry the quotes of the CSV that they were made from. */
const unquoted = (text: string): string => (/^"[^]*"$/.test(text) ? text.slice(1, -1).replaceAll('""', '"') : text);

const zalandoMoves: ReadonlyMap<string, string> = new Map([
  ["-1", "moved out"],
  ["0", "no change"],
  ["1", "moved in"],
  ["2", "new"],
]);

/** Zalando: rings and quadrants by number, whose names are not in the file. */
const zalando = (entries: readonly JsonObject[]): ReadRadar => ({
  format: "zalando",
  entries: entries.map((entry) => ({
    id: "",
    name: textIn(entry, "label", "name"),
    ring: nameOf(zalandoRings, textIn(entry, "ring")),
    sector: quadrantOf(textIn(entry, "quadrant")),
    moved: zalandoMoves.get(textIn(entry, "moved")) ?? "",
    description: "",
    link: textIn(entry, "link"),
  })),
});

const nameOf = (names: readonly string[], number: string): string => names[Number(number)] ?? number;

const quadrantOf = (number: string): string => (/^\d{1,3}$/.test(number) ? `quadrant ${Number(number) + 1}` : number);

/** Backstage: the newest of an entry's timeline says where it is; README and schema differ, so either is taken. */
function backstage(radar: JsonObject, entries: readonly JsonObject[]): ReadRadar {
  const rings = namesById(radar["rings"]);
  const quadrants = namesById(radar["quadrants"]);
  return {
    format: "backstage",
    entries: entries.map((entry) => {
      const newest = objectsOf(entry["timeline"]).toSorted((a, b) => (dateOf(a) < dateOf(b) ? 1 : -1))[0] ?? {};
      const [link] = objectsOf(entry["links"]);
      return {
        id: textIn(entry, "id", "key"),
        name: textIn(entry, "title", "label", "name"),
        ring: named(rings, newest, "ringId", "ring"),
        sector: named(quadrants, entry, "quadrant", "quadrantId"),
        moved: zalandoMoves.get(textIn(newest, "moved")) ?? "",
        description: plainFromHtml(textIn(entry, "description") || textIn(newest, "description")),
        link: textIn(entry, "url") || (link === undefined ? "" : textIn(link, "url")),
      };
    }),
  };
}

const dateOf = (move: JsonObject): string => textIn(move, "date");

const namesById = (list: Json | undefined): ReadonlyMap<string, string> =>
  new Map(objectsOf(list).map((member) => [textIn(member, "id"), textIn(member, "name", "id")]));

/** By its id, or by the whole object that stands in the id's place. */
function named(names: ReadonlyMap<string, string>, entry: JsonObject, ...members: readonly string[]): string {
  for (const member of members) {
    const value = entry[member];
    const id = isObject(value) ? textIn(value, "id", "name") : textIn(entry, member);
    if (id !== "") return names.get(id) ?? id;
  }
  return "";
}
