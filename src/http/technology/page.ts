import type { Policy } from "../../domain/policy/policy.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";
import type { PortfolioRow } from "../../projections/portfolio/types.ts";
import type { Language } from "../view/languages.ts";

/** What every part of the technology's page is made from. */
export type TechnologyPage = {
  readonly row: PortfolioRow;
  readonly technology: Technology;
  /** The pinned policy; before a plan is locked, the newest. */
  readonly policy: Policy;
  readonly language: Language;
  readonly today: string;
};
