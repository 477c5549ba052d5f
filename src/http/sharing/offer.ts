import { z } from "zod";
import { isInForce } from "../../domain/technology/state/in-force.ts";
import { mostDepartments } from "../../domain/technology/sharing/share.ts";
import type { Deps } from "../deps.ts";
import { choice, manyTexts, reference } from "../forms/fields.ts";
import { formInStage } from "../forms/stage.ts";
import { departmentName } from "../say/department.ts";
import { formPage } from "../technology-form.ts";
import { sharingCrumb, sharingPage } from "./sharing-page.ts";
import type { SharingPage } from "./sharing-page.ts";

const audiences = ["all", "named", "nobody"] as const;

export const offerSchema = z
  .object({ evidence: reference(), audience: choice(audiences), departments: manyTexts(mostDepartments) })
  .refine(({ audience, departments }) => audience !== "named" || departments.length > 0, {
    path: ["departments"],
    message: "sharing:offer.nameOne",
  });

/** A piece of this technology, offered to other departments; to nobody, the offer is over. */
export const offerPages = ({ services }: Deps) =>
  formPage<typeof offerSchema, SharingPage>(
    services,
    {
      schema: offerSchema,
      roles: ["planner"],
      action: ({ at }) => at("sharing/offer"),
      blank: ({ row }) => formInStage(row, "OfferEvidence"),
      command: ({ evidence, audience, departments }) => ({
        type: "OfferEvidence",
        evidence,
        to: audience === "all" ? "all" : audience === "nobody" ? [] : departments,
      }),
      done: () => ({ to: "sharing", key: "sharing:offer.done" }),
      show: (page, fields) => {
        const { language, technology, row, today, at } = page;
        const { t } = language;
        const pieces = technology.evidence.filter(
          (piece) => isInForce(piece, today) || technology.offers.some(({ evidence }) => evidence === piece.evidence),
        );
        const departments = services.views.departments.all();
        return {
          view: "pages/sharing/offer",
          head: {
            title: t("sharing:offer.title", { name: row.name }),
            trail: [sharingCrumb(page)],
            lead: t("sharing:offer.lead"),
          },
          model: {
            evidence: fields.select("evidence", {
              label: t("sharing:offer.evidence"),
              options: pieces.map(({ evidence, kind }) => ({
                value: evidence,
                label: `${evidence} · ${t(`words:kind.${kind}`)}`,
              })),
              choose: true,
            }),
            audience: fields.radios("audience", {
              legend: t("sharing:offer.audience"),
              options: audiences.map((value) => ({
                value,
                label: t(`sharing:offer.to.${value}`),
                hint: t(`sharing:offer.toHint.${value}`),
              })),
            }),
            departments: fields.checkboxes("departments", {
              legend: t("sharing:offer.departments"),
              stacked: true,
              options: departments
                .filter(({ key }) => key !== row.department)
                .slice(0, mostDepartments)
                .map(({ key }) => ({ value: key, label: departmentName(language, departments, key) })),
            }),
            back: at("sharing"),
          },
        };
      },
    },
    (req, res) => sharingPage(services, req, res),
  );
