import type { Policy } from "../../domain/policy/policy.ts";
import { contextDistance } from "../../domain/sharing/distance.ts";
import { contextOf, supporting } from "../../domain/technology/state/borrowed.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";
import type { Day } from "../../domain/words/text.ts";
import type { Choice } from "../view/fields.ts";
import type { Language } from "../view/languages.ts";

type Ground = {
  readonly language: Language;
  readonly technology: Technology;
  readonly policy: Policy;
  readonly today: Day;
};

/** Pieces of other technologies that may stand beside the own ones of a judgement, each with how far its context is. */
export const borrowedChoices = ({ language: { t }, technology, policy, today }: Ground): readonly Choice[] =>
  supporting(technology, today).map(({ borrowed, kind, context }) => {
    const { overall } = contextDistance(context, contextOf(technology), policy.safeguards.sharing);
    return {
      value: borrowed,
      label: t("sharing:choice.label", { borrowed, kind: t(`words:kind.${kind}`) }),
      hint: t("sharing:choice.hint", { overall: t(`sharing:overall.${overall}`) }),
    };
  });
