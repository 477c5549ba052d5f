import { plainText } from "../../domain/words/plain-text.ts";
import type { Row } from "../table-reading.ts";
import { shorten } from "../time.ts";
import { Unreadable } from "../unreadable.ts";

export interface Scale {
  readonly min: number;
  readonly max: number;
}

/** A scale in a heading: "rating (1-5)", "Wie zufrieden? [0–10]", "评分（1至5分）". */
const inHeading = /(?:^|[^\w-])(-?\d{1,3})\s*(?:-|–|—|~|to|至|到)\s*(-?\d{1,3})(?!\d)/;

/** The scale of a row's rating: its columns go before the heading. Null where nothing says it, or what is wrong with it. */
export function scaleOf(row: Row): Scale | Unreadable | null {
  const [min, max] = [row.cell("min"), row.cell("max")];
  if (min === "" && max === "") return headed(row.heading("rating"));
  if (min === "" || max === "") return new Unreadable("missing", { name: min === "" ? "min" : "max" });
  const scale = { min: Number(min), max: Number(max) };
  const sound = [min, max].every((text) => /^-?\d{1,6}(\.\d{1,9})?$/.test(text)) && scale.min < scale.max;
  return sound ? scale : new Unreadable("the-scale-to-is-none", { min: shorten(min), max: shorten(max) });
}

function headed(heading: string): Scale | null {
  const match = inHeading.exec(plainText(heading.slice(0, 500)));
  if (match === null) return null;
  const scale = { min: Number(match[1]), max: Number(match[2]) };
  return scale.min < scale.max && scale.max <= 100 ? scale : null;
}
