import type { Response } from "express";
import type { CorrectionChanges, Entry } from "../../domain/technology/state/technology.ts";
import type { LedgerEvent } from "../../ledger/port.ts";
import type { PortfolioRow } from "../../projections/portfolio/types.ts";
import type { FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { render } from "../page.ts";
import { eventSentence } from "../say/event.ts";
import { languageOf, tellingsOf } from "../visitor.ts";

export type CorrectionPage = {
  readonly row: PortfolioRow;
  readonly entry: Entry;
  readonly event: LedgerEvent;
  readonly form: FormState;
  /** Figures of this type of entry that may be replaced; none: the statement alone corrects. */
  readonly changes: readonly (keyof CorrectionChanges)[];
  readonly zone: string;
};

const fieldOf: { readonly [field: string]: string } = {
  "changes.severity": "severity",
  "changes.occurredAt": "day",
  "changes.drillMinutes": "drillMinutes",
  "changes.drillOn": "drillOn",
};

export async function showCorrection(
  res: Response,
  { row, entry, event, form, changes, zone }: CorrectionPage,
): Promise<void> {
  const language = languageOf(res);
  const { t, format } = language;
  const shown = {
    ...form,
    reasons: form.reasons.map((one) => ({
      ...one,
      ...(fieldOf[one.field ?? ""] !== undefined && { field: fieldOf[one.field ?? ""] }),
    })),
  };
  const fields = fieldsOf(shown, language);
  const may = (name: keyof CorrectionChanges): boolean => changes.includes(name);
  await render(
    res,
    "pages/correction/correction",
    {
      title: t("correction:title", { name: row.name }),
      section: "portfolio",
      crumbs: [
        { text: t("portfolio:title"), href: "/technologies" },
        { text: row.name, href: `/technologies/${row.slug}` },
        { text: t("technology:history.crumb"), href: `/technologies/${row.slug}/history` },
      ],
      lead: t("correction:lead"),
      form: shown,
    },
    {
      action: `/technologies/${row.slug}/corrections`,
      hidden: [...hiddenOf(form), { name: "corrects", value: String(entry.position) }],
      entry: {
        at: format.dateTime(event.time),
        iso: event.time,
        text: eventSentence(tellingsOf(res), language, event),
        href: `/ledger/${entry.position}`,
        position: t("technology:position", { position: entry.position }),
      },
      severity: may("severity")
        ? fields.radios("severity", {
            legend: t("incidents:incident.severity"),
            hint: t("correction:severityHint"),
            options: [1, 2, 3, 4].map((one) => ({ value: String(one), label: t(`words:severity.${one}`) })),
          })
        : null,
      occurredAt: may("occurredAt")
        ? [
            fields.date("day", { label: t("incidents:incident.day") }),
            fields.text("time", {
              label: t("incidents:incident.time"),
              hint: t("incidents:incident.timeHint", { zone }),
              width: "xs",
              optional: true,
            }),
          ]
        : [],
      drill: may("drillMinutes")
        ? [
            fields.date("drillOn", { label: t("rollout:drill.on") }),
            fields.number("drillMinutes", { label: t("rollout:drill.minutes") }),
          ]
        : [],
      text: fields.textarea("text", { label: t("correction:text"), hint: t("pilot:hint.record"), rows: 5 }),
      back: `/technologies/${row.slug}/history`,
    },
  );
}
