import type { ConditionResult } from "../../domain/technology/state/condition-result.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { ConditionModel } from "../view/components.ts";
import type { Content } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { tag } from "../view/tag.ts";
import { conditionTitle, sentence } from "./condition.ts";
import { thingsText } from "./thing.ts";
import { inOneLine } from "./named.ts";

/** A condition as a list shows it: status, what it is, why, how to meet it, who has it and until when. */
export function conditionModel(
  language: Language,
  policy: Policy,
  condition: ConditionResult,
  link?: Content,
): ConditionModel {
  const { t, format } = language;
  const who = [t(`words:role.${condition.owner}`), ...(condition.due === null ? [] : [format.date(condition.due)])];
  return {
    tag: tag(t, condition.status),
    title: conditionTitle(language, condition.key),
    why: conditionReason(language, policy, condition),
    how:
      condition.remedy === null
        ? undefined
        : [
            { term: t("common:conditions.how"), value: link ?? sentence(language, policy, condition.remedy) },
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
