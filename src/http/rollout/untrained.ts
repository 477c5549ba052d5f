import { trainingKey } from "../../domain/safeguards/training.ts";
import { trainingReasons } from "../../domain/technology/rollout/wave-training.ts";
import { safeguardsOf } from "../../domain/technology/state/safeguards.ts";
import { reasonText } from "../forms/show.ts";
import type { LinkModel } from "../view/components.ts";
import { isTakenBack } from "./taken-back.ts";
import type { RolloutParts } from "./rollout-parts.ts";

export type UntrainedSection = {
  readonly waves: readonly { readonly title: string; readonly lacks: readonly string[] }[];
  readonly link: LinkModel;
};

/** What each wave that is still ahead lacks of its training, in the words in which opening it would be refused. */
export function untrainedModel(parts: RolloutParts): UntrainedSection | null {
  const { technology, policy, today, language } = parts;
  const { rollout, stage } = technology;
  const isAhead = stage === "evaluating" || stage === "rolling-out";
  if (rollout === null || !isAhead || isTakenBack(rollout)) return null;
  const waves = rollout.waves.flatMap(({ number, state }) => {
    const reasons = state === "planned" ? trainingReasons(technology, number, policy, today) : [];
    const lacks = reasons.map((reason) => reasonText(reason, language));
    return lacks.length === 0 ? [] : [{ title: language.t("rollout:wave.title", { number }), lacks }];
  });
  return waves.length === 0 ? null : { waves, link: statementLink(parts) };
}

/** To whoever may write it its form, to everybody else what is stated. */
function statementLink({ technology, language: { t }, at, open }: RolloutParts): LinkModel {
  const [statement] = safeguardsOf(technology, trainingKey);
  if (open.includes("StateSafeguard"))
    return statement === undefined
      ? { text: t("rollout:untrained.begin"), href: at(`safeguards/new/${trainingKey}`) }
      : { text: t("rollout:untrained.edit"), href: at(`safeguards/${statement.item}/edit`) };
  return {
    text: t("rollout:untrained.see"),
    href: statement === undefined ? at(`safeguards#${trainingKey}`) : at(`safeguards/${statement.item}`),
  };
}
