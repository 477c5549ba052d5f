import type { Glyph } from "./glyphs.ts";
import type { Content, Html } from "./html.ts";

/** The view models of views/components/*.hbs: one type a partial, named as the partial is. */

export type LinkModel = { readonly text: string; readonly href: string };

/** components/tag: glyph and word, never colour alone. Made by `tag()`. */
export type TagModel = {
  readonly kind: string;
  readonly glyph: Glyph;
  readonly text: string;
  /** Where the help says what it means. */
  readonly help?: string | undefined;
};

/** components/error-summary */
export type ErrorSummaryModel = { readonly title: string; readonly errors: readonly LinkModel[] };

/** components/refusal: every reason at once, and what was kept. */
export type RefusalModel = {
  readonly title: string;
  readonly reasons: readonly Content[];
  readonly kept?: string | undefined;
};

/** components/condition-list */
export type ConditionModel = {
  readonly tag: TagModel;
  readonly title: Content;
  /** Where the help says what it asks for. */
  readonly href?: string | undefined;
  readonly why?: Content | undefined;
  /** How to meet it, who and when. */
  readonly how?: readonly FactModel[] | undefined;
};
export type ConditionListModel = {
  readonly open: readonly ConditionModel[];
  readonly met?: { readonly title: string; readonly items: readonly Content[] };
};

/** components/facts: a `dl` of short lines. */
export type FactModel = { readonly term: string; readonly value: Content };
type FactsModel = { readonly facts: readonly FactModel[] };

/** components/table */
type ColumnModel = {
  readonly label: string;
  /** The label, opened for what it means. */
  readonly term?: Html | undefined;
  readonly num?: boolean | undefined;
  readonly sub?: string | undefined;
};
export type CellModel = {
  readonly content: Content;
  readonly num?: boolean | undefined;
  readonly header?: boolean | undefined;
  readonly sub?: Content | undefined;
};
export type TableModel = {
  readonly caption: string;
  readonly columns: readonly ColumnModel[];
  readonly rows: readonly { readonly cells: readonly CellModel[] }[];
};

/** components/pager: by key, so there is no page number. */
export type PagerModel = {
  readonly position?: string | undefined;
  readonly previous?: LinkModel | undefined;
  readonly next?: LinkModel | undefined;
};

/** components/button-row: the first is filled, the others outlined. */
export type ButtonModel = {
  readonly text: string;
  readonly href?: string | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
};
type ButtonRowModel = { readonly filled?: ButtonModel | undefined; readonly quiet: readonly ButtonModel[] };

/** components/empty: what will stand here, why it matters, one action. */
export type EmptyModel = { readonly title: string; readonly text: Content; readonly action?: LinkModel | undefined };

/** components/no-match */
export type NoMatchModel = {
  readonly title: string;
  readonly text: Content;
  readonly clear: LinkModel;
  /** What else may find it. */
  readonly ways?: readonly string[];
  readonly propose?: LinkModel;
};

/** components/held: since when, why, who releases it. */
export type HeldModel = {
  readonly title: string;
  readonly text: Content;
  readonly who?: { readonly title: string; readonly lines: readonly Content[] };
  readonly buttons?: ButtonRowModel | undefined;
};

/** components/verdict */
export type VerdictModel = {
  readonly state: "met" | "unmet" | "unknown";
  readonly label: string;
  readonly word: string;
  /** Where the help says what the word means. */
  readonly help: string;
  /** One plain sentence or two, then how sure it is and what it rests on; the reasons with their figures come after. */
  readonly why: Content;
  readonly sure?: string;
  readonly rests?: string;
  readonly detail?: string;
  readonly settles?: { readonly label: string; readonly text: Content };
  /** The page's one big number. */
  readonly chance?: {
    readonly figure: string;
    readonly text: string;
    readonly needed: string;
    readonly terms: readonly Html[];
  };
  readonly figure?: FigureModel | undefined;
  readonly criteria?: FigureModel | undefined;
  readonly facts?: FactsModel | undefined;
};

/** How the numbers of a figure are measured: one label, then the methods. */
export type MethodLineModel = { readonly label: string; readonly links: readonly LinkModel[] };

/** Five states of an indicator: three with figures, and the two without are never a blank. */
type IntervalState = "met" | "unknown" | "unmet" | "none" | "not-applicable";

export type IntervalModel = {
  readonly state: IntervalState;
  /** The whole finding as a sentence: “Stability 86, 79–91, floor 70: cleared”. */
  readonly label: string;
  /** One-sided bounds and the value between them; absent without evidence. */
  readonly lower?: number | undefined;
  readonly estimate?: number | undefined;
  readonly upper?: number | undefined;
  readonly floor?: number | undefined;
  readonly target?: number | undefined;
  /** `atLeast`: the floor is a lower limit and the gate reads the lower bound. `atMost`: the other way round. */
  readonly direction?: "atLeast" | "atMost" | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly height?: number | undefined;
  readonly size?: number | undefined;
};

/** components/figure: the title states the finding; the table says the same in figures. */
export type FigureModel = {
  readonly title?: string | undefined;
  readonly sub?: string | undefined;
  readonly chart: Html;
  readonly legend?: Html | undefined;
  readonly notes?: readonly Content[] | undefined;
  readonly table?: TableModel | undefined;
  /** What is drawn in each row of the table, for documents. */
  readonly intervals?: readonly IntervalModel[] | undefined;
  readonly links?: readonly LinkModel[] | undefined;
  readonly methods?: MethodLineModel | undefined;
  /** Made by `withDownloads()`: the figure as files, carried by the page itself. */
  readonly downloads?: readonly { readonly text: string; readonly file: string; readonly href: string }[] | undefined;
};

/** components/timeline */
export type TimelineModel = {
  readonly entries: readonly {
    readonly at: string;
    readonly iso: string;
    readonly tag?: TagModel | undefined;
    readonly text: Content;
  }[];
};

/** components/work-list */
export type WorkListModel = {
  readonly items: readonly {
    readonly title: string;
    readonly href: string;
    readonly text: Content;
    readonly tag?: TagModel | undefined;
    readonly state?: Content | undefined;
    readonly note?: Content | undefined;
    readonly due?: string | undefined;
    readonly dueNote?: string | undefined;
    readonly late?: boolean | undefined;
  }[];
};

/** components/steps: stages are lines, gates diamonds. Made by `stepper()`. */
export type StepModel = {
  readonly kind: "stage" | "gate";
  readonly state: "done" | "now" | "todo";
  readonly name: string;
  readonly href?: string | undefined;
  readonly notes: readonly string[];
};
export type StepsModel = {
  readonly label: string;
  readonly steps: readonly (StepModel & { readonly current?: boolean | undefined; readonly mark?: Html | undefined })[];
};

/** components/notes: one margin note. */
export type NoteModel = {
  readonly title: string;
  readonly count?: string | undefined;
  readonly items: readonly {
    readonly content: Content;
    readonly sub?: Content | undefined;
    readonly tag?: TagModel | undefined;
    /** It says nothing and leads on: no sheet of paper has it. */
    readonly onward?: true;
  }[];
};

/** components/votes */
export type VotesModel = {
  readonly label: string;
  readonly votes: readonly {
    readonly who: string;
    readonly vote: string;
    readonly cast: boolean;
    /** It was cast and no longer counts. */
    readonly lapsed?: boolean;
    /** The reason given, and when. */
    readonly sub?: Content | undefined;
  }[];
  readonly note?: Content | undefined;
};

/** components/guards: small multiples of `guard()`. */
export type GuardsModel = {
  readonly term: Html;
  readonly guards: readonly {
    readonly name: string;
    readonly tag: TagModel;
    readonly value: string;
    readonly limit: string;
    /** Which look of the wave it is, and how sure; older entries do not say. */
    readonly look?: string;
    readonly chart: Html;
  }[];
};

/** What somebody typed into a form and did not send yet. */
export type DraftsModel = {
  readonly title: string;
  /** The one the page shows. */
  readonly shown: {
    readonly text: string;
    readonly fresh: string;
    readonly action: string;
    readonly back: string;
  } | null;
  readonly list: readonly { readonly title: string; readonly href: string; readonly saved: string }[];
};
