import type { Json } from "../../../domain/words/json.ts";
import type { Language } from "../../view/languages.ts";

const ourKey = /^api:[\w.-]+$/;

/** The same with a text for each key of ours, on every depth; a copy. Several keys of one place are parted by spaces. */
export function inWords(language: Language, written: unknown): Json {
  if (typeof written === "string") return textsOf(language, written);
  if (Array.isArray(written)) return written.map((part: unknown) => inWords(language, part));
  if (typeof written !== "object" || written === null) return written as Json;
  return Object.fromEntries(
    Object.entries(written).flatMap(([name, part]) => (part === undefined ? [] : [[name, inWords(language, part)]])),
  );
}

function textsOf({ t }: Language, text: string): string {
  const keys = text.split(" ");
  return keys.every((key) => ourKey.test(key)) ? keys.map((key) => t(key)).join("\n\n") : text;
}
