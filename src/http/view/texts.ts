import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { locales } from "./locale.ts";

export type Texts = { readonly [name: string]: string | Texts };

/** Texts by locale and namespace: `{ en: { gate: { title: "…" } } }`. */
export type AllTexts = { readonly [locale: string]: { readonly [namespace: string]: Texts } };

/**
 * views/locales/<locale>/<namespace>.json. A part whose name ends with a colon adds to another namespace: what a room
 * says of its events stands under "events:" in the room's own file, and is asked for as `events:PilotOpened`. A table
 * that people write themselves has its words in layouts/<layout>.json, all in such parts; a tool's file may have its
 * own in formats/.
 *
 * @throws where a key is given twice: one of the two would never be read.
 */
export function readTexts(localesDir: string): AllTexts {
  return Object.fromEntries(locales.map((locale) => [locale, gathered(filesIn(join(localesDir, locale)))]));
}

function filesIn(folder: string): readonly (readonly [namespace: string, texts: Texts])[] {
  const names = readdirSync(folder, { encoding: "utf8", recursive: true }).filter((file) => file.endsWith(".json"));
  return names.map((file) => [file.slice(0, -5), JSON.parse(readFileSync(join(folder, file), "utf8")) as Texts]);
}

type Gathered = { [name: string]: string | Gathered };

/** @param files each with its namespace */
export function gathered(files: readonly (readonly [namespace: string, texts: Texts])[]): {
  readonly [namespace: string]: Texts;
} {
  const all: { [namespace: string]: Gathered } = {};
  for (const [namespace, texts] of files)
    for (const [name, part] of Object.entries(texts)) {
      const shared = name.endsWith(":");
      if (shared && typeof part === "string") throw new Error(`${namespace}.json: "${name}" holds no texts`);
      if (shared) add((all[name.slice(0, -1)] ??= {}), part as Texts, name);
      else add((all[namespace] ??= {}), { [name]: part }, `${namespace}:`);
    }
  return all;
}

function add(to: Gathered, texts: Texts, path: string): void {
  for (const [name, part] of Object.entries(texts)) {
    const there = to[name];
    if (typeof part !== "string" && typeof there !== "string") add((to[name] = there ?? {}), part, `${path}${name}.`);
    else if (there === undefined) to[name] = part;
    else throw new Error(`The text ${path}${name} is given twice`);
  }
}
