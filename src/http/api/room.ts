import { Router } from "express";
import type { ErrorRequestHandler, RequestHandler } from "express";
import { evidenceApi } from "./evidence.ts";
import { answerProblem, ApiProblem, languageFor } from "./problem.ts";
import { apiFault } from "./fault.ts";
import type { Deps } from "../deps.ts";
import { machineFaultOf } from "../../ledger/machine-fault.ts";
import { brake } from "../middleware/limits.ts";

/** Addresses for programs: a token in each request, no cookie, no session, so nothing a browser could be made to send. */
export function apiRoutes(deps: Deps): Router {
  const router = Router({ caseSensitive: true, strict: false });
  const api = Router({ caseSensitive: true, strict: false });
  router.use("/api/v1", api);
  const evidence = evidenceApi(deps);
  const pieces = "/technologies/:slug/evidence";
  api.use(brake(240));
  api.use(async (_req, _res, next) => {
    await deps.services.ledger.checkPlace();
    next();
  });
  api.route(pieces).get(evidence.list).post(evidence.attach).all(only("GET, POST"));
  api.route(`${pieces}/:piece`).get(evidence.one).all(only("GET"));
  api.use(() => {
    throw new ApiProblem("not-found");
  });
  api.use(answerFaults(deps));
  return router;
}

function only(methods: string): RequestHandler {
  return (_req, res) => {
    res.set("Allow", methods);
    throw new ApiProblem("method-not-allowed");
  };
}

function answerFaults({ services, templates }: Deps): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (res.closed || res.headersSent) {
      next(error);
      return;
    }
    const fault = apiFault(error);
    const machine = machineFaultOf(error);
    if (machine !== null) services.storage.note(machine);
    if (machine !== null || fault.code === "internal")
      services.log.error({ err: error, reference: req.id }, "request failed");
    answerProblem(req, res, languageFor(req, templates.languages), fault);
  };
}
