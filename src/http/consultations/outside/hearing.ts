import type { Consultation } from "../../../domain/technology/state/consultations.ts";
import type { FactModel, TableModel } from "../../view/components.ts";
import { html } from "../../view/html.ts";
import type { Language } from "../../view/languages.ts";
import type { Paragraphs } from "./find.ts";

/** The days that anybody may hold us to. */
export function datesOf({ t, format }: Language, of: Consultation): readonly FactModel[] {
  const fact = (name: string, day: string): FactModel => ({
    term: t(`taking-part:date.${name}`),
    value: html`<time datetime="${day.slice(0, 10)}">${format.date(day)}</time>`,
  });
  return [
    fact("opens", of.opensOn),
    fact(of.kind === "hearing" ? "held" : "closes", of.closesOn),
    fact("due", of.respondBy),
    ...(of.answered === null ? [] : [fact("answered", of.answered.at)]),
  ];
}

/** Where it takes place; once it was held, who was heard and what was said. No person is named. */
export function hearingModel(language: Language, { kind, place, minutes }: Consultation, words: Paragraphs) {
  if (kind !== "hearing") return null;
  const { t, format } = language;
  return {
    place: words(place),
    held: minutes === null ? null : t("taking-part:hearing.held", { day: format.date(minutes.heldOn) }),
    groups: minutes === null || minutes.groups.length === 0 ? null : groupsTable(language, minutes.groups),
    serving: minutes?.groups.some(({ serving }) => serving) === true ? t("taking-part:hearing.serving") : null,
    minutes: words(minutes?.minutes ?? null),
    document: minutes?.document == null ? null : t("taking-part:hearing.document"),
  };
}

function groupsTable(language: Language, groups: NonNullable<Consultation["minutes"]>["groups"]): TableModel {
  const { t, format } = language;
  return {
    caption: t("taking-part:hearing.groups"),
    columns: [{ label: t("taking-part:hearing.group") }, { label: t("taking-part:hearing.people"), num: true }],
    rows: groups.map(({ group, people, serving }) => ({
      cells: [
        {
          content: group,
          header: true,
          ...(serving && { sub: t("taking-part:hearing.isServing") }),
        },
        { content: format.number(people), num: true },
      ],
    })),
  };
}
