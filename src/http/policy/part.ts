import type { Policy } from "../../domain/policy/policy.ts";
import type { Typed } from "../forms/typed.ts";
import type { FieldModel } from "../view/fields.ts";
import type { Form as Fields } from "../view/form.ts";
import type { Language } from "../view/languages.ts";
import type { IndicatorBlock } from "./indicator-block.ts";
import type { InputTable } from "./input-table.ts";
import type { RubricBlock } from "./rubric-block.ts";
import type { RuleTable } from "./rule-table.ts";

/** A section of the form, and what the list of contents says of it. */
export type PartModel = {
  readonly id: string;
  readonly title: string;
  readonly lead?: string;
  /** Of a criterion: which it is. */
  readonly criterion?: number;
  readonly inside: readonly { readonly href: string; readonly text: string }[];
  readonly fields: readonly FieldModel[];
  readonly table?: InputTable;
  readonly indicators?: readonly IndicatorBlock[];
  readonly rubrics?: readonly (RubricBlock & { readonly begun: boolean })[];
  /** The button that makes room for one more rubric item. */
  readonly add?: { readonly value: string; readonly text: string };
  readonly gates?: readonly { readonly id: string; readonly title: string; readonly rules: RuleTable }[];
};

/** What each part is made from. */
export type FormAround = {
  readonly policy: Policy;
  readonly typed: Typed;
  readonly fields: Fields;
  readonly language: Language;
  /** The rubric item that was just made room for. */
  readonly begun?: string | undefined;
};
