import { dispositionOf } from "../../../domain/technology/state/consultations.ts";
import type { Point } from "../../../domain/technology/state/consultations.ts";
import type { TagModel } from "../../view/components.ts";
import type { Content } from "../../view/html.ts";
import type { Language } from "../../view/languages.ts";
import { tag } from "../../view/tag.ts";
import type { Asked, Paragraphs } from "./find.ts";

const glyphs = { adopted: "met", partly: "unknown", "not-adopted": "unmet" } as const;

type Answer = NonNullable<ReturnType<typeof dispositionOf>>;

/** What became of a point, by word and shape. */
const dispositionTag = ({ t }: Pick<Language, "t">, of: Answer["disposition"]): TagModel =>
  tag(t, glyphs[of], t(`taking-part:disposition.${of}`));

/** A point as everybody reads it. */
interface PointModel {
  readonly id: string;
  readonly words: readonly Content[];
  readonly tag: TagModel;
  /** How many contributions are in it; null where that says nothing. */
  readonly count: string | null;
  readonly reason: readonly Content[];
  /** what: null where its words say all. */
  readonly change: { readonly what: string | null; readonly words: readonly Content[] } | null;
  /** How it was answered before it was corrected, the newest first. */
  readonly earlier: readonly string[];
}

/** @param inPoint how many contributions are in each */
export function pointModel(
  language: Language,
  words: Paragraphs,
  point: Point,
  inPoint: ReadonlyMap<string, number> | null,
): PointModel {
  const { t, format } = language;
  const stands = dispositionOf(point);
  const count = inPoint?.get(point.point) ?? 0;
  return {
    id: point.point,
    words: words(point.words.at(-1)?.text ?? null),
    tag: stands === null ? tag(t, "waits", t("taking-part:points.open")) : dispositionTag(language, stands.disposition),
    count:
      inPoint === null || (count === 0 && point.origin !== "contributions")
        ? null
        : t("taking-part:points.responses", { count }),
    reason: words(stands?.reason ?? null),
    change:
      stands?.change == null ? null : { what: changeText(language, stands.change), words: words(stands.change.text) },
    earlier: point.answers
      .slice(0, -1)
      .toReversed()
      .map(({ at, disposition }) =>
        t("taking-part:points.earlier", { day: format.date(at), what: t(`taking-part:disposition.${disposition}`) }),
      ),
  };
}

/** Where it can be looked up, and of that no more than everybody may know: conditions and safeguards are named by kind. */
const changeText = ({ t }: Language, { kind, ref }: NonNullable<Answer["change"]>): string | null =>
  kind === "text" ? null : t(`taking-part:change.${kind}`, { ref: ref ?? "" });

/** Points that stand by themselves; those joined to another are answered with it. */
export const standingPoints = ({ consultation }: Pick<Asked, "consultation">): readonly Point[] =>
  consultation.points.filter(({ into }) => into === null);
