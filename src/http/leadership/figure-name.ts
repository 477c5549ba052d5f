import { departmentName } from "../say/department.ts";
import type { Language } from "../view/languages.ts";
import type { Figure } from "./figures.ts";
import type { Ground } from "./ground.ts";
import { periodName } from "./period.ts";

/** What a figure counts, as the heading of its list. */
export function figureName({ t }: Language, { key }: Figure): string {
  const [kind = "", first = "", second = ""] = key.split(".");
  if (kind === "decision")
    return t("leadership:name.decision", {
      gate: t(`words:gate.${first}`),
      outcome: t(`leadership:outcome.${second}`),
    });
  if (kind === "margin")
    return t("leadership:name.margin", { band: t(`leadership:band.${first}`), fate: t(`leadership:fate.${second}`) });
  if (kind === "rollout") return t("leadership:name.rollout", { fate: t(`leadership:fate.${first}`) });
  return t(`leadership:name.${key}`);
}

/** Whose figures they are, and of which days. */
export function scopeOf({ language, departments, asked }: Ground): readonly string[] {
  const { t } = language;
  return [
    asked.department === null
      ? t("leadership:scorecard.together")
      : departmentName(language, departments, asked.department),
    periodName(language, asked.period),
  ];
}
