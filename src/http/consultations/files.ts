import type { Request, Response } from "express";
import { readContribution } from "../../application/consultations/on-contribution.ts";
import { dispositionOf } from "../../domain/technology/state/consultations.ts";
import type { Deps } from "../deps.ts";
import { namedColumns, pagesByKey } from "../lists/list-file.ts";
import type { ListFile, NamedColumn } from "../lists/list-file.ts";
import { readerOf } from "../../application/reader.ts";
import { texts as textsOfDigests } from "../../application/texts.ts";
import { textInFile } from "../say/text.ts";
import { filterOf } from "./contribution-filter.ts";
import { consultationPage } from "./page.ts";
import { textsOf } from "./points.ts";

const filePage = 200;

const contributionColumns: readonly NamedColumn[] = [
  { name: "number", holds: "number" },
  { name: "receivedOn", holds: "day" },
  { name: "channel" },
  { name: "points" },
  { name: "hidden" },
  { name: "text" },
];

const pointColumns: readonly NamedColumn[] = [
  { name: "point" },
  { name: "origin" },
  { name: "text" },
  { name: "contributions", holds: "number" },
  { name: "joinedTo" },
  { name: "disposition" },
  { name: "reason" },
  { name: "change" },
  { name: "answeredOn", holds: "day" },
];

/** What people said, as a file; what is hidden keeps its row and its reason, and not its words. */
export const contributionsFile =
  ({ services }: Deps) =>
  async (req: Request, res: Response): Promise<ListFile> => {
    const page = await consultationPage(services, req, res);
    const { language, row, asking, technology } = page;
    const { t } = language;
    const filter = filterOf(req, row.id, asking);
    return {
      name: `${row.slug}-${asking.consultation}-contributions`,
      title: t("consultations:one.contributions"),
      columns: namedColumns(language, "consultations:column", contributionColumns),
      pages: pagesByKey("", async (after) => {
        const { items, next } = services.views.consultations.contributions({
          ...filter,
          after: after === "" ? null : after,
          limit: filePage,
        });
        const texts = await Promise.all(
          items.map(async ({ id, hidden }) =>
            hidden === "" ? ((await readContribution(services, id))?.contribution.text ?? null) : null,
          ),
        );
        const words = await textsOfDigests(services, readerOf(services, page.person, technology), texts);
        return {
          rows: items.map((item, i) => [
            item.key,
            item.receivedOn,
            t(`words:contributionChannel.${item.channel}`),
            item.points.replaceAll(" ", t("common:comma")),
            item.hidden === "" ? null : t(`words:hidingReason.${item.hidden}`),
            texts[i] == null ? null : textInFile(language, words.get(texts[i])),
          ]),
          next,
        };
      }),
    };
  };

/** The points with what became of each. */
export const pointsFile =
  ({ services }: Deps) =>
  async (req: Request, res: Response): Promise<ListFile> => {
    const page = await consultationPage(services, req, res);
    const { language, row, asking, technology } = page;
    const { t } = language;
    const words = await textsOfDigests(services, readerOf(services, page.person, technology), textsOf(asking.points));
    const counts = services.views.consultations.inPoints(row.id, asking);
    const wordsOf = (digest: string | null | undefined): string | null =>
      digest == null ? null : textInFile(language, words.get(digest));
    return {
      name: `${row.slug}-${asking.consultation}-points`,
      title: t("consultations:one.points"),
      columns: namedColumns(language, "consultations:column", pointColumns),
      pages: [
        asking.points.map((point) => {
          const answer = dispositionOf(point);
          const { kind, ref, text } = answer?.change ?? {};
          return [
            point.point,
            t(`words:pointOrigin.${point.origin}`),
            wordsOf(point.words.at(-1)?.text),
            counts.get(point.point) ?? 0,
            point.into,
            answer === null ? null : t(`words:disposition.${answer.disposition}`),
            wordsOf(answer?.reason),
            kind === undefined
              ? null
              : [t(`words:changeKind.${kind}`), ref, wordsOf(text)].filter((part) => part != null).join(" "),
            answer === null ? null : answer.at.slice(0, 10),
          ];
        }),
      ],
    };
  };
