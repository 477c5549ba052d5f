import type { Request, Response } from "express";
import { fieldsIn } from "../forms/keep.ts";
import type { Opened } from "../forms/opened.ts";
import { askedAgain } from "./ask-again.ts";

/** A draft for which the password was asked: that question, too, stands on a page that can be opened again. */
export const askedPage = (_req: Request, res: Response, { kept: { form, address } }: Opened): Promise<void> =>
  askedAgain(res, address, fieldsIn(form), form);
