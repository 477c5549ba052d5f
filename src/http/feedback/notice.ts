import type { Request, Response } from "express";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { originOf } from "../origin.ts";
import { renderTechnology } from "../technology-page.ts";
import { locales } from "../view/locale.ts";
import { qrCode } from "../view/qr-code.ts";
import { feedbackCrumb, feedbackPage } from "./page.ts";

/** A sheet to hang up where the technology is used: in both languages, with the address to type and as a code. */
export const noticePages = ({ services, config, templates }: Deps) => ({
  async show(req: Request, res: Response): Promise<void> {
    const page = await feedbackPage(services, req, res);
    const { language, row, at, technology } = page;
    if (technology.feedback.form?.open !== true) notFound();
    const address = `${originOf(req, config)}/public/feedback/${row.slug}`;
    await renderTechnology(
      res,
      page,
      "pages/feedback/notice",
      {
        title: language.t("feedback:notice.title", { name: row.name }),
        trail: [feedbackCrumb(page)],
        lead: language.t(`feedback:notice.${services.views.outside.isOpen("feedback") ? "lead" : "shut"}`),
        bodyClass: "ts-printed",
      },
      {
        back: at("feedback"),
        qr: qrCode(address, language.t("feedback:notice.code", { name: row.name })),
        address: address.replace(/^https?:\/\//, ""),
        texts: locales.map((locale) => {
          const { t } = templates.languages.of(locale);
          return {
            lang: locale,
            title: t("feedback:notice.heading", { name: row.name }),
            what: t("feedback:notice.what"),
            how: t("feedback:notice.how"),
          };
        }),
      },
    );
  },
});
