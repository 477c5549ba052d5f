import type { Figure } from "./figures.ts";
import {
  dueFigures,
  endingFigures,
  interfaceFigures,
  lessonFigures,
  promiseFigures,
  sharingFigures,
  trainingFigures,
} from "./figures.ts";
import type { Share } from "./share.ts";

/** One subject of the scorecard: its figures, each with a row, and the share that sums them up. */
export interface Topic {
  readonly key: string;
  readonly figures: readonly Figure[];
  readonly share: Share | null;
}

const settled = (figures: readonly Figure[], ...standings: readonly string[]): readonly Figure[] =>
  figures.filter(({ key }) => standings.some((standing) => key.endsWith(`.${standing}`)));

export const topics: readonly Topic[] = [
  {
    key: "promise",
    figures: promiseFigures,
    share: {
      part: settled(promiseFigures, "kept"),
      whole: settled(promiseFigures, "kept", "kept-late", "overdue"),
    },
  },
  {
    key: "interface",
    figures: interfaceFigures,
    share: { part: settled(interfaceFigures, "standard"), whole: interfaceFigures },
  },
  {
    key: "deadline",
    figures: dueFigures,
    share: { part: settled(dueFigures, "met"), whole: settled(dueFigures, "met", "late", "overdue") },
  },
  {
    key: "ending",
    figures: endingFigures,
    share: { part: settled(endingFigures, "adopted", "with-lessons"), whole: endingFigures },
  },
  {
    key: "training",
    figures: trainingFigures,
    share: { part: settled(trainingFigures, "met"), whole: settled(trainingFigures, "met", "late", "overdue") },
  },
  { key: "sharing", figures: sharingFigures, share: null },
  { key: "lesson", figures: lessonFigures, share: null },
];

/** What the list of departments tells of each of them. */
export const columns: readonly Figure[] = [
  ...settled(promiseFigures, "kept", "kept-late", "overdue"),
  ...interfaceFigures,
  ...settled(dueFigures, "met", "late", "overdue"),
  ...settled(trainingFigures, "met", "overdue"),
  ...endingFigures,
  ...sharingFigures,
  ...lessonFigures,
];

/** The same by subject: a column each. */
export const subjects: readonly (readonly [key: string, figures: readonly Figure[]])[] = topics.map(({ key }) => [
  key,
  columns.filter(({ kind }) => kind === key),
]);
