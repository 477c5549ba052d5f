import type { Request, Response } from "express";
import { recheckEvidence } from "../../application/recheck.ts";
import type { RecheckedPiece } from "../../application/recheck.ts";
import { mappingPlace } from "../../application/replay-evidence.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { renderTechnology, technologyPage } from "../technology-page.ts";
import type { TableModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";
import { pathValue } from "../request-values.ts";
import { evidenceCrumb } from "./page.ts";

/** `POST …/measurement`: the stored files read again, beside what the record says. It changes nothing. */
export function measurementPage({ services }: Deps) {
  return async (req: Request, res: Response): Promise<void> => {
    const page = await technologyPage(services, req, res);
    const { row, language, at } = page;
    const evidence = pathValue(req, "piece");
    const recheck = await recheckEvidence(services, row.slug, evidence);
    const piece = recheck?.pieces[0] ?? notFound();
    const { t } = language;
    const untold = piece.differences.some(({ where, cause }) => cause === "erased" && where === mappingPlace(evidence));
    const back = at(`evidence/${evidence}`);
    await renderTechnology(
      res,
      page,
      "pages/evidence/measurement",
      {
        title: t(piece.same ? "mapping:again.same" : "mapping:again.differs", { evidence }),
        trail: [evidenceCrumb(page), { text: evidence, href: back }],
        lead: t(`mapping:again.${untold ? "untoldLead" : piece.same ? "sameLead" : "differsLead"}`),
      },
      {
        reader: readerText(language, piece),
        table: piece.same ? null : differencesTable(language, piece),
        back,
      },
    );
  };
}

/** The reader's own words on what changed stand as they are, in English. */
function readerText({ t }: Language, { reader }: RecheckedPiece): string | null {
  if (reader === null || reader.recorded === reader.current) return null;
  const { format, recorded, current, changes } = reader;
  if (current === null) return t("mapping:again.noReader", { format, recorded });
  const what = changes.map(({ version, change }) => `${version}: ${change}`).join("; ");
  return t("mapping:again.reader", { format, recorded, current, what: what === "" ? "–" : what });
}

function differencesTable({ t }: Language, { differences }: RecheckedPiece): TableModel {
  return {
    caption: t("mapping:again.caption"),
    columns: ["where", "recorded", "now", "cause"].map((name) => ({ label: t(`mapping:again.${name}`) })),
    rows: differences.map(({ where, recorded, recomputed, cause }) => ({
      cells: [
        { content: where, header: true },
        { content: shortJson(recorded) },
        { content: shortJson(recomputed) },
        { content: t(`mapping:again.causes.${cause}`) },
      ],
    })),
  };
}

function shortJson(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
