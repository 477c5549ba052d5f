import type { Response } from "express";
import type { Scope } from "../../domain/technology/may-read.ts";
import type { Deps } from "../deps.ts";
import type { LinkModel, PagerModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";

/** What somebody looks for, and who looks. */
export type Asked = {
  readonly deps: Deps;
  readonly language: Language;
  readonly res: Response;
  readonly typed: string;
  /** What they may find of words that are not for everybody. */
  readonly scope: Scope;
  /** Where the page of one group goes on. */
  readonly after: string | null;
};

export type Hit = { readonly text: string; readonly href?: string | undefined; readonly note: string };

export type Group = {
  readonly id: string;
  readonly title: string;
  readonly count: string;
  readonly hits: readonly Hit[];
  /** Where all of the group are; null where they are here. */
  readonly more: LinkModel | null;
  readonly pager: PagerModel | null;
};

/** Of each group among the others, and of one alone. */
export const [few, pageSize] = [5, 20];

export const addressOf = ({ typed }: Asked, kind: string, after?: string): string =>
  `/search?${new URLSearchParams({ q: typed, kind, ...(after !== undefined && { after }) }).toString()}`;

/** How many there are; more than the most that are counted are said to be more. */
export const countSaid = ({ t, format }: Language, count: number, most: number): string =>
  count > most ? t("common:pager.moreThan", { count: format.number(most) }) : format.number(count);

type Listed = {
  readonly id: string;
  readonly title: string;
  readonly all: readonly Hit[];
  /** Where there are more than are listed; else their number. */
  readonly count?: string;
};

/** A group of a list that is in memory: its pages are told apart by numbers. */
export function groupOfAll(asked: Asked, { id, title, all, count: figure }: Listed, alone: boolean): Group {
  const { t, format } = asked.language;
  const from = alone ? Math.max(0, Number.parseInt(asked.after ?? "0", 10) || 0) : 0;
  const hits = all.slice(from, from + (alone ? pageSize : few));
  const next = from + hits.length;
  const count = figure ?? format.number(all.length);
  return {
    id,
    title,
    count,
    hits,
    more: alone || all.length <= few ? null : { text: t("search:more", { count }), href: addressOf(asked, id) },
    pager: alone ? pagerOf(asked, id, { isFirst: from === 0, next: next < all.length ? String(next) : null }) : null,
  };
}

/** Leads on, and back to the beginning; null where one page is all. */
export function pagerOf(
  asked: Asked,
  kind: string,
  { isFirst, next }: { readonly isFirst: boolean; readonly next: string | null },
): PagerModel | null {
  const { t } = asked.language;
  if (isFirst && next === null) return null;
  return {
    ...(!isFirst && { previous: { text: t("common:pager.first"), href: addressOf(asked, kind) } }),
    ...(next !== null && { next: { text: t("common:pager.next"), href: addressOf(asked, kind, next) } }),
  };
}
