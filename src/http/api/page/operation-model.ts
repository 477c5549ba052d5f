import type { TableModel } from "../../view/components.ts";
import type { Language } from "../../view/languages.ts";
import { base } from "../answer.ts";
import type { DocumentedAnswer, DocumentedOperation } from "../document/document.ts";
import { fieldsTable } from "./shape-model.ts";
import { typeText } from "./type-text.ts";
import type { Schema } from "./type-text.ts";

type Described = {
  readonly method: string;
  readonly path: string;
  readonly operation: DocumentedOperation;
  readonly origin: string;
};

/** One address: what it is for, what it takes, what it answers, and a command that calls it. */
export function operationModel(language: Language, described: Described) {
  const { method, path, operation } = described;
  const { operationId, summary, description, parameters = [], requestBody, responses } = operation;
  const { t } = language;
  // Named by its address: a page has many tables of each kind, and who hears it tells them apart by their names.
  const called = (table: string): string => `${t(`api:page.${table}`)}${t("common:colon")}${summary}`;
  const [body] = Object.entries(requestBody?.content ?? {});
  return {
    id: operationId,
    summary,
    address: `${method.toUpperCase()} ${base}${path}`,
    paragraphs: description.split("\n\n"),
    curl: curlOf(described, body?.[0]),
    parameters: parameters.length === 0 ? null : parametersTable(language, called("parameters"), operation),
    body: body === undefined ? null : { type: body[0], table: bodyTable(language, called("body"), body[1].schema) },
    answers: answersTable(language, called("answers"), responses),
  };
}

function parametersTable(language: Language, caption: string, { parameters = [] }: DocumentedOperation): TableModel {
  const { t } = language;
  return {
    caption,
    columns: ["name", "where", "type", "meaning"].map((column) => ({ label: t(`api:page.${column}`) })),
    rows: parameters.map(({ name, in: where, required, schema, description }) => ({
      cells: [
        { content: name, header: true },
        { content: t(`api:page.in.${where}`), ...(required === true && { sub: t("api:page.needed") }) },
        { content: typeText(language, schema) },
        { content: description ?? "" },
      ],
    })),
  };
}

/** Null for a shape that has a name: it stands with the others. */
const bodyTable = (language: Language, caption: string, schema: Schema) => ({
  shape: schema.$ref === undefined ? null : typeText(language, schema),
  fields: schema.$ref === undefined ? fieldsTable(language, caption, schema) : null,
});

function answersTable(
  language: Language,
  caption: string,
  responses: { readonly [status: string]: DocumentedAnswer },
): TableModel {
  const { t } = language;
  return {
    caption,
    columns: ["status", "type", "meaning"].map((column) => ({ label: t(`api:page.${column}`) })),
    rows: Object.entries(responses).map(([status, { description, content = {} }]) => ({
      cells: [
        { content: status, header: true },
        { content: contentText(language, content) },
        { content: description.replaceAll("\n\n", " ") },
      ],
    })),
  };
}

function contentText(language: Language, content: NonNullable<DocumentedAnswer["content"]>) {
  const [first] = Object.values(content);
  return first === undefined ? "–" : typeText(language, first.schema);
}

/** The token stands in a variable, so that it gets neither into a script nor into the list of running commands. */
function curlOf({ method, path, operation, origin }: Described, body: string | undefined): string {
  const must = (operation.parameters ?? []).some(({ name, required }) => name === "If-Match" && required === true);
  return [
    `curl --fail-with-body "${origin}${base}${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => name.toUpperCase())}"`,
    `  --oauth2-bearer "$TOUCHSTONE_TOKEN"`,
    ...(method === "post" ? [`  -H "Idempotency-Key: $(uuidgen)"`] : []),
    ...(must ? [`  -H 'If-Match: "v17-…"'`] : []),
    ...(body === "application/json" ? ["  --json @request.json"] : []),
    ...(body === "multipart/form-data" ? ["  -F title=… -F files=@results.csv"] : []),
  ].join(" \\\n");
}
