import type { ErrorRequestHandler, Request, Response } from "express";
import { machineFaultOf } from "../../ledger/machine-fault.ts";
import type { Deps } from "../deps.ts";
import { Fault } from "../faults.ts";
import { render } from "../page.ts";
import { errorPage } from "../view/errors.ts";
import { languageOf, visitorOf } from "../visitor.ts";
import { referenceOf, referenceUri } from "./request-log.ts";
import { TooMuch } from "./costs.ts";
import { SignInNeeded } from "./access.ts";
import { keepForm } from "./kept-form.ts";
import { machineAnswer, machineStatus } from "./machine-answer.ts";

type Status = Fault["status"] | 401 | 500 | 507;

const titles: Readonly<Record<Status, string>> = {
  400: "Bad request",
  401: "Not signed in",
  403: "Forbidden",
  404: "Not found",
  413: "Too large",
  414: "Address too long",
  415: "Unsupported content type",
  421: "Misdirected request",
  429: "Too many requests",
  500: "Internal error",
  503: "Not available",
  507: "Insufficient storage",
};

/** The last middleware: whatever was thrown becomes the page or the problem document that its reader can use. */
export function errors(deps: Deps): ErrorRequestHandler {
  const { log } = deps.services;
  return async (error: unknown, req, res, _next) => {
    const reference = referenceOf(req);
    if (res.closed || res.headersSent) {
      breakOff(res, deps, error, reference);
      return;
    }
    const machine = machineStatus(error);
    const status = machine ?? statusOf(error);
    if (machine !== null) noteMachine(error, reference, deps);
    if (error instanceof TooMuch) {
      res.set("Retry-After", String(error.after));
      log.warn({ event: "too-much", cost: error.cost, reference, person: req.session?.person });
    }
    if (status === 500) log.error({ err: error, reference }, "request failed");
    if (status === 403) log.warn({ event: "refused", reference, why: messageOf(error), person: req.session?.person });
    try {
      const known = visitorOf(res) !== undefined;
      if (wantsProblem(req)) problem(req, res, status, error);
      else if (status === 401) res.redirect(303, await wayToSignIn(req, res, deps));
      else if (error instanceof TooMuch && known) await askToComeAgain(req, res, deps, error);
      else if (machine !== null && known) await machineAnswer(req, res, deps, error);
      else await errorAnswer(res, status, reference, error instanceof Fault ? error.sentence : null);
    } catch (second: unknown) {
      log.error({ err: second, reference }, "error page failed");
      if (res.headersSent) breakOff(res, deps, second, reference);
      else plainly(res, status, reference);
    }
  };
}

function noteMachine(error: unknown, reference: string, { services }: Deps): void {
  const fault = machineFaultOf(error);
  if (fault !== null) services.storage.note(fault);
  services.log.error({ err: error, reference }, "the machine failed");
}

/** An answer that has begun cannot be taken back, and nothing of the inside is added to it: its connection ends. */
function breakOff(res: Response, { services: { log } }: Deps, error: unknown, reference: string): void {
  // Readers go away all the time; that is theirs to do.
  if (!res.closed) log.error({ err: error, reference }, "answer broke off");
  res.destroy();
}

function plainly(res: Response, status: Status, reference: string): void {
  res.status(status).type("text").send(`${titles[status]} (${reference})`);
}

/** 429: what runs already, when to try again, and what was typed. */
async function askToComeAgain(req: Request, res: Response, deps: Deps, { cost, after }: TooMuch): Promise<void> {
  const { t } = languageOf(res);
  const formToken = req.method === "POST" ? await keepForm(req, res, deps) : null;
  await render(
    res,
    "pages/error/429",
    {
      title: t("errors:status.429.title"),
      lead: t(`errors:costs.${cost}`, { again: t("errors:costs.again", { count: after }) }),
      status: 429,
    },
    { kept: formToken === null ? null : `/drafts/${formToken}`, reference: referenceOf(req) },
  );
}

/** RFC 9457 */
function problem(req: Request, res: Response, status: Status, error: unknown): void {
  const body = {
    type: "about:blank",
    title: titles[status],
    status,
    instance: referenceUri(req),
    ...(error instanceof TooMuch && { detail: error.message, cost: error.cost, retryAfter: error.after }),
  };
  res.status(status).type("application/problem+json").send(JSON.stringify(body));
}

function wantsProblem(req: Request): boolean {
  return req.path.startsWith("/api/") || (req.get("accept") ?? "").includes("application/problem+json");
}

function statusOf(error: unknown): Status {
  if (error instanceof SignInNeeded) return 401;
  if (error instanceof TooMuch) return 429;
  if (error instanceof Fault) return error.status;
  if (error instanceof URIError) return 400;
  // The body parsers' own errors carry a status that is the client's to know.
  const status: unknown = error instanceof Error && "status" in error ? error.status : undefined;
  return status === 413 || status === 415 || status === 400 || status === 404 ? status : 500;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : "";
}

async function wayToSignIn(req: Request, res: Response, deps: Deps): Promise<string> {
  if (req.method === "POST") {
    const token = await keepForm(req, res, deps);
    return token === null ? "/sign-in?sent=1" : `/sign-in?${new URLSearchParams({ kept: token }).toString()}`;
  }
  return req.originalUrl === "/" ? "/sign-in" : `/sign-in?${new URLSearchParams({ next: req.originalUrl }).toString()}`;
}

async function errorAnswer(
  res: Response,
  status: Status,
  reference: string,
  sentence: Fault["sentence"],
): Promise<void> {
  // Before the visitor is known there is no language to answer in.
  if (visitorOf(res) === undefined) {
    plainly(res, status, reference);
    return;
  }
  const { t } = languageOf(res);
  if (status === 403 || status === 404 || status === 500 || status === 503) {
    const reasons = sentence === null ? [] : [t(sentence.key, sentence.values)];
    const { name, page, model } = errorPage(t, status, { reasons, reference });
    await render(res, name, { ...page, status }, model);
    return;
  }
  const { name, page, model } = errorPage(t, 422, { reference });
  const own = { title: t(`errors:status.${status}.title`), lead: t(`errors:status.${status}.text`) };
  await render(res, name, { ...page, ...own, status }, model);
}
