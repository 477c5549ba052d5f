import type { Request, Response } from "express";
import type { Deps } from "../deps.ts";
import { queryValue } from "../request-values.ts";
import type { Choice } from "../view/fields.ts";
import type { Language } from "../view/languages.ts";
import { languageOf, personOf } from "../visitor.ts";
import type { Person } from "../visitor.ts";

/** Whom or what a field may name, where they may be thousands. What is sent is checked by its command all the same. */
export type Choices = {
  /** Each of them, where they are few enough for a list; null where they are looked for. */
  readonly all: () => Promise<readonly Choice[] | null>;
  /** Those a text finds, the likeliest first, at most so many as are shown. */
  readonly find: (text: string) => Promise<readonly Choice[]>;
  /** The choice a value stands for; null where it is none. */
  readonly named: (value: string) => Promise<Choice | null>;
  /** Where a page's script looks for them: answers `?q=`. */
  readonly address: string;
};

/** Up to so many stand in a list, which is quicker to use than a search. */
export const mostListed = 40;

/** More than these are not shown for one text: another letter finds fewer. */
export const mostFound = 20;

/** A text longer than any name finds nothing better. */
const longestText = 120;

type Search = Pick<Choices, "find">;

/** The page that a script asks while somebody types. */
export function foundBy(
  deps: Deps,
  choicesOf: (deps: Deps, language: Language, person: Person, req: Request, res: Response) => Search | Promise<Search>,
) {
  return async (req: Request, res: Response): Promise<void> => {
    const { find } = await choicesOf(deps, languageOf(res), personOf(res), req, res);
    const choices = await find((queryValue(req, "q") ?? "").slice(0, longestText));
    res.set("Cache-Control", "no-store").json({ choices });
  };
}
