/** What somebody typed where a number is asked for. */
export type TypedNumber =
  | { readonly kind: "number"; readonly value: number; readonly percent: boolean }
  /** Figures and separators that can be meant in two ways, or in none. */
  | { readonly kind: "unclear" }
  | { readonly kind: "none" };

/** More of them than a number here can hold exactly. */
const mostFigures = 27;
const unclear = { kind: "unclear" } as const;

/**
 * A number as people write it, here and elsewhere: 1200000.5 · 1,200,000.5 · 1 200 000,5 · 1.200.000,5 · １２０万 · 95 %.
 * A point alone is a decimal point, commas between threes are thousands, as English and Chinese have it. A single comma
 * before other than three figures is refused: "1,20" may be 1.2 as well as 120 or 1,200 with a figure forgotten.
 */
export function readNumber(text: string): TypedNumber {
  const written = /^([-+]?)(.*?)(万亿|[万亿])?(%)?$/.exec(plainly(text));
  const [, sign = "", figures = "", times, percent] = written ?? [];
  if (figures.replace(/\D/g, "").length > mostFigures) return { kind: "none" };
  const digits = digitsOf(figures);
  if (digits === null) return /^[\d.,' ]*\d[\d.,' ]*$/.test(figures) ? unclear : { kind: "none" };
  if (times !== undefined && percent !== undefined) return unclear;
  const value = Number(`${sign}${digits}e${times === undefined ? 0 : zeros[times]}`);
  return { kind: "number", value, percent: percent !== undefined };
}

/** The same where anything else counts as left open. */
export function numberOrNull(text: string): number | null {
  const read = readNumber(text);
  return read.kind === "number" ? read.value : null;
}

/** How it could be written so that there is one way to read it: its figures, the last separator as a decimal point. */
export function exampleFor(text: string): string {
  const figures = plainly(text).replace(/[^\d.,]/g, "");
  const [last = ""] = figures.match(/[.,](?=\d*$)/) ?? [];
  // Twice the same sign is no decimal one.
  const at = figures.split(last).length === 2 ? figures.lastIndexOf(last) : figures.length;
  const [whole, part] = [figures.slice(0, at), figures.slice(at + 1)].map((digits) => digits.replace(/\D/g, ""));
  const example = `${(whole ?? "").replace(/^0+(?=\d)/, "") || "0"}${part ? `.${part}` : ""}`;
  return example.length > 24 ? "1200.5" : example;
}

const zeros: Readonly<Record<string, number>> = { 万: 4, 亿: 8, 万亿: 12 };

/** One sign for each meaning: full-width figures, the minus of typographers, the many spaces. */
function plainly(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[−－﹣]/g, "-")
    .replace(/[’＇]/g, "'")
    .replace(/萬/g, "万")
    .replace(/億/g, "亿")
    .replace(/[\s\u200b\u2060]+/g, " ")
    .trim()
    .replace(/^([-+]) /, "$1")
    .replace(/ (?=[%万亿])/g, "");
}

/** Figures with a point, or null where it is not clear which of the separators is one. */
function digitsOf(figures: string): string | null {
  const plain = /^(\d{0,15})(?:\.(\d{1,12}))?$/.exec(figures);
  if (plain !== null && figures !== "") return `${plain[1] ?? ""}.${plain[2] ?? "0"}`;
  for (const pattern of grouped) {
    const [, whole, part] = pattern.exec(figures) ?? [];
    if (whole === undefined) continue;
    const digits = whole.replace(/\D/g, "");
    return digits.startsWith("0") || digits.length > 15 || (part?.length ?? 0) > 12 ? null : `${digits}.${part ?? "0"}`;
  }
  return null;
}

/** Thousands by commas, by spaces or apostrophes, by points; of the others only one can then be the decimal sign. */
const grouped = [
  /^(\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/,
  /^(\d{1,3}(?:[ ']\d{3})+)(?:[.,](\d{1,2}|\d{4,}))?$/,
  /^(\d{1,3}(?:[ ']\d{3})+)\.(\d{3})$/,
  /^(\d{1,3}(?:\.\d{3}){2,})(?:,(\d+))?$/,
  /^(\d{1,3}\.\d{3}),(\d+)$/,
];
