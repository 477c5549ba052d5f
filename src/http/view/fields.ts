import type { Content } from "./html.ts";

/** The view models of form fields, made by `createForm()`, and what each is made from. */

export type Common = {
  readonly hint?: Content | undefined;
  readonly optional?: boolean | undefined;
  readonly readonly?: boolean | undefined;
};
export type Labelled = Common & {
  readonly label: string;
  /** Shown behind the field: “requests a second”. */ readonly unit?: string | undefined;
};
export type Grouped = Common & { readonly legend: string };
export type Width = "xs" | "s" | "m" | "l" | "full";
export type TextOptions = Labelled & {
  readonly width?: Width | undefined;
  readonly autocomplete?: string | undefined;
  readonly inputmode?: string | undefined;
  readonly maxlength?: number | undefined;
};
export type Option = { readonly value: string; readonly label: string };
/** A radio that says its consequence; `anchor` is the number of a rubric's anchor. */
export type Choice = Option & { readonly hint?: Content | undefined; readonly anchor?: string | undefined };
/** A choice that is not open is named with its reason, not greyed out. */
export type ClosedChoice = { readonly label: string; readonly reason: Content };

export type Base = {
  id: string;
  name: string;
  hint?: Content | undefined;
  error?: string | undefined;
  describedBy?: string | undefined;
  /** Stands as a fact in place of an input. */
  fixed?: FixedModel | undefined;
};
/** components/fixed: a value that can no longer be changed, with the reason; it goes on with the form. */
type FixedModel = {
  readonly label: string;
  readonly text: string;
  readonly why: string;
  readonly values: readonly string[];
};
/** components/field */
export type FieldModel = Base & {
  readonly label: string;
  readonly optional: boolean;
  readonly readonly: boolean;
  readonly unit?: string | undefined;
  readonly input?: {
    readonly type: string;
    readonly value: string;
    readonly width: Width;
    readonly autocomplete?: string | undefined;
    readonly inputmode?: string | undefined;
    readonly maxlength?: number | undefined;
  };
  readonly textarea?: { readonly value: string; readonly rows: number };
  readonly select?: { readonly options: readonly (Option & { readonly selected: boolean })[] };
};
export type Picked = Choice & { readonly id: string; readonly checked: boolean };
/** components/radios */
export type RadiosModel = Base & {
  readonly legend: string;
  readonly anchors: boolean;
  readonly options: readonly Picked[];
  readonly closed: readonly ClosedChoice[];
};
/** components/checkboxes */
export type CheckboxesModel = Base & {
  readonly legend: string;
  readonly stacked: boolean;
  readonly options: readonly Picked[];
};
/** components/file */
export type FileModel = Base & { readonly label: string; readonly multiple: boolean };
