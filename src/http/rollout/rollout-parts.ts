import type { TextResult } from "../../application/texts.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { TechnologyCommandType } from "../../domain/technology/state/commands.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";
import type { PortfolioRow } from "../../projections/portfolio-types.ts";
import type { Language } from "../view/languages.ts";

/** What every part of the rollout page is made from. */
export type RolloutParts = {
  readonly row: PortfolioRow;
  readonly technology: Technology;
  readonly policy: Policy;
  readonly language: Language;
  readonly words: ReadonlyMap<string, TextResult>;
  /** What the person who looks may do now. */
  readonly open: readonly TechnologyCommandType[];
  readonly today: string;
};
