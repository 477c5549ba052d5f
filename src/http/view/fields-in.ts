import type { CheckboxesModel, FieldModel, FileModel, RadiosModel } from "./fields.ts";
import { Html } from "./html.ts";

export type AnyField = FieldModel | RadiosModel | CheckboxesModel | FileModel;

/** Every field in the model of a page, however deep, once; in the order of the model. */
export function fieldsIn(model: object): readonly AnyField[] {
  const seen = new Set<object>();
  const fieldsOf = (part: unknown): readonly AnyField[] => {
    if (typeof part !== "object" || part === null || part instanceof Html || seen.has(part)) return [];
    seen.add(part);
    return isField(part) ? [part] : Object.values(part).flatMap(fieldsOf);
  };
  return fieldsOf(model);
}

/** What it asks, as its page says it. */
export const labelOf = (field: AnyField): string => ("legend" in field ? field.legend : field.label);

/** What the field of a name is called on the page of this model; undefined for what is no field of it. */
export function labelsIn(model: object): (name: string) => string | undefined {
  // Most forms are shown without a fault: only one that has some is looked through.
  let labels: ReadonlyMap<string, string> | null = null;
  return (name) => (labels ??= new Map(fieldsIn(model).map((field) => [field.name, labelOf(field)]))).get(name);
}

/** As `createForm()` makes them: an id and a name, and what is asked. */
function isField(part: object): part is AnyField {
  const { id, name, label, legend } = part as Partial<Record<string, unknown>>;
  return (
    typeof id === "string" && typeof name === "string" && "describedBy" in part && typeof (legend ?? label) === "string"
  );
}
