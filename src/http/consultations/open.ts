import { z } from "zod";
import { consultationLimits } from "../../domain/technology/consultations/limits.ts";
import { consultationKinds, pollWays } from "../../domain/technology/state/consultations.ts";
import { addDays } from "../../domain/words/days.ts";
import type { Deps } from "../deps.ts";
import { forbidden } from "../faults.ts";
import { choice, optionalText, optionalWholeNumber } from "../forms/fields.ts";
import { formInStage } from "../forms/stage.ts";
import { formPage } from "../technology-form.ts";
import type { FormFace } from "../technology-form.ts";
import type { Form as Fields } from "../view/form.ts";
import type { InputModel } from "./forms.ts";
import { linesOf } from "./lines.ts";
import { consultationsCrumb, consultationsPage } from "./page.ts";
import type { ConsultationsPage } from "./page.ts";
import { termsFields, termsFrom, termsInputs } from "./terms-form.ts";

const { options, answers } = consultationLimits;

const openSchema = z.object({
  kind: choice(consultationKinds, { missing: "consultations:terms.kindMissing" }),
  ...termsFields,
  options: optionalText(options * 300).transform(linesOf),
  way: choice(pollWays).optional(),
  most: optionalWholeNumber({ least: 1, most: answers }),
});

/** A planner fixes what the public is asked, on which papers, for how long and how. */
export const openPages = ({ services }: Deps) =>
  formPage<typeof openSchema, ConsultationsPage>(
    services,
    {
      schema: openSchema,
      roles: ["planner"],
      action: ({ at }) => at("consultations/new"),
      blank: ({ row, today, policy }) => {
        const { openDays, responseDays } = policy.safeguards.consultations;
        const closesOn = addDays(today, openDays - 1);
        return formInStage(row, "OpenConsultation", {
          kind: "written",
          opensOn: today,
          closesOn,
          respondBy: addDays(closesOn, responseDays),
          channels: ["page", "letter", "counter"],
          way: "codes",
        });
      },
      command: ({ options: chosen, way, most, kind, ...values }) => ({
        type: "OpenConsultation",
        kind,
        ...termsFrom(values, kind),
        poll:
          kind === "poll"
            ? {
                options: chosen.map((option) => ({ option: { text: option } })),
                way: way ?? "codes",
                most: way === "link" ? most : null,
              }
            : null,
      }),
      done: (_, { technology }) => ({
        to: `consultations/k${technology.consultations.length + 1}`,
        key: "consultations:open.done",
      }),
      show: openFace,
    },
    async (req, res) => {
      const page = await consultationsPage(services, req, res);
      return page.runs ? page : forbidden();
    },
  );

function openFace(page: ConsultationsPage, fields: Fields): FormFace {
  const { t } = page.language;
  return {
    view: "pages/consultations/form",
    head: {
      title: t("consultations:open.title", { name: page.row.name }),
      trail: [consultationsCrumb(page)],
      lead: t("consultations:open.lead"),
    },
    model: {
      back: page.at("consultations"),
      about: null,
      inputs: [kindInput(page, fields), ...termsInputs(page, fields, null), ...pollInputs(page, fields)],
      button: t("consultations:open.submit"),
    },
  };
}

const kindInput = ({ language: { t } }: ConsultationsPage, fields: Fields): InputModel => ({
  radios: fields.radios("kind", {
    legend: t("consultations:terms.kind"),
    options: consultationKinds.map((value) => ({
      value,
      label: t(`consultations:terms.kinds.${value}`),
      hint: t(`consultations:terms.kindHint.${value}`),
    })),
  }),
});

const pollInputs = ({ language: { t, format } }: ConsultationsPage, fields: Fields): readonly InputModel[] => [
  {
    heading: t("consultations:terms.poll"),
    field: fields.textarea("options", {
      label: t("consultations:terms.options"),
      hint: t("consultations:terms.optionsHint", { most: options }),
      rows: 4,
      optional: true,
    }),
  },
  {
    radios: fields.radios("way", {
      legend: t("consultations:terms.way"),
      options: pollWays.map((value) => ({
        value,
        label: t(`consultations:terms.ways.${value}`),
        hint: t(`consultations:terms.wayHint.${value}`),
      })),
    }),
  },
  {
    field: fields.number("most", {
      label: t("consultations:terms.most"),
      hint: t("consultations:terms.mostHint", { most: format.number(answers) }),
      optional: true,
    }),
  },
];
