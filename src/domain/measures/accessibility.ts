import type { AccessibilityStatistics } from "../evidence/statistics.ts";
import { clears, known, unknown } from "./finding.ts";
import type { MeasureFinding } from "./finding.ts";
import type { MeasureContext, ScoringPiece } from "./context.ts";
import type { Yardstick } from "./yardstick.ts";
import { inForce, isUnknown } from "./in-force.ts";
import { constantObserved } from "./observed.ts";
import type { MeasureRecord } from "./measure-record.ts";

export const accessibility: MeasureRecord<"accessibility"> = {
  name: "accessibility",
  kind: "accessibility",
  unit: "count",
  range: [0, 1000],
  better: "lower",
  sample: "pages",
  measure: seriousFindings,
  figure: { as: "count", step: 1 },
};

/**
 * Critical and serious findings, of the piece in force with the most. More than the floor allows is a fail whatever else
 * is open. With fewer it is known only once people have looked: what a machine could not decide, and what a checklist
 * left untested, waits for manual work, and a Lighthouse score of 100 is no conformance. A checklist without anything
 * left open settles what machines left. Source: the axe-core and Lighthouse documentation on incomplete and manual audits.
 */
function seriousFindings(context: MeasureContext, { floor, better, minimum }: Yardstick): MeasureFinding {
  const pieces = inForce("accessibility", context);
  if (isUnknown(pieces)) return pieces;
  const audits = pieces.flatMap(asAudit);
  const [first, ...others] = audits;
  if (first === undefined) return unknown({ code: "no-evidence" }, []);
  const worst = others.reduce((a, b) => (findings(b) > findings(a) ? b : a), first);
  const pages = Math.max(...audits.map(({ audit }) => audit.pages));
  const finding = known(constantObserved(findings(worst), pages, "pages"), pieces, { decidedBy: worst.piece.digest });
  if (floor !== undefined && !clears(findings(worst), floor, better)) return finding;
  const open = openPoints(audits.map(({ audit }) => audit));
  if (open !== null) return unknown({ code: "manual-review-needed", needsReview: open }, pieces, findings(worst));
  if (pages >= minimum) return finding;
  return unknown({ code: "below-minimum", n: pages, minimum, unit: "pages" }, pieces, findings(worst));
}

interface Audit {
  readonly piece: ScoringPiece;
  readonly audit: AccessibilityStatistics;
}

function asAudit(piece: ScoringPiece): Audit[] {
  return piece.statistics.kind === "accessibility" ? [{ piece, audit: piece.statistics }] : [];
}

function findings({ audit }: Audit): number {
  return audit.critical + audit.serious;
}

/** Points that wait for a person; null where none does. Machines that give a score do not say which: 0 of them known. */
function openPoints(audits: readonly AccessibilityStatistics[]): number | null {
  const manual = audits.filter(({ criteria }) => criteria !== null);
  const binding = manual.length > 0 ? manual : audits;
  const open = binding.reduce((sum, { needsReview }) => sum + needsReview, 0);
  if (open > 0) return open;
  return manual.length === 0 && audits.some(({ score }) => score !== null) ? 0 : null;
}
