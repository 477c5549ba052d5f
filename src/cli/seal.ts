import { readFileSync } from "node:fs";
import type { Seal } from "../ledger/sealed-backup.ts";
import { Usage } from "./explain.ts";

/** A secret never stands among the arguments, where everybody on the machine can read it. */
export const sealOptions = { "passphrase-file": { type: "string" }, "key-file": { type: "string" } } as const;

const shortest = 12;

/** Null where neither is asked for. @throws {Usage} where both are, or the file does not hold it. */
export function sealFrom(values: { readonly "passphrase-file"?: string; readonly "key-file"?: string }): Seal | null {
  const { "passphrase-file": passphraseFile, "key-file": file } = values;
  if (passphraseFile !== undefined && file !== undefined)
    throw new Usage("Give --passphrase-file or --key-file, not both.");
  if (passphraseFile !== undefined) return { passphrase: passphraseIn(passphraseFile) };
  return file === undefined ? null : { keys: keysIn(file) };
}

function passphraseIn(file: string): string {
  const passphrase = (textOf(file).split(/\r?\n/)[0] ?? "").trim();
  if (passphrase.length < shortest)
    throw new Usage(`The first line of ${file} is the passphrase; it takes ${shortest} characters or more.`);
  return passphrase;
}

/** As age's own key files: comments and blank lines aside, one key a line. */
function keysIn(file: string): string[] {
  const lines = textOf(file)
    .split(/\r?\n/)
    .map((line) => line.trim());
  const keys = lines.filter((line) => line !== "" && !line.startsWith("#"));
  if (keys.length === 0) throw new Usage(`${file} holds no key.`);
  return keys;
}

const textOf = (file: string): string => readFileSync(file === "-" ? 0 : file, "utf8");
