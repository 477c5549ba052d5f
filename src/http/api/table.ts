import { consultationsRoute } from "./reading/consultations.ts";
import { costsRoute } from "./reading/costs.ts";
import { decisionRoute, decisionsRoute } from "./reading/decisions.ts";
import { evidenceRoute, pieceRoute } from "./reading/evidence.ts";
import { gateRoute, imposedRoute, verdictsRoute } from "./reading/gates.ts";
import { historyRoute } from "./reading/history.ts";
import { policyRoute, standardsRoute } from "./reading/house.ts";
import { incidentsRoute } from "./reading/incidents.ts";
import { needsRoute } from "./reading/needs.ts";
import { planRoute } from "./reading/pilot.ts";
import { technologiesRoute, technologyRoute } from "./reading/portfolio.ts";
import { questionsRoute } from "./reading/questions.ts";
import { risksRoute } from "./reading/risks.ts";
import { rolloutRoute } from "./reading/rollout.ts";
import { safeguardsRoute } from "./reading/safeguards.ts";
import { warningsOfOneRoute, warningsRoute } from "./reading/warnings.ts";
import { workRoute } from "./reading/work.ts";
import type { ApiRoute } from "./route.ts";
import { answerRoute, fulfilmentRoute } from "./writing/acts.ts";
import { lockCostPlanRoute, reportCostsRoute } from "./writing/costs.ts";
import { attachRoute, outcomesRoute } from "./writing/evidence.ts";
import { deliveryRoute, incidentRoute } from "./writing/incidents.ts";
import { stateNeedsRoute } from "./writing/needs.ts";
import { lockPlanRoute, openPilotRoute } from "./writing/pilot.ts";
import { proposeRoute } from "./writing/propose.ts";
import { drillRoute, planRolloutRoute } from "./writing/rollout.ts";

/** Every address of the API, in the order in which its page and its document show them. */
export const apiTable: readonly ApiRoute[] = [
  technologiesRoute,
  proposeRoute,
  warningsRoute,
  workRoute,
  technologyRoute,
  historyRoute,
  warningsOfOneRoute,
  risksRoute,
  safeguardsRoute,
  needsRoute,
  stateNeedsRoute,
  planRoute,
  lockPlanRoute,
  openPilotRoute,
  evidenceRoute,
  attachRoute,
  pieceRoute,
  outcomesRoute,
  gateRoute,
  verdictsRoute,
  decisionsRoute,
  decisionRoute,
  imposedRoute,
  fulfilmentRoute,
  rolloutRoute,
  planRolloutRoute,
  drillRoute,
  costsRoute,
  lockCostPlanRoute,
  reportCostsRoute,
  incidentsRoute,
  incidentRoute,
  deliveryRoute,
  consultationsRoute,
  questionsRoute,
  answerRoute,
  standardsRoute,
  policyRoute,
];
