import type { Response } from "express";
import type { Entry } from "../../domain/technology/state/technology.ts";
import type { LedgerEvent } from "../../ledger/port.ts";
import type { Correctable } from "../correctable.ts";
import type { FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { eventSentence } from "../say/event.ts";
import { renderTechnology } from "../technology-page.ts";
import type { TechnologyPage } from "../technology-page.ts";
import { tellingsOf } from "../visitor.ts";

export type CorrectionForm = {
  readonly entry: Entry;
  readonly event: LedgerEvent;
  readonly form: FormState;
  /** What of this entry may be replaced; null: the statement alone corrects. */
  readonly figures: Correctable | null;
  readonly timeZone: string;
};

export async function showCorrection(
  res: Response,
  page: TechnologyPage,
  { entry, event, form, figures, timeZone }: CorrectionForm,
): Promise<void> {
  const { row, language, at } = page;
  const { t, format } = language;
  const placed = atItsInputs(form, figures);
  const fields = fieldsOf(placed, language);
  await renderTechnology(
    res,
    page,
    "pages/correction/correction",
    {
      title: t("correction:title", { name: row.name }),
      trail: [{ text: t("technology:history.crumb"), href: at("history") }],
      lead: t("correction:lead"),
      form: placed,
    },
    {
      action: at("corrections"),
      hidden: [...hiddenOf(form), { name: "corrects", value: String(entry.position) }],
      entry: {
        at: format.dateTime(event.time),
        iso: event.time,
        text: eventSentence(tellingsOf(res), language, event),
        href: `/ledger/${entry.position}`,
        position: t("technology:position", { position: entry.position }),
      },
      figures: figures?.inputs(fields, language, timeZone) ?? [],
      text: fields.textarea("text", { label: t("correction:text"), hint: t("pilot:hint.record"), rows: 5 }),
      back: at("history"),
    },
  );
}

/** The domain speaks of changes; each is typed at an input. */
function atItsInputs(form: FormState, figures: Correctable | null): FormState {
  const inputOf: { readonly [change: string]: string } = { ...figures?.inputOf };
  const place = (field: string): string => {
    const change = /^changes\.(\w+)$/.exec(field)?.[1];
    return change === undefined ? field : (inputOf[change] ?? change);
  };
  return {
    ...form,
    reasons: form.reasons.map((reason) =>
      reason.field === undefined ? reason : { ...reason, field: place(reason.field) },
    ),
  };
}
