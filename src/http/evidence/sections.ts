import type { EvidenceSection } from "./section.ts";
import type { EvidencePage } from "./page.ts";
import { accessibilitySection } from "./accessibility.ts";
import { availabilitySection } from "./availability.ts";
import { fairnessSection } from "./fairness.ts";
import { indicatorSection } from "./indicators.ts";
import { loadSection } from "./load.ts";
import { satisfactionSection, seqSection, umuxLiteSection } from "./scales.ts";
import { susSection } from "./sus.ts";
import { tasksSection } from "./tasks.ts";
import { volumeSection } from "./volume.ts";

/** Sections that stand side by side where the page is wide, or one alone. */
export type SectionRow = { readonly side: boolean; readonly sections: readonly EvidenceSection[] };

/** Only what evidence was attached for; what is missing stands in a list of its own. */
export function sectionRows(page: EvidencePage): readonly SectionRow[] {
  const made = (list: readonly ((page: EvidencePage) => EvidenceSection | null)[]): SectionRow[] => {
    const sections = list.flatMap((section) => section(page) ?? []);
    return sections.length === 0 ? [] : [{ side: sections.length > 1, sections }];
  };
  return [
    made([loadSection]),
    made([availabilitySection]),
    made([susSection, tasksSection]),
    made([volumeSection]),
    made([umuxLiteSection, seqSection]),
    made([satisfactionSection]),
    made([accessibilitySection]),
    made([fairnessSection]),
  ].flat();
}

/** Every indicator at one glance, below what is missing. */
export const overviewRows = (page: EvidencePage): readonly SectionRow[] => {
  const section = indicatorSection(page);
  return section === null ? [] : [{ side: false, sections: [section] }];
};
