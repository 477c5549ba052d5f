import type { z } from "zod";
import type { CorrectionChanges, Technology } from "../domain/technology/state/technology.ts";
import type { Problem } from "./forms/problems.ts";
import type { Typed } from "./forms/typed.ts";
import type { FieldModel, RadiosModel } from "./view/fields.ts";
import type { Form as Fields } from "./view/form.ts";
import type { Language } from "./view/languages.ts";

/** Figures of one type of entry that a correction may put right beside its statement. */
type Correcting<S extends z.ZodRawShape> = {
  /** Fields of the form, none of them required; their names are no other room's. */
  readonly shape: S;
  /** The figures as they stand now, corrections included; null where there are none at this position. */
  readonly standing: (technology: Technology, position: number, timeZone: string) => Typed | null;
  /** Only what differs from what stands is a change. */
  readonly changes: (values: z.output<z.ZodObject<S>>, standing: Typed, timeZone: string) => Corrected;
  readonly inputs: (fields: Fields, language: Language, timeZone: string) => readonly CorrectionInput[];
  /** The input at which a reason is said that speaks of a change, by the change's name, where they differ. */
  readonly inputOf?: { readonly [C in keyof CorrectionChanges]?: string };
};

export type Corrected =
  | { readonly kind: "changes"; readonly changes: CorrectionChanges }
  | { readonly kind: "problem"; readonly problem: Problem };

export type CorrectionInput = { readonly field: FieldModel | null; readonly radios: RadiosModel | null };

export type Correctable = Omit<Correcting<z.ZodRawShape>, "changes"> & {
  /** @param values as the form has parsed them by `shape` */
  readonly changes: (values: object, standing: Typed, timeZone: string) => Corrected;
};

export const correctable = <S extends z.ZodRawShape>(spec: Correcting<S>): Correctable => ({
  ...spec,
  changes: (values, standing, timeZone) => spec.changes(values as z.output<z.ZodObject<S>>, standing, timeZone),
});

export const field = (model: FieldModel): CorrectionInput => ({ field: model, radios: null });
export const radios = (model: RadiosModel): CorrectionInput => ({ field: null, radios: model });
