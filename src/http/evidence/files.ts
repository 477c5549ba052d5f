import type { Piece } from "../../domain/technology/state/evidence.ts";
import type { PagerModel, TableModel } from "../view/components.ts";
import { html } from "../view/html.ts";
import type { Content } from "../view/html.ts";
import { formatTitle } from "./formats.ts";
import { periodText } from "./page.ts";
import type { EvidencePage } from "./page.ts";
import { baselineMark, stateMark, stateReason } from "./state.ts";
import { titleOf } from "./title.ts";
import { warningText } from "./warnings.ts";

export const piecesAPage = 50;

export type FilesModel = { readonly title: string; readonly table: TableModel; readonly pager: PagerModel | null };

/** Every piece ever attached, newest first; nothing leaves this list. */
export function filesModel(page: EvidencePage, number: number): FilesModel {
  const { technology, language } = page;
  const { t } = language;
  const newest = technology.evidence.toReversed();
  const shown = newest.slice((number - 1) * piecesAPage, number * piecesAPage);
  const columns = ["piece", "effective", "readBy", "digest", "state"];
  return {
    title: t("evidence:files.title", { count: newest.length }),
    table: {
      caption: t("evidence:files.caption"),
      columns: columns.map((name) => ({ label: t(`evidence:files.${name}`) })),
      rows: shown.map((piece) => ({ cells: cellsOf(page, piece) })),
    },
    pager: newest.length > piecesAPage ? pagerOf(page, number, Math.ceil(newest.length / piecesAPage)) : null,
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

function pagerOf({ language, row }: EvidencePage, number: number, last: number): PagerModel {
  const { t } = language;
  const href = (to: number): string => `/technologies/${row.slug}/evidence?page=${to}`;
  return {
    position: t("evidence:files.page", { page: number, last }),
    ...(number > 1 && { previous: { text: t("common:pager.previous"), href: href(number - 1) } }),
    ...(number < last && { next: { text: t("common:pager.next"), href: href(number + 1) } }),
  };
}
