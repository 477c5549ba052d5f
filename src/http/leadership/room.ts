import { foundBy } from "../choices/choices.ts";
import { departmentChoices } from "../choices/departments.ts";
import type { Deps } from "../deps.ts";
import { anyRole } from "../middleware/access.ts";
import type { Room } from "../room.ts";
import type { Routes } from "../routes.ts";
import { decisionsPath, listPath, scorecardPath, tierPath } from "./address.ts";
import { decisionPages } from "./decisions.ts";
import { departmentPages } from "./department.ts";
import { departmentSearch } from "./filter.ts";
import { listPages } from "./list.ts";
import { scorecardPages } from "./scorecard.ts";
import { tierPages } from "./tier.ts";

/** What leadership looks at: where everything is, what was decided and how it turned out, what each department did. */
export const leadershipRoom = { name: "leadership", routes } satisfies Room;

function routes({ get }: Routes, deps: Deps): void {
  const decisions = decisionPages(deps);
  const { departments } = deps.services.views;
  get(decisionsPath, anyRole, decisions.show);
  get(`${decisionsPath}.csv`, anyRole, decisions.csv, { costs: "export" });
  get(listPath, anyRole, listPages(deps).show);
  get(tierPath, anyRole, tierPages(deps).show);
  get(
    departmentSearch,
    anyRole,
    foundBy(deps, (_deps, language) => departmentChoices(departments.all(), language, departmentSearch)),
  );
  const scorecard = scorecardPages(deps);
  get(scorecardPath, anyRole, scorecard.show);
  get(`${scorecardPath}.csv`, anyRole, scorecard.csv, { costs: "export" });
  get(`${scorecardPath}/:key`, anyRole, departmentPages(deps).show);
}
