import type { NextFunction, Request, Response, Router } from "express";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { pathValue, personOf, visitorOf } from "../visitor.ts";

/**
 * Shows the form that was kept when its session ended, filled in: the POST's own handler is asked, with a form that is
 * never valid, so that it answers with its page and nothing is decided behind anybody's back.
 */
export function resume({ accounts }: Deps, router: Router) {
  return async (req: Request, res: Response, next: NextFunction): Promise<void> => {
    const kept = await accounts.keptForms.find(pathValue(req, "token"), personOf(res).id);
    if (kept === null) return notFound();
    visitorOf(res).resumed = true;
    req.method = "POST";
    req.url = kept.path;
    req.body = kept.body;
    router(req, res, next);
  };
}
