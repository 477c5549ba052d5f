import type { Gate, Policy } from "../domain/policy/policy.ts";
import type { TechnologyCommandType } from "../domain/technology/state/technology.ts";
import type { SearchHit } from "../projections/searched/types.ts";
import type { WorkItem } from "../projections/work/types.ts";
import type { ListedWarning } from "../projections/warnings/types.ts";
import type { WarningKind } from "../domain/technology/warnings.ts";
import type { WorkKind } from "../domain/technology/work.ts";
import type { Correctable } from "./correctable.ts";
import type { EventType, EventWords, PayloadFor } from "./say/telling.ts";
import type { WorkListModel } from "./view/components.ts";
import type { Glyph } from "./view/glyphs.ts";
import type { Language } from "./view/languages.ts";
import type { Values } from "./view/translate.ts";

/** What every other page needs to know of a room. */
export type RoomWords = {
  /** Its folder here and under views/pages, its file of texts, and the name it has in `touchstone routes`. */
  readonly name: string;
  /** The kind under which the ledger lists its entries, `ledger:room.<kind>`. */
  readonly kind?: string;
  readonly events?: { readonly [T in EventType]?: EventWords<T> };
  /** Entries that cannot be taken back: before one of them, the page asks once. */
  readonly finals?: { readonly [T in EventType]?: FinalWords<T> };
  readonly acts?: { readonly [T in TechnologyCommandType]?: Act };
  /** Figures that may be put right in entries of a type; in others the statement alone corrects. */
  readonly corrections?: { readonly [T in EventType]?: Correctable };
  /** Where each condition of a gate is met, by its key. */
  readonly conditions?: { readonly [key: string]: MetAt };
  /** What everybody may read about each technology: an address behind its own; its link says `technology:page.<address>`. */
  readonly page?: string;
  readonly work?: { readonly [K in WorkKind]?: WorkWords };
  readonly warnings?: { readonly [K in WarningKind]?: WarningWords };
  /** What a search finds of its chapter: `kind` as the chapter has it; the texts `<room>:searched.title one` name them. */
  readonly searched?: SearchedWords;
};

export type SearchedWords = { readonly kind: string; readonly href: (hit: SearchHit) => string };

/**
 * The texts `title follows told button` stand under `<room>:final.<type>`, or under a variant of it; they say what
 * follows for good and who is told.
 */
type FinalWords<T extends EventType> = {
  readonly variant?: (payload: PayloadFor<T>) => string;
  readonly values?: (language: Language, payload: PayloadFor<T>) => Values;
};

/** The same of any type, and the room whose texts say it. */
export type Final = {
  readonly room: string;
  readonly variant?: (payload: never) => string;
  readonly values?: (language: Language, payload: never) => Values;
};

/** Where a command is given. */
export type Act = {
  /** Behind the technology's address. */
  readonly at: string;
  /** Pages that lead there, by `technology:action.<command>`: acts at one place share a link. */
  readonly from?: readonly ("technology" | "pilot")[];
  /** So does a message of the public, by `technology:fromMessage.<command>`; its number goes along in `?message`. */
  readonly fromMessage?: true;
};

/** Where a condition is met: by whoever may act, at the form; by everybody else, where it can be read. */
export type MetAt = {
  /** Its link says `gate:see.<place>`. */
  readonly see?: string;
  /** Its link says `gate:go.<command>`. */
  readonly act?: { readonly command: TechnologyCommandType; readonly at: string };
  /** Where on the page. */
  readonly anchor?: string;
  /** Only there: elsewhere it can no longer be met. */
  readonly gate?: Gate;
};

export type WorkGroup = "decision" | "drifted" | "held" | "own";

/** A kind of work as the list shows it; what is to be done is the text `work:kind.<kind>`. */
export type WorkWords = {
  readonly group: WorkGroup;
  readonly glyph?: Glyph;
  readonly href: (item: WorkItem) => string;
  /** What the item's subject is called; as it is where this is not given. */
  readonly subject?: (language: Language, policy: Policy, subject: string) => string;
  /** The subject is a risk of the technology, which is called by its name. */
  readonly ofRisk?: true;
  /** A title that names the gate as well; else it is the technology's name. */
  readonly title?: (language: Language, item: WorkItem) => string;
  /** Else the glyph with the word `work:tag.<kind>`. */
  readonly state?: (language: Language, item: WorkItem) => Pick<WorkItemModel, "tag" | "state">;
  /** What is said instead of a day, where there is none. */
  readonly undated?: (language: Language, item: WorkItem, today: string) => Pick<WorkItemModel, "due" | "dueNote">;
};

/**
 * A kind of warning as lists show it: its sentence is the text `warnings:kind.<kind>`, the next step `warnings:next.<kind>`,
 * its name among the filters `warnings:name.<kind>`.
 */
export type WarningWords = {
  /** Where the next step is taken. */
  readonly href: (warning: ListedWarning) => string;
  /** Nobody knows since when: the sentence says what there is to say of days. */
  readonly undated?: true;
  /** What its sentence names; the warning's own numbers and keys where this is not given. */
  readonly values?: (language: Language, warning: ListedWarning, policy: Policy) => Values;
};

export type WorkItemModel = WorkListModel["items"][number];

export const underTechnology = (
  { technology }: { readonly technology: { readonly slug: string } },
  place: string,
): string => `/technologies/${technology.slug}/${place}`;
