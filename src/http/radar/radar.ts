import type { Request, Response } from "express";
import { rings } from "../../domain/radar/rings.ts";
import type { Deps } from "../deps.ts";
import { filesOf } from "../lists/files.ts";
import type { ListFile } from "../lists/list-file.ts";
import { render } from "../page.ts";
import { departmentName } from "../say/department.ts";
import { selectionAddress } from "../selection/address.ts";
import { selectionOf } from "../selection/asked.ts";
import type { Selection } from "../selection/asked.ts";
import { filterModel } from "../selection/filter.ts";
import { savedFiltersModel } from "../selection/saved-filters.ts";
import { viewSwitch } from "../selection/view-switch.ts";
import type { Html } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { languageOf, personOf } from "../visitor.ts";
import { leavingRadar, radarAs, radarFormats } from "./leaving.ts";
import { notFound } from "../faults.ts";
import { originOf } from "../origin.ts";
import { pathValue } from "../request-values.ts";
import { askedParts, radarAsked, sectorings } from "./asked.ts";
import type { RadarAsked } from "./asked.ts";
import { mostDots, radarDots } from "./dots.ts";
import type { RadarDots } from "./dots.ts";
import { drawRadar } from "./drawing.ts";
import { radarLegend } from "./marks.ts";
import { radarFile, radarTable } from "./table.ts";

/** `/radar`: rings that follow from decisions, and what moved between two days. */
export function radarPages(deps: Deps) {
  const { services, fragments } = deps;
  const { views } = services;

  /** All that the page, its files and its exports show for an address. */
  function shownFor(req: Request, res: Response): RadarShown {
    const language = languageOf(res);
    const [selection, today] = [selectionOf(deps, req, res), services.today()];
    const asked = radarAsked(req, today);
    const departments = views.departments.all();
    const nameOf = sectorNames(language, (key) => departmentName(language, departments, key));
    const radar = radarDots(views, selection.query, { asked, today, nameOf });
    return { language, selection, asked, radar, today, names: { departments, policy: views.policies.current() } };
  }

  return {
    async show(req: Request, res: Response): Promise<void> {
      const radarShown = shownFor(req, res);
      const { language, asked, radar } = radarShown;
      const { t } = language;
      const drawn = JSON.stringify([language.locale, radar.sectors, radar.dots]);
      await render(
        res,
        "pages/radar/radar",
        {
          title: t("radar:title"),
          section: "portfolio",
          crumbs: [{ text: t("portfolio:title"), href: "/technologies" }],
          lead: leadOf(radarShown),
        },
        {
          views: viewSwitch(language, "radar", radarShown.selection.query, await savedFiltersModel(deps, res)),
          respelt: radarShown.selection.respelt,
          wrong: asked.wrong ? t("radar:wrongDays") : null,
          filter: filterOf(deps, radarShown, personOf(res).department),
          nothing: radar.dots.length === 0 ? t("radar:nothing") : null,
          drawing:
            radar.dots.length === 0 ? null : await fragments.ready(`radar ${drawn}`, () => drawRadar(language, radar)),
          notes: notesOf(radarShown),
          ...besideDrawing(radarShown),
        },
      );
    },

    /** The same dots in a format that other radars read, and our own import. */
    as(req: Request, res: Response): void {
      const format = radarFormats.find((known) => known === pathValue(req, "format")) ?? notFound();
      const { language, radar, asked, names } = shownFor(req, res);
      const origin = originOf(req, deps.config);
      const { name, type, content } = radarAs(format, leavingRadar(language, radar, { asked, names, origin }));
      res.attachment(name).type(type).send(content);
    },

    list(req: Request, res: Response): ListFile {
      const { language, radar, names } = shownFor(req, res);
      return radarFile(language, radar, names);
    },
  };
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
  { templates }: Deps,
  { language, selection, asked, today, names }: RadarShown,
  own: string | null,
): Html {
  const fields = templates.part("pages/radar/fields", language.locale, fieldsModel(language, asked, today));
  const { query, look } = selection;
  const place = { action: "/radar", more: askedParts(asked, today), fields };
  const model = filterModel(language, query, names.departments, { own, look }, place);
  return templates.part("pages/portfolio/filter", language.locale, model);
}

interface RadarShown {
  readonly language: Language;
  readonly selection: Selection;
  readonly asked: RadarAsked;
  readonly radar: RadarDots;
  readonly today: string;
  readonly names: Parameters<typeof radarTable>[2];
}

const sectorNames =
  ({ t }: Language, department: (key: string) => string): Parameters<typeof radarDots>[2]["nameOf"] =>
  (by, key) =>
    by === "department"
      ? department(key)
      : by === "tier"
        ? t("words:impactTier", { tier: t(`words:tier.${key}`) })
        : "";

function leadOf({ language: { t, format }, radar: { dots }, asked }: RadarShown): string {
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
