import type { RequestHandler } from "express";
import type { Services } from "../application/services.ts";

/** 200 once the ledger is open and the views have caught up; 503 while they cannot. */
export function health({ views, log }: Services): RequestHandler {
  return async (_req, res) => {
    try {
      await views.catchUp();
      res.json({ status: "ok" });
    } catch (error) {
      log.error({ err: error }, "not healthy");
      res.status(503).json({ status: "unavailable" });
    }
  };
}
