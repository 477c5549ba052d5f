import type { AssertedStage } from "../../domain/technology/state/imports.ts";
import type { Language } from "../view/languages.ts";

/** How far a file says it is, wherever a technology is shown; nothing where decisions here say it. */
export const assertedText = ({ t }: Language, stage: AssertedStage | null): readonly string[] =>
  stage === null ? [] : [t("imports:asserted.mark", { stage: t(`words:stage.${stage}`) })];
