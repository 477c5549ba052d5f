import { rings } from "../../domain/radar/rings.ts";
import type { Deps } from "../deps.ts";
import { filesOf } from "../lists/files.ts";
import { selectionAddress } from "../selection/address.ts";
import { filterModel } from "../selection/filter.ts";
import type { Html } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { askedParts, sectorings } from "./asked.ts";
import type { RadarAsked } from "./asked.ts";
import { mostDots } from "./dots.ts";
import type { RadarDots } from "./dots.ts";
import { drawRadar } from "./drawing.ts";
import { radarFormats } from "./leaving.ts";
import { radarLegend } from "./marks.ts";
import type { RadarShown } from "./shown.ts";
import { radarTable } from "./table.ts";

/** @param own department of who asks, which the filter offers first */
export async function radarBody(
  { templates, fragments }: Deps,
  radarShown: RadarShown,
  own: string | null,
): Promise<Html> {
  const { language, asked, radar } = radarShown;
  const { t, locale } = language;
  const drawn = JSON.stringify([locale, radar.sectors, radar.dots]);
  return templates.part("pages/radar/body", locale, {
    wrong: asked.wrong ? t("radar:wrongDays") : null,
    filter: filterOf(templates, radarShown, own),
    nothing: radar.dots.length === 0 ? t("radar:nothing") : null,
    drawing: radar.dots.length === 0 ? null : await fragments.ready(`radar ${drawn}`, () => drawRadar(language, radar)),
    notes: notesOf(radarShown),
    ...besideDrawing(radarShown),
  });
}

/** The drawing is not read by everybody: what stands beside it says all of it. */
function besideDrawing({ language, selection, asked, radar, today, names }: RadarShown) {
  const { t } = language;
  const address = (path: string): string => selectionAddress(path, selection.query, askedParts(asked, today));
  return {
    legend: radarLegend(language),
    sectors: radar.sectors.length < 2 ? [] : radar.sectors.map((sector) => sectorText(language, sector)),
    rings: rings.map((ring) => ({ name: t(`radar:ring.${ring}`), meaning: t(`radar:meaning.${ring}`) })),
    table: radarTable(language, radar, names),
    files: filesOf(address("/radar")),
    formats: radarFormats.map((format) => ({
      text: t(`radar:format.${format}`),
      href: address(`/radar/as/${format}`),
    })),
  };
}

function filterOf(
  templates: Deps["templates"],
  { language, selection, asked, today, names }: RadarShown,
  own: string | null,
): Html {
  const fields = templates.part("pages/radar/fields", language.locale, fieldsModel(language, asked, today));
  const { query, look } = selection;
  const place = { action: "/radar", more: askedParts(asked, today), fields };
  const model = filterModel(language, query, names.departments, { own, look }, place);
  return templates.part("pages/portfolio/filter", language.locale, model);
}

export function radarLead({ language: { t, format }, radar: { dots }, asked }: RadarShown): string {
  const moved = dots.filter(({ move }) => move.movement !== "unmoved").length;
  return t("radar:lead", {
    technologies: t("radar:drawn", { count: dots.length }),
    moved: moved === 0 ? t("radar:noneMoved") : t("radar:moved", { count: moved }),
    from: format.date(asked.from),
    to: format.date(asked.to),
  });
}

function notesOf({
  language: { t, format },
  radar: { dots, count, more },
  asked,
  today,
}: RadarShown): readonly string[] {
  const asserted = dots.filter(({ move }) => move.now.asserted).length;
  return [
    ...(count > mostDots || more
      ? [
          t("radar:cut", {
            shown: mostDots,
            count: more ? t("radar:moreThan", { count: format.number(count) }) : format.number(count),
          }),
        ]
      : []),
    ...(asserted === 0 ? [] : [t("radar:assertedNote", { count: asserted })]),
    ...(asked.to === today ? [] : [t("radar:pastNote", { day: format.date(asked.to) })]),
    t("radar:undecidedNote"),
    t("radar:placeNote"),
  ];
}

function sectorText({ t }: Language, { letter, name, amount, others }: RadarDots["sectors"][number]) {
  return { letter, text: t("radar:sector", { name: others ? t("radar:others") : name, count: amount }) };
}

function fieldsModel({ t }: Language, { from, to, by }: RadarAsked, today: string) {
  return {
    from,
    to,
    today,
    by: sectorings.map((value) => ({ value, text: t(`radar:by.${value}`), selected: value === by })),
  };
}
