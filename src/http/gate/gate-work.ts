import type { WorkItem } from "../../projections/work/types.ts";
import { cells } from "../charts/cells.ts";
import { underTechnology } from "../room-words.ts";
import type { WorkItemModel } from "../room-words.ts";
import type { Room } from "../room.ts";
import { conditionWord } from "../say/event-words.ts";
import { html, type Content } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { tag } from "../view/tag.ts";

/** What gates ask of people: to vote, to answer for a waiver or a condition, to look again. */
export const gateWork = {
  vote: {
    group: "decision",
    href: gateOf,
    title: ({ t }, { technology, gate }) =>
      gate === null
        ? technology.name
        : t("work:heading.vote", { name: technology.name, gate: t(`events:gate.${gate}`) }),
    state: whatIsVotedOn,
  },
  waiver: {
    group: "decision",
    glyph: "waits",
    href: (item) => (item.subject === null ? gateOf(item) : underTechnology(item, `waivers/${item.subject}`)),
  },
  condition: {
    group: "own",
    href: (item) =>
      item.subject === null ? gateOf(item) : underTechnology(item, `conditions/${item.subject}/fulfilment`),
    subject: (language, _, subject) => conditionWord(language, subject.split("@")[0] ?? ""),
  },
  drifted: {
    group: "drifted",
    glyph: "drifted",
    href: (item) => underTechnology(item, item.subject === null ? "history" : `drift/${item.subject}`),
    undated: ({ t, format }, { since }) => ({ dueNote: t("work:decided", { day: format.date(since) }) }),
  },
} satisfies Room["work"];

function gateOf(item: WorkItem): string {
  return underTechnology(item, `gates/${item.gate ?? "rollout"}`);
}

const verdictGlyphs = { pass: "met", fail: "unmet", "not-enough-evidence": "unknown" } as const;

/** The verdict of the evidence and how many conditions are met. */
function whatIsVotedOn(language: Language, { technology }: WorkItem): Pick<WorkItemModel, "tag" | "state"> {
  const { t } = language;
  const { outcome, conditions } = technology;
  return {
    tag:
      outcome === null
        ? tag(t, "waits", t("work:tag.vote"))
        : tag(t, verdictGlyphs[outcome], t(`words:outcome.${outcome}`)),
    ...(conditions.length > 0 && { state: conditionCells(language, conditions) }),
  };
}

const order = { met: 0, unmet: 1, unknown: 2, waived: 3 } as const;

function conditionCells({ t }: Language, conditions: WorkItem["technology"]["conditions"]): Content {
  const sorted = conditions.toSorted((a, b) => order[a] - order[b]);
  const met = conditions.filter((status) => status === "met" || status === "waived").length;
  const values = { met, total: conditions.length };
  return html`${cells(sorted, t("work:conditions", values))}
    <span class="tiny" aria-hidden="true">${met}/${conditions.length}</span>`;
}
