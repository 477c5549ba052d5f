import type { SafeguardKind } from "../safeguards/kind.ts";
import { aia } from "./aia.ts";
import { impactAssessment } from "./impact-assessment.ts";
import { conformance } from "./conformance.ts";
import { interfaces } from "./interfaces.ts";
import { algorithmDossier } from "./algorithm-dossier.ts";
import { bias } from "./bias.ts";
import { channelsKept } from "./channels-kept.ts";
import { responsePlan } from "./response-plan.ts";
import { securityBaseline } from "./security-baseline.ts";
import { training } from "./training.ts";
import { dataRecord } from "./data-record.ts";
import { independentAudit } from "./independent-audit.ts";
import { riskKind } from "./risk.ts";
import { personalImpact } from "./personal-impact.ts";
import { supplierTies } from "./supplier-ties.ts";

/** Every kind of safeguard, in the order in which pages show them. */
export const safeguardKinds = [
  impactAssessment,
  aia,
  conformance,
  interfaces,
  dataRecord,
  personalImpact,
  algorithmDossier,
  supplierTies,
  independentAudit,
  bias,
  riskKind,
  securityBaseline,
  responsePlan,
  training,
  channelsKept,
] as const satisfies readonly SafeguardKind[];

export type SafeguardKey = (typeof safeguardKinds)[number]["key"];

const byKey: ReadonlyMap<string, SafeguardKind> = new Map(
  safeguardKinds.map((kind: SafeguardKind) => [kind.key, kind]),
);

/** Undefined for a key that no kind has: a newer version wrote it. */
export const safeguardKind = (key: string): SafeguardKind | undefined => byKey.get(key);
