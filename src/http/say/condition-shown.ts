import type { ConditionResult } from "../../domain/technology/state/condition-result.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { ConditionModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";
import { tag } from "../view/tag.ts";
import { stateHelp } from "./help-states.ts";
import { conditionTitle, sentence } from "./condition.ts";
import type { Advice } from "./condition-advice.ts";
import { thingsText } from "./thing.ts";
import { inOneLine } from "./named.ts";

/**
 * A condition as a list shows it: status, what it is, why, how to meet it, who has it and until when.
 * @param advice how it is met as things stand; else as it was recorded
 */
export function conditionModel(
  language: Language,
  policy: Policy,
  condition: ConditionResult,
  advice?: Advice | null,
): ConditionModel {
  const { t, format } = language;
  const { remedy, role } = advice ?? { remedy: condition.remedy, role: condition.owner };
  const who = [t(`words:role.${role}`), ...(condition.due === null ? [] : [format.date(condition.due)])];
  return {
    tag: { ...tag(t, condition.status), help: stateHelp("condition", condition.status) },
    title: conditionTitle(language, condition.key),
    href: `/help/conditions#${condition.key}`,
    why: conditionReason(language, policy, condition),
    how:
      remedy === null
        ? undefined
        : [
            { term: t("common:conditions.how"), value: sentence(language, policy, remedy) },
            { term: t("common:conditions.who"), value: who.join(" · ") },
          ],
  };
}

/** Why it stands as it does; a waived one says what it would be without the waiver, and what the waiver covers. */
export function conditionReason(language: Language, policy: Policy, condition: ConditionResult): string {
  const { key, reason, beneath } = condition;
  const plain = sentence(language, policy, reason);
  if (beneath === undefined) return plain;
  const { t } = language;
  return inOneLine(language, [
    plain,
    t("conditions:without", { sentence: sentence(language, policy, beneath.reason) }),
    t("conditions:covers", { things: thingsText(language, policy, key, beneath.covers) }),
  ]);
}
