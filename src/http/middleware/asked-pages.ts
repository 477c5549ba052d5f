import type { Request, Response } from "express";
import { questionOf } from "../confirm.ts";
import { fieldsIn } from "../forms/keep.ts";
import type { Opened } from "../forms/opened.ts";
import { render } from "../page.ts";
import { askedAgain } from "./ask-again.ts";

/** A draft whose form was asked about before it could be taken: the question stands on a page that can be opened again. */
export async function askedPages(_req: Request, res: Response, { kept }: Opened): Promise<void> {
  const { form, address } = kept;
  if (form.asks !== undefined) {
    const { view, head, model } = questionOf(res, form);
    return render(res, view, head, model);
  }
  await askedAgain(res, address, fieldsIn(form), form);
}
