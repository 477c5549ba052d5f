import type { Request, Response } from "express";
import { inWorker } from "../../application/beside/in-worker.ts";
import { planImport } from "../../application/imports/make-plan.ts";
import type { FileFault, FileSeen } from "../../application/imports/read-file.ts";
import type { Staged } from "../../application/staged-files.ts";
import { isEncoding } from "../../domain/evidence/encoding.ts";
import { importFields, importKinds } from "../../domain/imports/fields.ts";
import type { ImportKind } from "../../domain/imports/fields.ts";
import { guessedColumns } from "../../domain/imports/guesses.ts";
import type { ImportMapping } from "../../domain/imports/mapping.ts";
import type { ImportReading } from "../../domain/imports/reading.ts";
import type { Deps } from "../deps.ts";
import { Fault, forbidden } from "../faults.ts";
import { blankForm, invalid } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import type { Problem } from "../forms/problems.ts";
import { nest } from "../forms/typed.ts";
import { done } from "../page.ts";
import { pathValue, queryValue } from "../request-values.ts";
import { languageOf, personOf } from "../visitor.ts";
import type { Language } from "../view/languages.ts";
import { rowReason } from "../say/row-reason.ts";
import { kindsFor, mustImport, stagedFor } from "./file.ts";
import { showMapping } from "./mapping-form.ts";
import { mappingSchema } from "./mapping-schema.ts";
import type { MappingValues } from "./mapping-schema.ts";
import { mappingFrom, mappingProblems, typedOfMapping } from "./mapping-values.ts";

/** Of a file that was sent: how it is read, which column says what, and what its words stand for, beside its first rows. */
export function mappingPages(deps: Deps) {
  const { services } = deps;
  return {
    async show(req: Request, res: Response): Promise<void> {
      const staged = await stagedIn(deps, req, res);
      const kind = kindsFor(res).find((known) => known === queryValue(req, "kind")) ?? forbidden("imports");
      const known = await services.imports.mappings(kind);
      const chosen = known.find(({ name }) => name === queryValue(req, "mapping"));
      const asked = chosen?.mapping.reading ?? { headingRow: null };
      const first = await look(staged, asked, []);
      const reading = { ...asked, headingRow: "fault" in first ? 1 : first.headingRow };
      const columns = "fault" in first ? {} : (chosen?.mapping.columns ?? guessedColumns(kind, first.headings));
      const typed = { kind, ...typedOfMapping({ ...start, ...chosen?.mapping, kind, reading, columns }) };
      await again(deps, res, { staged, form: blankForm(typed), chosen: chosen?.mapping ?? null });
    },

    async submit(req: Request, res: Response, form: Form<MappingValues>): Promise<void> {
      const staged = await stagedIn(deps, req, res);
      if (!form.valid) return again(deps, res, { staged, form, chosen: null });
      const { values } = form;
      mustImport(res, values.kind);
      const reading = readingOf(values);
      const seen = await look(staged, reading, valuedColumns(values));
      if ("fault" in seen)
        return again(deps, res, { staged, form: invalid(form, faultProblem(languageOf(res), seen)), chosen: null });
      const mapping = mappingFrom(values, reading, seen);
      const problems = values.intent === "plan" ? mappingProblems(mapping) : [];
      if (values.intent === "look" || problems.length > 0) {
        const next = problems.length > 0 ? invalid(form, ...problems) : blankForm(form.typed);
        return again(deps, res, { staged, form: next, chosen: mapping });
      }
      if (values.keepAs !== "") {
        const givenBy = personOf(res).id;
        await services.imports.keepMapping({ name: values.keepAs, kind: values.kind, mapping, givenBy });
      }
      const [file] = staged.files;
      const { id, roles } = personOf(res);
      const plan = await planImport(services, {
        actor: { id, roles },
        path: file?.path ?? "",
        file: file?.name ?? "",
        mapping,
      });
      if ("fault" in plan)
        return again(deps, res, { staged, form: invalid(form, faultProblem(languageOf(res), plan)), chosen: mapping });
      done(res, `/imports/${plan.id}`);
    },
  };
}

const start: Pick<ImportMapping, "same" | "values" | "longNames"> = { same: {}, values: {}, longNames: "leave" };

async function stagedIn({ services }: Deps, req: Request, res: Response): Promise<Staged> {
  const staged = await services.stagedFiles.find(stagedFor(personOf(res).id), pathValue(req, "file"));
  if (staged === null) throw new Fault(404, "file gone", { key: "imports:file.gone", values: {} });
  return staged;
}

const look = ({ files }: Staged, reading: ImportReading, columns: readonly string[]): Promise<FileSeen | FileFault> =>
  inWorker<"seeFile">({ kind: "seeFile", path: files[0]?.path ?? "", reading, columns });

function readingOf({ encoding, sheet, headingRow }: MappingValues): ImportReading {
  const row = /^[1-9]\d{0,3}$/.test(headingRow) ? Number(headingRow) : 1;
  return { headingRow: row, ...(isEncoding(encoding) && { encoding }), ...(sheet !== "" && { sheet }) };
}

const valuedColumns = ({ kind, columns }: Pick<MappingValues, "kind" | "columns">): readonly string[] =>
  importFields[kind].flatMap(({ key, valued }) => {
    const heading = columns[key] ?? "";
    return valued === true && heading !== "" ? [heading] : [];
  });

const faultProblem = (language: Language, { fault, about }: FileFault): Problem => ({
  field: fault === "noHeadings" ? "headingRow" : "encoding",
  key: `imports:fault.${fault}`,
  params: { detail: typeof about === "string" ? about : rowReason(language, about) },
});

/** A form whose kind is none of ours is one of the first. */
const kindIn = ({ kind }: FormState["typed"]): ImportKind =>
  importKinds.find((known) => known === kind) ?? importKinds[0];

type Again = { readonly staged: Staged; readonly form: FormState; readonly chosen: ImportMapping | null };

async function again(deps: Deps, res: Response, { staged, form, chosen }: Again): Promise<void> {
  const parsed = mappingSchema.safeParse(nest(form.typed));
  const values = parsed.success ? parsed.data : mappingSchema.parse({ kind: kindIn(form.typed) });
  const seen = await look(staged, readingOf(values), valuedColumns(values));
  const mappings = await deps.services.imports.mappings(values.kind);
  const page = { staged, values, seen, chosen, mappings };
  if (!("fault" in seen) || form.problems.length > 0) return showMapping(deps, res, form, page);
  return showMapping(deps, res, invalid(form, faultProblem(languageOf(res), seen)), page);
}
