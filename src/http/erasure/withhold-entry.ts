import { withholdEntry } from "../../application/withhold.ts";
import { isWithheld } from "../../domain/technology/state/in-force.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { technologyPage } from "../technology-page.ts";
import { pathValue } from "../request-values.ts";
import { erasurePages } from "./erasure-form.ts";

/** What a piece's entry says was measured, taken out of the ledger for good on a legal ground; its hash stays. */
export const withholdEntryPages = ({ services }: Deps) =>
  erasurePages(async (req, res) => {
    const page = await technologyPage(services, req, res);
    const { technology, language, at } = page;
    const { t, format } = language;
    const piece = technology.evidence.find(({ evidence }) => evidence === pathValue(req, "piece")) ?? notFound();
    const back = at(`evidence/${piece.evidence}`);
    return {
      page,
      kind: "entry",
      action: `${back}/withholding`,
      back,
      facts: [
        { term: t("evidence:files.piece"), value: piece.evidence + t("common:comma") + t(`words:kind.${piece.kind}`) },
        { term: t("erasure:stands"), value: format.number(piece.position) },
        { term: t("erasure:hash"), value: (await services.ledger.leafHash(piece.position)) ?? "" },
      ],
      gone: isWithheld(piece) ? t("erasure:entry.already") : null,
      erase: (submission) => withholdEntry(services, { ...submission, entry: piece.position }),
    };
  });
