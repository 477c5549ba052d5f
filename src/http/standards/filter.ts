import type { Request } from "express";
import { standardKinds } from "../../domain/standards/standard.ts";
import type { Standard } from "../../domain/standards/standard.ts";
import { stateOn, versionStates } from "../../domain/standards/standing.ts";
import type { Day } from "../../domain/words/text.ts";
import { blankForm } from "../forms/form.ts";
import { fieldsOf } from "../forms/show.ts";
import { queryValue } from "../request-values.ts";
import type { Language } from "../view/languages.ts";

/** The filter as it stands in the address. */
export type RegisterFilter = Readonly<Record<"kind" | "state", string>>;

export function filterOf(req: Request): RegisterFilter {
  const among = (name: "kind" | "state", known: readonly string[]): string =>
    known.find((value) => value === queryValue(req, name)) ?? "";
  return { kind: among("kind", standardKinds), state: among("state", versionStates) };
}

export const isFiltered = ({ kind, state }: RegisterFilter): boolean => kind + state !== "";

/** Those of the kind with a version in that state today. */
export const filtered = <S extends Standard>(
  all: readonly S[],
  { kind, state }: RegisterFilter,
  today: Day,
): readonly S[] =>
  all
    .filter((standard) => kind === "" || standard.kind === kind)
    .filter(({ versions }) => state === "" || versions.some((version) => stateOn(version, today) === state));

export function filterInputs(language: Language, filter: RegisterFilter) {
  const { t } = language;
  const fields = fieldsOf(blankForm(filter), language);
  const select = (name: "kind" | "state", known: readonly string[]) =>
    fields.select(name, {
      label: t(`standards:filter.${name}`),
      options: [
        { value: "", label: t("standards:filter.every") },
        ...known.map((value) => ({ value, label: t(`standards:${name}.${value}`) })),
      ],
    });
  return { kind: select("kind", standardKinds), state: select("state", versionStates) };
}

/** The same list, from another place on or as a file. */
export function filteredAddress(path: string, filter: RegisterFilter, after = ""): string {
  const pairs = Object.entries({ ...filter, after }).filter(([, value]) => value !== "");
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs).toString()}`;
}
