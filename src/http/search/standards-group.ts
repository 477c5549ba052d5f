import type { Standard } from "../../domain/standards/standard.ts";
import { named } from "../say/named.ts";
import { groupOfAll } from "./group.ts";
import type { Asked, Group } from "./group.ts";
import { matcher } from "./matcher.ts";

/** By their names in either language, and the short name; of drafts nothing. */
export function standardsGroup(asked: Asked, alone: boolean): Group {
  const { deps, language, typed } = asked;
  const matches = matcher(typed);
  const all = deps.services.views.standards.all().filter((standard) => matches(namesOf(standard)));
  return groupOfAll(
    asked,
    {
      id: "standard",
      title: language.t("search:group.standard"),
      all: all.map((standard) => ({
        text: named(language, standard.name),
        href: `/standards/${standard.standard}`,
        note: language.t(`standards:kind.${standard.kind}`),
      })),
    },
    alone,
  );
}

export const namesOf = ({ name, standard }: Pick<Standard, "name" | "standard">): string =>
  `${name.en}\n${name.zh}\n${standard}`;
