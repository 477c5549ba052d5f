import type { Piece } from "../../domain/technology/state/evidence.ts";
import type { Deps } from "../deps.ts";
import { Html } from "../view/html.ts";
import { accessibilitySection } from "./accessibility.ts";
import { availabilitySection } from "./availability.ts";
import { fairnessSection } from "./fairness.ts";
import { interfaceSection } from "./interface-section.ts";
import { keptPart } from "./kept-part.ts";
import { loadSection } from "./load.ts";
import type { EvidenceFigures, EvidencePage } from "./page.ts";
import { satisfactionSection, seqSection, umuxLiteSection } from "./scales.ts";
import type { EvidenceSection } from "./section.ts";
import { susSection } from "./sus.ts";
import { tasksSection } from "./tasks.ts";
import { volumeSection } from "./volume.ts";

/** Sections that stand side by side where the page is wide, or one alone. */
export type SectionRow = { readonly side: boolean; readonly sections: readonly Html[] };

type Section =
  | { readonly name: string; readonly figures: (page: EvidenceFigures) => EvidenceSection | null }
  /** Names groups of people as a file calls them, which is a private text unless plan or policy names them too. */
  | { readonly name: string; readonly groups: (page: EvidencePage) => EvidenceSection | null }
  /** Calls pieces by their titles, which are private texts: made for each reader. */
  | { readonly titles: (page: EvidencePage) => EvidenceSection | null };

const rows: readonly (readonly Section[])[] = [
  [{ name: "load", figures: loadSection }],
  [{ name: "availability", figures: availabilitySection }],
  [
    { name: "sus", groups: susSection },
    { name: "tasks", groups: tasksSection },
  ],
  [{ titles: volumeSection }],
  [
    { name: "umux-lite", groups: umuxLiteSection },
    { name: "seq", groups: seqSection },
  ],
  [{ name: "satisfaction", groups: satisfactionSection }],
  [{ titles: accessibilitySection }],
  [{ titles: interfaceSection }],
  [{ name: "fairness", groups: fairnessSection }],
];

/** Only what evidence was attached for; what is missing stands in a list of its own. */
export function sectionRows(deps: Deps, page: EvidencePage): readonly SectionRow[] {
  const named = page.technology.evidence.some(({ groupWords = [] }) => groupWords.length > 0);
  const written = (section: EvidenceSection | null): Html =>
    section === null ? nothing : deps.templates.part("pages/evidence/section", page.language.locale, section);
  const htmlOf = (section: Section): Html => {
    if ("titles" in section) return written(section.titles(page));
    if ("figures" in section) return keptPart(deps, page, section.name, () => written(section.figures(page)));
    if (named) return written(section.groups(page));
    return keptPart(deps, page, section.name, () => written(section.groups({ ...page, words: new Map() })));
  };
  return rows.flatMap((row): SectionRow[] => {
    const sections = row.map(htmlOf).filter(({ text }) => text !== "");
    return sections.length === 0 ? [] : [{ side: sections.length > 1, sections }];
  });
}

const nothing = new Html("");

/** The pieces that a section may call by their titles. */
export const drawnByTitle = (all: readonly Piece[]): readonly Piece[] =>
  all.filter(({ kind }) => ["volume", "accessibility", "interface"].includes(kind));
