import type { Request, Response } from "express";
import type { Services } from "../../application/services.ts";
import { safeguardKind } from "../../domain/safeguard-kinds/kinds.ts";
import { publicRecord, textsOfField } from "../../domain/safeguards/public-record.ts";
import type { RecordField, RecordSource } from "../../domain/safeguards/public-record.ts";
import { recordSections, tierOf } from "../../domain/safeguards/record-fields.ts";
import type { Deps } from "../deps.ts";
import { filesOf } from "../lists/files.ts";
import { listOfTable } from "../lists/list-file.ts";
import type { ListFile } from "../lists/list-file.ts";
import { notFound } from "../faults.ts";
import { wordsFor } from "../private-words.ts";
import { departmentName } from "../say/department.ts";
import { departmentAndTier, renderTechnology, technologyPage } from "../technology-page.ts";
import type { TechnologyPage } from "../technology-page.ts";
import type { TableModel } from "../view/components.ts";
import { answerWords } from "../stated/answer-text.ts";
import { html } from "../view/html.ts";
import type { Content } from "../view/html.ts";
import { visitorOf } from "../visitor.ts";
import { safeguardsCrumb } from "./page.ts";
import { fieldName, gapText, sourceOf, sourceText, valuesShown, writtenAt } from "../stated/record-shown.ts";
import type { RecordPage } from "../stated/record-shown.ts";
import { kindName } from "../stated/words.ts";

/** The draft of a technology's public record in the fields of the transparency standard, on a page and as files. */
export const publicRecordPages = (deps: Deps) => ({
  async show(req: Request, res: Response): Promise<void> {
    const page = await recordPage(deps, req, res);
    const { row, language, record, at } = page;
    const { t, format } = language;
    await renderTechnology(
      res,
      page,
      "pages/safeguards/record",
      {
        title: t("safeguards:record.title", { name: row.name }),
        trail: [safeguardsCrumb(page)],
        eyebrow: departmentAndTier(deps.services, page),
        lead: t(`safeguards:record.lead.${record.needed}`),
      },
      {
        draft: t("safeguards:record.draft", { day: format.date(page.today) }),
        missing: {
          title: t("safeguards:record.missing", { count: record.missing.length }),
          fields: record.missing.map((field) => ({
            name: fieldName(language, field),
            why: gapText(page, field),
            href: writtenAt(page, field),
            where: sourceText(page, field),
          })),
        },
        sources: record.sources.map((source) => sourceModel(page, source)),
        sections: recordSections.map((section) => ({
          id: section,
          title: t(`safeguards:record.section.${section}`),
          facts: record.fields
            .filter((field) => field.section === section)
            .map((field) => ({ term: fieldName(language, field), value: fieldShown(page, field) })),
        })),
        files: filesOf(at("public-record")),
        json: at("public-record.json"),
      },
    );
  },

  async list(req: Request, res: Response): Promise<ListFile> {
    const page = await recordPage(deps, req, res);
    return listOfTable(`${page.row.slug}-public-record`, tableOf(page), { 0: "number", 8: "day" });
  },

  async json(req: Request, res: Response): Promise<void> {
    const page = await recordPage(deps, req, res);
    res
      .attachment(`${page.row.slug}-public-record.json`)
      .json({ ...documentOf(page), withheld: visitorOf(res).withheld.sentence });
  },
});

async function recordPage({ services }: Deps, req: Request, res: Response): Promise<RecordPage> {
  const page = await technologyPage(services, req, res);
  const { technology, policy, today } = page;
  const record = publicRecord(technology, policy, today, (key) => safeguardKind(key) ?? notFound());
  return {
    ...page,
    record,
    words: await wordsFor(services, res, technology, record.fields.flatMap(textsOfField)),
    around: wordsAround(services),
    sponsorsOffice: officeOf(services, page, technology.proposal),
  };
}

/** Where nobody knows the sponsor's own department it is that of the technology. */
function officeOf(
  { views }: Services,
  { language }: TechnologyPage,
  { sponsor, department }: { readonly sponsor: string; readonly department: string },
): string {
  return departmentName(language, views.departments.all(), views.people.of(sponsor)?.department ?? department);
}

/** No person stands in a public record. */
const wordsAround = (services: Services) => answerWords(services, new Map());

/** What it says, or that it is missing, and from where. */
function fieldShown(page: RecordPage, field: RecordField): Content {
  const gap = gapText(page, field);
  const values = valuesShown(page, field).map(
    ({ label, value }) =>
      html`<span class="ts-text">${label === null ? "" : html`<b>${label}</b> `}${value}</span><br />`,
  );
  return html`${gap === null || field.values.length > 0 ? values : html`<b class="strong">${gap}</b><br />`}<span
      class="small muted"
      >${sourceText(page, field)}</span
    >`;
}

function sourceModel({ language, at }: RecordPage, { kind, item, state, accepted }: RecordSource) {
  const { t, format } = language;
  return {
    text: kindName(language, { key: kind }),
    href: item === null ? null : at(`safeguards/${item}`),
    says:
      accepted === null
        ? t("safeguards:record.says.nothing", { state: t(`safeguards:state.${state}`) })
        : t("safeguards:record.says.accepted", { item: item ?? "", day: format.date(accepted.at) }),
  };
}

const columns = [
  "tier",
  "section",
  "field",
  "of",
  "part",
  "value",
  "source",
  "statement",
  "accepted",
  "digest",
  "text",
  "missing",
] as const;

/** A line a value; of what is missing, a line that says why. */
function tableOf(page: RecordPage): TableModel {
  const { language, record } = page;
  const { t } = language;
  const rows = record.fields.flatMap((field) => {
    const { tier, section, name, of, source, missing } = entryOf(page, field);
    const values = valuesShown(page, field);
    const lines = values.length > 0 ? values : [{ label: null, value: "", text: null }];
    const { statement, accepted, digest } = source;
    return lines.map(({ label, value, text }) =>
      [String(tier), section, name, of, label, value, source.name, statement, accepted, digest, text, missing].map(
        (cell) => ({ content: cell ?? "" }),
      ),
    );
  });
  return {
    caption: t("safeguards:record.draft", { day: language.format.date(page.today) }),
    columns: columns.map((name) => ({ label: t(`safeguards:record.column.${name}`) })),
    rows: rows.map((cells) => ({ cells })),
  };
}

function entryOf(page: RecordPage, field: RecordField) {
  const { language, record } = page;
  const { t, format } = language;
  const { item = null, accepted = null } = sourceOf(record, field.from) ?? {};
  return {
    tier: tierOf(field.section),
    section: t(`safeguards:record.section.${field.section}`),
    name: t(`safeguards:record.field.${field.field}`),
    of: field.of,
    source: {
      name: sourceText(page, field),
      statement: item,
      accepted: accepted === null ? null : format.isoDay(accepted.at),
      digest: accepted?.of ?? null,
    },
    missing: gapText(page, field),
  };
}

/** As a file for a program: keys are the standard's, words are in the reader's language. */
function documentOf(page: RecordPage) {
  const { record, technology, today } = page;
  return {
    draft: true,
    standard: "UK Algorithmic Transparency Recording Standard, tier 1 and tier 2",
    technology: technology.slug,
    day: today,
    needed: record.needed,
    missing: record.missing.length,
    sources: record.sources,
    fields: record.fields.map((field) => ({
      key: `${field.section}.${field.field}`,
      ...entryOf(page, field),
      gap: field.gap,
      values: valuesShown(page, field),
    })),
  };
}
