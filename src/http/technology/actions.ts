import type { TechnologyCommandType } from "../../domain/technology/state/technology.ts";
import type { PortfolioRow } from "../../projections/portfolio/types.ts";
import type { House } from "../house.ts";
import type { LinkModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";

/** Where a person does what is open to them now. Acts at one place share one link. */
export function actionLinks(
  acts: House["acts"],
  { t }: Language,
  { gate, slug }: PortfolioRow,
  open: readonly TechnologyCommandType[],
): LinkModel[] {
  const links = new Map<string, LinkModel>();
  if (gate !== null && open.includes("CastVote")) {
    const text = t("technology:action.gate", { gate: t(`events:gate.${gate}`) });
    links.set("gate", { text, href: `/technologies/${slug}/gates/${gate}` });
  }
  for (const command of open) {
    const act = acts.get(command);
    if (act?.from?.includes("technology") !== true || links.has(act.at)) continue;
    links.set(act.at, { text: t(`technology:action.${command}`), href: `/technologies/${slug}/${act.at}` });
  }
  // The exception comes after all that is regular.
  if (gate !== null && !links.has("gate") && open.includes("RequestWaiver"))
    links.set("gate", { text: t("technology:action.waiver"), href: `/technologies/${slug}/gates/${gate}/waivers/new` });
  return [...links.values()];
}
