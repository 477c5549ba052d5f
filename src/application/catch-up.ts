import { machineFaultOf } from "../ledger/machine-fault.ts";
import type { Services } from "./services.ts";

/**
 * Brings the views up to the ledger's head. Requests do so once, before anything is read, and a command once more after
 * it was appended, so that everybody reads their own writes; nothing between them does.
 *
 * Where the disk keeps the views from being written, they are left as they stand: pages say as of which entry.
 *
 * @returns why they are behind; null where they are not.
 */
export async function catchUpAsFarAsTheDiskLets(
  { views, storage, log }: Services,
  options: { readonly reading?: boolean } = {},
): Promise<Behind | null> {
  try {
    await views.catchUp(options);
    return null;
  } catch (error) {
    const fault = machineFaultOf(error);
    if (fault !== "disk-full" && fault !== "io" && fault !== "unwritable") throw error;
    storage.note(fault);
    log.error({ err: error }, "views are behind");
    return { cause: error };
  }
}

/** What kept the views from catching up. */
export type Behind = { readonly cause: unknown };
