import type { Request, Response } from "express";
import type { z } from "zod";
import type { RawTechnologyCommand } from "../../application/raw-command.ts";
import type { Deps } from "../deps.ts";
import { forbidden } from "../faults.ts";
import { blankForm } from "../forms/form.ts";
import type { Filled, FormState } from "../forms/form.ts";
import { formPage } from "../technology-form.ts";
import type { FormPage } from "../technology-form.ts";
import type { CheckboxesModel, FieldModel, RadiosModel } from "../view/fields.ts";
import type { Form as Fields } from "../view/form.ts";
import type { Content } from "../view/html.ts";
import type { Values } from "../view/translate.ts";
import { consultationCrumb, consultationPage, consultationsCrumb } from "./page.ts";
import type { ConsultationPage } from "./page.ts";

/** One input of a form, in the order of the page. */
export type InputModel = {
  readonly heading?: string;
  readonly radios?: RadiosModel;
  readonly boxes?: CheckboxesModel;
  readonly field?: FieldModel;
};

/** A form about one consultation, as data. Its texts stand under `consultations:act.<name>`. */
type ConsultationForm<S extends z.ZodType, P extends ConsultationPage> = {
  readonly name: string;
  readonly schema: S;
  /** Where it is, and where it leads, behind the consultation's address. */
  readonly address: (page: P) => string;
  readonly back: (page: P) => string;
  readonly blank?: (page: P) => FormState;
  readonly values?: (page: P) => Values;
  /** What is to be read before it is filled. */
  readonly about?: (page: P) => readonly Content[];
  readonly inputs: (page: P, fields: Fields) => readonly InputModel[];
  readonly problem?: (form: Filled<z.output<S>>, page: P) => FormState | null;
  readonly command: (values: z.output<S>, page: P) => RawTechnologyCommand;
};

const gather = (services: Deps["services"]) => (req: Request, res: Response) => consultationPage(services, req, res);

/** For whoever runs the consultation; others are refused before they have typed. */
export const consultationForm = <S extends z.ZodType>(
  deps: Deps,
  form: ConsultationForm<S, ConsultationPage>,
): FormPage<S> => consultationFormOf(deps, form, gather(deps.services));

/** The same for a form that knows more than the consultation. */
export function consultationFormOf<S extends z.ZodType, P extends ConsultationPage>(
  { services }: Deps,
  form: ConsultationForm<S, P>,
  around: (req: Request, res: Response) => Promise<P>,
): FormPage<S> {
  const { name, schema, address, back, command, inputs, values, about } = form;
  const under = (page: P, place: string): string => `consultations/${page.asking.consultation}${place}`;
  return formPage<S, P>(
    services,
    {
      schema,
      roles: ["planner"],
      action: (page) => page.at(under(page, address(page))),
      blank: (page) => form.blank?.(page) ?? blankForm({}, page.technology.version),
      ...(form.problem !== undefined && { problem: form.problem }),
      command,
      done: (_, page) => ({ to: under(page, back(page)), key: `consultations:act.${name}.done` }),
      show: (page, fields) => {
        const { t } = page.language;
        return {
          view: "pages/consultations/form",
          head: {
            title: t(`consultations:act.${name}.title`, { title: page.asking.title, ...values?.(page) }),
            trail: [consultationsCrumb(page), consultationCrumb(page)],
            lead: t(`consultations:act.${name}.lead`, values?.(page)),
          },
          model: {
            back: page.at(under(page, back(page))),
            inputs: inputs(page, fields),
            about: about?.(page) ?? null,
            button: t(`consultations:act.${name}.button`),
          },
        };
      },
    },
    async (req, res) => {
      const page = await around(req, res);
      return page.runs ? page : forbidden();
    },
  );
}
