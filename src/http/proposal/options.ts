import type { Policy } from "../../domain/policy/policy.ts";
import { tiers } from "../../domain/words/tier.ts";
import type { Deps } from "../deps.ts";
import type { Choices } from "../choices/choices.ts";
import { departmentChoices } from "../choices/departments.ts";
import { peopleChoices } from "../choices/people.ts";
import { departmentName } from "../say/department.ts";
import { obligations } from "../say/obligations.ts";
import type { Choice } from "../view/fields.ts";
import type { Language } from "../view/languages.ts";

export const departmentsToPropose = ({ services }: Deps, language: Language): Choices =>
  departmentChoices(services.views.departments.open(), language, "/technologies/new/departments");

/** Everyone who works here now, by name. Who decides nothing anyway comes with the rest: the rule is the domain's. */
export function sponsors({ services: { views }, people }: Deps, language: Language): Choices {
  const departments = views.departments.all();
  return peopleChoices(people, language, {
    among: views.people.active(),
    label: ({ department }, name) =>
      department === null
        ? name
        : language.t("proposal:sponsorOf", { name, department: departmentName(language, departments, department) }),
    address: "/technologies/new/sponsors",
  });
}

/** Each tier with what it asks for under the newest policy, and the tier left open. */
export function tierOptions(language: Language, policy: Policy): readonly Choice[] {
  const { t } = language;
  return [
    ...tiers.map((tier) => ({
      value: tier,
      label: t("proposal:tierIs", {
        tier: t("words:impactTier", { tier: t(`words:tier.${tier}`) }),
        whom: t(`proposal:tier.${tier}`),
      }),
      hint: obligations(language, policy, tier),
    })),
    { value: "open", label: t("proposal:tier.open"), hint: t("proposal:tier.openHint") },
  ];
}
