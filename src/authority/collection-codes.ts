import { createHash, createHmac } from "node:crypto";
import { codeAlphabet, parseTypedCode, withCheck } from "../domain/words/typed-code.ts";

/**
 * Codes as people type them from a card: twelve characters in three groups, "K7PM-3XQA-TW9D". Eleven carry the code, 54 random
 * bits that a brake on wrong ones makes enough (OWASP asks for 64 without one); the twelfth is a check character.
 */
const size = BigInt(codeAlphabet.length);
const carried = 11;

/** The key that a batch of codes is made from: whoever has it can print the same codes again, and it is stored nowhere. */
export type BatchKey = string;

/** @param number 1, 2 … within the batch */
export function codeOf(key: BatchKey, number: number): string {
  const drawn = createHmac("sha256", key).update(`touchstone collection code ${number}`).digest();
  let rest = BigInt(`0x${drawn.toString("hex")}`);
  let code = "";
  for (let at = 0; at < carried; at += 1) {
    code += codeAlphabet.charAt(Number(rest % size));
    rest /= size;
  }
  return withCheck(code);
}

/** @returns twelve characters, or null where it is none or mistyped */
export const parseCode = (typed: string): string | null => parseTypedCode(typed, carried, 60);

/** What is stored of a code. */
export const hashOfCode = (code: string): string =>
  createHash("sha256").update(`touchstone collection code\n${code}`).digest("hex");

/** What is stored of the mark that a device or a sending has drawn for itself. @param of the collection it is drawn for */
export const hashOfMark = (of: string, mark: string): string =>
  createHash("sha256").update(`touchstone collection mark\n${of}\n${mark}`).digest("hex").slice(0, 32);
