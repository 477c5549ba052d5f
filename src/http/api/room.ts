import { Router } from "express";
import type { ErrorRequestHandler, RequestHandler } from "express";
import { evidenceApi } from "./evidence.ts";
import { answerProblem, ApiProblem, languageFor } from "./problem.ts";
import { apiFault } from "./fault.ts";
import type { Deps } from "../deps.ts";
import { machineFaultOf } from "../../ledger/machine-fault.ts";
import { brake } from "../middleware/limits.ts";

const base = "/api/v1";

/**
 * Addresses for programs: a token in each request, no cookie, no session, so nothing a browser could be made to send.
 * They stand in front of all other rooms.
 */
export function apiRoutes(deps: Deps): { readonly router: Router; readonly list: readonly ApiAddress[] } {
  const router = Router({ caseSensitive: true, strict: false });
  const api = Router({ caseSensitive: true, strict: false });
  router.use(base, api);
  api.use(brake("programs"));
  api.use(async (_req, _res, next) => {
    await deps.services.ledger.checkPlace();
    next();
  });
  const answers = answersOf(deps);
  for (const { method, path, answer } of answers) api[method](path, answer);
  for (const path of new Set(answers.map((answer) => answer.path)))
    api.all(path, only(answers.filter((answer) => answer.path === path).map(({ method }) => method.toUpperCase())));
  api.use(() => {
    throw new ApiProblem("not-found");
  });
  api.use(answerFaults(deps));
  return { router, list: answers.map(({ method, path }) => ({ method, path: base + path })) };
}

export type ApiAddress = { readonly method: "get" | "post"; readonly path: string };
type Answer = ApiAddress & { readonly answer: RequestHandler };

function answersOf(deps: Deps): readonly Answer[] {
  const evidence = evidenceApi(deps);
  const pieces = "/technologies/:slug/evidence";
  return [
    { method: "get", path: pieces, answer: evidence.list },
    { method: "post", path: pieces, answer: evidence.attach },
    { method: "get", path: `${pieces}/:piece`, answer: evidence.piece },
  ];
}

function only(methods: readonly string[]): RequestHandler {
  return (_req, res) => {
    res.set("Allow", methods.join(", "));
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
