import type { Response } from "express";
import { checkEvidence, readingOf } from "../../application/attach-evidence.ts";
import { optionsOf } from "../../application/measure-piece.ts";
import type { Services } from "../../application/services.ts";
import { rejectedRowsInWorker } from "../../evidence/in-worker.ts";
import type { RejectedList } from "../../evidence/rejected-list.ts";
import { csvLine } from "../lists/csv.ts";
import type { TechnologyPage } from "../technology-page.ts";
import { languageOf } from "../visitor.ts";
import type { Read } from "./attach-again.ts";
import { rowReason } from "../say/row-reason.ts";

/** Every row of a form's files that cannot be used, read as the form says. */
export async function rejectedIn(
  services: Services,
  { technology }: Pick<TechnologyPage, "technology">,
  { staged, submission }: Read,
): Promise<RejectedList> {
  const outcome = await checkEvidence(services, submission);
  const mapping = outcome.kind === "readable" ? outcome.mapped.mapping : null;
  const reading = readingOf(services, technology, submission);
  return rejectedRowsInWorker(staged.files, optionsOf({ ...reading, mapping: mapping ?? reading.mapping }));
}

/** As a table: file, row, reason, and what stands in the row's cells. */
export function sendRejected(res: Response, { rows, others }: RejectedList): void {
  const language = languageOf(res);
  const { t } = language;
  const headings = [...new Set(rows.flatMap(({ cells }) => cells.map(({ column, heading }) => heading || column)))];
  const first = ["file", "row", "reason"].map((name) => t(`mapping:rejected.${name}`));
  const lines = [
    ...rows.map(({ file, line, why, cells }) => {
      const written = new Map(cells.map(({ column, heading, written: text }) => [heading || column, text]));
      return [
        file,
        String(line),
        why === null ? "" : rowReason(language, why),
        ...headings.map((heading) => written.get(heading) ?? ""),
      ];
    }),
    ...others.map(({ file = "", row, why }) => [file, String(row), rowReason(language, why)]),
  ];
  res
    .attachment(t("mapping:rejected.name"))
    .type("text/csv")
    .send(`\ufeff${csvLine([...first, ...headings])}${lines.map(csvLine).join("")}`);
}
