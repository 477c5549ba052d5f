import { allowedIn } from "../../domain/technology/terms.ts";
import type { TechnologyCommandType } from "../../domain/technology/state/technology.ts";
import type { PortfolioRow } from "../../projections/portfolio/types.ts";
import { blankForm, refused } from "./form.ts";
import type { FormState } from "./form.ts";
import type { Typed } from "./typed.ts";

/** A blank form for a command; in a stage that does not know the command it says so before anybody types. */
export function formInStage(row: PortfolioRow, command: TechnologyCommandType, typed: Typed = {}): FormState {
  const blank = blankForm(typed, row.version);
  if (allowedIn[command].includes(row.stage)) return blank;
  return refused(blank, [{ code: "NotInThisStage", params: { stage: row.stage } }]);
}
