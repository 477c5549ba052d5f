import type { Request, Response } from "express";
import { z } from "zod";
import type { Deps } from "../deps.ts";
import { leave } from "./enter.ts";

/** A button without fields; whoever is not signed in any more has what they wanted. */
export const signOutSchema = z.object({});

export function signOut(deps: Deps) {
  return async (req: Request, res: Response): Promise<void> => {
    await leave(req, res, deps);
    // What the browser keeps of pages; the cookie of the known device stays, see leave().
    res.set("Clear-Site-Data", '"cache", "storage"');
    res.redirect(303, "/sign-in?out=1");
  };
}
