import { z } from "zod";
import type { Deps } from "../deps.ts";
import { requiredText } from "../forms/fields.ts";
import { formInStage } from "../forms/stage.ts";
import { technologyForm } from "../technology-form.ts";
import { pilotCrumb } from "./crumb.ts";

export const stopSchema = z.object({
  reason: requiredText(4000, { missing: "pilot:missing.stopReason" }),
  lessons: requiredText(4000, { missing: "pilot:missing.lessons" }),
});

/** Stopping early is a result: the reason for the record, the lessons for whoever comes next. */
export const stopPages = ({ services }: Deps) =>
  technologyForm(services, {
    schema: stopSchema,
    roles: ["planner", "approver"],
    action: ({ at }) => at("pilot/stop"),
    blank: ({ row }) => formInStage(row, "StopPilot"),
    command: ({ reason, lessons }) => ({ type: "StopPilot", reason: { text: reason }, lessons: { text: lessons } }),
    done: () => ({ to: "", key: "pilot:stop.done" }),
    show: (page, fields) => {
      const { t } = page.language;
      return {
        view: "pages/pilot/stop",
        head: {
          title: t("pilot:stop.title", { name: page.row.name }),
          trail: [pilotCrumb(page)],
          lead: t("pilot:stop.lead"),
        },
        model: {
          reason: fields.textarea("reason", { label: t("pilot:stop.reason"), hint: t("pilot:hint.record"), rows: 4 }),
          lessons: fields.textarea("lessons", {
            label: t("pilot:stop.lessons"),
            hint: t("pilot:stop.lessonsHint"),
            rows: 6,
          }),
          back: page.at("plan"),
        },
      };
    },
  });
