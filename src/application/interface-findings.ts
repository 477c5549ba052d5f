import type { InterfaceMeasurement } from "../domain/evidence/measurement.ts";
import type { Piece } from "../domain/technology/state/evidence.ts";
import { readPiece } from "./measure-piece.ts";
import type { PieceStores } from "./measure-piece.ts";

/**
 * Where the stored descriptions of a piece do not keep the rules: the ledger holds how often alone. Null where a file is gone
 * or can no longer be read.
 */
export async function interfaceFindings(stores: PieceStores, piece: Piece): Promise<InterfaceMeasurement | null> {
  if (piece.erased || !piece.files.every(({ digest }) => stores.vault.has(digest))) return null;
  const outcome = await readPiece(stores, piece);
  return outcome?.kind === "measured" && outcome.measurement.kind === "interface" ? outcome.measurement : null;
}
