import { foundBy } from "../choices/choices.ts";
import { departmentChoices } from "../choices/departments.ts";
import type { Deps } from "../deps.ts";
import { listRoutes } from "../lists/list-routes.ts";
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

function routes(all: Routes, deps: Deps): void {
  const { get } = all;
  const decisions = decisionPages(deps);
  const { departments } = deps.services.views;
  get(decisionsPath, anyRole, decisions.show);
  listRoutes(all, decisionsPath, anyRole, decisions.list);
  get(listPath, anyRole, listPages(deps).show);
  get(tierPath, anyRole, tierPages(deps).show);
  get(
    departmentSearch,
    anyRole,
    foundBy(deps, (_deps, language) => departmentChoices(departments.all(), language, departmentSearch)),
  );
  const scorecard = scorecardPages(deps);
  get(scorecardPath, anyRole, scorecard.show);
  listRoutes(all, scorecardPath, anyRole, scorecard.list);
  get(`${scorecardPath}/:key`, anyRole, departmentPages(deps).show);
}
