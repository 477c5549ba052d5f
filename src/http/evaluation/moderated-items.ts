import { inModeration, isUnjudged, restated, toState } from "../../domain/technology/state/moderation.ts";
import type { Evaluation, Revealed } from "../../domain/technology/state/evaluation.ts";
import type { TechnologyCommandType } from "../../domain/technology/state/technology.ts";
import { indicatorName } from "../say/condition.ts";
import type { TechnologyPage } from "../technology-page.ts";
import type { LinkModel, TagModel } from "../view/components.ts";
import { tag } from "../view/tag.ts";

export type ModerationModel = {
  readonly title: string;
  /** What it means that it is done, or who is awaited. */
  readonly text: string;
  readonly items: readonly {
    readonly tag: TagModel;
    readonly name: string;
    readonly state: string;
    /** For whoever has still to state a score here. */
    readonly act: LinkModel | null;
  }[];
};

/** The items that are or were talked over, and those that somebody left "not judged"; whether it is done, and who is awaited. */
export function moderationModel(page: TechnologyPage, open: readonly TechnologyCommandType[]): ModerationModel | null {
  const { evaluation } = page.technology;
  const revealed = evaluation?.revealed ?? null;
  if (evaluation === null || revealed === null) return null;
  const all = revealed.sheets[0]?.items.map(({ item }) => item) ?? [];
  const listed = all.filter((item) => revealed.moderate.includes(item) || unjudgedBy(revealed, item).length > 0);
  if (listed.length === 0) return null;
  const { t } = page.language;
  const left = inModeration(evaluation);
  return {
    title:
      revealed.moderate.length === 0
        ? t("evaluation:moderation.unjudged")
        : left.length === 0
          ? t("evaluation:moderation.finished")
          : t("evaluation:moderation.left", { count: left.length, of: revealed.moderate.length }),
    text: t(left.length === 0 ? "evaluation:moderation.stands" : "evaluation:moderation.how"),
    items: listed.map((item) => itemModel(page, { evaluation, revealed }, item, open)),
  };
}

function itemModel(
  { language, policy, person, at }: TechnologyPage,
  { evaluation, revealed }: { readonly evaluation: Evaluation; readonly revealed: Revealed },
  item: string,
  open: readonly TechnologyCommandType[],
): ModerationModel["items"][number] {
  const { t, format } = language;
  const awaited = revealed.moderate.includes(item)
    ? evaluation.evaluators.filter(
        ({ person: id, state }) => state === "submitted" && restated(revealed, item, id) === undefined,
      )
    : [];
  const unjudged = unjudgedBy(revealed, item);
  const letters = (ids: readonly string[]): string =>
    format.list(ids.map((id) => t("gate:margin.evaluator", { letter: letterOf(evaluation, id) })));
  const states = [
    ...(awaited.length === 0
      ? []
      : [t("evaluation:moderation.awaited", { letters: letters(awaited.map(({ person: id }) => id)) })]),
    ...(unjudged.length === 0 ? [] : [t("evaluation:moderation.notJudgedBy", { letters: letters(unjudged) })]),
  ];
  const mine = open.includes("ModerateScore") && toState(revealed, person.id).includes(item);
  return {
    tag:
      awaited.length > 0
        ? tag(t, "waits", t("evaluation:moderation.tag.awaited"))
        : unjudged.length > 0
          ? tag(t, "unknown", t("evaluation:moderation.tag.unjudged"))
          : tag(t, "met", t("evaluation:moderation.tag.done")),
    name: indicatorName(language, policy, item),
    state: states.length === 0 ? t("evaluation:moderation.allRestated") : states.join(" "),
    act: mine
      ? {
          text: t(
            isUnjudged(revealed, item, person.id) ? "evaluation:moderation.judge" : "evaluation:moderation.restate",
          ),
          href: at(`evaluation/moderations/${item}`),
        }
      : null,
  };
}

const unjudgedBy = (revealed: Revealed, item: string): readonly string[] =>
  revealed.sheets.map(({ evaluator }) => evaluator).filter((id) => isUnjudged(revealed, item, id));

export const letterOf = ({ evaluators }: Evaluation, id: string): string =>
  evaluators.find(({ person }) => person === id)?.letter ?? "?";
