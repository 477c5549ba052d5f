import type { Rubric } from "../../domain/measures/indicator.ts";
import { named } from "../say/named.ts";
import type { Language } from "../view/languages.ts";

/** What an item of the rubric can be given: its five anchors, and that it cannot be judged. */
export const anchorOptions = (language: Language, rubric: Rubric | undefined) => [
  ...(rubric?.anchors ?? []).map((anchor, at) => ({
    value: String(at + 1),
    anchor: String(at + 1),
    label: named(language, anchor),
  })),
  {
    value: "none",
    anchor: "–",
    label: language.t("evaluation:scores.none"),
    hint: language.t("evaluation:scores.noneHint"),
  },
];
