import { z } from "zod";
import { mayVoid } from "../../domain/technology/incidents/incident-voiding.ts";
import type { Clock } from "../../domain/technology/state/incident-clocks.ts";
import type { Delivery } from "../../domain/technology/state/incidents.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { requiredText } from "../forms/fields.ts";
import type { FormState } from "../forms/form.ts";
import { wasSent } from "../forms/form.ts";
import { pathValue } from "../request-values.ts";
import { formPage } from "../technology-form.ts";
import type { FormFace } from "../technology-form.ts";
import type { Form as Fields } from "../view/form.ts";
import { dutyName } from "./duty-name.ts";
import { reporters } from "./incidents.ts";
import { crumbsTo, oneIncident, placeOf } from "./one-page.ts";
import type { OneIncident } from "./one-page.ts";

export const voidingSchema = z.object({ text: requiredText(2000) });

type VoidingPage = OneIncident & { readonly delivery: Delivery };

/** A delivery that was entered by mistake: what follows from taking it back, and why it is. */
export const voidingPages = (deps: Deps) =>
  formPage<typeof voidingSchema, VoidingPage>(
    deps.services,
    {
      schema: voidingSchema,
      roles: reporters,
      action: (page) => page.at(placeOf(page, `delivered/${page.delivery.delivery}`)),
      command: ({ text }, { incident, delivery }) => ({
        type: "VoidIncidentDelivery",
        incident: incident.incident,
        delivery: delivery.delivery,
        text: { text },
      }),
      done: (_, page) => ({ to: placeOf(page), key: "incidents:voiding.done" }),
      show: voidingShown,
    },
    async (req, res) => {
      const page = await oneIncident(deps, req, res);
      const delivery = page.incident.deliveries.find(({ delivery }) => delivery === pathValue(req, "delivery"));
      return { ...page, delivery: delivery ?? notFound() };
    },
  );

function voidingShown(page: VoidingPage, fields: Fields, form: FormState): FormFace {
  const { language, incident, delivery, row, at } = page;
  const { t, format } = language;
  return {
    view: "pages/incidents/voiding",
    head: {
      title: t("incidents:voiding.title", {
        technology: row.name,
        name: dutyName(page, delivery.duty),
        id: incident.incident,
      }),
      trail: crumbsTo(page),
      lead: t("incidents:voiding.lead", {
        entered: format.dateTime(delivery.enteredAt),
        at: format.dateTime(delivery.deliveredAt),
      }),
    },
    model: {
      closed: wasSent(form) ? null : closedBecause(page),
      follows: page.clocks.filter(({ duty }) => duty.key === delivery.duty).flatMap((clock) => followsOf(page, clock)),
      text: fields.textarea("text", { label: t("incidents:voiding.text"), hint: t("pilot:hint.record"), rows: 4 }),
      back: { text: t("common:back"), href: at(placeOf(page)) },
    },
  };
}

function closedBecause({ technology, delivery, person, language: { t } }: VoidingPage): string | null {
  if (delivery.voided !== null) return t("incidents:voiding.over");
  return mayVoid(technology, delivery, person.id) ? null : t("incidents:voiding.others");
}

/** What becomes of the term that this delivery stopped. */
function followsOf({ delivery, now, language: { t, format } }: VoidingPage, clock: Clock): readonly string[] {
  if (delivery.voided !== null || clock.stoppedAt !== delivery.enteredAt || clock.due === null) return [];
  if (clock.state === "late") return [t("incidents:voiding.already")];
  return [
    t(clock.due < now ? "incidents:voiding.late" : "incidents:voiding.early", { due: format.dateTime(clock.due) }),
  ];
}
