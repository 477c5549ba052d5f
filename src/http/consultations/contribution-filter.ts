import type { Request } from "express";
import { contributionChannels, pointIn, withJoined } from "../../domain/technology/state/consultations.ts";
import type { Consultation } from "../../domain/technology/state/consultations.ts";
import type { ContributionFilter } from "../../projections/consultations/types.ts";
import { queryValue } from "../request-values.ts";
import { createForm } from "../view/form.ts";
import type { ConsultationPage } from "./page.ts";

/** A point stands for those that were joined to it too. */
export function filterOf(req: Request, technology: string, asking: Consultation): ContributionFilter {
  const point = queryValue(req, "point");
  const channel = contributionChannels.find((known) => known === queryValue(req, "channel"));
  return {
    technology,
    consultation: asking.consultation,
    ...(point === "none" && { points: "none" as const }),
    ...(point !== undefined && pointIn(asking, point) !== undefined && { points: withJoined(asking, point) }),
    ...(channel !== undefined && { channel }),
    ...(queryValue(req, "hidden") === "yes" && { hidden: true }),
  };
}

export function filterModel({ language: { t }, asking, at }: ConsultationPage, req: Request) {
  const values = {
    point: queryValue(req, "point") ?? "",
    channel: queryValue(req, "channel") ?? "",
    hidden: queryValue(req, "hidden") ?? "",
  };
  const fields = createForm(t, { values });
  const any = { value: "", label: t("consultations:contributions.any") };
  return {
    action: at(`consultations/${asking.consultation}/contributions`),
    all: Object.values(values).some((value) => value !== ""),
    fields: [
      fields.select("point", {
        label: t("consultations:contributions.point"),
        options: [
          any,
          { value: "none", label: t("consultations:contributions.unplaced") },
          ...asking.points.filter(({ into }) => into === null).map(({ point }) => ({ value: point, label: point })),
        ],
      }),
      fields.select("channel", {
        label: t("consultations:contributions.channel"),
        options: [any, ...asking.channels.map((value) => ({ value, label: t(`words:contributionChannel.${value}`) }))],
      }),
      fields.select("hidden", {
        label: t("consultations:contributions.shown"),
        options: [any, { value: "yes", label: t("consultations:contributions.hiddenOnly") }],
      }),
    ],
  };
}

/** The list of a selection, from a place on. */
export const addressOf =
  (base: string, req: Request) =>
  (after?: string): string => {
    const query = new URLSearchParams();
    for (const name of ["point", "channel", "hidden"]) {
      const value = queryValue(req, name);
      if (value !== undefined && value !== "") query.set(name, value);
    }
    if (after !== undefined) query.set("after", after);
    const text = query.toString();
    return text === "" ? base : `${base}?${text}`;
  };
