import { fold } from "../domain/technology/evolve.ts";
import type { Policy } from "../domain/policy/policy.ts";
import type { Format } from "../evidence/format.ts";
import { formats } from "../evidence/formats.ts";
import { asEvent } from "../domain/stream.ts";
import { technologies } from "../domain/technology/technology-stream.ts";
import { streamOfSlug } from "./propose.ts";
import { readerChanged, readerNote, readerThen } from "./reader-then.ts";
import type { ReaderThen } from "./reader-then.ts";
import { policiesOf } from "./replay.ts";
import { measureAgain } from "./replay-evidence.ts";
import { differenceOf } from "./replay-types.ts";
import type { ReplayFinding, ReplayDifference } from "./replay-types.ts";
import type { Services } from "./services.ts";

/** As a replayed decision's, but for a cause of its own: the file is read by a newer version of its reader. */
type RecheckDifference = Omit<ReplayDifference, "cause"> & { readonly cause: ReplayDifference["cause"] | "reader" };

export interface RecheckedPiece {
  readonly evidence: string;
  readonly kind: string;
  readonly same: boolean;
  readonly differences: readonly RecheckDifference[];
  /** Null for a document. */
  readonly reader: ReaderThen | null;
  /** What has changed in the reader since, whether or not it changed the figures. */
  readonly note?: string;
}

/** A technology's evidence measured again from the vault, beside what its entries say. */
export interface Recheck {
  readonly technology: string;
  readonly same: boolean;
  readonly pieces: readonly RecheckedPiece[];
}

type Parts = Pick<Services, "ledger" | "vault">;

/**
 * @param piece one piece only, "e2"; all of them without it. Null where there is no such technology or piece.
 * @param known the readers of today, by which older versions are told.
 */
export async function recheckEvidence(
  parts: Parts,
  slug: string,
  piece?: string,
  known: readonly Format[] = formats,
): Promise<Recheck | null> {
  const stream = await streamOfSlug(parts, slug);
  return stream === null ? null : recheckStream(parts, stream, await policiesOf(parts), known, piece);
}

/** Every technology of the ledger, in the order they were proposed. */
export async function* recheckAll(parts: Parts, known: readonly Format[] = formats): AsyncGenerator<Recheck> {
  const policies = await policiesOf(parts);
  for (const stream of await parts.ledger.streamsWith("TechnologyProposed")) {
    const rechecked = await recheckStream(parts, stream, policies, known);
    if (rechecked !== null) yield rechecked;
  }
}

async function recheckStream(
  parts: Parts,
  stream: string,
  policies: { readonly [version: number]: Policy },
  known: readonly Format[],
  piece?: string,
): Promise<Recheck | null> {
  const events = (await parts.ledger.readStream(stream)).map(asEvent(technologies));
  const state = fold(events);
  const wanted = (state?.evidence ?? []).filter(({ evidence }) => piece === undefined || evidence === piece);
  if (state === null || (piece !== undefined && wanted.length === 0)) return null;
  const pieces: RecheckedPiece[] = [];
  for (const wantedPiece of wanted) {
    const { findings } = await measureAgain(parts, wantedPiece, events, policies, state.erased);
    const reader = readerThen(wantedPiece, known);
    const { evidence, kind } = wantedPiece;
    pieces.push({
      evidence,
      kind,
      same: findings.length === 0,
      differences: findings.map((finding) => explained(finding, reader)),
      reader,
      ...(reader !== null && readerChanged(reader) && { note: readerNote(reader) }),
    });
  }
  return { technology: state.slug, same: pieces.every(({ same }) => same), pieces };
}

/** Other figures from the same bytes: by a newer reader that is its doing, by the same one a fault of the method. */
function explained(finding: ReplayFinding, reader: ReaderThen | null): RecheckDifference {
  const difference = differenceOf(finding);
  return difference.cause === "method" && readerChanged(reader) ? { ...difference, cause: "reader" } : difference;
}
