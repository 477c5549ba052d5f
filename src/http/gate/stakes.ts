import { statedText } from "../say/stated.ts";
import { textShown } from "../say/text.ts";
import type { FactModel } from "../view/components.ts";
import type { Content } from "../view/html.ts";
import type { GateParts } from "./gate-parts.ts";

/** What hangs on the decision, beside the verdict: money, people, data, what could go wrong. */
export function stakesOf({ view, language, words }: GateParts): readonly FactModel[] {
  const { t } = language;
  const { cost, demand, dataClass, personalInformation, risks } = view.state.proposal;
  const { plan, rollout } = view.state;
  const stated = (value: Content | null): Content => value ?? t("technology:notStated");
  const annual =
    cost.annual === null ? null : t("gate:stakes.annual", { annual: cost.annual, currency: cost.currency });
  const pilot = cost.pilot === null ? null : t("gate:stakes.pilot", { pilot: cost.pilot, currency: cost.currency });
  const waves = rollout?.waves ?? [];
  return [
    {
      term: t("gate:stakes.cost"),
      value: stated(
        annual === null && pilot === null ? null : beside([annual, pilot].flatMap((amount) => amount ?? [])),
      ),
    },
    {
      term: t("gate:stakes.reach"),
      value: beside([
        demand.users === null ? t("gate:stakes.usersUnknown") : t("gate:stakes.users", { count: demand.users }),
        ...(view.gate === "completion" && plan !== null
          ? [t("gate:stakes.sites", { count: plan.plan.siteCount, days: plan.plan.days })]
          : []),
        ...(waves.length > 0
          ? [
              t("gate:stakes.waves", {
                count: waves.length,
                reach: waves.reduce((sum, { reach }) => sum + reach, 0),
              }),
            ]
          : []),
      ]),
    },
    {
      term: t("gate:stakes.data"),
      value: beside([t(`words:dataClass.${dataClass}`), t(`words:personalInformation.${personalInformation}`)]),
    },
    {
      term: t("gate:margin.risks"),
      value: stated(risks === null ? null : textShown(language, words.get(risks))),
    },
  ];
}

const beside = (texts: readonly string[]): string => texts.join(" · ");

/** What is put up for a pilot: the need and whose it is, and how it will end. */
export function proposedOf({ view, language, words, row, names }: GateParts): readonly FactModel[] {
  const { t } = language;
  const { need, needOf } = view.state.proposal;
  const stated = statedText(language, view.state, words);
  return [
    { term: t("technology:need"), value: textShown(language, words.get(need)) },
    { term: t("gate:stakes.needOf"), value: textShown(language, words.get(needOf)) },
    { term: t("technology:fact.sponsor"), value: names.get(row.sponsor) ?? t("technology:unknownPerson") },
    ...(stated === null ? [] : [{ term: t("imports:asserted.title"), value: stated }]),
  ];
}
