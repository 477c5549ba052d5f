import type { RequestHandler } from "express";
import type { Services } from "../application/services.ts";
import { machineFaultOf } from "../ledger/machine-fault.ts";
import type { MachineFault } from "../ledger/machine-fault.ts";
import type { Proxies } from "./middleware/proxies.ts";

const reasons: Readonly<Record<MachineFault, string>> = {
  "disk-full": "The disk is full. Pages can be read; nothing is recorded until there is room.",
  io: "The disk fails. Nothing is recorded until it works again.",
  unwritable: "The data folder cannot be written. Pages can be read; nothing is recorded.",
  busy: "Another process holds the database. Nothing is recorded until it lets go.",
  gone: "ledger.sqlite was taken away or exchanged while the server runs. Stop it and put the file back.",
  corrupt: "ledger.sqlite is damaged. Run touchstone ledger verify, and restore a backup.",
};

const proxyNote =
  "A request carried X-Forwarded headers. If a proxy stands in front, set TOUCHSTONE_TRUSTED_PROXIES; without it everybody seems to come from the proxy's address.";

/** 200 while the ledger stands where it was opened, the views have caught up and something can be written; else 503. */
export function health({ ledger, views, storage, log }: Services, proxies: Proxies): RequestHandler {
  return async (_req, res) => {
    try {
      await ledger.checkPlace();
      const writing = await storage.probe();
      await views.catchUp();
      if (writing === null) res.json({ status: "ok", ...(proxies.unexpected() && { notes: [proxyNote] }) });
      else unavailable(writing, "ok");
    } catch (error) {
      log.error({ err: error }, "not healthy");
      unavailable(machineFaultOf(error), "failed");
    }

    function unavailable(fault: MachineFault | null, reading: "ok" | "failed"): void {
      const why = fault === null ? {} : { writing: "failed", reason: fault, message: reasons[fault] };
      res.status(503).json({ status: "unavailable", reading, ...why });
    }
  };
}
