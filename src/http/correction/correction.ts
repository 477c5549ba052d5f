import type { Request, Response } from "express";
import { z } from "zod";
import { correctionsBy } from "../../application/corrections.ts";
import { handle } from "../../application/handle.ts";
import { onTechnology } from "../../application/on-technology.ts";
import type { Entry, Technology } from "../../domain/technology/state/technology.ts";
import type { Corrected } from "../correctable.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { requiredText, wholeNumber } from "../forms/fields.ts";
import { blankForm, invalid, refused } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import type { Typed } from "../forms/typed.ts";
import type { House } from "../house.ts";
import { submission, unsettled } from "../outcome.ts";
import { done } from "../page.ts";
import { technologyPage } from "../technology-page.ts";
import { queryValue } from "../visitor.ts";
import { showCorrection } from "./correction-form.ts";

/** One form for entries of every type: the statement, and the fields of whatever may be put right in one. */
export const correctionSchema = ({ corrections }: House) =>
  z.object({
    ...[...corrections.values()].reduce<z.ZodRawShape>((all, { shape }) => ({ ...all, ...shape }), {}),
    corrects: wholeNumber({ least: 1, most: 1e15 }),
    text: requiredText(4000, { missing: "correction:textMissing" }),
  });
type Values = z.output<ReturnType<typeof correctionSchema>>;

/** Nothing on the ledger is changed: a correction stands beside the entry it corrects, with its reason. */
export function correctionPages({ services, config, house }: Deps) {
  const { timeZone } = config;
  const gather = async (req: Request, res: Response, position: number) => {
    const page = await technologyPage(services, req, res);
    const entry = page.technology.entries.find((one) => one.position === position) ?? notFound();
    return { page, entry, figures: figuresOf(house, page.technology, entry, timeZone) };
  };

  const show = async (req: Request, res: Response, position: number, form?: FormState): Promise<void> => {
    const { page, entry, figures } = await gather(req, res, position);
    const [event] = await services.ledger.readAll(position - 1, 1);
    const blank = blankForm({ corrects: String(position), ...figures?.standing }, page.technology.version);
    // Said before anybody types, not after.
    const against = correctionsBy(services, page.technology, page.person)(position);
    const first = against.length === 0 ? blank : refused(blank, against);
    await showCorrection(res, page, {
      entry,
      event: event ?? notFound(),
      form: form ?? first,
      figures: figures?.correctable ?? null,
      timeZone,
    });
  };

  return {
    async show(req: Request, res: Response): Promise<void> {
      await show(req, res, Number(queryValue(req, "position")));
    },

    async submit(req: Request, res: Response, form: Form<Values>): Promise<void> {
      if (!form.valid) return show(req, res, Number(form.typed["corrects"]), form);
      const { values } = form;
      const { page, entry, figures } = await gather(req, res, values.corrects);
      const corrected: Corrected = figures?.changesIn(values) ?? { kind: "changes", changes: {} };
      if (corrected.kind === "problem") return show(req, res, values.corrects, invalid(form, corrected.problem));
      const outcome = await handle(
        services,
        // In the role that answers for the entry; whoever lacks it is told so, with what they typed.
        submission(res, form, ...(entry.role === null ? [] : [entry.role]), ...page.person.roles),
        onTechnology(page.row.id, {
          type: "CorrectEntry",
          corrects: values.corrects,
          correctedType: entry.type,
          changes: corrected.changes,
          text: { text: values.text },
        }),
      );
      const again = unsettled(form, outcome);
      if (again !== null) return show(req, res, values.corrects, again);
      done(res, page.at("history"), "correction:done");
    },
  };
}

/** What may be put right in this entry, as it stands; null where the statement alone corrects. */
function figuresOf({ corrections }: House, technology: Technology, { type, position }: Entry, timeZone: string) {
  const correctable = corrections.get(type);
  const standing: Typed | null = correctable?.standing(technology, position, timeZone) ?? null;
  if (correctable === undefined || standing === null) return null;
  return { correctable, standing, changesIn: (values: Values) => correctable.changes(values, standing, timeZone) };
}
