import type { Policy } from "../../../domain/policy/policy.ts";
import type { Tallies } from "../../../domain/simulation/tally.ts";
import { nameOf } from "../../say/names-of-results.ts";
import type { Content } from "../../view/html.ts";
import type { Language } from "../../view/languages.ts";
import { named } from "../../say/named.ts";
import type { Answer } from "./question.ts";
import { mostlyBy } from "./simulated.ts";
import { ofHundred } from "./words.ts";

/** The answer in one sentence: how often it passes, and what holds it back; by whole pilots once they were simulated. */
export function leadOf(language: Language, policy: Policy, { result }: Answer, tallies: Tallies | null): Content {
  const { t } = language;
  if (tallies !== null) return simulatedLead(language, policy, tallies);
  const { pass, bottleneck } = result;
  if (bottleneck === null) return t("simulator:noFloors");
  const shares = { pass: ofHundred(language, pass) };
  if (pass >= 0.995) return t.html("simulator:leadGood", shares);
  const name = named(language, bottleneck.indicator.name);
  if (pass === 0) return t.html("simulator:leadNever", { name });
  return t.html("simulator:leadExact", { ...shares, name, chance: ofHundred(language, bottleneck.chances.pass) });
}

function simulatedLead(language: Language, policy: Policy, tallies: Tallies): Content {
  const { t } = language;
  const share = ({ outcomes, pilots }: Tallies["calm"]): string => ofHundred(language, outcomes.pass / pilots);
  const shares = { calm: share(tallies.calm), rough: share(tallies.rough) };
  const id = mostlyBy(tallies);
  if (id === null) return t.html("simulator:leadSimulatedGood", shares);
  const name =
    id === "score"
      ? t("simulator:simulated.score")
      : t.has(`words:criterion.${id}`)
        ? t(`words:criterion.${id}`)
        : nameOf(language, policy, id);
  return t.html("simulator:leadSimulated", { ...shares, name });
}
