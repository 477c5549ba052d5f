import { decisionRoute, decisionsRoute } from "./reading/decisions.ts";
import { evidenceRoute, pieceRoute } from "./reading/evidence.ts";
import { gateRoute, imposedRoute, verdictsRoute } from "./reading/gates.ts";
import { historyRoute } from "./reading/history.ts";
import { policyRoute, standardsRoute } from "./reading/house.ts";
import { incidentsRoute } from "./reading/incidents.ts";
import { technologiesRoute, technologyRoute } from "./reading/portfolio.ts";
import { questionsRoute } from "./reading/questions.ts";
import { risksRoute } from "./reading/risks.ts";
import type { ApiRoute } from "./route.ts";
import { answerRoute, fulfilmentRoute } from "./writing/acts.ts";
import { attachRoute, outcomesRoute } from "./writing/evidence.ts";
import { incidentRoute } from "./writing/incidents.ts";
import { proposeRoute } from "./writing/propose.ts";

/** Every address of the API, in the order in which its page and its document show them. */
export const apiTable: readonly ApiRoute[] = [
  technologiesRoute,
  proposeRoute,
  technologyRoute,
  historyRoute,
  risksRoute,
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
  incidentsRoute,
  incidentRoute,
  questionsRoute,
  answerRoute,
  standardsRoute,
  policyRoute,
];
