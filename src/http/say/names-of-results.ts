import type { Policy } from "../../domain/policy/policy.ts";
import type { Language } from "../view/languages.ts";
import { indicatorName } from "./condition.ts";

/** "sus", "sus@older", "sus~baseline". */
export function partsOf(id: string): {
  readonly key: string;
  readonly group: string | undefined;
  readonly compared: boolean;
} {
  const compared = id.endsWith("~baseline");
  const [key, group] = (compared ? id.slice(0, -"~baseline".length) : id).split("@");
  return { key: key ?? id, group, compared };
}

/** An indicator, a group of it or its comparison, by the id of its result. */
export function nameOf(language: Language, policy: Policy, id: string): string {
  const { key, group, compared } = partsOf(id);
  const name = indicatorName(language, policy, key);
  if (compared) return language.t("indicators:againstBaseline", { name });
  if (group === undefined) return name;
  const word = `words:group.${group}`;
  return language.t("indicators:ofGroup", { name, group: language.t.has(word) ? language.t(word) : group });
}
