import type { Html } from "../../../src/http/view/html.ts";

export type Mark = Readonly<Record<string, string>>;

/** The attributes of every element of a class, in the order they stand in. */
export function marks(chart: Html, className: string): Mark[] {
  return [...chart.text.matchAll(/<(\w+)([^>]*)>/g)]
    .map((tag) => Object.fromEntries([...(tag[2] ?? "").matchAll(/([\w-]+)="([^"]*)"/g)].map((a) => [a[1]!, a[2]!])))
    .filter((attributes) => (attributes["class"] ?? "").split(" ").includes(className));
}

export function one(chart: Html, className: string): Mark {
  const found = marks(chart, className);
  if (found.length !== 1) throw new Error(`${found.length} of .${className} in ${chart.text}`);
  return found[0]!;
}

/** Where the group around a mark stands: `at()` wraps it in an svg of its own. */
export function placeOf(chart: Html, className: string): string[] {
  const wrapped = new RegExp(`<svg x="([^"]+)" y="[^"]+" overflow="visible"><\\w+ class="${className}"`, "g");
  return [...chart.text.matchAll(wrapped)].map((match) => match[1]!);
}

export const points = (path: string): [number, number][] =>
  [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map((match) => [Number(match[1]), Number(match[2])]);
