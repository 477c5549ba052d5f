import { isInForce, ofPilot } from "../technology/state/in-force.ts";
import { isExpired } from "../evidence/expiry.ts";
import type { Piece } from "../technology/state/evidence.ts";
import type { Condition, Dossier } from "./dossier.ts";
import { findings } from "./finding.ts";
import type { Thing } from "../technology/state/thing.ts";

const { met, unmet, unknown } = findings("evidence-fresh", "planner");

/** At the rollout gate what the verdict rests on is in force; before it, every kind of evidence the pilot gathered is. */
export const evidenceFresh: Condition = (dossier) =>
  dossier.gate === "rollout" ? freshVerdict(dossier) : freshPilot(dossier);

function freshVerdict({ technology, look, today }: Dossier) {
  if (look === null || look.evidence.length === 0) return unknown("itself", "no-evidence");
  const restsOn = look.evidence.map(({ evidence }) => evidence);
  const stale = technology.evidence.filter((piece) => restsOn.includes(piece.evidence) && !isInForce(piece, today));
  return stale.length === 0 ? met() : unmet(names(stale), "unmet", { evidence: ids(stale) });
}

function freshPilot({ technology, today }: Dossier) {
  const pieces = ofPilot(technology).filter(({ kind, state }) => kind !== "document" && state !== "withdrawn");
  if (pieces.length === 0) return unknown("itself", "no-evidence");
  const fresh = new Set(pieces.filter((piece) => !isExpired(piece, today)).map(({ kind }) => kind));
  const stale = pieces.filter((piece) => !fresh.has(piece.kind));
  return stale.length === 0 ? met() : unmet(names(stale), "unmet", { evidence: ids(stale) });
}

const ids = (pieces: readonly Piece[]): readonly string[] => pieces.map(({ evidence }) => evidence);

const names = (pieces: readonly Piece[]): readonly Thing[] =>
  pieces.map(({ evidence, state }) => ({ kind: "evidence", id: evidence, at: state === "withdrawn" ? 2 : 1 }));
