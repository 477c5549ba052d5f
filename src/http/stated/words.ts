import type { SafeguardKind } from "../../domain/safeguards/kind.ts";
import type { SafeguardQuestion } from "../../domain/safeguards/question.ts";
import type { Standing } from "../../domain/safeguards/standing.ts";
import { named } from "../say/named.ts";
import type { TagModel } from "../view/components.ts";
import type { Glyph } from "../view/glyphs.ts";
import type { Language } from "../view/languages.ts";
import { tag } from "../view/tag.ts";

/** Texts of a kind stand in `views/locales/<language>/safeguards/<key>.json`. */
export const kindText = ({ key }: Pick<SafeguardKind, "key">, name: string): string => `safeguards/${key}:${name}`;

export const kindName = ({ t }: Language, kind: Pick<SafeguardKind, "key">): string => t(kindText(kind, "name"));

/** What a question is called; where the policy words it, in the policy's words. */
export function questionLabel(language: Language, kind: SafeguardKind, { key, words }: Worded): string {
  return words === undefined ? language.t(kindText(kind, `question.${key}.label`)) : named(language, words.label);
}

export function questionHint(language: Language, kind: SafeguardKind, { key, words }: Worded): string | undefined {
  if (words !== undefined) return words.hint === undefined ? undefined : named(language, words.hint);
  const hint = kindText(kind, `question.${key}.hint`);
  return language.t.has(hint) ? language.t(hint) : undefined;
}

export function optionLabel(language: Language, kind: SafeguardKind, { key, words }: Worded, value: string): string {
  const worded = words?.options?.[value];
  if (worded !== undefined) return named(language, worded);
  const own = kindText(kind, `question.${key}.option.${value}`);
  if (language.t.has(own)) return language.t(own);
  const common = `safeguards:option.${value}`;
  return language.t.has(common) ? language.t(common) : value;
}

type Worded = Pick<SafeguardQuestion, "key" | "words">;

const glyphs: { readonly [S in Standing["state"]]: Glyph } = {
  drafted: "unknown",
  submitted: "waits",
  returned: "unmet",
  "in-force": "met",
  lapsed: "late",
  reopened: "drifted",
};

export function stateTag({ t }: Language, { state }: Pick<Standing, "state">): TagModel {
  return tag(t, glyphs[state], t(`safeguards:state.${state}`));
}

/** Why it stands where it stands, in a sentence; null where the state says all. */
export function standingText(language: Language, kind: SafeguardKind, standing: Standing): string | null {
  const { t, format } = language;
  const { state, unanswered, edited, reopenedBy, until } = standing;
  if (state === "in-force")
    return until === null ? t("safeguards:why.inForce") : t("safeguards:why.until", { day: format.date(until) });
  if (state === "lapsed") return t("safeguards:why.lapsed", { day: until === null ? "–" : format.date(until) });
  if (state === "reopened") return reopenedText(language, kind, reopenedBy);
  if (state === "drafted" && edited) return t("safeguards:why.edited");
  return unanswered.length > 0 ? t("safeguards:why.unanswered", { count: unanswered.length }) : null;
}

function reopenedText(language: Language, kind: SafeguardKind, by: Standing["reopenedBy"]): string {
  const { t, format } = language;
  if (by === null || by.why === "person") return t("safeguards:why.reopened");
  if (by.why === "questions") return t("safeguards:why.questions", { count: by.open.length });
  if (by.why === "reviewer") return t("safeguards:why.reviewer");
  if (by.why === "evidence") return t("safeguards:why.evidence", { pieces: format.list(by.pieces) });
  return t("safeguards:why.ground", {
    changed: format.list(by.changed.map((name) => t(kindText(kind, `ground.${name}`)))),
  });
}
