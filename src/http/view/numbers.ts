import type { Locale } from "./locale.ts";

const narrowSpace = "\u202f";

export type NumberFormat = {
  /** 18 402, in Chinese 18,402 and 1840: none sets four digits apart there. Without digits up to three decimals. */
  readonly number: (value: number, digits?: number) => string;
  /** A share 0–1 as 95.2 %, in Chinese 95.2%. */
  readonly percent: (share: number, digits?: number) => string;
  /** 79–91 */
  readonly range: (low: number, high: number, digits?: number) => string;
  /** 99.04–99.90 from shares, without the sign: it stands at the value beside it. */
  readonly percentRange: (low: number, high: number, digits?: number) => string;
  /** 1.33 ×, in Chinese 1.33 倍 */
  readonly times: (value: number, digits?: number) => string;
  /** 48.2 MB, decimal units. */
  readonly bytes: (value: number) => string;
};

export function createNumberFormat(locale: Locale): NumberFormat {
  const formats = new Map<number | undefined, Intl.NumberFormat>();
  const intl = (digits: number | undefined): Intl.NumberFormat => {
    const known = formats.get(digits);
    if (known !== undefined) return known;
    const options = digits === undefined ? {} : { minimumFractionDigits: digits, maximumFractionDigits: digits };
    const made =
      locale === "en"
        ? new Intl.NumberFormat("en-GB", options)
        : new Intl.NumberFormat("zh-CN", { ...options, useGrouping: "min2" });
    formats.set(digits, made);
    return made;
  };
  const grouped = (text: string): string => (locale === "en" ? text.replaceAll(",", narrowSpace) : text);
  const number = (value: number, digits?: number): string =>
    plain(value, digits) ?? grouped(intl(digits).format(value)).replace(/^-/, "−");
  const range = (low: number, high: number, digits?: number): string =>
    `${number(low, digits)}–${number(high, digits)}`;
  return {
    number,
    range,
    percent: (share, digits = 1) => number(share * 100, digits) + (locale === "en" ? `${narrowSpace}%` : "%"),
    percentRange: (low, high, digits = 1) => range(low * 100, high * 100, digits),
    times: (value, digits = 2) => number(value, digits) + (locale === "en" ? `${narrowSpace}×` : " 倍"),
    bytes: (value) => bytes(value, number),
  };
}

/** Small whole figures, which pages are full of, need no Intl. */
function plain(value: number, digits: number | undefined): string | null {
  const rounded = digits === 0 ? Math.round(value) : digits === undefined ? value : NaN;
  return Number.isInteger(rounded) && rounded > 0 && rounded < 1000 ? String(rounded) : null;
}

const units = ["B", "KB", "MB", "GB", "TB", "PB"];

function bytes(value: number, number: NumberFormat["number"]): string {
  const step = value < 1 ? 0 : Math.min(Math.floor(Math.log10(value) / 3), units.length - 1);
  const scaled = value / 1000 ** step;
  return `${number(scaled, step === 0 || scaled >= 100 ? 0 : 1)}\u00a0${units[step] ?? "B"}`;
}
