import type { Request, Response } from "express";
import { z } from "zod";
import { correctionsBy } from "../../application/corrections.ts";
import { onTechnology } from "../../application/on-technology.ts";
import type { Reason } from "../../domain/words/decision.ts";
import type { Entry, Technology } from "../../domain/technology/state/technology.ts";
import type { Corrected } from "../correctable.ts";
import { submitCommand } from "../command-form.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { requiredText, wholeNumber } from "../forms/fields.ts";
import { blankForm, invalid, refused } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import type { Typed } from "../forms/typed.ts";
import type { House } from "../house.ts";
import { submission } from "../submission.ts";
import { done } from "../page.ts";
import { technologyPage } from "../technology-page.ts";
import type { TechnologyPage } from "../technology-page.ts";
import { queryValue } from "../request-values.ts";
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
export function correctionPages(deps: Deps) {
  const { services } = deps;
  return {
    async show(req: Request, res: Response): Promise<void> {
      await show(deps, res, await correctedEntry(deps, req, res, Number(queryValue(req, "position"))));
    },

    async submit(req: Request, res: Response, form: Form<Values>): Promise<void> {
      const again = async (position: number, refusal: FormState): Promise<void> =>
        show(deps, res, await correctedEntry(deps, req, res, position), refusal);
      const foreign = await foreignFigures(deps, req, res, form);
      if (foreign.length > 0) return again(Number(form.typed["corrects"]), refused(form, foreign));
      if (!form.valid) return again(Number(form.typed["corrects"]), form);
      const { corrects, text } = form.values;
      const { page, entry, figures } = await correctedEntry(deps, req, res, corrects);
      const corrected: Corrected = figures?.changesIn(form.values) ?? { kind: "changes", changes: {} };
      if (corrected.kind === "problem") return again(corrects, invalid(form, corrected.problem));
      const { changes } = corrected;
      await submitCommand(services, form, {
        // In the role that answers for the entry; whoever lacks it is told so, with what they typed.
        by: (filled) => submission(res, filled, ...(entry.role === null ? [] : [entry.role]), ...page.person.roles),
        task: () =>
          onTechnology(page.row.id, {
            type: "CorrectEntry",
            corrects,
            correctedType: entry.type,
            changes,
            text: { text },
          }),
        again: (refusal) => again(corrects, refusal),
        done: () => done(res, page.at("history"), "correction:done"),
      });
    },
  };
}

/**
 * Figures of entries of another type, which no form of ours sends: whoever does is told, and nothing is taken in part. They
 * have no input here that the reason could lead to.
 */
async function foreignFigures(
  deps: Deps,
  req: Request,
  res: Response,
  { typed }: Pick<FormState, "typed">,
): Promise<readonly Reason[]> {
  const { entry, figures } = await correctedEntry(deps, req, res, Number(typed["corrects"]));
  const own = Object.keys(figures?.correctable.shape ?? {});
  return [...deps.house.corrections.values()]
    .flatMap(({ shape }) => Object.keys(shape))
    .filter((name) => !own.includes(name) && [typed[name] ?? ""].flat().some((text) => text.trim() !== ""))
    .map((name) => ({ code: "ChangeNotAllowed", params: { change: name, type: entry.type } }));
}

type CorrectedEntry = {
  readonly page: TechnologyPage;
  readonly entry: Entry;
  readonly figures: ReturnType<typeof figuresOf>;
};

async function correctedEntry(
  { services, config, house }: Deps,
  req: Request,
  res: Response,
  position: number,
): Promise<CorrectedEntry> {
  const page = await technologyPage(services, req, res);
  const entry = page.technology.entries.find((candidate) => candidate.position === position) ?? notFound();
  return { page, entry, figures: figuresOf(house, page.technology, entry, config.timeZone) };
}

async function show(
  { services, config }: Deps,
  res: Response,
  { page, entry, figures }: CorrectedEntry,
  form?: FormState,
): Promise<void> {
  const { position } = entry;
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
    timeZone: config.timeZone,
  });
}

/** What may be put right in this entry, as it stands; null where the statement alone corrects. */
function figuresOf({ corrections }: House, technology: Technology, { type, position }: Entry, timeZone: string) {
  const correctable = corrections.get(type);
  const standing: Typed | null = correctable?.standing(technology, position, timeZone) ?? null;
  if (correctable === undefined || standing === null) return null;
  return { correctable, standing, changesIn: (values: Values) => correctable.changes(values, standing, timeZone) };
}
