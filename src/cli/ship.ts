import { labelOf, parseDestination } from "../application/ship/destination.ts";
import { ShipFailure } from "../application/ship/failure.ts";
import { send } from "../application/ship/send.ts";
import type { Config } from "../config.ts";
import { parseCheckpoint } from "../ledger/checkpoint.ts";
import { readNote, readSnapshot } from "../ledger/reader.ts";
import type { CommandIo, ExitStatus } from "./io.ts";
import { counted } from "../domain/words/counted.ts";

/** `touchstone ledger ship [TO…]`: the newest signed checkpoint, once, to each; beside a running server or without one. */
export async function shipCheckpoint(
  given: readonly string[],
  io: Pick<CommandIo, "out" | "err">,
  config: Pick<Config, "dataDir" | "shipTo" | "smtpUrl" | "mailFrom">,
): Promise<ExitStatus> {
  if (given.some(carriesSecret)) throw new Error("Names and passwords of an address belong into TOUCHSTONE_SHIP_TO.");
  const list = given.length > 0 ? given : config.shipTo;
  if (list.length === 0) throw new Error("Nowhere to send it to: name a destination, or set TOUCHSTONE_SHIP_TO.");
  const note = await readSnapshot(config.dataDir, readNote);
  if (note === null) throw new Error("The ledger is empty: nothing is signed yet.");
  const position = parseCheckpoint(note)?.size ?? 0;
  let status: ExitStatus = 0;
  for (const [text, destination] of list.map((text) => [text, parse(text)] as const)) {
    const label = given.length > 0 ? text : labelOf(destination);
    try {
      await send(destination, note, config);
      io.out(`Sent the checkpoint over ${counted(position, "entry", "entries")}: ${label}`);
    } catch (error) {
      if (!(error instanceof ShipFailure)) throw error;
      io.err(`Not sent: ${label}: ${error.message}`);
      status = 1;
    }
  }
  return status;
}

function parse(text: string) {
  const destination = parseDestination(text);
  if (destination !== null) return destination;
  throw new Error(`"${text}" is no destination: a folder by its whole path, mailto:ADDRESS or https://ADDRESS.`);
}

const carriesSecret = (text: string): boolean => URL.canParse(text) && new URL(text).username !== "";
