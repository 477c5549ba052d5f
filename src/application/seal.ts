import { randomBytes } from "node:crypto";
import { textDigest } from "./text-digest.ts";
import type { TextRef } from "../domain/words/text.ts";
import type { PrivateText } from "../ledger/port.ts";
import type { Raw, RawText } from "./raw-command.ts";

export interface Sealed<T> {
  readonly value: T;
  /** What has to be stored in the same append. */
  readonly texts: readonly PrivateText[];
}

/**
 * Replaces every text by its digest. A blank text becomes null, which the domain refuses where one is required.
 * Words that already stand behind a digest (`known`) keep it, so that a form sent again changes nothing.
 */
export function seal<T>(raw: Raw<T>, known: ReadonlyMap<string, TextRef> = new Map()): Sealed<T> {
  const texts: PrivateText[] = [];
  const refs = new Map(known);
  const value = walk(raw, ({ text }) => {
    const words = text.trim();
    if (words === "") return null;
    const before = refs.get(words);
    if (before !== undefined) return before;
    const made = sealText(words);
    texts.push(made);
    refs.set(words, made.digest as TextRef);
    return made.digest as TextRef;
  });
  return { value: value as T, texts };
}

/** SHA-256 over 32 random bytes and the text: without the bytes nobody can confirm a guess at erased words. */
export function sealText(text: string): PrivateText {
  const salt = randomBytes(32).toString("hex");
  return { digest: textDigest({ salt, text }), salt, text };
}

function walk(value: unknown, replace: (raw: RawText) => TextRef | null): unknown {
  if (Array.isArray(value)) return value.map((item) => walk(item, replace));
  if (typeof value !== "object" || value === null) return value;
  if (isRawText(value)) return replace(value);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, walk(item, replace)]));
}

function isRawText(value: object): value is RawText {
  const keys = Object.keys(value);
  return keys.length === 1 && "text" in value && typeof value.text === "string";
}
