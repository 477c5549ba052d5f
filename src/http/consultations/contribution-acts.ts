import type { Request, Response } from "express";
import { z } from "zod";
import { onContribution } from "../../application/consultations/on-contribution.ts";
import type { Raw } from "../../application/raw-command.ts";
import type { ContributionCommand } from "../../domain/contributions/contribution.ts";
import { consultationLimits } from "../../domain/technology/consultations/limits.ts";
import { hidingReasons } from "../../domain/technology/state/consultations.ts";
import { submitCommand } from "../command-form.ts";
import type { Deps } from "../deps.ts";
import { forbidden } from "../faults.ts";
import { choice, manyTexts, requiredText } from "../forms/fields.ts";
import { blankForm } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import type { Typed } from "../forms/typed.ts";
import { done } from "../page.ts";
import { paragraphsShown } from "../say/paragraphs.ts";
import { submission } from "../submission.ts";
import { renderTechnology } from "../technology-page.ts";
import type { Form as Fields } from "../view/form.ts";
import type { InputModel } from "./forms.ts";
import { contributionName, contributionPage, contributionTrail, placeOf } from "./contribution-page.ts";
import type { ContributionPage } from "./contribution-page.ts";
import { pointLabel } from "./contributions.ts";
import { longestText } from "./terms-form.ts";

/** One thing that is done with a contribution. Texts stand under `consultations:act.<name>`. */
type ContributionAct<S extends z.ZodType> = {
  readonly name: string;
  readonly schema: S;
  readonly typed?: (page: ContributionPage) => Typed;
  readonly inputs: (page: ContributionPage, fields: Fields) => readonly InputModel[];
  readonly command: (values: z.output<S>) => Raw<ContributionCommand>;
};

const act = <S extends z.ZodType>(of: ContributionAct<S>): ContributionAct<S> => of;

export const contributionActs = {
  points: act({
    name: "place",
    schema: z.object({ point: manyTexts(consultationLimits.points) }),
    typed: ({ contribution }) => ({ point: contribution.points }),
    inputs: ({ asking, words, contribution, language: { t } }, fields) => [
      {
        boxes: fields.checkboxes("point", {
          legend: t("consultations:contributions.points"),
          options: asking.points
            .filter(({ into, point }) => into === null || contribution.points.includes(point))
            .map((point) => ({
              value: point.point,
              label: pointLabel(point, words),
            })),
        }),
      },
    ],
    command: ({ point }) => ({ type: "PlaceContribution", points: point }),
  }),
  hiding: act({
    name: "hiding",
    schema: z.object({ why: choice(hidingReasons, { missing: "consultations:act.hiding.missing" }) }),
    inputs: ({ language: { t } }, fields) => [
      {
        radios: fields.radios("why", {
          legend: t("consultations:act.hiding.why"),
          options: hidingReasons.map((value) => ({
            value,
            label: t(`words:hidingReason.${value}`),
            hint: t(`consultations:act.hiding.hint.${value}`),
          })),
        }),
      },
    ],
    command: ({ why }) => ({ type: "HideContribution", why }),
  }),
  showing: act({
    name: "showing",
    schema: z.object({ reason: requiredText(longestText) }),
    inputs: ({ language: { t } }, fields) => [
      { field: fields.textarea("reason", { label: t("consultations:act.showing.reason"), rows: 3 }) },
    ],
    command: ({ reason }) => ({ type: "ShowContribution", reason: { text: reason } }),
  }),
};

/** A form for it under what was said. */
export function contributionActPages<S extends z.ZodType>({ services }: Deps, spec: ContributionAct<S>, place: string) {
  return {
    async show(req: Request, res: Response): Promise<void> {
      const page = await contributionPage(services, req, res);
      if (!page.runs) forbidden();
      await showAct(res, page, blankForm(spec.typed?.(page) ?? {}, page.version));
    },

    async submit(req: Request, res: Response, form: Form<z.output<S>>): Promise<void> {
      const page = await contributionPage(services, req, res);
      if (!form.valid) return showAct(res, page, form);
      await submitCommand(services, form, {
        by: (filled) => submission(res, filled, "planner"),
        task: (values) => onContribution({ contribution: page.id, technology: page.row.id }, spec.command(values)),
        again: async (refused) => showAct(res, await contributionPage(services, req, res), refused),
        done: () => done(res, page.at(placeOf(page)), `consultations:act.${spec.name}.done`),
      });
    },
  };

  async function showAct(res: Response, page: ContributionPage, form: FormState): Promise<void> {
    const { language, at, contribution, words } = page;
    const { t } = language;
    await renderTechnology(
      res,
      page,
      "pages/consultations/form",
      {
        title: t(`consultations:act.${spec.name}.title`, { number: contribution.received.position }),
        trail: [...contributionTrail(page), { text: contributionName(page), href: at(placeOf(page)) }],
        lead: t(`consultations:act.${spec.name}.lead`),
        form,
      },
      {
        action: at(`${placeOf(page)}/${place}`),
        back: at(placeOf(page)),
        hidden: hiddenOf(form),
        about: paragraphsShown(language, words.get(contribution.text)),
        inputs: spec.inputs(page, fieldsOf(form, language)),
        button: t(`consultations:act.${spec.name}.button`),
      },
    );
  }
}
