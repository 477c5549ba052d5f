import { createHash, randomBytes } from "node:crypto";
import { codeAlphabet, parseTypedCode, withCheck } from "../domain/words/typed-code.ts";

/**
 * Receipt codes as people copy them from a page: sixteen characters in four groups, "K7PM-3XQA-TW9D-8CRF". Fifteen carry the
 * code, 74 random bits, so that nobody guesses one (OWASP asks for 64); the last is a check character.
 */
const carried = 15;

/** Another one each time. */
export function drawReceiptCode(): string {
  let code = "";
  // 248 is the largest multiple of 31 in a byte: above it, low characters would come more often.
  while (code.length < carried)
    for (const byte of randomBytes(2 * carried))
      if (byte < 248 && code.length < carried) code += codeAlphabet.charAt(byte % codeAlphabet.length);
  return withCheck(code);
}

/** @returns sixteen characters, or null where it is none or mistyped */
export const parseReceiptCode = (typed: string): string | null => parseTypedCode(typed, carried, 100);

/** The message's id, which everybody inside may know: nobody gets from it to the code. */
export const messageIdOf = (code: string): string => idOf("feedback receipt", code);

/** The same of what somebody says in a consultation. */
export const contributionIdOf = (code: string): string => idOf("contribution receipt", code);

const idOf = (purpose: string, code: string): string =>
  createHash("sha256").update(`touchstone ${purpose}\n${code}`).digest("hex").slice(0, 32);
