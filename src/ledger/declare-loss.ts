import { hash } from "node:crypto";
import { checkpointFile, readCheckpointFile } from "./checkpoint-file.ts";
import { LOSS_STREAM, declaredLosses, isDeclared, lossEvent } from "./loss.ts";
import type { Loss, LostErasures } from "./loss.ts";
import { rangeRoot } from "./merkle.ts";
import type { SqliteLedger } from "./sqlite.ts";

/**
 * Appends the event that names the lost head, so that a restored older copy can be written again and the gap stays
 * on record for good. Null where nothing is lost.
 *
 * @throws {LedgerError} where more is wrong than an older copy, or the event cannot be written.
 */
export async function declareLoss(
  ledger: SqliteLedger,
  now: Date,
  erased: LostErasures = { texts: [], files: [] },
): Promise<Loss | null> {
  const loss = await undeclaredLoss(ledger);
  if (loss === null) return null;
  const version = (await ledger.readStream(LOSS_STREAM)).length;
  const commandId = `loss-${loss.lostPosition}-${loss.lostRoot.slice(0, 16)}-${version}`;
  const result = ledger.appendDespiteLoss({
    stream: LOSS_STREAM,
    expectedVersion: version,
    events: [lossEvent(loss, erased)],
    actor: "system",
    role: "system",
    time: now.toISOString(),
    commandId,
    commandDigest: hash("sha256", commandId, "hex"),
  });
  if (result.kind !== "appended") throw new Error(`the loss could not be declared: ${result.kind}`);
  return loss;
}

async function undeclaredLoss(ledger: SqliteLedger): Promise<Loss | null> {
  const { position } = await ledger.head();
  const keys = ledger.keys();
  const known = declaredLosses(await ledger.readStream(LOSS_STREAM));
  const lost = readCheckpointFile(checkpointFile(ledger.dataDir)).checkpoints.filter(
    (filed) =>
      (filed.size > position || !filed.root.equals(rangeRoot(0, filed.size, ledger.readNode))) &&
      !isDeclared(known, filed) &&
      keys.acceptsEver(filed.note),
  );
  const last = lost.toSorted((a, b) => a.size - b.size).at(-1);
  if (last === undefined) return null;
  const earliest = Math.min(...lost.map(({ size }) => size));
  const keptPosition = Math.min(position, earliest - 1);
  return { keptPosition, lostPosition: last.size, lostRoot: last.root.toString("hex") };
}
