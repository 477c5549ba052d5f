import { Router } from "express";
import type { ErrorRequestHandler, Request, RequestHandler, Response } from "express";
import { base, sendReply } from "./answer.ts";
import { callerOf, mustHave } from "./caller.ts";
import { apiDocument } from "./document/document.ts";
import { answerProblem, ApiProblem, languageFor } from "./problem.ts";
import { apiFault } from "./fault.ts";
import type { ApiRoute } from "./route.ts";
import { apiTable } from "./table.ts";
import type { Deps } from "../deps.ts";
import { originOf } from "../origin.ts";
import { machineFaultOf } from "../../ledger/machine-fault.ts";
import { brake, tokenBrake } from "../middleware/limits.ts";

/** Where the document is that says all of it. */
const documentPath = "/openapi.json";

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
  return { router, list: answers.map(({ method, path, who }) => ({ method, path: base + path, who })) };
}

export type ApiAddress = {
  readonly method: "get" | "post";
  readonly path: string;
  /** What a token has to be for. */
  readonly who: readonly string[];
};
type Answer = ApiAddress & { readonly answer: RequestHandler };

function answersOf(deps: Deps): readonly Answer[] {
  const brakes = tokenBrake();
  return [
    { method: "get", path: documentPath, who: ["anyone"], answer: describe(deps) },
    ...apiTable.map((route) => ({
      method: route.method,
      path: route.path.replaceAll(/\{(\w+)\}/g, ":$1"),
      who: route.scopes.map((scope) => `token: ${scope}`),
      answer: answering(deps, route, brakes),
    })),
  ];
}

/** From a request to its answer: whose token, how often, what for; then the route's own handler. */
function answering(deps: Deps, route: ApiRoute, brakes: ReturnType<typeof tokenBrake>): RequestHandler {
  return async (req, res) => {
    const caller = await callerOf(deps, req, res);
    await brakes(req, res, caller.token.id);
    const call = { req, res, language: languageFor(req, deps.templates.languages), caller };
    mustHave(call, route.scopes);
    sendReply(call, await route.reply(deps, call));
  };
}

/** Nothing in it is anybody's: it needs no token. */
function describe({ config, templates }: Deps) {
  return async (req: Request, res: Response): Promise<void> => {
    const language = languageFor(req, templates.languages);
    sendReply({ req, res }, { body: await apiDocument(language, originOf(req, config)) });
  };
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
