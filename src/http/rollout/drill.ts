import { z } from "zod";
import type { Deps } from "../deps.ts";
import { day, requiredText, wholeNumber } from "../forms/fields.ts";
import { blankForm } from "../forms/form.ts";
import { technologyForm } from "../technology-form.ts";
import type { TechnologyPage } from "../technology-page.ts";
import type { Crumb } from "../view/chrome.ts";
import { rolloutCrumb } from "./crumb.ts";

export const drillSchema = z.object({
  on: day(),
  minutes: wholeNumber({ least: 1, most: 100_000 }),
  text: requiredText(4000),
});

/** A rehearsed restore or rollback: when, how long it took, what was done. While the pilot runs, it is a part of it. */
export const drillPages = ({ services }: Deps) =>
  technologyForm(services, {
    schema: drillSchema,
    roles: ["planner"],
    action: ({ at }) => at("rollout/drills"),
    blank: ({ today, technology }) => blankForm({ on: today }, technology.version),
    command: ({ on, minutes, text }) => ({ type: "RecordDrill", on, minutes, text: { text } }),
    done: (_, page) => ({ to: isPiloting(page) ? "plan" : "rollout", key: "rollout:drill.done" }),
    show: (page, fields) => {
      const { t, format } = page.language;
      const { restore, drillValidityDays } = page.policy;
      return {
        view: "pages/rollout/drill",
        head: {
          title: t("rollout:drill.title", { name: page.row.name }),
          trail: [isPiloting(page) ? pilotCrumb(page) : rolloutCrumb(page)],
          lead: t("rollout:drill.lead"),
        },
        model: {
          shows: t("rollout:drill.shows", { count: restore.shownBy, factor: restore.factor }),
          wave: t("rollout:drill.wave", { days: format.days(drillValidityDays) }),
          on: fields.date("on", { label: t("rollout:drill.on") }),
          minutes: fields.number("minutes", { label: t("rollout:drill.minutes") }),
          text: fields.textarea("text", { label: t("rollout:drill.text"), rows: 4 }),
        },
      };
    },
  });

const isPiloting = ({ technology }: TechnologyPage): boolean => technology.stage === "piloting";

const pilotCrumb = ({ language, at }: TechnologyPage): Crumb => ({
  text: language.t("pilot:crumb"),
  href: at("plan"),
});
