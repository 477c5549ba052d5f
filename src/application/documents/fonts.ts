import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import subsetFont from "subset-font";
import { charactersOf } from "./characters-of-font.ts";

const require = createRequire(import.meta.url);

/** As the sheets of the product: text and what stands out. */
const weights = [400, 650] as const;

interface Slice {
  readonly file: string;
  readonly holds: (code: number) => boolean;
}

export interface Fonts {
  /** TrueType, each of one weight, since a variable font would be set in its thinnest. */
  readonly blobs: readonly Buffer[];
  /** Whether any of them draws the character. */
  readonly draws: (character: string) => boolean;
}

/**
 * The slices of the fonts that pages ship with, of those characters only: whole they would be 92 MB. Which slices a text
 * takes is a function of the text, so that the same document is set with the same fonts everywhere.
 */
export async function fontsFor(text: string): Promise<Fonts> {
  const codes = [...new Set(text)].map((character) => character.codePointAt(0) ?? 0);
  const slices = allSlices().filter(({ holds }) => codes.some(holds));
  const drawn = await Promise.all(slices.flatMap(({ file }) => weights.map((weight) => instance(file, weight))));
  return {
    blobs: drawn.map(({ blob }) => blob),
    draws: (character) => drawn.some(({ characters }) => characters.has(character.codePointAt(0) ?? 0)),
  };
}

interface Instance {
  readonly blob: Buffer;
  readonly characters: ReadonlySet<number>;
}

const instances = new Map<string, Promise<Instance>>();

/** Of a slice whole, so that the next document finds it made. */
function instance(file: string, weight: number): Promise<Instance> {
  const key = `${file} ${weight}`;
  const made = instances.get(key) ?? instanceOf(file, weight);
  instances.set(key, made);
  return made;
}

async function instanceOf(file: string, weight: number): Promise<Instance> {
  const { ranges } = rangesOf.get(file) ?? { ranges: [] };
  const characters = ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, n) => from + n));
  const blob = await subsetFont(readFileSync(file), String.fromCodePoint(...characters.filter(isCharacter)), {
    targetFormat: "truetype",
    variationAxes: { wght: weight },
  });
  return { blob, characters: charactersOf(blob) };
}

/** Surrogates are halves of one. */
const isCharacter = (code: number): boolean => code < 0xd800 || code > 0xdfff;

type Range = readonly [from: number, to: number];
const rangesOf = new Map<string, { readonly ranges: readonly Range[] }>();
let slices: readonly Slice[] | undefined;

const allSlices = (): readonly Slice[] => (slices ??= [...slicesOf("source-sans-3"), ...slicesOf("noto-sans-sc")]);

/** As the style sheet of a font says which file has which characters. */
function slicesOf(name: string): readonly Slice[] {
  const folder = dirname(require.resolve(`@fontsource-variable/${name}/package.json`));
  const css = readFileSync(join(folder, "index.css"), "utf8");
  return [...css.matchAll(/url\(\.\/(files\/[\w.-]+)\)[^}]*?unicode-range:\s*([^;]+);/g)].map(
    ([, file = "", list = ""]) => {
      const place = join(folder, file);
      const ranges = list.split(",").map(rangeOf);
      rangesOf.set(place, { ranges });
      return { file: place, holds: (code) => ranges.some(([from, to]) => code >= from && code <= to) };
    },
  );
}

/** "U+4e00-4e0f" */
function rangeOf(written: string): Range {
  const [from = "", to = from] = written.trim().replace(/^U\+/i, "").split("-");
  return [parseInt(from, 16), parseInt(to, 16)];
}
