import type { Request, Response } from "express";
import type { Deps } from "../deps.ts";
import { wordsFor } from "../private-words.ts";
import { renderTechnology } from "../technology-page.ts";
import { dossierDigests, dossierModel } from "./dossier-model.ts";
import { gateCrumb, partsOf } from "./gate-parts.ts";

/** One sheet from question to votes, as of any position, with what it takes to check it elsewhere. */
export function dossierPages(deps: Deps) {
  const { services, typesetter } = deps;
  return {
    async show(req: Request, res: Response): Promise<void> {
      const parts = await partsOf(deps, req, res);
      const { row, view, language, at, asOf } = parts;
      const { t } = language;
      const words = await wordsFor(services, res, parts.technology, dossierDigests(parts));
      const { position, root, time } = await services.ledger.head();
      const head = await headOf(asOf, { position, root, at: time ?? view.facts.now });
      const there = at(`gates/${view.gate}`);
      const moment = asOf === null ? "" : `?asOf=${asOf}`;
      await renderTechnology(
        res,
        parts,
        "pages/gate/dossier",
        {
          title: t("gate:dossier.title", { name: row.name, gate: t(`words:gate.${view.gate}`) }),
          trail: [gateCrumb(parts, view.gate)],
          bodyClass: "is-dossier",
          ownHead: true,
        },
        {
          back: there,
          pdf: typesetter.available ? `${there}/dossier.pdf${moment}` : null,
          docx: `${there}/dossier.docx${moment}`,
          papers: `/meeting-papers?gate=${row.slug}/${view.gate}`,
          ...(await dossierModel(deps, parts, words, head)),
        },
      );
    },
  };

  /** Of the past: the root as it was then. */
  async function headOf(asOf: number | null, now: { position: number; root: string; at: string }) {
    if (asOf === null) return now;
    return { ...now, position: asOf, root: (await services.ledger.rootAt(asOf)) ?? now.root };
  }
}
