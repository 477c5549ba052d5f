import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import type { WriteProbe } from "../authority/write-probe.ts";
import { writeDurably } from "../ledger/files.ts";
import { machineFaultOf } from "../ledger/machine-fault.ts";
import type { MachineFault } from "../ledger/machine-fault.ts";

/** Whether this machine can keep what people send, as the last attempt showed. */
export interface Storage {
  /** A write failed for this reason; it counts until one succeeds. */
  note(fault: MachineFault): void;
  /** What stands in the way, tried again where the answer is older than a moment; null where nothing does. */
  trouble(): Promise<MachineFault | null>;
  /** Tries now: some pages in the database, taken back, and a small file on the disk. */
  probe(): Promise<MachineFault | null>;
}

const aMoment = 2000;
const probed = "x".repeat(64 * 1024);

/** @param folder on the disk of the vault; what is left there is swept. @param now ms since 1970. */
export function openStorage(database: WriteProbe, folder: string, now: () => number = Date.now): Storage {
  let fault: MachineFault | null = null;
  let good = Number.NEGATIVE_INFINITY;
  let asked = Number.NEGATIVE_INFINITY;

  async function probe(): Promise<MachineFault | null> {
    // Healthy answers are kept for a moment, so that asking for them is no way to wear out a disk.
    if (fault === null && now() - good < aMoment / 2) return null;
    asked = now();
    try {
      await database.tryWriting();
      writeFile(folder);
      fault = null;
      good = now();
    } catch (error) {
      fault = machineFaultOf(error) ?? raise(error);
    }
    return fault;
  }

  return {
    note: (newFault) => {
      fault = newFault;
      asked = now();
    },
    trouble: async () => (fault !== null && now() - asked >= aMoment ? probe() : fault),
    probe,
  };
}

function writeFile(folder: string): void {
  const file = join(folder, `probe-${randomUUID()}`);
  try {
    writeDurably(file, probed, "wx", 0o600);
  } finally {
    rmSync(file, { force: true });
  }
}

function raise(error: unknown): never {
  throw error;
}
