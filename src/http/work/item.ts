import type { Policy } from "../../domain/policy/policy.ts";
import type { WorkItem, WorkKind } from "../../projections/work/types.ts";
import { cells } from "../charts/cells.ts";
import { conditionTitle, indicatorName } from "../say/condition.ts";
import { departmentName, type NamedDepartment } from "../say/department.ts";
import type { WorkListModel } from "../view/components.ts";
import type { Glyph } from "../view/glyphs.ts";
import { html, type Content } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { tag } from "../view/tag.ts";

export type Surroundings = {
  readonly policy: Policy;
  readonly departments: readonly NamedDepartment[];
  readonly today: string;
};

type Model = WorkListModel["items"][number];

/** One thing to do: where, what exactly, in which state, by when. */
export function itemModel(language: Language, surroundings: Surroundings, item: WorkItem): Model {
  const { t } = language;
  const { technology, kind, gate } = item;
  const what = t(`work:kind.${kind}`, {
    gate: gate === null || kind === "vote" ? "" : t(`events:gate.${gate}`),
    subject: subjectOf(language, surroundings.policy, item),
  });
  const department = departmentName(language, surroundings.departments, technology.department);
  return {
    title:
      gate === null || kind !== "vote"
        ? technology.name
        : t("work:heading.vote", { name: technology.name, gate: t(`events:gate.${gate}`) }),
    href: placeOf(item),
    text: `${what} · ${department}`,
    ...stateOf(language, item),
    ...dueOf(language, item, surroundings.today),
  };
}

/** A vote shows what it is about: the verdict of the evidence and how many conditions are met. */
function stateOf(language: Language, { kind, technology }: WorkItem): Pick<Model, "tag" | "state"> {
  const { t } = language;
  if (kind !== "vote") return { tag: tag(t, glyphs[kind] ?? "closed", t(`work:tag.${kind}`)) };
  const { outcome, conditions } = technology;
  return {
    tag:
      outcome === null
        ? tag(t, "waits", t("work:tag.vote"))
        : tag(t, verdictGlyphs[outcome], t(`words:outcome.${outcome}`)),
    ...(conditions.length > 0 && { state: conditionCells(language, conditions) }),
  };
}

const verdictGlyphs = { pass: "met", fail: "unmet", "not-enough-evidence": "unknown" } as const;

const order = { met: 0, unmet: 1, unknown: 2, waived: 3 } as const;

function conditionCells({ t }: Language, conditions: WorkItem["technology"]["conditions"]): Content {
  const sorted = conditions.toSorted((a, b) => order[a] - order[b]);
  const met = conditions.filter((status) => status === "met" || status === "waived").length;
  const values = { met, total: conditions.length };
  return html`${cells(sorted, t("work:conditions", values))}
    <span class="tiny" aria-hidden="true">${met}/${conditions.length}</span>`;
}

function dueOf(
  { t, format }: Language,
  { kind, due, since, late }: WorkItem,
  today: string,
): Pick<Model, "due" | "dueNote" | "late"> {
  if (due !== null) {
    return { due: format.due(due, today), dueNote: t("work:by", { day: format.date(due) }), late };
  }
  if (kind !== "held") return { dueNote: t("work:since", { day: format.date(since) }), late };
  const days = format.days(Math.max(0, format.daysBetween(since, today)));
  return { due: t("work:heldFor", { days }), dueNote: t("work:never"), late };
}

const glyphs: { readonly [K in WorkKind]?: Glyph } = {
  waiver: "waits",
  assign: "waits",
  held: "held",
  drifted: "drifted",
  score: "blind",
  incident: "unmet",
};

function subjectOf(language: Language, policy: Policy, { kind, subject }: WorkItem): string {
  if (subject === null) return "";
  if (kind === "condition") {
    const [condition = ""] = subject.split("@");
    return condition.startsWith("extra-") ? language.t("events:extra") : conditionTitle(language, condition);
  }
  return kind === "moderate" ? indicatorName(language, policy, subject) : subject;
}

const placeOf = (item: WorkItem): string =>
  item.kind === "drifted" && item.subject !== null
    ? `/decisions/${item.subject}`
    : `/technologies/${item.technology.slug}/${places[item.kind](item)}`;

const places: { readonly [K in WorkKind]: (item: WorkItem) => string } = {
  vote: ({ gate }) => `gates/${gate ?? "rollout"}`,
  declare: () => "evaluation/interest",
  score: () => "evaluation/scores",
  "plan-pilot": () => "plan/new",
  "open-pilot": () => "plan",
  "plan-rollout": () => "rollout/plan",
  wave: () => "rollout",
  incident: () => "incidents",
  condition: ({ gate, subject }) =>
    subject === null ? `gates/${gate ?? "rollout"}` : `conditions/${subject}/fulfilment`,
  evidence: () => "evidence",
  waiver: ({ gate, subject }) => (subject === null ? `gates/${gate ?? "rollout"}` : `waivers/${subject}`),
  assign: () => "evaluation/evaluators",
  moderate: () => "evaluation",
  held: () => "rollout",
  drifted: () => "history",
};
