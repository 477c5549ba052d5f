import type { Request, Response } from "express";
import type { z } from "zod";
import { onTechnology } from "../application/on-technology.ts";
import type { RawTechnologyCommand } from "../application/raw-command.ts";
import type { Services } from "../application/services.ts";
import { submitCommand } from "./command-form.ts";
import { blankForm } from "./forms/form.ts";
import type { Filled, Form, FormState } from "./forms/form.ts";
import { overNow } from "./forms/over-now.ts";
import { fieldsOf, hiddenOf } from "./forms/show.ts";
import { submission } from "./submission.ts";
import type { SignedAs } from "./submission.ts";
import { done } from "./page.ts";
import { renderTechnology, technologyPage } from "./technology-page.ts";
import type { TechnologyHead, TechnologyPage } from "./technology-page.ts";
import type { Form as Fields } from "./view/form.ts";

type Aside = FormState | "answered" | null;

/** One form about a technology, as data: what it shows, the command it becomes, where it leads. */
export type TechnologyForm<S extends z.ZodType, P extends TechnologyPage = TechnologyPage> = {
  readonly schema: S;
  /** The first of these that the person holds signs. */
  readonly roles: readonly [SignedAs, ...SignedAs[]];
  /** Where it is sent; without it the page says so itself. */
  readonly action?: (page: P, req: Request) => string;
  /** Before anybody typed; without it the form is empty. */
  readonly blank?: (page: P, req: Request) => FormState;
  /** Buttons that do not send it: the form with another row, or "answered" where the button led elsewhere; else null. */
  readonly aside?: (form: Form<z.output<S>>, page: P, res: Response) => Aside | Promise<Aside>;
  /** As the page shows it: each reason at the input that it is typed at, and what stands fixed. */
  readonly asShown?: (form: FormState, page: P) => FormState;
  /** What no schema can see: the form with the problem at its field. */
  readonly problem?: (form: Filled<z.output<S>>, page: P) => FormState | null;
  readonly command: (values: z.output<S>, page: P, req: Request) => RawTechnologyCommand;
  /** Act on what stands now, whatever came since the form was filled. */
  readonly anyVersion?: true;
  /** Once it is accepted, before its person goes on. */
  readonly after?: (page: P) => Promise<void>;
  /** Behind the technology's address, and what is said there. */
  readonly done: (values: z.output<S>, page: P) => { readonly to: string; readonly key: string };
  readonly show: (page: P, fields: Fields, form: FormState, req: Request) => FormFace | Promise<FormFace>;
};

export type FormFace = {
  readonly view: string;
  readonly head: TechnologyHead;
  /** Beside `hidden`, which every form has, and `action`. */
  readonly model: object;
};

type Show = (req: Request, res: Response) => Promise<void>;
type Submit<S extends z.ZodType> = (req: Request, res: Response, form: Form<z.output<S>>) => Promise<void>;

export type FormPage<S extends z.ZodType> = { readonly schema: S; readonly show: Show; readonly submit: Submit<S> };

export function technologyForm<S extends z.ZodType>(services: Services, spec: TechnologyForm<S>): FormPage<S> {
  return formPage(services, spec, (req, res) => technologyPage(services, req, res));
}

/** The same for a form whose page knows more than the technology: `gather` refuses whom it is not for. */
export function formPage<S extends z.ZodType, P extends TechnologyPage>(
  services: Services,
  spec: TechnologyForm<S, P>,
  gather: (req: Request, res: Response) => Promise<P>,
): FormPage<S> {
  const show = async (req: Request, res: Response, page: P, given: FormState): Promise<void> => {
    const form = spec.asShown?.(given, page) ?? given;
    const { view, head, model } = await spec.show(page, fieldsOf(form, page.language), form, req);
    const own = { ...(spec.action && { action: spec.action(page, req) }), hidden: hiddenOf(form) };
    await renderTechnology(res, page, view, { form, ...head }, { ...own, ...model });
  };
  return {
    schema: spec.schema,
    async show(req, res) {
      const page = await gather(req, res);
      await show(req, res, page, spec.blank?.(page, req) ?? blankForm({}, page.technology.version));
    },
    async submit(req, res, form) {
      const page = await gather(req, res);
      const aside = (await spec.aside?.(form, page, res)) ?? null;
      if (aside === "answered") return;
      if (aside !== null) return show(req, res, page, aside);
      if (!form.valid) return show(req, res, page, await overNow(services, res, page, form));
      const problem = spec.problem?.(form, page) ?? null;
      if (problem !== null) return show(req, res, page, problem);
      await submitCommand(services, form, {
        by: (sent) => submission(res, spec.anyVersion === true ? { ...sent, version: null } : sent, ...spec.roles),
        task: (values) => onTechnology(page.row.id, spec.command(values, page, req)),
        // Refused: shown over what stands now, which is not what stood when the form was sent.
        again: async (refused) => show(req, res, await gather(req, res), refused),
        done: async (values) => {
          await spec.after?.(page);
          const { to, key } = spec.done(values, page);
          done(res, page.at(to), key);
        },
      });
    },
  };
}
