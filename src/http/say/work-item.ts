import type { Deps } from "../deps.ts";
import type { House } from "../house.ts";
import type { WorkKind } from "../../domain/technology/work.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { WorkItem } from "../../projections/work/types.ts";
import type { WorkItemModel, WorkWords } from "../room-words.ts";
import { departmentName, type NamedDepartment } from "./department.ts";
import type { Language } from "../view/languages.ts";
import { tag } from "../view/tag.ts";

export type Surroundings = {
  readonly policy: Policy;
  readonly departments: readonly NamedDepartment[];
  readonly today: string;
  /** Of those who proposed what waits. */
  readonly names: ReadonlyMap<string, string>;
  /** What risks are called, by technology and item. */
  readonly risks: ReadonlyMap<string, ReadonlyMap<string, string>>;
};

/** What their words need beside them, for some that are shown together. */
export async function surroundings(
  { services, people, house }: Deps,
  items: readonly WorkItem[],
): Promise<Surroundings> {
  const ofRisks = items.filter(({ kind }) => workWords(house.work, kind).ofRisk === true);
  return {
    risks: services.views.risks.names(ofRisks.map(({ technology }) => technology.id)),
    policy: services.views.policies.current(),
    departments: services.views.departments.all(),
    today: services.today(),
    names: await people.names(items.map(({ technology }) => technology.proposer)),
  };
}

/** What the room of a kind says of it. */
export function workWords(house: House["work"], kind: WorkKind): WorkWords {
  const words = house.get(kind);
  if (words === undefined) throw new Error(`No room shows the work ${kind}`);
  return words;
}

/** One thing to do: where, what exactly, in which state, by when. */
export function itemModel(
  words: WorkWords,
  language: Language,
  surroundings: Surroundings,
  item: WorkItem,
): WorkItemModel {
  const { t } = language;
  const { departments, today, names } = surroundings;
  const { technology, kind } = item;
  const { title, what } = workSaid(words, language, surroundings, item);
  const proposer = names.get(technology.proposer);
  return {
    title,
    href: words.href(item),
    // A hold is its own item; on every other one of the technology it is said.
    text: [
      what,
      departmentName(language, departments, technology.department),
      ...(proposer === undefined ? [] : [t("work:proposedBy", { name: proposer })]),
      ...(technology.held && kind !== "held" ? [t("common:state.held")] : []),
    ].join(" · "),
    ...(words.state?.(language, item) ?? { tag: tag(t, words.glyph ?? "closed", t(`work:tag.${kind}`)) }),
    ...dueOf(words, language, item, today),
  };
}

/** What it is about, and what is to be done. */
export function workSaid(
  words: WorkWords,
  language: Language,
  surroundings: Surroundings,
  item: WorkItem,
): { readonly title: string; readonly what: string } {
  const { technology, kind, gate } = item;
  const what = language.t(`work:kind.${kind}`, {
    // Where the title names it, it is not said again.
    gate: gate === null || words.title !== undefined ? "" : language.t(`events:gate.${gate}`),
    subject: subjectOf(words, language, surroundings, item),
  });
  return { title: words.title?.(language, item) ?? technology.name, what };
}

function subjectOf(
  { ofRisk, subject: called }: WorkWords,
  language: Language,
  { policy, risks }: Surroundings,
  { technology, subject }: WorkItem,
): string {
  if (subject === null) return "";
  const name = ofRisk === true ? risks.get(technology.id)?.get(subject) : called?.(language, policy, subject);
  return name ?? subject;
}

function dueOf(
  { undated }: WorkWords,
  language: Language,
  item: WorkItem,
  today: string,
): Pick<WorkItemModel, "due" | "dueNote" | "late"> {
  const { t, format } = language;
  const { due, dueAt, since, late } = item;
  if (due !== null && dueAt !== null)
    return {
      due: late && due === today ? t("work:lateToday") : format.due(due, today),
      dueNote: t("work:byTime", { at: format.dateTime(dueAt) }),
      late,
    };
  if (due !== null) return { due: format.due(due, today), dueNote: t("work:by", { day: format.date(due) }), late };
  return { ...(undated?.(language, item, today) ?? { dueNote: t("work:since", { day: format.date(since) }) }), late };
}
