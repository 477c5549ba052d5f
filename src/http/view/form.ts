import type { ErrorSummaryModel } from "./components.ts";
import type { Base, CheckboxesModel, Choice, ClosedChoice, Common, FieldModel, FileModel } from "./fields.ts";
import type { Grouped, Labelled, Option, Picked, PickModel, RadiosModel, TextOptions, Width } from "./fields.ts";
import { findField } from "./pick.ts";
import type { Translate } from "./translate.ts";

/** What a person typed, as it came: kept and shown again whatever happens. */
type FormValues = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A message, in the reader's language, at the field it speaks of. */
export type FieldError = { readonly field: string; readonly message: string };

/** Builds the models of one form's fields from what was typed and what was wrong with it. */
export type Form = {
  readonly text: (
    name: string,
    options: TextOptions & { readonly type?: "text" | "email" | "search" | "url" },
  ) => FieldModel;
  readonly password: (name: string, options: TextOptions) => FieldModel;
  readonly number: (name: string, options: TextOptions) => FieldModel;
  readonly date: (name: string, options: Labelled) => FieldModel;
  readonly textarea: (name: string, options: Labelled & { readonly rows?: number }) => FieldModel;
  readonly select: (
    name: string,
    options: Labelled & { readonly options: readonly Option[]; readonly choose?: boolean },
  ) => FieldModel;
  /** One of many that are looked for; made by `choiceField()`. */
  readonly picker: (name: string, options: Labelled & PickOptions) => FieldModel;
  readonly radios: (
    name: string,
    options: Grouped & {
      readonly options: readonly Choice[];
      readonly closed?: readonly ClosedChoice[];
      readonly inline?: boolean;
    },
  ) => RadiosModel;
  readonly checkboxes: (
    name: string,
    options: Grouped & {
      readonly options: readonly Choice[];
      readonly stacked?: boolean;
      /** Seldom chosen: folded away under a title. */
      readonly more?: { readonly title: string; readonly options: readonly Choice[] };
      readonly pick?: Looking & { readonly label: string };
    },
  ) => CheckboxesModel;
  readonly file: (name: string, options: Labelled & { readonly multiple?: boolean }) => FileModel;
  /** For `page.errors`; undefined where nothing is wrong. */
  readonly summary: () => ErrorSummaryModel | undefined;
  readonly value: (name: string) => string;
  readonly values: (name: string) => readonly string[];
};

/** @see PickModel */
type Looking = {
  readonly address: string;
  readonly finding: boolean;
  /** The options are what the text found. */
  readonly searched: boolean;
};
type PickOptions = Looking & {
  readonly options: readonly Option[];
  readonly chosen: string | undefined;
  readonly none: string | undefined;
};

type Typed = { readonly values?: FormValues | undefined; readonly errors?: readonly FieldError[] | undefined };
type Sent = { readonly values: FormValues; readonly errors: readonly FieldError[] };

export function createForm(t: Translate, { values = {}, errors = [] }: Typed = {}): Form {
  const sent: Sent = { values, errors };
  return {
    value: (name) => firstOf(sent, name),
    values: (name) => allOf(sent, name),
    text: (name, o) => input(sent, name, o.type ?? "text", o, "l"),
    password: (name, o) => input(sent, name, "password", o, "l"),
    number: (name, o) => input(sent, name, "text", { inputmode: "decimal", ...o }, "s"),
    date: (name, o) => input(sent, name, "date", o, "m"),
    textarea: (name, o) => ({
      ...field(sent, name, o),
      textarea: { value: firstOf(sent, name), rows: o.rows ?? 4 },
    }),
    select: (name, o) => {
      const options = o.choose === true ? [{ value: "", label: t("common:form.choose") }, ...o.options] : o.options;
      const value = firstOf(sent, name);
      return {
        ...field(sent, name, o),
        select: { options: options.map((option) => ({ ...option, selected: option.value === value })) },
      };
    },
    picker: (name, o) => ({
      ...field(sent, name, o),
      pick: {
        ...pick(sent, name, o, o.options.length),
        none: o.none ?? t("common:form.choose"),
        options: o.options.map((option) => ({ ...option, selected: option.value === o.chosen })),
      },
    }),
    radios: (name, o) => ({
      ...base(sent, name, o),
      legend: o.legend,
      anchors: o.options.some(({ anchor }) => anchor !== undefined),
      inline: o.inline ?? false,
      options: picked(sent, name, o.options),
      closed: o.closed ?? [],
    }),
    checkboxes: (name, o) => ({
      ...base(sent, name, o),
      legend: o.legend,
      stacked: o.stacked ?? false,
      ...split(picked(sent, name, [...o.options, ...(o.more?.options ?? [])]), o.options.length, o.more?.title),
      pick: o.pick === undefined ? undefined : { ...pick(sent, name, o.pick, o.options.length), label: o.pick.label },
    }),
    file: (name, o) => ({ ...base(sent, name, o), label: o.label, multiple: o.multiple ?? false }),
    summary: () => summary(t, errors),
  };
}

/** The folded ones number on where the others end, so that no two have one id. */
function split(choices: CheckboxesModel["options"], unfolded: number, title: string | undefined) {
  const folded = choices.slice(unfolded);
  return {
    options: choices.slice(0, unfolded),
    more: title === undefined || folded.length === 0 ? undefined : { title, options: folded },
  };
}

function allOf({ values }: Sent, name: string): readonly string[] {
  const value = values[name];
  return value === undefined ? [] : typeof value === "string" ? [value] : value;
}

const firstOf = (sent: Sent, name: string): string => allOf(sent, name)[0] ?? "";

function base({ errors }: Sent, name: string, { hint }: Common): Base {
  const id = idOf(name);
  const error = errors.find(({ field: at }) => at === name)?.message;
  const parts = [hint === undefined ? "" : `${id}-hint`, error === undefined ? "" : `${id}-error`].filter(Boolean);
  return { id, name, hint, error, describedBy: parts.length > 0 ? parts.join(" ") : undefined };
}

const field = (sent: Sent, name: string, o: Labelled): Omit<FieldModel, "input" | "textarea" | "select"> => ({
  ...base(sent, name, o),
  label: o.label,
  optional: o.optional ?? false,
  readonly: o.readonly ?? false,
  unit: o.unit,
});

const input = (sent: Sent, name: string, type: string, o: TextOptions, width: Width): FieldModel => ({
  ...field(sent, name, o),
  input: {
    type,
    // A password that was typed does not come back in the page.
    value: type === "password" ? "" : firstOf(sent, name),
    width: o.width ?? width,
    autocomplete: o.autocomplete,
    inputmode: o.inputmode,
    maxlength: o.maxlength,
    suggestions: o.suggestions,
  },
});

const pick = (sent: Sent, name: string, { address, finding, searched }: Looking, options: number): PickModel => ({
  id: idOf(findField(name)),
  find: findField(name),
  text: firstOf(sent, findField(name)),
  name,
  address,
  finding,
  nothing: searched && options === 0,
});

const picked = (sent: Sent, name: string, options: readonly Choice[]): Picked[] =>
  options.map((option, i) => ({
    ...option,
    id: i === 0 ? idOf(name) : `${idOf(name)}-${i + 1}`,
    checked: allOf(sent, name).includes(option.value),
  }));

function summary(t: Translate, errors: readonly FieldError[]): ErrorSummaryModel | undefined {
  if (errors.length === 0) return undefined;
  return {
    title: t("common:form.errorTitle", { count: errors.length }),
    errors: errors.map(({ field, message }) => ({ text: message, href: `#${idOf(field)}` })),
  };
}

/** `waves[0][reach]` → `waves-0-reach`: brackets would need escaping in links and sheets. */
export function idOf(name: string): string {
  return name.replace(/[[\].]+/g, "-").replace(/-$/, "");
}
