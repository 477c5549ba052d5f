import { hash, verify } from "@node-rs/argon2";

/** OWASP password storage cheat sheet: Argon2id (the library's default), 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

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
