import type { CheckboxesModel, FieldModel, Grouped, Labelled, Option } from "../view/fields.ts";
import type { Form as Fields } from "../view/form.ts";
import { findField, findingField } from "../view/pick.ts";
import type { Choices } from "./choices.ts";

type Single = Labelled & {
  /** What the empty choice is called, where there is one that means something. */
  readonly none?: string | undefined;
};

/**
 * One of them: a list where they are few, else a field to look for them, by script while somebody types and without by a
 * button that shows the form again with those it found.
 */
export async function choiceField(
  fields: Fields,
  name: string,
  { none, ...labelled }: Single,
  choices: Choices,
): Promise<FieldModel> {
  const all = await choices.all();
  const empty: readonly Option[] = none === undefined ? [] : [{ value: "", label: none }];
  if (all !== null)
    return fields.select(name, { ...labelled, choose: none === undefined, options: [...empty, ...all] });
  const chosen = fields.value(name);
  const { finding, found: options } = await foundBy(fields, name, chosen === "", choices);
  const own = chosen === "" ? null : await choices.named(chosen);
  const others = options.filter(({ value }) => value !== own?.value);
  return fields.picker(name, {
    ...labelled,
    address: choices.address,
    none,
    options: own === null ? others : [own, ...others],
    chosen: finding && options.length === 1 ? options[0]?.value : own?.value,
    finding,
    searched: finding || (chosen === "" && fields.value(findField(name)) !== ""),
  });
}

/** Several of them: boxes where they are few, else those chosen, those found, and a field to look for more. */
export async function choicesField(
  fields: Fields,
  name: string,
  grouped: Grouped & { readonly look: string },
  choices: Choices,
): Promise<CheckboxesModel> {
  const { look, ...rest } = grouped;
  const all = await choices.all();
  if (all !== null) return fields.checkboxes(name, { ...rest, stacked: true, options: all });
  const chosen = (await Promise.all(fields.values(name).map(choices.named))).flatMap((option) => option ?? []);
  const { finding, found: options } = await foundBy(fields, name, true, choices);
  const others = options.filter(({ value }) => chosen.every((own) => own.value !== value));
  return fields.checkboxes(name, {
    ...rest,
    stacked: true,
    options: [...chosen, ...others],
    pick: { label: look, address: choices.address, finding, searched: finding },
  });
}

/** @param also whether the typed text finds without its button too: where nothing was chosen with it */
async function foundBy(fields: Fields, name: string, also: boolean, { find }: Choices) {
  const text = fields.value(findField(name));
  const finding = fields.value(findingField) === name;
  return { finding, found: text !== "" && (finding || also) ? await find(text) : [] };
}
