import type { FalsePasses, Method } from "../../domain/methods/method.ts";
import type { Language } from "../view/languages.ts";

/** Under which conditions a bound was simulated to hold, and with what result; null for what no gate rests on. */
export type HoldsModel = { readonly text: string; readonly simulated: readonly string[] };

export function holdsModel(language: Language, name: string, simulated: Method["simulated"]): HoldsModel | null {
  const { t } = language;
  if (simulated === undefined) return null;
  return {
    text: t(`methods:method.${name}.holds`),
    simulated:
      simulated === null || simulated.length === 0
        ? [t("methods:simulated.notYet")]
        : simulated.map((coverage) => simulatedText(language, coverage)),
  };
}

/** A share of nought is said with what it might be: once in as many pilots as there were. */
function simulatedText({ t, format }: Language, { profile, falsePass, replications, seed }: FalsePasses): string {
  const key = `methods:profile.${profile}`;
  return t("methods:simulated.text", {
    profile: t.has(key) ? t(key) : profile,
    share: falsePass === 0 ? `< ${format.percent(1 / replications, 2)}` : format.percent(falsePass, 1),
    count: replications,
    seed: String(seed),
  });
}
