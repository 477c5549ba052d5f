import { daysBetween } from "../../domain/words/days.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import { contextDistance } from "../../domain/sharing/distance.ts";
import { contextOf, supporting } from "../../domain/technology/state/borrowed.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";
import type { Day } from "../../domain/words/text.ts";
import { departmentName } from "./department.ts";
import type { NamedDepartment } from "./department.ts";
import type { Choice } from "../view/fields.ts";
import type { Language } from "../view/languages.ts";

type Ground = {
  readonly language: Language;
  readonly technology: Technology;
  readonly policy: Policy;
  readonly today: Day;
  readonly departments: readonly NamedDepartment[];
};

/** Pieces of other technologies that may stand beside own ones: where each comes from, how old it is, how far its context is. */
export function borrowedChoices({ language, technology, policy, today, departments }: Ground): readonly Choice[] {
  const { t, format } = language;
  return supporting(technology, today).map(({ borrowed, kind, context, origin, to }) => {
    const { overall } = contextDistance(context, contextOf(technology), policy.safeguards.sharing);
    return {
      value: borrowed,
      label: t("sharing:choice.label", { borrowed, kind: t(`words:kind.${kind}`) }),
      hint: t("sharing:choice.hint", {
        department: departmentName(language, departments, origin.department),
        age: format.days(Math.max(0, daysBetween(to.slice(0, 10), today))),
        overall: t(`sharing:overall.${overall}`),
      }),
    };
  });
}
