import type { Request, Response } from "express";
import { z } from "zod";
import { onCommittee } from "../../application/on-committee.ts";
import { isHeld, isToCome } from "../../domain/committee/seat.ts";
import { submitCommand } from "../command-form.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { blankForm } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { hiddenOf } from "../forms/show.ts";
import { done, render } from "../page.ts";
import { pathValue } from "../request-values.ts";
import { submission } from "../submission.ts";
import { languageOf } from "../visitor.ts";
import { organisationText } from "../say/organisation.ts";

export const endSchema = z.object({});

/** An administrator ends a membership before its last day: it cannot be taken back, so that a page says what follows. */
export function endPages(deps: Deps) {
  const { services } = deps;
  return {
    show: (req: Request, res: Response): Promise<void> => showEnd(deps, req, res, blankForm()),

    submit: (req: Request, res: Response, form: Form<object>): Promise<void> =>
      submitCommand(services, form, {
        by: (filled) => submission(res, filled, "administrator"),
        task: () => onCommittee({ type: "EndMembership", member: pathValue(req, "person") }),
        again: (refused) => showEnd(deps, req, res, refused),
        done: () => done(res, "/committee", "committee:members.ended"),
      }),
  };
}

async function showEnd({ services, people }: Deps, req: Request, res: Response, form: FormState): Promise<void> {
  const language = languageOf(res);
  const { t, format } = language;
  const [person, today] = [pathValue(req, "person"), services.today()];
  const seats = services.views.committee.seats().filter((seat) => seat.person === person);
  const seat = seats.find((held) => isHeld(held, today) || isToCome(held, today)) ?? seats.at(-1) ?? notFound();
  const name = (await people.names([person])).get(person) ?? t("people:erased");
  await render(
    res,
    "pages/committee/end",
    {
      title: t("committee:end.title", { name }),
      section: "people",
      crumbs: [{ text: t("committee:members.title"), href: "/committee" }],
      lead: t("committee:end.lead"),
      form,
    },
    {
      action: `/committee/${person}/ending`,
      hidden: hiddenOf(form),
      facts: [
        { term: t("committee:column.field"), value: seat.field },
        {
          term: t("committee:column.organisation"),
          value: organisationText(services, language, seat.organisation),
        },
        { term: t("committee:column.until"), value: format.date(seat.until) },
        { term: t("committee:end.follows"), value: t("committee:end.followsText") },
        { term: t("committee:end.stays"), value: t("committee:end.staysText") },
      ],
    },
  );
}
