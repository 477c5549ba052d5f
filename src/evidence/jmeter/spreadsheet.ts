import { Refused } from "../refused.ts";
import { shorten, type DayOrder } from "../time.ts";

/** What a spreadsheet makes of true and false in the language it speaks. */
const truths: ReadonlyMap<string, boolean> = new Map([
  ...(
    [
      "true",
      "wahr",
      "vrai",
      "verdadero",
      "vero",
      "verdadeiro",
      "waar",
      "prawda",
      "истина",
      "真",
      "sant",
      "sand",
    ] as const
  ).map((word) => [word, true] as const),
  ...(["false", "falsch", "faux", "falso", "onwaar", "fałsz", "ложь", "假", "falskt", "falsk"] as const).map(
    (word) => [word, false] as const,
  ),
  ...([
    ["tosi", true],
    ["epätosi", false],
    ["igaz", true],
    ["hamis", false],
    ["pravda", true],
    ["nepravda", false],
  ] as const),
  ...([
    ["doğru", true],
    ["yanliş", false],
    ["yanlış", false],
  ] as const),
]);

/** Undefined for what is neither. */
export function truthOf(text: string): boolean | undefined {
  return truths.get(text.trim().toLowerCase());
}

/**
 * Thirteen digits became “1.77235E+12”: which second of some hundred days it was is lost.
 *
 * @throws Refused where the text is such a time
 */
export function refuseCutTime(text: string, file: string, row: number): void {
  if (!/^\d(?:[.,]\d{1,12})?E\+1\d$/i.test(text.trim())) return;
  const message = `${file}: a spreadsheet cut the times to “${shorten(text)}”, so that nobody can tell when a request began: attach the original results file, as JMeter wrote it`;
  throw new Refused({ file, row, code: "times-cut", message });
}

/** Whole milliseconds with their thousands apart, as 1.120 or a quoted 1,120; −1 for anything else. */
export function groupedWhole(text: string): number {
  return /^\d{1,3}(?:[.,\s\u00A0\u202F’']\d{3}){1,3}$/.test(text) ? Number(text.replaceAll(/\D/g, "")) : -1;
}

/** Whether day or month stands first in dates like 3/25/2026: one of them shows it for the file. */
export function dayOrderOf(text: string): DayOrder | undefined {
  for (const [, first, second] of text.matchAll(/(?:^|[\n,;\t|"])(\d{1,2})\/(\d{1,2})\/\d{4}\s/g)) {
    if (Number(first) > 12) return "day-first";
    if (Number(second) > 12) return "month-first";
  }
  return undefined;
}
