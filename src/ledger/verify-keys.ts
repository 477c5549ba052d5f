import { existsSync } from "node:fs";
import type { Database } from "better-sqlite3";
import { keyName } from "./checkpoint.ts";
import type { Findings } from "./findings.ts";
import { isNextKey, keyFile, readSigner } from "./key.ts";
import { keysInTime } from "./keys-in-time.ts";
import type { KeysInTime } from "./keys-in-time.ts";
import { readMeta } from "./reader.ts";
import { rotationsBetween } from "./rotation-file.ts";
import type { EnteredRotation, Rotation } from "./rotation.ts";

/** The key that signs now, and what handed over to it without standing in the ledger yet. */
export interface PresentKey {
  readonly vkey: string;
  readonly due: readonly Rotation[];
}

/** The key file is the witness; the copy in the database only helps where the key is not at hand. */
export function presentKey(db: Database, dataDir: string, logId: string | null, findings: Findings): PresentKey | null {
  const stored = readMeta(db, "vkey") ?? "";
  try {
    if (!existsSync(keyFile(dataDir))) {
      findings.note(
        "key-absent",
        {},
        "The signing key is not here: signatures were checked with the verifying key in the database.",
      );
      return { vkey: stored, due: [] };
    }
    const origin = `touchstone/${logId?.slice(0, 16) ?? ""}`;
    const { vkey } = readSigner(keyFile(dataDir), origin);
    // Or a new key that was entered, and not put in place before the process ended: opening the ledger does it.
    if (vkey === stored || isNextKey(dataDir, origin, stored)) return { vkey: stored, due: [] };
    const due = rotationsBetween(dataDir, stored, vkey);
    if (due === null) findings.add("database, verifying key", "key", "it is not the key in the key file");
    return { vkey, due: due ?? [] };
  } catch (error) {
    findings.add("verifying key", "key", error instanceof Error ? error.message : String(error));
    return null;
  }
}

/** Every key of the log; each that was handed over is named, with where. */
export function keysOf(
  present: PresentKey | null,
  entered: readonly EnteredRotation[],
  position: number,
  findings: Findings,
): KeysInTime | null {
  if (present === null) return null;
  const { vkey, due } = present;
  try {
    const keys = keysInTime(vkey, [...entered, ...due.map((rotation) => ({ ...rotation, position: position + 1 }))]);
    tell(keys, entered, findings);
    return keys;
  } catch (error) {
    findings.add("verifying key", "key", error instanceof Error ? error.message : String(error));
    return null;
  }
}

function tell({ spans }: KeysInTime, entered: readonly EnteredRotation[], findings: Findings): void {
  for (const { position, from, to } of entered) {
    const isHanded = spans.some((span) => span.vkey === to && span.from === position);
    if (!isHanded) {
      findings.add(`entry ${position}`, "key", "it hands the signing key over, and not both keys signed that");
      continue;
    }
    const params = { entry: position, before: keyName(from), after: keyName(to) };
    findings.note(
      "key-rotated",
      params,
      `Checkpoints below entry ${position} are signed with the key ${params.before}, those from it on with ${params.after}.`,
    );
  }
}
