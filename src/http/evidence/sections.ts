import type { FactModel, FigureModel } from "../view/components.ts";
import type { EvidencePage } from "./page.ts";
import { availabilitySection } from "./availability.ts";
import { indicatorSection } from "./indicators.ts";
import { loadSection } from "./load.ts";
import { susSection } from "./sus.ts";
import { tasksSection } from "./tasks.ts";
import { volumeSection } from "./volume.ts";

/** A kind of evidence on the page: its title states the finding, its figure and table show it. */
export type EvidenceSection = {
  readonly id: string;
  readonly title: string;
  readonly aside: string;
  readonly figure?: FigureModel | undefined;
  /** Where there is nothing to draw: the figures themselves. */
  readonly facts?: readonly FactModel[] | undefined;
};

/** Only what evidence was attached for; what is missing stands in a list of its own. */
export function sectionsOf(page: EvidencePage): readonly EvidenceSection[] {
  const made = [loadSection, availabilitySection, susSection, tasksSection, volumeSection, indicatorSection];
  return made.flatMap((section) => section(page) ?? []);
}
