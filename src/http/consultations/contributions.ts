import type { Request, Response } from "express";
import { readContribution } from "../../application/consultations/on-contribution.ts";
import type { Services } from "../../application/services.ts";
import type { Point } from "../../domain/technology/state/consultations.ts";
import type { ContributionRow } from "../../projections/consultations/tables.ts";
import type { Deps } from "../deps.ts";
import { blankForm } from "../forms/form.ts";
import type { FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { filesOf } from "../lists/files.ts";
import { plainWords, wordsFor } from "../private-words.ts";
import type { Words } from "../private-words.ts";
import { queryValue } from "../request-values.ts";
import { paragraphsShown } from "../say/paragraphs.ts";
import { renderTechnology } from "../technology-page.ts";
import type { Form as Fields } from "../view/form.ts";
import { countedPager } from "../view/pages.ts";
import { addressOf, filterModel, filterOf } from "./contribution-filter.ts";
import { consultationCrumb, consultationPage, consultationsCrumb } from "./page.ts";
import type { ConsultationPage } from "./page.ts";

export const pageSize = 25;
/** How far the read model counts a selection. */
const mostCounted = 1000;

/** What people said, a page at a time, to be read and put into points many at once. */
export const contributionPages = ({ services }: Deps) => ({
  async show(req: Request, res: Response): Promise<void> {
    await showContributions(services, req, res, null);
  },
});

/** @param sent the form that puts them into points, where it comes back */
export async function showContributions(
  services: Services,
  req: Request,
  res: Response,
  sent: FormState | null,
): Promise<void> {
  const page = await consultationPage(services, req, res);
  const { language, asking, row, at, technology, runs } = page;
  const { t } = language;
  const filter = filterOf(req, row.id, asking);
  const after = queryValue(req, "after");
  const { consultations } = services.views;
  const { items, next } = consultations.contributions({ ...filter, after: after ?? null, limit: pageSize });
  const texts = await textsOfRows(services, items);
  const points = asking.points.filter(({ into }) => into === null);
  const words = await wordsFor(services, res, technology, [...texts, ...points.map(wordingOf)]);
  const here = `consultations/${asking.consultation}`;
  const form = sent ?? blankForm();
  const fields = fieldsOf(form, language);
  const places = runs && points.length > 0 && items.length > 0;
  await renderTechnology(
    res,
    page,
    "pages/consultations/contributions",
    {
      title: t("consultations:contributions.title", { title: asking.title }),
      trail: [consultationsCrumb(page), consultationCrumb(page)],
      lead: t(`consultations:contributions.${runs ? "lead" : "reading"}`),
      form,
    },
    {
      filter: filterModel(page, req),
      adding: runs ? at(`${here}/contributions/new`) : null,
      files: filesOf(addressOf(at(`${here}/contributions`), req)()),
      items: items.map((item, i) => itemModel(page, words, fields, item, texts[i] ?? null)),
      pager: countedPager(
        language,
        { after, next, shown: items.length, count: consultations.countOf(filter) },
        {
          first: t("consultations:contributions.first"),
          most: mostCounted,
          address: addressOf(at(`${here}/contributions`), req),
        },
      ),
      placing: places
        ? {
            action: addressOf(at(`${here}/contributions/put`), req)(after),
            hidden: hiddenOf(form),
            points: pointBoxes(page, words, fields),
          }
        : null,
      noPoints: runs && points.length === 0 ? at(`${here}/points/new`) : null,
    },
  );
}

const textsOfRows = (services: Services, rows: readonly ContributionRow[]): Promise<readonly (string | null)[]> =>
  Promise.all(rows.map(async ({ id }) => (await readContribution(services, id))?.contribution.text ?? null));

const wordingOf = ({ words }: Point): string | null => words.at(-1)?.text ?? null;

const pointBoxes = ({ asking, language: { t } }: ConsultationPage, words: Words, fields: Fields) =>
  fields.checkboxes("point", {
    legend: t("consultations:contributions.points"),
    hint: t("consultations:contributions.pointsHint"),
    options: asking.points
      .filter(({ into }) => into === null)
      .map((point) => ({ value: point.point, label: pointLabel(point, words) })),
  });

/** Its number with its words, where somebody chooses among several. */
export const pointLabel = (point: Point, words: Words): string =>
  `${point.point} ${plainWords(words, wordingOf(point))}`.trim();

function itemModel(page: ConsultationPage, words: Words, fields: Fields, item: ContributionRow, text: string | null) {
  const { language, at } = page;
  const { t, format } = language;
  const channel = t(`words:contributionChannel.${item.channel}`);
  const points = item.points === "" ? [] : [item.points.replaceAll(" ", t("common:comma"))];
  return {
    id: `c-${item.id}`,
    value: item.id,
    checked: fields.values("contribution").includes(item.id),
    number: t("consultations:contributions.number", { number: item.key }),
    href: at(`contributions/${item.id}`),
    note: [format.date(item.receivedOn), channel, ...points].join(" · "),
    hidden:
      item.hidden === ""
        ? null
        : t("consultations:contributions.hidden", { why: t(`words:hidingReason.${item.hidden}`) }),
    text: paragraphsShown(language, words.get(text ?? "")),
  };
}
