import type { Statistics } from "../domain/evidence/statistics.ts";
import type { Policy } from "../domain/policy/policy.ts";
import { isWithheld } from "../domain/technology/state/in-force.ts";
import { differencesIn } from "../domain/words/differences.ts";
import { fold } from "../domain/technology/evolve.ts";
import type { PastEvent } from "../domain/technology/state/envelope.ts";
import type { Technology } from "../domain/technology/state/technology.ts";
import type { Piece } from "../domain/technology/state/evidence.ts";
import type { Vault } from "../ledger/vault.ts";
import { readPiece, repeatedFrom, statisticsAgainOf } from "./measure-piece.ts";
import type { PieceStores } from "./measure-piece.ts";
import { readerChanged, readerNote, readerThen } from "./reader-then.ts";
import { checkText } from "./replay-texts.ts";
import type { ReplayFinding } from "./replay-types.ts";

export interface PieceAgain {
  readonly findings: readonly ReplayFinding[];
  /** What the files say now; null where they cannot say it any more. */
  readonly statistics: Statistics | null;
}

/**
 * Measures one piece of evidence again from the vault, as it was measured when it was attached: the same latency
 * level, time zone, services and the same people left out.
 *
 * @param events of the technology; `erased` digests as of today, for an erasure after the decision counts too.
 */
export async function measureAgain(
  stores: PieceStores,
  piece: Piece,
  events: readonly PastEvent[],
  policies: { readonly [version: number]: Policy },
  erased: readonly string[],
): Promise<PieceAgain> {
  const files = await Promise.all(piece.files.map(({ digest }) => checkFile(stores.vault, piece, digest, erased)));
  if (isWithheld(piece)) return withheldAgain(stores, piece, events, policies, files.flat());
  const untold = [...(await checkMapping(stores, piece)), ...(await checkEarlier(stores, piece, events, erased))];
  const findings = [...files.flat(), ...untold];
  if (findings.length > 0 || piece.kind === "document") return { findings, statistics: null };
  const before = fold(events.filter(({ position }) => position < piece.position));
  const statistics = before === null ? null : await statisticsAgain(stores, piece, before, policies);
  if (statistics === null) {
    const recomputed = "the files cannot be read";
    const finding = { where: where(piece), recorded: piece.statistics, recomputed, cause: "method" } as const;
    return { findings: [{ ...finding, ...noteOn(piece) }], statistics };
  }
  const differences = differencesIn(piece.statistics, statistics).map((difference): ReplayFinding => ({
    ...difference,
    where: `${where(piece)}, ${difference.where}`,
    cause: "method",
    ...noteOn(piece),
  }));
  return { findings: differences, statistics };
}

/** Nothing is left to compare with; where the files are still there, they say what was measured. */
async function withheldAgain(
  stores: PieceStores,
  piece: Piece,
  events: readonly PastEvent[],
  policies: { readonly [version: number]: Policy },
  findings: readonly ReplayFinding[],
): Promise<PieceAgain> {
  const withheld: ReplayFinding = { where: where(piece), recorded: piece.digest, recomputed: null, cause: "withheld" };
  const before = fold(events.filter(({ position }) => position < piece.position));
  const readable = findings.length === 0 && piece.kind !== "document" && before !== null;
  const statistics = readable ? await statisticsAgain(stores, piece, before, policies) : null;
  return { findings: [...findings, withheld], statistics };
}

/** A reader that has changed since says so wherever its figures differ: a decision is never altered in silence. */
function noteOn(piece: Piece): { readonly note?: string } {
  const reader = readerThen(piece);
  return reader !== null && readerChanged(reader) ? { note: readerNote(reader) } : {};
}

async function checkFile(
  vault: Vault,
  piece: Piece,
  digest: string,
  erased: readonly string[],
): Promise<ReplayFinding[]> {
  const place = `${where(piece)}, file ${digest}`;
  if (erased.includes(digest)) return [{ where: place, recorded: digest, recomputed: null, cause: "erased" }];
  const state = await vault.check(digest);
  return state === "whole" ? [] : [{ where: place, recorded: digest, recomputed: state, cause: "tampering" }];
}

/** What was said of the headings: the files cannot be measured again without it. */
async function checkMapping({ ledger }: PieceStores, piece: Piece): Promise<ReplayFinding[]> {
  const findings = await checkText(ledger, mappingPlace(piece.evidence), piece.mappingText ?? null);
  return findings.map(({ harmless: _, ...finding }) =>
    finding.cause === "erased" ? { ...finding, note: mappingErased } : finding,
  );
}

/** Where a finding about it stands. */
export const mappingPlace = (evidence: string): string => `evidence ${evidence}, mapping`;

const mappingErased = "what was said of its headings was erased, and without it the files cannot be measured again";

/** People whom an earlier piece counted were left out; where that one cannot be read any more, nobody knows who they were. */
async function checkEarlier(
  stores: PieceStores,
  piece: Piece,
  events: readonly PastEvent[],
  erased: readonly string[],
): Promise<ReplayFinding[]> {
  if (piece.countedIn.length === 0) return [];
  const earlier = (fold(events)?.evidence ?? []).filter(({ evidence }) => piece.countedIn.includes(evidence));
  const findings = earlier.map(async (earlierPiece): Promise<ReplayFinding[]> => {
    const gone =
      earlierPiece.files.some(({ digest }) => erased.includes(digest)) ||
      (await checkMapping(stores, earlierPiece)).length > 0;
    const place = `${where(piece)}, people counted in ${earlierPiece.evidence}`;
    return gone ? [{ where: place, recorded: earlierPiece.digest, recomputed: null, cause: "erased" }] : [];
  });
  return (await Promise.all(findings)).flat();
}

async function statisticsAgain(
  stores: PieceStores,
  piece: Piece,
  before: Technology,
  policies: { readonly [version: number]: Policy },
): Promise<Statistics | null> {
  const outcome = await readPiece(stores, piece);
  const policy = before.plan === null ? undefined : policies[before.plan.policyVersion];
  if (outcome?.kind !== "measured" || policy === undefined) return null;
  const earlier = before.evidence.filter(({ evidence }) => piece.countedIn.includes(evidence));
  const { people } = await repeatedFrom(stores, earlier, outcome.measurement);
  return statisticsAgainOf(piece, outcome.measurement, before.plan?.plan ?? null, policy, people);
}

const where = ({ evidence }: Piece): string => `evidence ${evidence}`;
