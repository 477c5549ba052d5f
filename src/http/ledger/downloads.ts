import type { Request, Response } from "express";
import { exportLedger } from "../../ledger/export.ts";
import { proveEntry } from "../../ledger/prove.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { sendSlowly } from "../send-slowly.ts";
import { positionIn } from "./position.ts";

/** Characters that are sent at a time: one write for each line costs more than the line. */
const piece = 65_536;

/** What leaves the ledger as a file: the proof of an entry, the signed head, everything. */
export function ledgerDownloads({ services, config }: Deps) {
  return {
    async proof(req: Request, res: Response): Promise<void> {
      const position = positionIn(req);
      const head = await services.ledger.head();
      if (position > head.position) notFound();
      res
        .attachment(`touchstone-${position}.tlog-proof`)
        .type("text/plain")
        .send(await proveEntry(config.dataDir, position));
    },

    async checkpoint(_req: Request, res: Response): Promise<void> {
      const note = (await services.ledger.checkpoint()) ?? notFound();
      res.attachment("touchstone.checkpoint").type("text/plain").send(note);
    },

    async entries(_req: Request, res: Response): Promise<void> {
      res.attachment("touchstone-ledger.jsonl").type("application/jsonl");
      await sendSlowly(res, async (write) => {
        let waiting = "";
        await exportLedger(config.dataDir, async (line) => {
          waiting += `${line}\n`;
          if (waiting.length < piece) return;
          const full = waiting;
          waiting = "";
          await write(full);
        });
        await write(waiting);
      });
    },
  };
}
