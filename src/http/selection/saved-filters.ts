import type { Response } from "express";
import type { Deps } from "../deps.ts";
import type { LinkModel } from "../view/components.ts";
import { languageOf, personOf } from "../visitor.ts";
import { portfolioViews } from "./portfolio-views.ts";

export const savedFilters = "/portfolio/filters";

/** A person's own selections, and the way to give the one that is shown a name. */
export type SavedFiltersModel = { readonly own: readonly LinkModel[]; readonly save: LinkModel; readonly all: string };

export async function savedFiltersModel({ services }: Deps, res: Response): Promise<SavedFiltersModel> {
  const { t } = languageOf(res);
  const own = await services.savedFilters.of(personOf(res).id);
  const address = new URLSearchParams({ address: withoutPlace(res.req.originalUrl) });
  return {
    own: own.map(({ name, address: href }) => ({ text: name, href })),
    save: { text: t("portfolio:saved.save"), href: `${savedFilters}/new?${address.toString()}` },
    all: savedFilters,
  };
}

/** A selection, whichever page of it is shown. */
function withoutPlace(url: string): string {
  const [path = "", query = ""] = url.split("?");
  const search = new URLSearchParams(query);
  for (const name of [...search.keys()])
    if (/(?:^|-)(?:after|before)$/.test(name) || search.get(name) === "") search.delete(name);
  return search.size === 0 ? path : `${path}?${search.toString()}`;
}

/** An address of one of the ways to look at the portfolio, within this house. */
export function isSelection(address: string): boolean {
  const [path = "", ...query] = address.split("?");
  const paths: readonly string[] = Object.values(portfolioViews);
  return paths.includes(path) && query.length < 2 && !/[#\s\\]/.test(address);
}
