import type { TechnologyCommandType } from "../../domain/technology/state/technology.ts";
import type { Incident } from "../../domain/technology/state/incidents.ts";
import type { Instant } from "../../domain/words/text.ts";
import type { Page } from "../view/pages.ts";
import type { TechnologyPage } from "../technology-page.ts";
import type { Words } from "../private-words.ts";

export type IncidentsPage = TechnologyPage & {
  readonly timeZone: string;
  readonly now: Instant;
  /** The incidents that are shown, of all in their order. */
  readonly listed: Page<Incident>;
  readonly words: Words;
  /** What the person who looks may do now. */
  readonly open: readonly TechnologyCommandType[];
};
