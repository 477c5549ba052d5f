import { Unreadable } from "../unreadable.ts";
import { zoneNamed, type Zone } from "../zone.ts";

/** Where a written time is local: an offset from UTC in minutes, or a zone. */
export type Place = { readonly offset: number } | { readonly zone: Zone };

/** Abbreviations with one meaning in all the world, minutes from UTC. */
const single: ReadonlyMap<string, number> = new Map([
  ...["Z", "UTC", "GMT", "UT", "WET"].map((name) => [name, 0] as const),
  ["WEST", 60],
  ["CET", 60],
  ["CEST", 120],
  ["MEZ", 60],
  ["MESZ", 120],
  ["EET", 120],
  ["EEST", 180],
  ["MSK", 180],
  ["HKT", 480],
  ["SGT", 480],
  ["AWST", 480],
  ["JST", 540],
  ["KST", 540],
  ["ACST", 570],
  ["ACDT", 630],
  ["AEST", 600],
  ["AEDT", 660],
  ["NZST", 720],
  ["NZDT", 780],
  ["EDT", -240],
  ["MDT", -360],
  ["PDT", -420],
  ["AKST", -540],
  ["AKDT", -480],
  ["HST", -600],
  ["北京时间", 480],
]);
/** Abbreviations of several zones: CST is China's, North America's centre's and Cuba's. Those without S or D change with the season. */
const several = new Set("CST CDT IST BST PST EST MST AST ADT SST GST ECT AMT WST ET CT MT PT".split(" "));

const halfDay = /(?:^|[\d\s])[ap]\.?m\.?$/i;

/**
 * The zone at the end of a text (or 北京时间 before it), and what is left without it.
 *
 * @returns an Unreadable where the name of a zone means several, or none that is known
 */
export function placeIn(text: string): { readonly rest: string; readonly place: Place | null } | Unreadable {
  const chinese = /^\(?北京时间[):：]?\s*/.exec(text);
  if (chinese !== null) return { rest: text.slice(chinese[0].length), place: { offset: 480 } };
  const bracketed = /\s*[([]([^()[\]]{1,60})[)\]]$/.exec(text);
  const bare = bracketed === null ? text : text.slice(0, bracketed.index);
  const note = bracketed?.[1]?.trim() ?? "";
  const shifted = shiftIn(bare);
  if (shifted !== null) return shifted;
  const named = nameIn(bare);
  if (named !== null) return named;
  if (note === "") return { rest: bare, place: null };
  // A remark in brackets that is no zone leaves the text what it is: no time.
  return placed(note, bare);
}

/** "+08", "+0800", "UTC+8", and Go's "+0800 CST", whose letters add nothing. Before it stands a time of day: “2026-03-07” has no offset of -07. */
function shiftIn(text: string): { readonly rest: string; readonly place: Place } | Unreadable | null {
  const match =
    /^(.*(?::\d{2}(?:[.,]\d{1,9})?|T\d{4}(?:\d{2})?(?:[.,]\d{1,9})?|[ap]\.?m\.?|[时時点點分秒])) ?(?:UTC|GMT)? ?([+-])(\d{1,2})(?::?(\d{2}))?(?: ([A-Z]{1,5}))?$/i.exec(
      text,
    );
  if (match === null) return null;
  const [, rest = "", sign = "", hours = "", minutes = "00", letters] = match;
  const offset = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  if (Number(hours) > 14 || Number(minutes) > 59) return new Unreadable("has-an-offset-of", { sign, hours, minutes });
  const meant = letters === undefined ? undefined : single.get(letters.toUpperCase());
  if (meant !== undefined && meant !== offset)
    return new Unreadable("names-two-offsets-and", { sign, hours, minutes, letters: letters ?? "" });
  return { rest, place: { offset } };
}

function nameIn(text: string): { readonly rest: string; readonly place: Place } | Unreadable | null {
  const match = /^(.*\d.*?)(?: ?([A-Za-z]{2,5}|(?<=\d)Z)| ([A-Z][A-Za-z_]+(?:\/[A-Za-z0-9_+-]+){1,2}))$/i.exec(text);
  const name = match?.[2] ?? match?.[3];
  if (match === null || name === undefined || halfDay.test(text)) return null;
  return placed(name, match[1] ?? "");
}

function placed(name: string, rest: string): { readonly rest: string; readonly place: Place } | Unreadable {
  const upper = name.toUpperCase();
  const offset = single.get(upper);
  if (offset !== undefined) return { rest: rest.trim(), place: { offset } };
  const shift = /^(?:UTC|GMT) ?([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(upper);
  if (shift !== null) {
    const minutes = Number(shift[2]) * 60 + Number(shift[3] ?? 0);
    return { rest: rest.trim(), place: { offset: shift[1] === "-" ? -minutes : minutes } };
  }
  if (several.has(upper)) return new Unreadable("zone-means-several", { upper });
  const zone = name.includes("/") ? known(name) : null;
  if (zone !== null) return { rest: rest.trim(), place: { zone } };
  return new Unreadable("zone-unknown", { name });
}

function known(name: string): Zone | null {
  try {
    return zoneNamed(name);
  } catch {
    return null;
  }
}
