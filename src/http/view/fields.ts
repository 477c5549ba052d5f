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
  /** Where a page's script looks for what may be typed. */
  readonly suggestions?: string | undefined;
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
    readonly suggestions?: string | undefined;
  };
  readonly textarea?: { readonly value: string; readonly rows: number };
  readonly pick?: PickModel & {
    /** What was chosen, what was found, and nothing. Empty where nobody looked yet. */
    readonly options: readonly (Option & { readonly selected: boolean })[];
    readonly none: string;
  };
  readonly select?: { readonly options: readonly (Option & { readonly selected: boolean })[] };
};
/** components/pick: a text that finds choices. The script looks at the address while somebody types. */
export type PickModel = {
  readonly id: string;
  readonly find: string;
  readonly text: string;
  readonly name: string;
  readonly address: string;
  /** The form is shown again because of this one. */
  readonly finding: boolean;
  /** Somebody looked, and nothing is called so. */
  readonly nothing: boolean;
};
export type Picked = Choice & { readonly id: string; readonly checked: boolean };
/** components/radios */
export type RadiosModel = Base & {
  readonly legend: string;
  readonly anchors: boolean;
  /** Side by side: for a few short answers. */
  readonly inline: boolean;
  readonly options: readonly Picked[];
  readonly closed: readonly ClosedChoice[];
};
/** components/checkboxes */
export type CheckboxesModel = Base & {
  readonly legend: string;
  readonly stacked: boolean;
  readonly options: readonly Picked[];
  /** Folded away, under a title that says how many. */
  readonly more?: { readonly title: string; readonly options: readonly Picked[] } | undefined;
  readonly pick?: (PickModel & { readonly label: string }) | undefined;
};
/** components/file */
export type FileModel = Base & { readonly label: string; readonly multiple: boolean };
