import type { ErrorRequestHandler, Request, Response } from "express";
import { machineFaultOf } from "../../ledger/machine-fault.ts";
import type { Deps } from "../deps.ts";
import { Fault } from "../faults.ts";
import { typedFrom } from "../forms/typed.ts";
import { machineStatus } from "../middleware/machine-answer.ts";
import { isOurs } from "../middleware/same-origin.ts";
import { sendAgainAfter } from "./limits.ts";
import { renderOutside } from "./page.ts";
import { strangerOf } from "./stranger.ts";

const statuses = [400, 403, 404, 413, 414, 415, 429, 503] as const;
type PublicStatus = (typeof statuses)[number] | 500;

/** Whatever was thrown outside becomes a page in plain words. A form that was turned away stands on it, ready to be sent again. */
export function faultsOutside(deps: Deps): ErrorRequestHandler {
  const { services, config } = deps;
  return (error: unknown, req, res, next) => {
    if (strangerOf(res) === undefined || res.headersSent || res.closed) {
      next(error);
      return;
    }
    const machine = machineFaultOf(error);
    if (machine !== null) services.storage.note(machine);
    const status = machineStatus(error) === null ? statusOf(error) : 503;
    if (status === 500 || machine !== null) services.log.error({ err: error, reference: req.id }, "request failed");
    if (status === 429 || status === 503) res.set("Retry-After", String(sendAgainAfter[status]));
    const again = status === 429 || status === 503 || status === 500 ? sentBefore(req, config.origin) : null;
    faultPage(res, status, again);
  };
}

function faultPage(res: Response, status: PublicStatus, again: Again | null): void {
  const { language, reference, to } = strangerOf(res);
  const { t } = language;
  const ending = again === null ? "" : ` ${t("outside:fault.kept")}`;
  renderOutside(
    res,
    "pages/outside/fault",
    { title: t(`outside:fault.${status}.title`), lead: `${t(`outside:fault.${status}.text`)}${ending}`, status },
    { again, reference: status === 500 ? reference : null, home: to("/public") },
  );
}

function statusOf(error: unknown): PublicStatus {
  if (error instanceof URIError) return 400;
  const status: unknown =
    error instanceof Fault || (error instanceof Error && "status" in error) ? (error as Fault).status : undefined;
  return statuses.find((known) => known === status) ?? 500;
}

type Again = { readonly action: string; readonly fields: readonly { readonly name: string; readonly value: string }[] };

/** With the command id it had: sent twice, it is entered once. What another site sent is nobody's own words. */
function sentBefore(req: Request, origin: string | null): Again | null {
  if (req.method !== "POST" || !isOurs(req, origin)) return null;
  const fields = Object.entries(typedFrom(req.body)).flatMap(([name, value]) =>
    [value].flat().map((text) => ({ name, value: text })),
  );
  return fields.length === 0 ? null : { action: req.originalUrl, fields };
}
