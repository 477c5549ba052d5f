import type { Piece } from "../../domain/technology/state/evidence.ts";
import type { PagerModel, TableModel } from "../view/components.ts";
import { html } from "../view/html.ts";
import type { Content } from "../view/html.ts";
import { formatTitle } from "../say/format-title.ts";
import { periodText } from "./page.ts";
import type { EvidencePage } from "./page.ts";
import { baselineMark, stateMark, stateReason } from "./state.ts";
import { titleOf } from "./title.ts";
import { warningText } from "../say/reader-warning.ts";

const piecesAPage = 50;

/** Some of a technology's pieces, newest first, and the pieces that the pages beside this one begin behind. */
export type PiecesPage = {
  readonly pieces: readonly Piece[];
  /** Null where that page is the first. */
  readonly newer: { readonly before: string | null } | null;
  readonly older: { readonly before: string } | null;
};

/** @param before the pieces attached before this one; of a piece that is not there, the newest */
export function piecesPage(all: readonly Piece[], before: string | undefined): PiecesPage {
  const newest = all.toReversed();
  const from = newest.findIndex(({ evidence }) => evidence === before) + 1;
  const pieces = newest.slice(from, from + piecesAPage);
  const last = pieces.at(-1);
  return {
    pieces,
    newer: from === 0 ? null : { before: newest[from - piecesAPage - 1]?.evidence ?? null },
    older: last === undefined || from + piecesAPage >= newest.length ? null : { before: last.evidence },
  };
}

export type FilesModel = { readonly title: string; readonly table: TableModel; readonly pager: PagerModel | null };

/** Every piece ever attached, newest first; nothing leaves this list. */
export function filesModel(page: EvidencePage, listed: PiecesPage): FilesModel {
  const { technology, language } = page;
  const { t } = language;
  const columns = ["piece", "effective", "readBy", "digest", "state"];
  return {
    title: t("evidence:files.title", { count: technology.evidence.length }),
    table: {
      caption: t("evidence:files.caption"),
      columns: columns.map((name) => ({ label: t(`evidence:files.${name}`) })),
      rows: listed.pieces.map((piece) => ({ cells: cellsOf(page, piece) })),
    },
    pager: listed.newer === null && listed.older === null ? null : pagerOf(page, listed),
  };
}

function cellsOf(page: EvidencePage, piece: Piece) {
  const { language, row } = page;
  const { t, format } = language;
  const document = piece.kind === "document";
  const link = html`<a href="/technologies/${row.slug}/evidence/${piece.evidence}">${titleOf(page, piece)}</a>`;
  const expires = document ? undefined : t("evidence:files.expires", { day: format.date(piece.expiresOn) });
  const readBy = document
    ? t("evidence:files.notMeasured")
    : t("evidence:files.reader", { format: formatTitle(language, piece.format), version: piece.readerVersion });
  return [
    { content: link, header: true, sub: aboutOf(page, piece) },
    { content: periodText(language, piece), sub: expires },
    { content: readBy },
    { content: html`<span class="mono nowrap">${format.digest(piece.digest)}</span>` },
    { content: stateMark(page, piece), sub: stateReason(page, piece) },
  ];
}

/** Baseline · e4 · load test · 48.2 MB · 599 400 rows, 0 not usable · wave 2; warnings in words on a line of their own. */
function aboutOf({ language }: EvidencePage, piece: Piece): Content {
  const { t, format } = language;
  const bytes = piece.files.reduce((sum, file) => sum + file.bytes, 0);
  const facts = [
    piece.evidence,
    t(`words:kind.${piece.kind}`),
    ...(piece.files.length > 1 ? [t("evidence:files.count", { count: piece.files.length })] : []),
    format.bytes(bytes),
    ...(piece.kind === "document"
      ? []
      : [t("evidence:files.rows", { count: piece.rows, rejected: piece.rejectedRows })]),
    ...(piece.wave === null ? [] : [t("evidence:files.wave", { wave: piece.wave })]),
  ];
  const about = piece.role === "baseline" ? html`${baselineMark(t)} · ${facts.join(" · ")}` : facts.join(" · ");
  if (piece.warnings.length === 0) return about;
  const warnings = piece.warnings.map((code) => warningText(language, code)).join(" ");
  return html`${about}<br />${warnings}`;
}

function pagerOf({ language, at }: EvidencePage, { pieces, newer, older }: PiecesPage): PagerModel {
  const { t } = language;
  const href = (before: string | null): string => at(before === null ? "evidence" : `evidence?before=${before}`);
  return {
    position: t("evidence:files.shown", {
      newest: pieces[0]?.evidence ?? "",
      oldest: pieces.at(-1)?.evidence ?? "",
    }),
    ...(newer !== null && { previous: { text: t("evidence:files.newer"), href: `${href(newer.before)}#files` } }),
    ...(older !== null && { next: { text: t("evidence:files.older"), href: `${href(older.before)}#files` } }),
  };
}
