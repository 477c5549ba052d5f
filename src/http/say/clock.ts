import type { Policy } from "../../domain/policy/policy.ts";
import type { Language } from "../view/languages.ts";
import { named } from "./named.ts";

/** "First report on i1", of the key "i1/first-report"; a duty that the policy has no more is called by its key. */
export function clockName(language: Language, { safeguards: { clocks } }: Policy, key: string): string {
  const [of = "", duty = "", supplement] = key.split("/");
  const name = clocks.duties.find((known) => known.key === duty)?.name;
  const what = name === undefined ? duty : named(language, name);
  return language.t(supplement === undefined ? "words:clock.of" : "words:clock.supplementOf", { what, of });
}
