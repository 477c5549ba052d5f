import type { Request, Response } from "express";
import { entriesMeant } from "../../application/entries-meant.ts";
import type { Deps } from "../deps.ts";
import { done } from "../page.ts";
import { queryValue } from "../request-values.ts";

/** From the box on the ledger's page to the entry of the number, or of the beginning of a hash, that was typed into it. */
export function goToEntry({ services }: Deps) {
  return async (req: Request, res: Response): Promise<void> => {
    const [position] = await entriesMeant(services.ledger, queryValue(req, "position") ?? "");
    if (position === undefined) done(res, "/ledger", "ledger:goto.none");
    else res.redirect(303, `/ledger/${position}`);
  };
}
