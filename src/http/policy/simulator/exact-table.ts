import { POWER } from "../../../domain/simulation/exact-policy.ts";
import type { ExactResult, ExactRow } from "../../../domain/simulation/exact-policy.ts";
import type { TableModel } from "../../view/components.ts";
import { html } from "../../view/html.ts";
import type { Content } from "../../view/html.ts";
import type { Language } from "../../view/languages.ts";
import { sampleText } from "../words.ts";
import { named } from "../../say/named.ts";
import { floorText } from "../../say/limit.ts";
import { qualityText, shareText } from "./words.ts";

/** Each indicator with a floor: what is asked, what is collected, how often it passes, and what would pass. */
export function exactTable(language: Language, { rows }: ExactResult): TableModel {
  const { t } = language;
  const column = (key: string, num = true) => ({ label: t(`simulator:column.${key}`), num });
  return {
    caption: t("simulator:table.caption"),
    columns: [
      column("indicator", false),
      column("floor"),
      column("minimum", false),
      column("sample", false),
      column("quality"),
      column("pass"),
      column("fail"),
      column("passesWith"),
      column("enough", false),
    ],
    rows: rows.map((row) => ({
      cells: [
        { content: named(language, row.indicator.name), header: true },
        { content: floorText(language, row.indicator, row.floor), num: true },
        {
          content: sampleText(language, { ...row.indicator, minimumSample: row.minimum }),
          ...minimumNote(language, row),
        },
        {
          content: sampleText(language, { ...row.indicator, minimumSample: row.sample }),
          ...sampleNote(language, row),
        },
        { content: qualityText(language, row.measure, row.quality), num: true },
        { content: shareText(language, row.chances.pass), num: true },
        { content: shareText(language, row.chances.fail), num: true },
        {
          content:
            row.passesWith === null
              ? t("simulator:nothingPasses")
              : qualityText(language, row.measure, row.passesWith, row.indicator.better),
          num: true,
        },
        { content: enoughText(language, row), ...floorNote(language, row) },
      ],
    })),
  };
}

/** The sample with which what is asked would pass: said where it is not what is collected already. */
function enoughText(language: Language, row: ExactRow): string {
  const { t } = language;
  if (row.chances.pass >= POWER) return t("simulator:enoughAlready");
  return row.enough === null
    ? t("simulator:enoughNever")
    : sampleText(language, { ...row.indicator, minimumSample: row.enough });
}

/** Where too little passes, the floor that would: more cannot always be collected. */
function floorNote(language: Language, { chances, indicator, floorPassed }: ExactRow): { readonly sub?: Content } {
  if (chances.pass >= POWER || floorPassed === null) return {};
  return { sub: language.t("simulator:orFloor", { floor: floorText(language, indicator, floorPassed) }) };
}

/** The minimum that can never pass, in red and in words. */
function minimumNote(language: Language, row: ExactRow): { readonly sub?: Content } {
  const { t } = language;
  if (row.minimum >= row.least) return {};
  return {
    sub: warning(
      Number.isFinite(row.least)
        ? t("simulator:minimumNever", { least: leastText(language, row) })
        : t("simulator:minimumNone"),
    ),
  };
}

function sampleNote(language: Language, row: ExactRow): { readonly sub?: Content } {
  const { t } = language;
  if (row.sample < row.minimum) return { sub: warning(t("simulator:sampleUnder")) };
  return row.sample < row.least && row.minimum >= row.least ? { sub: warning(t("simulator:sampleNever")) } : {};
}

const leastText = (language: Language, row: ExactRow): string =>
  sampleText(language, { ...row.indicator, minimumSample: row.least });

const warning = (text: string): Content => html`<span class="ts-bad">${text}</span>`;

/** Minimum samples of the policy with which an indicator could not pass whatever is found. */
export const hopeless = ({ rows }: ExactResult): readonly ExactRow[] =>
  rows.filter(({ minimum, least }) => minimum < least);
