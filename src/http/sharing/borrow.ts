import { z } from "zod";
import type { OfferedPiece } from "../../projections/sharing/sharing.ts";
import type { Deps } from "../deps.ts";
import { reference } from "../forms/fields.ts";
import { formInStage } from "../forms/stage.ts";
import { departmentName } from "../say/department.ts";
import { formPage } from "../technology-form.ts";
import { sharingCrumb, sharingPage } from "./sharing-page.ts";
import type { SharingPage } from "./sharing-page.ts";

/** "<technology>:<piece>" */
export const borrowSchema = z.object({ piece: reference() });

/** More than anybody looks through; a department that is offered more names what it looks for to whom offers it. */
const mostOffered = 200;

type BorrowPage = SharingPage & { readonly offered: readonly OfferedPiece[] };

/** A piece of another technology, taken over as support of a judgement. */
export const borrowPages = ({ services }: Deps) =>
  formPage<typeof borrowSchema, BorrowPage>(
    services,
    {
      schema: borrowSchema,
      roles: ["planner"],
      action: ({ at }) => at("sharing/borrowed"),
      blank: ({ row }) => formInStage(row, "BorrowEvidence"),
      command: ({ piece }) => {
        const [technology = "", evidence = ""] = piece.split(":");
        return { type: "BorrowEvidence", technology, evidence };
      },
      done: () => ({ to: "sharing", key: "sharing:borrow.done" }),
      show: (page, fields) => {
        const { language, row, offered, at } = page;
        const { t, format } = language;
        return {
          view: "pages/sharing/borrow",
          head: {
            title: t("sharing:borrow.title", { name: row.name }),
            trail: [sharingCrumb(page)],
            lead: t("sharing:borrow.lead"),
          },
          model: {
            piece:
              offered.length === 0
                ? null
                : fields.radios("piece", {
                    legend: t("sharing:borrow.piece"),
                    options: offered.map((offer) => ({
                      value: `${offer.technology}:${offer.evidence}`,
                      label: `${offer.name} · ${offer.evidence}`,
                      hint: t("sharing:borrow.hint", {
                        kind: t(`words:kind.${offer.kind}`),
                        department: departmentName(language, services.views.departments.all(), offer.department),
                        until: format.date(offer.expiresOn),
                      }),
                    })),
                  }),
            back: at("sharing"),
          },
        };
      },
    },
    async (req, res) => {
      const page = await sharingPage(services, req, res);
      const { row, today } = page;
      return { ...page, offered: services.views.sharing.offeredTo(row.department, row.id, today, mostOffered) };
    },
  );
