import { hash, verify } from "@node-rs/argon2";
import { commonPasswords } from "./common-passwords.ts";
import { keyOf } from "./identities.ts";

/** OWASP password storage cheat sheet: Argon2id (the library's default), 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const passwordLength = { least: 12, most: 256 };

/** Why a password cannot be set. Length and guessability only: rules of composition make passwords worse (ASVS 6.2). */
export type PasswordFault = "too-short" | "too-long" | "common" | "own-name" | "repeated";

const productWords = ["touchstone", "试金石"];

export function checkPassword(
  password: string,
  owner: { readonly name: string; readonly email: string },
): PasswordFault | null {
  const length = Array.from(password).length;
  if (length < passwordLength.least) return "too-short";
  if (length > passwordLength.most) return "too-long";
  const plain = keyOf(password).replaceAll(/[\s._-]/g, "");
  if (commonPasswords.has(plain) || commonPasswords.has(plain.replace(/\d+!?$/, ""))) return "common";
  if (new Set(plain).size < 5) return "repeated";
  return [...ownWords(owner), ...productWords].some(
    (word) => plain.replace(word, "").length < 6 && plain.includes(word),
  )
    ? "own-name"
    : null;
}

/** The password as it came, every character of it. */
export async function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/** Takes as long for a person who has no password as for one who has: nobody learns which addresses are known. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const matches = await verify(stored ?? (await decoy()), password);
  return matches && stored !== null;
}

let made: Promise<string> | undefined;
function decoy(): Promise<string> {
  made ??= hash("nobody has this password", cost);
  return made;
}

function ownWords({ name, email }: { readonly name: string; readonly email: string }): string[] {
  const whole = keyOf(name).replaceAll(/\s/g, "");
  const parts = keyOf(name).split(/\s+/);
  return [whole, ...parts, keyOf(email).split("@")[0] ?? "", keyOf(email)].filter((word) => word.length >= 4);
}
