import type { Language } from "../view/languages.ts";
import { selectionAddress } from "./address.ts";
import type { Selected } from "./address.ts";
import { portfolioViews } from "./portfolio-views.ts";
import type { PortfolioView } from "./portfolio-views.ts";
import type { SavedFiltersModel } from "./saved-filters.ts";

/** components/view-switch */
export type ViewSwitchModel = {
  readonly label: string;
  readonly saved: SavedFiltersModel;
  readonly views: readonly { readonly text: string; readonly href: string; readonly current: boolean }[];
};

export function viewSwitch(
  { t }: Language,
  current: PortfolioView,
  query: Selected,
  saved: SavedFiltersModel,
): ViewSwitchModel {
  const { after: _after, before: _before, sort: _sort, ...selected } = query;
  return {
    saved,
    label: t("portfolio:view.label"),
    views: Object.entries(portfolioViews).map(([view, path]) => ({
      text: t(`portfolio:view.${view}`),
      href: selectionAddress(path, selected),
      current: view === current,
    })),
  };
}
