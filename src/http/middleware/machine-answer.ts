import type { Request, Response } from "express";
import { machineFaultOf } from "../../ledger/machine-fault.ts";
import { ViewsDamaged } from "../../projections/views-file.ts";
import type { Deps } from "../deps.ts";
import { render } from "../page.ts";
import { languageOf, setVisitor, visitorOf } from "../visitor.ts";
import { givenBack } from "./given-back.ts";
import { localPath } from "./language.ts";
import { plainFrame } from "./visitors.ts";

/** 507 where there is no room, 503 for every other fault of the machine; null where it is none. */
export function machineStatus(error: unknown): 503 | 507 | null {
  if (error instanceof ViewsDamaged) return 503;
  const fault = machineFaultOf(error);
  if (fault === null) return null;
  return fault === "disk-full" ? 507 : 503;
}

/** What happened, that nothing was recorded, and everything typed: nobody's work is lost to a full disk. */
export async function machineAnswer(req: Request, res: Response, deps: Deps, error: unknown): Promise<void> {
  const { t } = languageOf(res);
  const fault = machineFaultOf(error) ?? "views";
  const given = await givenBack(req, res, deps.config.origin);
  const writing = req.method !== "GET" && req.method !== "HEAD";
  const nothing = t(given === null ? "error:storage.unrecorded" : "error:storage.nothing");
  const text = t(`error:storage.${fault}.text`);
  const page = {
    title: t(`error:storage.${fault}.title`),
    lead: writing ? t("error:storage.lead", { nothing, text }) : text,
    status: machineStatus(error) ?? 503,
  };
  const model = { given, back: writing ? backOf(req) : null, reference: visitorOf(res).reference };
  res.set("Retry-After", "30");
  await render(res, "pages/error/storage", page, model).catch(async () => {
    // The frame asks the views, which may be what is broken.
    setVisitor(res, { ...visitorOf(res), person: null, frame: () => plainFrame(deps) });
    await render(res, "pages/error/storage", page, model);
  });
}

function backOf(req: Request): string | null {
  const referer = req.get("referer");
  if (referer === undefined || !URL.canParse(referer)) return null;
  const { host, pathname, search } = new URL(referer);
  return host === req.get("host") ? localPath(pathname + search) : null;
}
