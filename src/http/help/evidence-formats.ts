import type { Request, Response } from "express";
import { evidenceKinds } from "../../domain/evidence/kinds.ts";
import type { EvidenceKind } from "../../domain/evidence/kinds.ts";
import { measureOf } from "../../domain/measures/measures.ts";
import { defaultPolicy } from "../../domain/policy/default/default-policy.ts";
import { criterionKeys } from "../../domain/policy/policy.ts";
import type { CriterionKey, Policy } from "../../domain/policy/policy.ts";
import { formats } from "../../evidence/formats.ts";
import { toolKeys } from "../../evidence/known-tools.ts";
import { toolsOfToday } from "../../evidence/tools-of-today.ts";
import { layouts } from "../../evidence/layouts.ts";
import type { Column, Layout } from "../../evidence/layouts/layout.ts";
import { limitedFields, limits } from "../../evidence/limits.ts";
import { notFound } from "../faults.ts";
import { render } from "../page.ts";
import type { TableModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";
import { pathValue } from "../request-values.ts";
import { languageOf } from "../visitor.ts";
import { fileOf, templateOf } from "./template.ts";

/** Each kind of evidence: what it measures, the formats that are read, columns, example rows, a template. */
export async function showFormats(_req: Request, res: Response): Promise<void> {
  const language = languageOf(res);
  const { t } = language;
  const title = t("help:formats.title");
  await render(
    res,
    "pages/help/evidence-formats",
    {
      revalidated: true,
      title,
      crumbs: [
        { text: t("help:title"), href: "/help" },
        { text: title, href: "/help/evidence-formats" },
      ],
      lead: t("help:formats.lead"),
    },
    {
      rules: ["encoding", "separator", "headings", "mapping", "questions", "times", "rows", "pieces", "documents"].map(
        (rule) => t(`help:formats.rule.${rule}`),
      ),
      limits: limitsTable(language),
      groups: [...criterionKeys, null].map((criterion) => groupModel(language, criterion)),
      notRead: [...toolKeys.map((key) => t(`evidence:problem.tool-${key}`)), ...ofToday(language)],
    },
  );
}

/** Tools of one kind in one sentence. */
function ofToday({ t, format }: Language): string[] {
  const kinds = [...new Set(toolsOfToday.map(({ kind }) => kind))];
  const named = (of: string): string[] => toolsOfToday.flatMap(({ tool, kind }) => (kind === of ? [tool] : []));
  return kinds.map((kind) => t(`evidence:problem.tool-of-${kind}`, { tool: format.list([...new Set(named(kind))]) }));
}

/** How many different values of each field a piece may hold, and how long one may be. */
function limitsTable({ t, format }: Language): TableModel {
  return {
    caption: t("help:formats.limits.caption"),
    columns: [
      { label: t("help:formats.limits.field") },
      { label: t("help:formats.limits.most"), num: true },
      { label: t("help:formats.limits.longest"), num: true },
    ],
    rows: limitedFields.map((field) => {
      const { most, longest } = limits[field];
      return {
        cells: [
          { content: t(`help:formats.limits.of.${field}`), header: true },
          { content: format.number(most), num: true },
          { content: longest === Infinity ? t("help:formats.limits.none") : format.number(longest), num: true },
        ],
      };
    }),
  };
}

/** The template of a layout as a file: header and example rows. */
export function sendTemplate(req: Request, res: Response): void {
  const layout = layouts.find((candidate) => fileOf(candidate) === pathValue(req, "file")) ?? notFound();
  res
    .type("text/csv")
    .attachment(`touchstone-${fileOf(layout)}`)
    .send(templateOf(layout));
}

/** The kinds that a criterion is measured from, as the policies of new houses have it; null: those that none is. */
function groupModel(language: Language, criterion: CriterionKey | null) {
  const { t } = language;
  const kinds = evidenceKinds.filter((kind) => criterionOf(kind) === criterion);
  return {
    id: criterion ?? "beside",
    name: criterion === null ? t("help:formats.beside") : t(`words:criterion.${criterion}`),
    kinds: kinds.map((kind) => kindModel(language, kind)),
  };
}

/** Of several that a kind measures for, the one with most of its indicators. */
function criterionOf(kind: EvidenceKind): CriterionKey | null {
  const measured = ({ indicators }: Policy["criteria"][number]): number =>
    indicators.filter(({ measure }) => measureOf(measure).kind === kind).length;
  const [most] = defaultPolicy.criteria.toSorted((a, b) => measured(b) - measured(a));
  return most === undefined || measured(most) === 0 ? null : most.key;
}

function kindModel(language: Language, kind: EvidenceKind) {
  const { t } = language;
  const own = layouts.filter((layout) => layout.kind === kind);
  // What tools write themselves needs no template: only a word on where it comes from.
  const tools = formats.filter((format) => format.kind === kind && !own.some(({ name }) => name === format.name));
  return {
    id: kind,
    name: t(`words:kind.${kind}`),
    text: t(`help:kind.${kind}`),
    tools: tools.map(({ name, title }) => ({ title, text: t.html(`help:tool.${name}`) })),
    layouts: own.map((layout) => layoutModel(language, layout)),
  };
}

function layoutModel(language: Language, layout: Layout) {
  const { t } = language;
  return {
    title: t(`help:layout.${layout.name}.title`),
    text: t(`help:layout.${layout.name}.meaning`),
    columns: columnsTable(language, layout),
    example: exampleTable(language, layout),
    template: {
      href: `/help/evidence-formats/${fileOf(layout)}`,
      text: t("help:formats.template", { file: fileOf(layout) }),
    },
  };
}

function columnsTable(language: Language, layout: Layout): TableModel {
  const { t } = language;
  return {
    caption: t("help:formats.columnsOf", { title: t(`help:layout.${layout.name}.title`) }),
    columns: [
      { label: t("help:formats.column") },
      { label: t("help:formats.needed") },
      { label: t("help:formats.meaning") },
      { label: t("help:formats.aliases") },
    ],
    rows: layout.columns.map((column) => ({
      cells: [
        { content: column.name, header: true },
        { content: t(column.required ? "help:formats.required" : "help:formats.optional") },
        { content: columnMeaning(language, layout, column) },
        { content: column.aliases.join(language.locale === "zh-CN" ? "、" : ", ") },
      ],
    })),
  };
}

/** Written in both languages; a column that is newer than its words stands with the reader's own. */
function columnMeaning({ t }: Language, layout: Layout, { name, meaning }: Column): string {
  const key = `help:layout.${layout.name}.column.${name}`;
  if (t.has(key)) return t(key);
  return /^q\d+$/.test(name) ? t("help:formats.asFirst") : meaning;
}

function exampleTable({ t }: Language, layout: Layout): TableModel {
  return {
    caption: t("help:formats.exampleOf", { title: t(`help:layout.${layout.name}.title`) }),
    columns: layout.columns.map(({ name }) => ({ label: name })),
    rows: layout.example.map((row) => ({ cells: row.map((content) => ({ content })) })),
  };
}
