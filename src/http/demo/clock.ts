import type { Request, Response } from "express";
import { z } from "zod";
import { sweepAll } from "../../application/sweep.ts";
import { languageOf } from "../visitor.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { optionalText } from "../forms/fields.ts";
import type { Form } from "../forms/form.ts";
import { done } from "../page.ts";

export const clockSchema = z.object({ days: optionalText(3), back: optionalText(2000) });

const steps = [1, 7, 30] as const;

/** The demonstration's clock goes forward, and what falls due is put on record; anywhere else this address does not exist. */
export function demoClock({ services, config }: Deps) {
  return async (_req: Request, res: Response, form: Form<z.output<typeof clockSchema>>): Promise<void> => {
    const { clock } = services;
    if (!config.demo || clock.advance === undefined) notFound();
    const { days, back } = form.typed;
    const ahead = steps.find((step) => String(step) === days);
    // A form kept over the end of a session is only shown again: nothing moves by looking at it.
    const again = !form.valid && form.resumed === true;
    if (!again && ahead !== undefined) {
      clock.advance(ahead);
      await sweepAll(services);
    }
    const place = typeof back === "string" && /^\/(?!\/)[^\\]*$/.test(back) ? back : "/";
    done(res, place, "demo:advanced", { day: languageOf(res).format.date(services.today()) });
  };
}
