import { guessability } from "./guessing.ts";
import { ownWords, restsOn } from "./own-words.ts";
import type { PasswordRules } from "./password-rules.ts";

export const mostCharacters = 256;

/** Why a password cannot be set. Length and guessability only: rules of composition make passwords worse (ASVS 6.2). */
export interface PasswordFault {
  readonly code: "too-short" | "too-long" | "common" | "own-word" | "common-word" | "guessable" | "repeated";
  readonly params: Readonly<Record<string, string | number>>;
}

/** zxcvbn's highest grade: beyond reach even of those who stole the stored hashes. */
const enough = 10;

export async function checkPassword(
  password: string,
  owner: { readonly name: string; readonly email: string },
  { least, words: house }: PasswordRules,
): Promise<PasswordFault | null> {
  const length = Array.from(password).length;
  if (length < least) return fault("too-short", { least });
  if (length > mostCharacters) return fault("too-long", { maximum: mostCharacters });
  const words = ownWords(owner, house);
  const own = restsOn(password, words);
  if (own !== null) return fault("own-word", { word: own });
  if (new Set(password.toLowerCase().replaceAll(/[\s._-]/g, "")).size < 5) return fault("repeated");
  const { listed, magnitude, word, repeats } = await guessability(password, words);
  if (listed) return fault("common");
  if (magnitude >= enough) return null;
  if (word !== null) return fault(words.includes(word) ? "own-word" : "common-word", { word });
  return fault(repeats ? "repeated" : "guessable");
}

const fault = (code: PasswordFault["code"], params: PasswordFault["params"] = {}): PasswordFault => ({ code, params });
