import type { GateView } from "../../application/gate.ts";
import type { TechnologyCommandType } from "../../domain/technology/state/technology.ts";
import type { OpenWork } from "../../projections/work/types.ts";
import type { Deps } from "../deps.ts";
import type { Words } from "../private-words.ts";
import { heldModel } from "../say/held.ts";
import { standingOf } from "../say/standing.ts";
import type { TechnologyPage } from "../technology-page.ts";
import type { FactModel, HeldModel, LinkModel } from "../view/components.ts";
import type { Glyph } from "../view/glyphs.ts";
import { actionLinks } from "./actions.ts";
import { newsOf } from "./news.ts";
import { whoHas } from "./who-has.ts";

export type OpeningModel = {
  readonly glyph: Glyph | null;
  readonly news: string;
  /** Who has it, and by when; nothing where nothing waits. */
  readonly facts: readonly FactModel[];
  readonly held: HeldModel | null;
  /** What this person does next: the one filled button. */
  readonly primary: LinkModel | null;
  /** Where there is nothing for this person to do: what they may read. */
  readonly read: LinkModel | null;
  readonly others: readonly LinkModel[];
};

/** What the page is opened for: where it stands, who has it, by when, and what this person does next. */
export async function openingOf(
  { services, people, house }: Deps,
  page: TechnologyPage,
  {
    gate,
    open,
    words,
    warnings,
  }: {
    readonly gate: GateView | null;
    readonly open: readonly TechnologyCommandType[];
    readonly words: Words;
    /** How much it warns of. */
    readonly warnings: number;
  },
): Promise<OpeningModel> {
  const { row, language, today } = page;
  const { t, format } = language;
  const waiting = services.views.work.of(row).toSorted(byWeight);
  const held = heldModel({ ...page, words, open });
  const first = waiting[0];
  const links = actionLinks(house.acts, language, row, open);
  const primary = primaryOf(page, house.work, waiting) ?? (evidenceCounts(page) ? links.find(isAttaching) : undefined);
  const facts =
    first === undefined || held !== null
      ? []
      : [
          { term: t("technology:who.label"), value: await whoHas(page, { people, services }, gate, waiting) },
          ...(first.due === null
            ? []
            : [
                {
                  term: t("technology:who.by"),
                  value: `${format.date(first.due)} · ${format.due(first.due, today)}`,
                },
              ]),
        ];
  return {
    glyph: glyphOf[standingOf(row)],
    news: held === null ? newsOf(page, gate, { waiting: waiting.length, warnings }) : "",
    facts,
    held,
    // A hold's panel has its own, and one page has one filled button.
    primary: held?.buttons === undefined ? (primary ?? null) : null,
    read:
      primary === undefined && gate !== null
        ? { text: t("technology:next.gate"), href: page.at(`gates/${gate.gate}`) }
        : null,
    others: links.filter(
      ({ href }) => href !== primary?.href && !(held?.buttons !== undefined && href.endsWith("/rollout")),
    ),
  };
}

const isAttaching = ({ href }: LinkModel): boolean => href.endsWith("/evidence/new");

/** Until the last look, and again in service: in between nothing that is attached changes what is decided on. */
function evidenceCounts({ technology: { stage, plan, looks } }: TechnologyPage): boolean {
  return (
    stage === "rolling-out" ||
    (plan !== null && looks.filter(({ plan: of }) => of === plan.number).length < plan.plan.looks.length)
  );
}

const glyphOf = { late: "late", held: "held", waits: "waits", runs: null } as const;

/** A hold first, then by day; a decision whose ground changed waits for nobody. */
function byWeight(a: OpenWork, b: OpenWork): number {
  const weight = ({ kind, due }: OpenWork): string =>
    kind === "held" ? "" : kind === "drifted" ? "~" : (due ?? "9999-12-31");
  return weight(a) < weight(b) ? -1 : weight(a) > weight(b) ? 1 : 0;
}

/** The first of what My work lists for this person here. */
function primaryOf(
  { language, policy, person }: TechnologyPage,
  house: Deps["house"]["work"],
  waiting: readonly OpenWork[],
): LinkModel | undefined {
  const mine = waiting.find(
    (item) =>
      item.person === person.id ||
      (item.role !== null && person.roles.includes(item.role) && !item.excluded.includes(person.id)),
  );
  const words = mine === undefined ? undefined : house.get(mine.kind);
  if (mine === undefined || words === undefined) return undefined;
  const { t } = language;
  const subject = mine.subject === null ? "" : (words.subject?.(language, policy, mine.subject) ?? mine.subject);
  const gate = mine.gate === null ? "" : t(`events:gate.${mine.gate}`);
  return { text: t(`technology:do.${mine.kind}`, { gate, subject }), href: words.href(mine) };
}
