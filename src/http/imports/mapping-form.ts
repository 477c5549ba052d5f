import type { Response } from "express";
import type { FileFault, FileSeen } from "../../application/imports/read-file.ts";
import type { Staged } from "../../application/staged-files.ts";
import type { KeptMapping } from "../../authority/imports.ts";
import { encodings } from "../../domain/evidence/encoding.ts";
import { importFields, leftOut } from "../../domain/imports/fields.ts";
import type { ImportField } from "../../domain/imports/fields.ts";
import { guessedValue, stageChoices } from "../../domain/imports/guesses.ts";
import type { ImportMapping } from "../../domain/imports/mapping.ts";
import { roles } from "../../domain/people/roles.ts";
import { textKey } from "../../domain/words/plain-text.ts";
import { technologyKinds } from "../../domain/technology/state/kind.ts";
import { tiers } from "../../domain/words/tier.ts";
import { encodingTitles } from "../../evidence/encoding.ts";
import type { Deps } from "../deps.ts";
import type { FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { render } from "../page.ts";
import { departmentName } from "../say/department.ts";
import type { Option } from "../view/fields.ts";
import type { Form } from "../view/form.ts";
import type { Language } from "../view/languages.ts";
import { languageOf } from "../visitor.ts";
import { crumbsOf } from "./file.ts";
import { shownKey } from "./mapping-values.ts";
import type { MappingValues } from "./mapping-schema.ts";

export type MappingPage = {
  readonly staged: Staged;
  readonly values: MappingValues;
  readonly seen: FileSeen | FileFault;
  /** What was said of the words so far, by the form or by a kept mapping. */
  readonly chosen: ImportMapping | null;
  readonly mappings: readonly KeptMapping[];
};

export async function showMapping(deps: Deps, res: Response, form: FormState, page: MappingPage): Promise<void> {
  const language = languageOf(res);
  const { t } = language;
  const { staged, values, seen, mappings } = page;
  const [file] = staged.files;
  const typed = { ...form.typed, ...("fault" in seen ? {} : wordsTyped(deps, page, seen)) };
  const fields = fieldsOf({ ...form, typed }, language);
  await render(
    res,
    "pages/imports/mapping",
    {
      title: t("imports:mapping.title", { file: file?.name ?? "" }),
      section: "portfolio",
      crumbs: crumbsOf(language),
      lead: "fault" in seen ? t("imports:mapping.unread") : seenText(language, seen),
      form,
      placeOf: (field) => fieldName(language, field.replace("columns.", "")),
    },
    {
      action: `/imports/files/${staged.id}?kind=${values.kind}`,
      hidden: [...hiddenOf(form), { name: "kind", value: values.kind }, ...("fault" in seen ? [] : shownOf(values))],
      doubled:
        "fault" in seen || seen.doubled.length === 0
          ? ""
          : t("imports:mapping.doubled", { headings: seen.doubled.join(" · ") }),
      kept: mappings.map(({ name, version }) => ({
        text: t("imports:mapping.version", { name, version }),
        href: `/imports/files/${staged.id}?${new URLSearchParams({ kind: values.kind, mapping: name }).toString()}`,
      })),
      reading: readingFields(fields, language, seen),
      ...("fault" in seen ? { rows: [], more: [] } : fieldModels(deps, language, fields, { page, seen })),
      longNames:
        values.kind === "technologies"
          ? fields.select("longNames", {
              label: t("imports:mapping.longNames"),
              options: (["leave", "cut"] as const).map((value) => ({
                value,
                label: t(`imports:mapping.long.${value}`),
              })),
            })
          : null,
      keepAs: fields.text("keepAs", {
        label: t("imports:mapping.keepAs"),
        hint: t("imports:mapping.keepHint"),
        optional: true,
        maxlength: 80,
      }),
      preview: "fault" in seen ? null : previewTable(language, page, seen),
    },
  );
}

/** Undefined for what is no field of a row. */
function fieldName({ t }: Language, key: string): string | undefined {
  const text = `reasons:value.importField.${key}`;
  return t.has(text) ? t(text) : undefined;
}

function seenText({ t }: Language, { format, count, encoding, sheet }: FileSeen): string {
  const how =
    encoding === null
      ? ""
      : t(`imports:mapping.${encoding.guessed ? "guessed" : "encoded"}`, { encoding: encodingTitles[encoding.name] });
  const where = sheet === null ? "" : t("imports:mapping.onSheet", { sheet });
  return [t("imports:mapping.seen", { count, format: t(`imports:format.${format}`) }), how, where]
    .filter(Boolean)
    .join(" ");
}

function readingFields(fields: Form, { t }: Language, seen: FileSeen | FileFault) {
  const sheets = "fault" in seen ? [] : seen.sheets;
  const isText = "fault" in seen || seen.encoding !== null;
  return [
    ...(isText
      ? [
          fields.select("encoding", {
            label: t("imports:mapping.encoding"),
            options: [
              { value: "", label: t("imports:mapping.asSeen") },
              ...encodings.map((value) => ({ value, label: encodingTitles[value] })),
            ],
          }),
        ]
      : []),
    ...(sheets.length > 1
      ? [
          fields.select("sheet", {
            label: t("imports:mapping.sheet"),
            options: sheets.map((value) => ({ value, label: value })),
          }),
        ]
      : []),
    fields.text("headingRow", { label: t("imports:mapping.headingRow"), width: "xs", inputmode: "numeric" }),
  ];
}

type FieldAt = { readonly field: ImportField; readonly page: MappingPage; readonly seen: FileSeen };

/** What every file says, or this one does; the rest is folded away. */
function fieldModels(deps: Deps, language: Language, fields: Form, at: Omit<FieldAt, "field">) {
  const { kind, columns } = at.page.values;
  const all = importFields[kind].map((field) => ({
    isFirst: field.required === true || (columns[field.key] ?? "") !== "" || field.key === "stage",
    model: fieldModel(deps, language, fields, { ...at, field }),
  }));
  const those = (isFirst: boolean) => all.filter((entry) => entry.isFirst === isFirst).map(({ model }) => model);
  return { rows: those(true), more: those(false) };
}

/** One thing that a row can say: its column, what holds where there is none, and what the column's words stand for. */
function fieldModel(deps: Deps, language: Language, fields: Form, { field, page, seen }: FieldAt) {
  const { t } = language;
  const { kind, columns } = page.values;
  const { key, same, valued } = field;
  const name = fieldName(language, key) ?? key;
  const choices = valued === true ? choicesFor(deps, language, key) : [];
  const words = valued === true ? (seen.words[columns[key] ?? ""] ?? []) : [];
  return {
    title: name,
    hint: t.has(`imports:fieldHint.${kind}.${key}`) ? t(`imports:fieldHint.${kind}.${key}`) : "",
    column: fields.select(`columns.${key}`, {
      label: t("imports:mapping.column"),
      options: [
        { value: "", label: t("imports:mapping.noColumn") },
        ...seen.headings.map((value) => ({ value, label: value })),
      ],
    }),
    same: sameField(fields, language, { key, same, choices }),
    words: words.map(({ label, rows }, at) =>
      fields.select(`words.${key}.${at}`, {
        label: t("imports:mapping.word", { word: label, count: rows }),
        options: [{ value: "", label: t("imports:mapping.chooseWord") }, ...choices],
      }),
    ),
    wordsTitle: t("imports:mapping.words", { field: name, count: words.length }),
  };
}

function sameField(
  fields: Form,
  { t }: Language,
  {
    key,
    same,
    choices,
  }: { readonly key: string; readonly same: ImportField["same"]; readonly choices: readonly Option[] },
) {
  const label = t("imports:mapping.same");
  switch (same) {
    case undefined:
      return null;
    case "line":
      return fields.text(`same.${key}`, { label, optional: true });
    case "words":
      return fields.textarea(`same.${key}`, { label, optional: true, rows: 2 });
    case "choice":
      return fields.select(`same.${key}`, {
        label,
        optional: true,
        options: [{ value: "", label: t("imports:mapping.nothing") }, ...choices],
      });
  }
}

function choicesFor({ services }: Deps, language: Language, key: string): readonly Option[] {
  const { t } = language;
  const out = { value: leftOut, label: t("imports:mapping.leaveOut") };
  switch (key) {
    case "stage":
      return stageChoices.map((value) => ({
        value,
        label: value === leftOut ? out.label : t(`imports:stage.${value}`),
      }));
    case "department": {
      const open = services.views.departments.open();
      return [...open.map(({ key: value }) => ({ value, label: departmentName(language, open, value) })), out];
    }
    case "tier":
      return [
        ...tiers.map((value) => ({ value, label: t(`words:tier.${value}`) })),
        { value: "open", label: t("imports:mapping.tierOpen") },
        out,
      ];
    case "kind":
      return [...technologyKinds.map((value) => ({ value, label: t(`words:technologyKind.${value}`) })), out];
    default:
      return [...roles.map((value) => ({ value, label: t(`words:role.${value}`) })), out];
  }
}

/** Answers that stand already, or a guess to be looked at: the same word by whatever column it comes. */
function wordsTyped({ services }: Deps, { values, chosen }: MappingPage, seen: FileSeen) {
  const departments = new Map(
    services.views.departments
      .open()
      .flatMap(({ key, name }) => [key, name.en, name.zh].map((text) => [textKey(text), key] as const)),
  );
  const typed: Record<string, string> = {};
  for (const { key, valued } of importFields[values.kind]) {
    const words = valued === true ? (seen.words[values.columns[key] ?? ""] ?? []) : [];
    for (const [at, { label }] of words.entries())
      typed[`words.${key}.${at}`] = chosen?.values[key]?.[textKey(label)] ?? guessedValue(key, label, departments);
  }
  return typed;
}

function shownOf({ kind, columns, encoding, sheet, headingRow }: MappingValues) {
  const reading = {
    ...(encoding !== "" && { encoding: encoding as never }),
    ...(sheet !== "" && { sheet }),
    headingRow: Number(headingRow) || 1,
  };
  return importFields[kind]
    .filter(({ valued }) => valued === true)
    .map(({ key }) => ({ name: `shown.${key}`, value: shownKey(columns[key] ?? "", reading) }));
}

/** Where no column means anything yet, the file as it stands says which row and which columns to choose. */
const unmappedTable = ({ t }: Pick<Language, "t">, headings: FileSeen["headings"], sample: FileSeen["sample"]) => ({
  caption: t("imports:mapping.preview"),
  columns: [{ label: t("imports:mapping.row") }, ...headings.slice(0, mostColumns).map((label) => ({ label }))],
  rows: sample.map(({ row, cells }) => ({
    cells: [
      { content: String(row), header: true },
      ...headings.slice(0, mostColumns).map((_, at) => ({ content: cut(cells[at] ?? "") })),
    ],
  })),
});

const mostColumns = 8;
const mostShown = 160;

const cut = (text: string): string => (text.length > mostShown ? `${text.slice(0, mostShown).toWellFormed()}…` : text);

function previewTable({ t }: Language, { values }: MappingPage, { headings, sample }: FileSeen) {
  const mapped = importFields[values.kind].filter(({ key }) => headings.includes(values.columns[key] ?? ""));
  if (mapped.length === 0) return unmappedTable({ t }, headings, sample);
  return {
    caption: t("imports:mapping.preview"),
    columns: [
      { label: t("imports:mapping.row") },
      ...mapped.map(({ key }) => ({ label: t(`reasons:value.importField.${key}`), sub: values.columns[key] ?? "" })),
    ],
    rows: sample.map(({ row, cells }) => ({
      cells: [
        { content: String(row), header: true },
        ...mapped.map(({ key }) => {
          return { content: cut(cells[headings.indexOf(values.columns[key] ?? "")] ?? "") };
        }),
      ],
    })),
  };
}
