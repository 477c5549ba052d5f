import type { Request, Response } from "express";
import type { Borrowed } from "../../domain/technology/state/sharing.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { wordsFor } from "../private-words.ts";
import type { Words } from "../private-words.ts";
import { pathValue } from "../request-values.ts";
import { textShown } from "../say/text.ts";
import type { Statement } from "../statement.ts";
import { renderTechnology } from "../technology-page.ts";
import type { FactModel } from "../view/components.ts";
import { borrowedModel } from "./borrowed-model.ts";
import { sharingCrumb, sharingPage } from "./sharing-page.ts";
import type { SharingPage } from "./sharing-page.ts";

/** A copy is put away with its reason; it stays on record and supports nothing from then on. */
export const putAwayStatement: Statement = {
  texts: "sharing:putAway",
  roles: ["planner"],
  command: (reason, req) => ({ type: "PutBorrowedAway", borrowed: pathValue(req, "borrowed"), reason }),
  path: "sharing/pieces/:borrowed/put-away",
  back: "sharing",
};

/** One piece that was taken over: where it comes from, its age, how far its context is, and whether it still stands. */
export const borrowedPages = ({ services }: Deps) => ({
  async show(req: Request, res: Response): Promise<void> {
    const page = await sharingPage(services, req, res);
    const { technology, language, open } = page;
    const { t } = language;
    const id = pathValue(req, "borrowed");
    const piece = technology.borrowed.find(({ borrowed }) => borrowed === id) ?? notFound();
    const words = await wordsFor(services, res, technology, [piece.putAway?.reason ?? null]);
    const pieceModel = await borrowedModel(services, page, piece);
    await renderTechnology(
      res,
      page,
      "pages/sharing/piece",
      {
        title: t("sharing:piece.title", { borrowed: id, kind: pieceModel.kind }),
        trail: [sharingCrumb(page), { text: id, href: pieceModel.href }],
        lead: t("sharing:piece.lead"),
      },
      {
        ...pieceModel,
        facts: factsOf(page, piece, words),
        putAway: piece.putAway === null && open.includes("PutBorrowedAway") ? `${pieceModel.href}/put-away` : null,
      },
    );
  },
});

function factsOf({ language }: SharingPage, piece: Borrowed, words: Words): readonly FactModel[] {
  const { t, format } = language;
  const { from, to, at, moved, putAway } = piece;
  const fact = (key: string, value: FactModel["value"]): FactModel => ({ term: t(`sharing:piece.${key}`), value });
  return [
    fact("measured", t("sharing:piece.period", { from: format.date(from), to: format.date(to) })),
    fact("taken", format.date(at)),
    ...(moved === null
      ? []
      : [
          fact(
            "moved",
            t("sharing:piece.movedOn", { state: t(`sharing:state.${moved.because}`), day: format.date(moved.at) }),
          ),
        ]),
    ...(putAway === null
      ? []
      : [fact("putAwayOn", format.date(putAway.at)), fact("reason", textShown(language, words.get(putAway.reason)))]),
  ];
}
