import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { replaceFile } from "../../ledger/files.ts";
import { shipFailures } from "./failure.ts";

const failed = z.object({ code: z.enum(shipFailures), detail: z.string(), times: z.number(), retryAt: z.number() });
const destinationState = z.object({
  /** What the destination took last, and when (ms). */
  sent: z.object({ position: z.number(), at: z.number() }).nullable(),
  /** Signed notes that it has not taken yet, oldest first. */
  waiting: z.array(z.string()),
  /** The last attempt, where it failed. */
  failed: failed.nullable(),
});
const all = z.record(z.string(), destinationState);

/** How far one destination is. */
export type Shipped = z.infer<typeof destinationState>;

const nothingShipped: Shipped = { sent: null, waiting: [], failed: null };

const stateFile = (dataDir: string): string => join(dataDir, "shipping.json");

/** By the destination's own hash, so that neither addresses nor credentials stand in the file. Unreadable: empty. */
export function readShipping(dataDir: string): (destination: string) => Shipped {
  const stored = parsed(dataDir);
  return (destination) => stored[keyOf(destination)] ?? nothingShipped;
}

export function writeShipping(dataDir: string, shipped: ReadonlyMap<string, Shipped>): void {
  const stored = Object.fromEntries([...shipped].map(([destination, state]) => [keyOf(destination), state]));
  replaceFile(stateFile(dataDir), `${JSON.stringify(stored, null, 2)}\n`);
}

const keyOf = (destination: string): string => createHash("sha256").update(destination).digest("hex").slice(0, 16);

function parsed(dataDir: string): z.infer<typeof all> {
  try {
    return all.parse(JSON.parse(readFileSync(stateFile(dataDir), "utf8")));
  } catch {
    // Lost with the file is only what waited: the newest head is sent again, and it covers what came before.
    return {};
  }
}
