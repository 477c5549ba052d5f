import type { RiskStep } from "../../domain/policy/safeguards/risk.ts";
import type { RiskFamily } from "../../domain/policy/safeguards/risk-register.ts";
import type { AcceptanceStanding } from "../../domain/safeguards/risk-acceptance.ts";
import type { PortfolioRow } from "../portfolio/types.ts";

export const listedRiskStates = ["unanswered", "accepted", "overdue"] as const;
type ListedRiskState = (typeof listedRiskStates)[number];

export interface RiskFilter {
  readonly family?: RiskFamily | undefined;
  readonly department?: string | undefined;
  readonly state?: ListedRiskState | undefined;
}

/** One of those above what may stand, or with a treatment that is overdue, in a technology that has not ended. */
export interface ListedRisk {
  readonly technology: Pick<PortfolioRow, "slug" | "name" | "department">;
  readonly item: string;
  readonly name: string;
  readonly family: RiskFamily;
  readonly inherent: RiskStep;
  readonly residual: RiskStep;
  readonly above: boolean;
  readonly acceptance: AcceptanceStanding["state"];
  readonly until: string | null;
  readonly overdue: boolean;
}

/** What earlier technologies met of one of the common risks. */
export interface CommonRiskSum {
  readonly library: string;
  readonly technologies: number;
  /** Whose treatment is done; that may stand now; that somebody answers for; that nobody answers for. */
  readonly done: number;
  readonly within: number;
  readonly accepted: number;
  readonly open: number;
  /** Of those technologies, adopted ones, and ones that were stopped or rejected. */
  readonly adopted: number;
  readonly stopped: number;
}

/** The worst risk of a technology that is above what may stand. */
export interface RiskMark {
  readonly residual: RiskStep;
  /** Whether somebody answers for each of those that are above. */
  readonly answered: boolean;
}

export interface RiskQueries {
  /** The worst first. */
  page(query: RiskFilter & { readonly after: string | null; readonly limit: number }): {
    readonly items: readonly ListedRisk[];
    readonly next: string | null;
  };
  /** At most a thousand and one. */
  count(filter: RiskFilter): number;
  /** How each rated risk of these technologies is called: by technology, then by item. */
  names(technologies: readonly string[]): ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** By their keys in the portfolio, of those that have not ended and have a risk above what may stand. */
  marks(technologyKeys: readonly number[]): ReadonlyMap<number, RiskMark>;
  /** By each of the common ones that somebody began from. */
  common(): readonly CommonRiskSum[];
  /** Technologies that stated one of the common ones. */
  stating(library: string, limit: number): readonly Pick<PortfolioRow, "slug" | "name">[];
}
