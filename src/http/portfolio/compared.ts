import { gateView } from "../../application/gate.ts";
import type { Services } from "../../application/services.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { RegisteredRisk } from "../../domain/safeguards/risk-register.ts";
import { risksOf, worstFirst } from "../../domain/safeguards/risk-register.ts";
import type { Verdict } from "../../domain/scoring/verdict-types.ts";
import type { ConditionResult } from "../../domain/technology/state/condition-result.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";
import type { Drawing } from "../../projections/drawings/types.ts";
import type { PortfolioRow } from "../../projections/portfolio/types.ts";

/** All that a comparison says of one technology. */
export interface Compared {
  readonly row: PortfolioRow;
  readonly technology: Technology;
  readonly policy: Policy;
  /** Of the last look, or what the evidence says so far; null where there is none. */
  readonly verdict: Verdict | null;
  /** Of the gate ahead; none where there is none. */
  readonly conditions: readonly ConditionResult[];
  readonly risks: readonly RegisteredRisk[];
  readonly ahead: Drawing["ahead"];
}

/** Null where the ledger knows no such technology. */
export async function comparedOf(services: Services, row: PortfolioRow): Promise<Compared | null> {
  const view = await gateView(services, row.id, row.gate ?? "adoption");
  if (view === null) return null;
  const { state: technology, policy, look } = view;
  const key = technology.passages[0]?.position ?? technology.position;
  return {
    row,
    technology,
    policy,
    verdict: look?.verdict ?? (await view.interim()),
    conditions: row.gate === null ? [] : view.conditions,
    risks: worstFirst(risksOf(technology, policy, services.today())),
    ahead: services.views.drawings.of([key]).get(key)?.ahead ?? [],
  };
}
