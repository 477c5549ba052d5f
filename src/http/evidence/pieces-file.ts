import type { Request, Response } from "express";
import type { Services } from "../../application/services.ts";
import type { Piece } from "../../domain/technology/state/evidence.ts";
import { namedColumns } from "../lists/list-file.ts";
import type { ListFile, ListRow, NamedColumn } from "../lists/list-file.ts";
import { formatTitle } from "../say/format-title.ts";
import { textShown } from "../say/text.ts";
import { plainOf } from "../view/plain.ts";
import { evidencePage, periodText } from "./page.ts";
import type { EvidencePage } from "./page.ts";
import { stateMark, stateReason } from "./state.ts";

const columns: readonly NamedColumn[] = [
  { name: "key" },
  { name: "piece" },
  { name: "kind" },
  { name: "effective" },
  { name: "expiresOn", holds: "day" },
  { name: "readBy" },
  { name: "readerVersion" },
  { name: "sentFiles", holds: "number" },
  { name: "bytes", holds: "number" },
  { name: "dataRows", holds: "number" },
  { name: "rejectedRows", holds: "number" },
  { name: "waveNumber", holds: "number" },
  { name: "digest" },
  { name: "state" },
  { name: "reason" },
];

/** Every piece of a technology as its page lists it, newest first, with the digest whole. */
export async function piecesFile(services: Services, req: Request, res: Response): Promise<ListFile> {
  const page = await evidencePage(services, req, res, (all) => all);
  return {
    name: `${page.row.slug}-evidence`,
    title: page.language.t("evidence:files.caption"),
    columns: namedColumns(page.language, "evidence:files", columns),
    pages: [page.technology.evidence.toReversed().map((piece) => lineOf(page, piece))],
  };
}

function lineOf(page: EvidencePage, piece: Piece): ListRow {
  const { language } = page;
  const measured = piece.kind === "document" ? null : piece;
  return [
    piece.evidence,
    plainOf(textShown(language, page.words.get(piece.title))),
    language.t(`words:kind.${piece.kind}`),
    plainOf(periodText(language, piece)),
    measured?.expiresOn ?? null,
    measured === null ? null : formatTitle(language, measured.format),
    measured?.readerVersion ?? null,
    piece.files.length,
    piece.files.reduce((sum, file) => sum + file.bytes, 0),
    measured?.rows ?? null,
    measured?.rejectedRows ?? null,
    piece.wave,
    piece.digest,
    plainOf(stateMark(page, piece)),
    plainOf(stateReason(page, piece)),
  ];
}
