import type { Policy } from "../../domain/policy/policy.ts";
import type { Tier } from "../../domain/words/tier.ts";
import { tiers } from "../../domain/words/tier.ts";
import type { Deps } from "../deps.ts";
import { departmentName } from "../say/department.ts";
import type { Choice, Option } from "../view/fields.ts";
import type { Language } from "../view/languages.ts";

export function departmentOptions({ services }: Deps, language: Language): readonly Option[] {
  const open = services.views.departments.open();
  return open.map(({ key }) => ({ value: key, label: departmentName(language, open, key) }));
}

/** Everyone who works here now, by name. Who decides nothing anyway comes with the rest: the rule is the domain's. */
export async function sponsorOptions({ services, people }: Deps, language: Language): Promise<readonly Option[]> {
  const active = services.views.people.all().filter(({ disabled }) => !disabled);
  const names = await people.names(active.map(({ id }) => id));
  const departments = services.views.departments.all();
  return active
    .flatMap(({ id, department }) => {
      const name = names.get(id);
      if (name === undefined) return [];
      const of = department === null ? "" : departmentName(language, departments, department);
      return [{ value: id, label: of === "" ? name : language.t("proposal:sponsorOf", { name, department: of }) }];
    })
    .sort((a, b) => a.label.localeCompare(b.label, language.locale));
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

export function obligations({ t, format }: Language, policy: Policy, tier: Tier): string {
  const { minimumPilotDays, minimumEvaluators } = policy.tiers[tier];
  return t("proposal:obligations", {
    days: format.days(minimumPilotDays),
    evaluators: minimumEvaluators,
    admission: policy.gates.admission.quorum[tier],
    rollout: policy.gates.rollout.quorum[tier],
  });
}
