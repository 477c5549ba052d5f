import type { Request, Response } from "express";
import { interfaceFindings } from "../../application/interface-findings.ts";
import { severityOf } from "../../domain/evidence/interface-rules.ts";
import type { FindingSeverity, InterfaceRuleName } from "../../domain/evidence/interface-rules.ts";
import type { InterfaceFinding } from "../../domain/evidence/measurement.ts";
import type { InterfaceStatistics } from "../../domain/evidence/statistics.ts";
import type { Piece } from "../../domain/technology/state/evidence.ts";
import type { Deps } from "../deps.ts";
import { filesOf } from "../lists/files.ts";
import { listOfTable } from "../lists/list-file.ts";
import type { ListFile } from "../lists/list-file.ts";
import { notFound } from "../faults.ts";
import { filesFor } from "../private-words.ts";
import { pathValue } from "../request-values.ts";
import { renderTechnology, technologyPage } from "../technology-page.ts";
import type { TechnologyPage } from "../technology-page.ts";
import type { TableModel } from "../view/components.ts";
import { html } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { tag } from "../view/tag.ts";
import { placeText } from "./interface-place.ts";
import { evidenceCrumb } from "./page.ts";

/** Of each rule the page shows so many places; the table as a file has a hundred. */
const mostShown = 10;

/** Where the descriptions of a piece do not keep the rules: the stored files checked again, for whoever may read them. */
export function findingsPages(deps: Deps) {
  return {
    async show(req: Request, res: Response): Promise<void> {
      const page = await technologyPage(deps.services, req, res);
      const { language, at } = page;
      const { t } = language;
      const { piece, statistics, places } = await findingsOf(deps, res, page, pathValue(req, "piece"));
      const here = at(`evidence/${piece.evidence}`);
      const groups = severities.map((severity) => groupModel(language, severity, statistics, places));
      const errors = countOf(statistics, "error");
      await renderTechnology(
        res,
        page,
        "pages/evidence/findings",
        {
          title: errors > 0 ? t("evidence:interface.errors", { count: errors }) : t("evidence:interface.noErrors"),
          trail: [evidenceCrumb(page), { text: piece.evidence, href: here }],
          lead: t("evidence:interface.lead", { count: statistics.operations }),
        },
        {
          groups: groups.filter(({ rules }) => rules.length > 0),
          none: statistics.broken.length === 0,
          places: places !== null,
          files: statistics.broken.length === 0 ? null : filesOf(`${here}/findings`),
          back: here,
        },
      );
    },

    async list(req: Request, res: Response): Promise<ListFile> {
      const page = await technologyPage(deps.services, req, res);
      const { piece, statistics, places } = await findingsOf(deps, res, page, pathValue(req, "piece"));
      const table = tableOf(page.language, statistics, places);
      return listOfTable(`${page.row.slug}-${piece.evidence}-findings`, table, { 3: "number" });
    },
  };
}

const severities = ["error", "warning", null] as const satisfies readonly FindingSeverity[];

interface Findings {
  readonly piece: Piece;
  readonly statistics: InterfaceStatistics;
  /** Null where the reader may not have the files, or they are gone: the ledger still has the counts. */
  readonly places: readonly InterfaceFinding[] | null;
}

/** @throws Fault 404 where the piece is none of descriptions */
async function findingsOf({ services }: Deps, res: Response, page: TechnologyPage, id: string): Promise<Findings> {
  const { technology } = page;
  const piece = technology.evidence.find(({ evidence }) => evidence === id) ?? notFound();
  const { statistics } = piece;
  if (statistics.kind !== "interface") notFound();
  const digests = piece.files.map(({ digest }) => digest);
  const may = filesFor(services, res, technology, digests);
  const measured = digests.every(may) ? await interfaceFindings(services, piece) : null;
  return { piece, statistics, places: measured?.findings ?? null };
}

const countOf = ({ broken }: InterfaceStatistics, severity: FindingSeverity): number =>
  broken.reduce((sum, { rule, count }) => sum + (severityOf(rule) === severity ? count : 0), 0);

function groupModel(
  language: Language,
  severity: FindingSeverity,
  { broken }: InterfaceStatistics,
  places: readonly InterfaceFinding[] | null,
) {
  const { t } = language;
  const word = severity ?? "asked";
  return {
    id: word,
    // What nobody asks for without a standard is folded away.
    open: severity !== null,
    title: t(`evidence:interface.group.${word}`),
    about: t(`evidence:interface.about.${word}`),
    rules: broken
      .filter(({ rule }) => severityOf(rule) === severity)
      .map(({ rule, count }) => {
        const ofRule = (places ?? []).filter((place) => place.rule === rule);
        const more = count - Math.min(ofRule.length, mostShown);
        return {
          tag: severityTag(language, severity),
          title: ruleTitle(language, rule),
          remedy: t(`evidence:interface.rule.${rule}.remedy`),
          count: t("evidence:interface.places", { count }),
          places: ofRule.slice(0, mostShown).map(({ pointer, file }) => ({
            place: placeText(pointer),
            pointer: html`${file === undefined ? "" : `${file} `}${pointer}`,
          })),
          more: places === null || more <= 0 ? null : t("evidence:interface.more", { count: more }),
        };
      }),
  };
}

const ruleTitle = ({ t }: Language, rule: InterfaceRuleName): string => t(`evidence:interface.rule.${rule}.title`);

const severityTag = ({ t }: Language, severity: FindingSeverity) =>
  severity === "error"
    ? tag(t, "unmet", t("evidence:interface.severity.error"))
    : severity === "warning"
      ? tag(t, "unknown", t("evidence:interface.severity.warning"))
      : tag(t, "waits", t("evidence:interface.severity.asked"));

/** A row a place; where places are withheld, a row a rule. */
function tableOf(
  { t }: Language,
  { broken }: InterfaceStatistics,
  places: readonly InterfaceFinding[] | null,
): TableModel {
  const words = (rule: InterfaceRuleName) => [
    { content: t(`evidence:interface.severity.${severityOf(rule) ?? "asked"}`) },
    { content: rule },
    { content: t(`evidence:interface.rule.${rule}.title`) },
  ];
  const columns = ["severity", "rule", "title", "count", "place", "pointer", "file"] as const;
  const counts = new Map(broken.map(({ rule, count }) => [rule, String(count)]));
  const rows: readonly Partial<InterfaceFinding>[] = places ?? [];
  return {
    caption: t("evidence:interface.caption"),
    columns: columns.map((column) => ({ label: t(`evidence:interface.column.${column}`) })),
    rows: broken.flatMap(({ rule }) => {
      const ofRule = rows.filter((place) => place.rule === rule);
      return (ofRule.length === 0 ? [{}] : ofRule).map(({ pointer, file }: Partial<InterfaceFinding>) => ({
        cells: [
          ...words(rule),
          { content: counts.get(rule) ?? "" },
          { content: pointer === undefined ? "" : placeText(pointer) },
          { content: pointer ?? "" },
          { content: file ?? "" },
        ],
      }));
    }),
  };
}
