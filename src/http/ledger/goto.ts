import type { Request, Response } from "express";
import { queryValue } from "../request-values.ts";

/** From the box on the ledger's page to the entry at the position typed into it. */
export function goToEntry(req: Request, res: Response): void {
  const position = Number(queryValue(req, "position"));
  res.redirect(303, Number.isSafeInteger(position) && position > 0 ? `/ledger/${position}` : "/ledger");
}
