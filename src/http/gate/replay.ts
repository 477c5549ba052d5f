import type { Request, Response } from "express";
import { inWorker } from "../../application/beside/in-worker.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { renderTechnology } from "../technology-page.ts";
import { languageOf } from "../visitor.ts";
import { decisionPage } from "./decision-page.ts";
import { gateCrumb } from "./gate-parts.ts";

/** Large files are measured again: whoever asks why waits for them. */
const longestMs = 600_000;

/** Recomputes the decision from ledger and vault, for whoever asks why. */
export function replayPages({ services }: Deps) {
  return {
    async show(req: Request, res: Response): Promise<void> {
      const page = await decisionPage(services, req, languageOf(res));
      const { position, decision, language } = page;
      const { t } = language;
      const { dataDir } = services.config;
      const replay = await inWorker<"decision">({ kind: "decision", dataDir, position }, longestMs);
      const { same, differences } = replay ?? notFound();
      await renderTechnology(
        res,
        page,
        "pages/gate/replay",
        {
          title: t(same ? "gate:replay.same" : "gate:replay.different"),
          trail: [gateCrumb(page, decision.gate)],
          lead: t(same ? "gate:replay.leadSame" : "gate:replay.leadDifferent", { count: differences.length }),
        },
        {
          table: {
            caption: t("gate:replay.caption"),
            columns: [
              { label: t("gate:replay.where") },
              { label: t("gate:replay.recorded") },
              { label: t("gate:replay.recomputed") },
              { label: t("gate:replay.cause") },
            ],
            rows: differences.map(({ where, recorded, recomputed, cause }) => ({
              cells: [
                { content: where, header: true },
                { content: shortJson(recorded) },
                { content: shortJson(recomputed) },
                { content: t(`gate:replay.causes.${cause}`) },
              ],
            })),
          },
          any: differences.length > 0,
          back: `/decisions/${position}`,
        },
      );
    },
  };
}

const shortJson = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value)).slice(0, 200);
