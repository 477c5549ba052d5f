import { arcMap } from "../../domain/interfaces/arc-map.ts";
import type { ExchangePlace, InterfaceQueries, TechnologyExchange } from "../../projections/interfaces/types.ts";
import { arcs } from "../charts/arcs.ts";
import type { ArcLink, ArcNode } from "../charts/arcs.ts";
import { withDownloads } from "../charts/downloads.ts";
import type { Standard } from "../../domain/standards/standard.ts";
import { versionSaid } from "../say/standard.ts";
import { departmentName } from "../say/department.ts";
import type { NamedDepartment } from "../say/department.ts";
import type { FigureModel, PagerModel, TableModel } from "../view/components.ts";
import { html } from "../view/html.ts";
import type { Content } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { exchangesAddress, interfacesAddress } from "./query.ts";

/** Up to so many exchanges are drawn one by one for the whole house; more are drawn between departments first. */
const mostOfAll = 60;
/** Names that one map holds. */
const mostNodes = 200;
/** Pairs of technologies on a page of one department's map: as many as have no more names than it holds. */
const mostPairs = 100;

export interface MapGround {
  readonly language: Language;
  readonly queries: InterfaceQueries;
  readonly departments: readonly NamedDepartment[];
  /** Technologies by slug: name and department. */
  readonly standardOf: (key: string) => Standard | null;
  readonly nameOf: (slug: string) => { readonly name: string; readonly department: string } | null;
}

/**
 * Who shares with whom: technologies where they are few or of one department, there a page at a time, else departments.
 * Null: nobody with anybody.
 */
export function mapPart(ground: MapGround, department: string | null, from: ExchangePlace): MapPart {
  if (department === null) return { figure: houseFigure(ground), pager: null };
  const { exchanges, next } = ground.queries.ofDepartment(department, from, mostPairs);
  const continued = from.slug !== "";
  const { t } = ground.language;
  const part = continued || next !== null ? t("interfaces:map.part") : null;
  return {
    figure: exchanges.length === 0 ? null : technologiesFigure(ground, exchanges, part),
    pager: pagerOf(ground.language, department, continued, next),
  };
}

interface MapPart {
  readonly figure: FigureModel | null;
  readonly pager: PagerModel | null;
}

function pagerOf(
  { t }: Language,
  department: string,
  continued: boolean,
  next: ExchangePlace | null,
): PagerModel | null {
  if (!continued && next === null) return null;
  return {
    ...(continued && { previous: { text: t("interfaces:map.first"), href: `${interfacesAddress(department)}#map` } }),
    ...(next !== null && { next: { text: t("interfaces:map.more"), href: exchangesAddress(department, next) } }),
  };
}

function houseFigure(ground: MapGround): FigureModel | null {
  const all = ground.queries.ofAll(mostOfAll + 1);
  if (all.length === 0) return null;
  return all.length > mostOfAll ? departmentsFigure(ground) : technologiesFigure(ground, all, null);
}

function departmentsFigure({ language, queries, departments }: MapGround): FigureModel {
  const { t, format } = language;
  const exchanges = queries.exchanges();
  const nameOf = (key: string): string => departmentName(language, departments, key);
  const keys = mostLinked(exchanges.map(({ provider, consumer }) => [provider, consumer]));
  const nodes: ArcNode[] = keys.map((key) => ({ id: key, group: "", name: nameOf(key) }));
  const links = exchanges.map(({ provider, consumer, interfaces, without }): ArcLink => ({
    from: provider,
    to: consumer,
    standard: without < interfaces,
  }));
  const link = (key: string): Content => html`<a href="${interfacesAddress(key)}">${nameOf(key)}</a>`;
  const table: TableModel = {
    caption: t("interfaces:map.between"),
    columns: [
      ...["provider", "consumer"].map((name) => ({ label: t(`interfaces:column.${name}`) })),
      { label: t("interfaces:column.count"), num: true },
      { label: t("interfaces:column.without"), num: true },
    ],
    rows: exchanges.map(({ provider, consumer, interfaces, without }) => ({
      cells: [
        { content: link(provider), header: true },
        { content: link(consumer) },
        { content: format.number(interfaces), num: true },
        { content: format.number(without), num: true },
      ],
    })),
  };
  const title = t("interfaces:map.departments", { count: keys.length });
  return figureOf(language, title, nodes, links, table);
}

function technologiesFigure(
  { language, departments, nameOf, standardOf }: MapGround,
  exchanges: readonly TechnologyExchange[],
  /** What is said where this is not all. */
  part: string | null,
): FigureModel {
  const { t, format } = language;
  const named = (slug: string): string => nameOf(slug)?.name ?? slug;
  const slugs = mostLinked(exchanges.map(({ provider, consumer }) => [provider, consumer]));
  const nodes = slugs.map((slug): ArcNode => {
    const group = nameOf(slug)?.department ?? "";
    return { id: slug, group, name: named(slug), heading: departmentName(language, departments, group) };
  });
  const links = exchanges.map(({ provider, consumer, standard }): ArcLink => ({
    from: provider,
    to: consumer,
    standard: standard !== null,
  }));
  const link = (slug: string): Content => html`<a href="/technologies/${slug}/safeguards">${named(slug)}</a>`;
  const table: TableModel = {
    caption: t("interfaces:map.between"),
    columns: [
      ...["provider", "consumer", "standard"].map((name) => ({ label: t(`interfaces:column.${name}`) })),
      { label: t("interfaces:column.count"), num: true },
    ],
    rows: exchanges.map(({ provider, consumer, standard, accepted, interfaces }) => ({
      cells: [
        { content: link(provider), header: true },
        { content: link(consumer) },
        {
          content: standard === null ? t("interfaces:none") : versionSaid(language, standardOf, standard),
          ...(accepted === 0 && { sub: t("interfaces:handedIn") }),
        },
        { content: format.number(interfaces), num: true },
      ],
    })),
  };
  const figure = figureOf(language, t("interfaces:map.technologies", { count: slugs.length }), nodes, links, table);
  return part === null ? figure : { ...figure, notes: [part] };
}

function figureOf(
  { t }: Language,
  title: string,
  nodes: readonly ArcNode[],
  links: readonly ArcLink[],
  table: TableModel,
): FigureModel {
  const without = links.filter(({ standard }) => !standard).length;
  const label = `${title} ${t("interfaces:map.label", { count: links.length, without })}`;
  return withDownloads("interfaces", {
    title,
    chart: arcs(arcMap(nodes, links), label),
    legend: html`<div class="ts-legend" aria-hidden="true">
      <span
        ><svg width="26" height="11"><path class="c-edge" d="M0 6H26" /></svg>${t("interfaces:map.standard")}</span
      ><span
        ><svg width="26" height="11"><path class="c-open" d="M0 6H26" /></svg>${t("interfaces:map.none")}</span
      ><span
        ><svg width="11" height="11"><path class="c-arrow" d="M1 5.5L10 0.5V10.5Z" /></svg
        >${t("interfaces:map.takes")}</span
      >
    </div>`,
    table,
  });
}

/** At most two hundred, those with the most exchanges first. */
function mostLinked(pairs: readonly (readonly [string, string])[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const id of pairs.flat()) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts]
    .toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, mostNodes)
    .map(([id]) => id);
}
