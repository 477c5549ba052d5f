import type { Readable } from "node:stream";
import type { Actor } from "./outcome.ts";
import { readerOf } from "./reader.ts";
import type { Services } from "./services.ts";

export type EvidenceFile =
  | { readonly kind: "found"; readonly stream: Readable; readonly bytes: number }
  | { readonly kind: "erased" }
  /** The record names it and the vault has it not. */
  | { readonly kind: "missing" }
  /** There, and not for whoever asks. */
  | { readonly kind: "withheld" }
  | { readonly kind: "unknown" };

/** A file of a piece as it was attached. Only files that the technology's own events name can be asked for. */
export async function evidenceFile(
  services: Services,
  actor: Actor,
  { technology, evidence, digest }: { readonly technology: string; readonly evidence: string; readonly digest: string },
): Promise<EvidenceFile> {
  const { views, vault } = services;
  const state = await views.technologyState(technology);
  const piece = state?.evidence.find((piece) => piece.evidence === evidence);
  const file = piece?.files.find((file) => file.digest === digest);
  if (state === null || file === undefined) return { kind: "unknown" };
  if (state.erased.includes(digest)) return { kind: "erased" };
  if (!readerOf(services, actor, state).may(digest)) return { kind: "withheld" };
  if (!vault.has(digest)) return { kind: "missing" };
  return { kind: "found", stream: vault.read(digest), bytes: file.bytes };
}
