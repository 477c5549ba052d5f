import type { QualityRow } from "../../../application/simulation/quality.ts";
import { forTier } from "../../../domain/policy/for-tier.ts";
import type { Policy } from "../../../domain/policy/policy.ts";
import type { Indicator } from "../../../domain/measures/measures.ts";
import type { Tier } from "../../../domain/words/tier.ts";
import type { Tally } from "../../../domain/simulation/tally.ts";
import { monteCarloError } from "../../../domain/simulation/tally.ts";
import type { CellModel, TableModel } from "../../view/components.ts";
import type { Language } from "../../view/languages.ts";
import { shareOf } from "../simulator/simulated.ts";
import { named } from "../../say/named.ts";
import { floorText } from "../../say/limit.ts";

const outcomes = ["pass", "fail", "not-enough-evidence"] as const;
const data = ["calm", "rough"] as const;

/** What is true against what came out, calm and rough, each with its Monte Carlo error. */
export function tierTable(language: Language, policy: Policy, tier: Tier, rows: readonly QualityRow[]): TableModel {
  const { t } = language;
  return {
    caption: t("quality:caption", { tier: t("words:impactTier", { tier: t(`words:tier.${tier}`) }) }),
    columns: [
      { label: t("quality:truth") },
      ...data.flatMap((profile) =>
        outcomes.map((outcome) => ({
          label: t(`quality:outcome.${outcome}`),
          sub: t(`simulator:profile.${profile}`),
          num: true,
        })),
      ),
    ],
    rows: rows
      .filter((row) => row.tier === tier)
      .map((row) => ({
        cells: [
          { content: truthText(language, policy, row), header: true },
          ...data.flatMap((profile) =>
            outcomes.map((outcome): CellModel => ({
              ...cellOf(language, row.tallies?.[profile] ?? null, outcome),
              num: true,
            })),
          ),
        ],
      })),
  };
}

function cellOf(language: Language, tally: Tally | null, outcome: (typeof outcomes)[number]) {
  return tally === null ? { content: "–" } : shareOf(language, tally.outcomes[outcome], tally.pilots);
}

/** Every row of every tier, a line for each kind of data, in plain figures. */
export function csvTable(language: Language, policy: Policy, rows: readonly QualityRow[]): TableModel {
  const { t } = language;
  const plain = (value: number): string => String(Number(value.toFixed(4)));
  const column = (label: string) => ({ label });
  return {
    caption: t("quality:title"),
    columns: [
      column(t("simulator:field.tier")),
      column(t("quality:truth")),
      column(t("simulator:column.profile")),
      column(t("quality:pilots")),
      ...outcomes.flatMap((outcome) => [
        column(t(`quality:outcome.${outcome}`)),
        column(t("quality:errorOf", { outcome: t(`quality:outcome.${outcome}`) })),
      ]),
    ],
    rows: rows.flatMap((row) =>
      data.flatMap((profile) => {
        const tally = row.tallies?.[profile];
        if (tally === undefined) return [];
        return [
          {
            cells: [
              { content: t(`words:tier.${row.tier}`) },
              { content: truthText(language, policy, row) },
              { content: t(`simulator:profile.${profile}`) },
              { content: String(tally.pilots) },
              ...outcomes.flatMap((outcome) => [
                { content: plain(tally.outcomes[outcome] / tally.pilots) },
                { content: plain(monteCarloError(tally.outcomes[outcome], tally.pilots)) },
              ]),
            ],
          },
        ];
      }),
    ),
  };
}

function truthText(language: Language, policy: Policy, { truth, tier }: QualityRow): string {
  const { t, format } = language;
  if (truth === "good" || truth === "decent") return t(`simulator:truth.${truth}`);
  const own = forTier(policy, tier).criteria.flatMap(({ indicators }) =>
    indicators.filter(
      (indicator: Indicator) =>
        indicator.measure === truth && indicator.optional !== true && indicator.floor !== undefined,
    ),
  );
  const [first] = own;
  return t("quality:atFloor", {
    name: format.list(own.map(({ name }) => named(language, name))),
    floor: first === undefined ? "" : floorText(language, first, first.floor),
  });
}
