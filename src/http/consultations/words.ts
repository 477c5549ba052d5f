import type { ConsultationStanding } from "../../domain/technology/state/consultations.ts";
import type { TagModel } from "../view/components.ts";
import type { Glyph } from "../view/glyphs.ts";
import type { Language } from "../view/languages.ts";
import { tag } from "../view/tag.ts";

const glyphs: Readonly<Record<ConsultationStanding, Glyph>> = {
  ahead: "unknown",
  open: "waits",
  over: "waits",
  overdue: "late",
  answered: "met",
  withdrawn: "unmet",
};

export const consultationTag = ({ t }: Pick<Language, "t">, standing: ConsultationStanding): TagModel =>
  tag(t, glyphs[standing], t(`words:consultationStanding.${standing}`));
