import type { TechnologyCommandType } from "../../domain/technology/state/technology.ts";
import type { TechnologyPage } from "../technology-page.ts";
import type { Words } from "../private-words.ts";

export type IncidentsPage = TechnologyPage & {
  readonly timeZone: string;
  readonly words: Words;
  /** What the person who looks may do now. */
  readonly open: readonly TechnologyCommandType[];
};
