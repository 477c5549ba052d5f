import { chapters } from "./chapters.ts";
import type { CommandRole, ActTerms } from "./manifest/act.ts";
import type { Acts } from "./manifest/chapter.ts";
import { inOrder } from "./manifest/in-order.ts";
import { tableOf } from "./manifest/table-of.ts";
import { stages } from "./state/stage.ts";
import type { Stage } from "./state/stage.ts";
import type { TechnologyCommandType } from "./state/technology.ts";

/** The sweep is no chapter's: it asks each of them what time has changed. */
export type ChapterCommand = Exclude<TechnologyCommandType, "Sweep">;

export const acts: Acts<ChapterCommand> = tableOf<Acts<ChapterCommand>>()("acts", chapters);

const terms: { readonly [T in TechnologyCommandType]: ActTerms } = { ...acts, Sweep: { roles: ["system"], stages } };

/** In the order in which pages offer them. */
export const commandTypes: readonly TechnologyCommandType[] = inOrder(
  [...chapters, { acts: { Sweep: terms.Sweep } }].flatMap((chapter, index) =>
    Object.entries<ActTerms>(chapter.acts).map(([type, { at = 10 * index }]) => ({
      type: type as TechnologyCommandType,
      at,
    })),
  ),
).map(({ type }) => type);

/** The stages in which a command can be given at all; [] stands for "before there is anything". */
export const allowedIn = ofEach(({ stages: all }): readonly Stage[] => all);

/** Whoever holds one of these now may give the command; who it is, and separation of duties, each chapter checks. */
export const rolesFor = ofEach(({ roles }): readonly CommandRole[] => roles);

/** What a program's token has to be for to give the command; null: none gives it. */
export const programActOf = ofEach(({ program }) => program ?? null);

/** Whether a page offers the command, beyond stage and role. */
export const offers = ofEach(({ offered }) => offered);

/** What an account whose password somebody else may hold does not do until its wait is over. */
export const decidingCommands = those(({ deciding }) => deciding === true);

/** Commands that write private words anew: only for those who read what they replace. */
export const rewriting = those((act) => act.rewriting === true);

function ofEach<V>(value: (act: ActTerms) => V): { readonly [T in TechnologyCommandType]: V } {
  return Object.fromEntries(commandTypes.map((type) => [type, value(terms[type])])) as {
    [T in TechnologyCommandType]: V;
  };
}

function those(which: (act: ActTerms) => boolean): ReadonlySet<TechnologyCommandType> {
  return new Set(commandTypes.filter((type) => which(terms[type])));
}
