import type { Response } from "express";
import type { Behind } from "../application/catch-up.ts";
import type { Role } from "../domain/people/roles.ts";
import type { FormState } from "./forms/form.ts";
import type { KeptTyping } from "./forms/keep.ts";
import type { Final } from "./room-words.ts";
import type { Tellings } from "./say/telling.ts";
import type { Views } from "./view/engine.ts";
import type { Visit } from "./view/chrome.ts";
import type { Language } from "./view/languages.ts";

/** The signed-in person of this request, with the roles held now. */
export type Person = {
  readonly id: string;
  /** Shown to themselves only; never put it into an event or a read model. */
  readonly name: string;
  readonly roles: readonly Role[];
  readonly department: string | null;
  /** Is or was a member of the expert committee. */
  readonly seat: boolean;
  /** Is one today, and holds no office that bars its holder from advising. */
  readonly advises: boolean;
};

/** What the middleware has found out about a request before a handler sees it. */
export type Visitor = {
  readonly views: Views;
  readonly language: Language;
  /** How each type of entry is told. */
  readonly tellings: Tellings;
  readonly person: Person | null;
  /** Whether the person was asked about the technology of that slug as an expert. */
  readonly wasAsked: (slug: string) => Promise<boolean>;
  /** Entries that cannot be taken back, and how their page asks. */
  readonly finals: ReadonlyMap<string, Final>;
  /** Why lists show less than the ledger has; what was done to one technology is then not shown at all. */
  readonly behind: Behind | null;
  /** Position, banners and open work for the frame; asked only when a whole page is rendered. */
  readonly frame: () => Promise<Omit<Visit, "path">>;
  /** Reference of this request in the log. */
  readonly reference: string;
  /** A form kept over the end of a session is being shown again: nothing may be decided by it. */
  resumed: boolean;
  /** Keeps the form that is being answered, as it stands, and tells its page's address; null where none keeps drafts. */
  keep: ((form: FormState, asked?: string) => Promise<string>) | null;
  /** A command was accepted: what was typed for it is on record. */
  sent: boolean;
  /** By the clock of the house. */
  readonly now: () => string;
  /** The draft that the page shows. */
  draft: KeptTyping | null;
  /** The form that the page shows was asked about before it is sent: the question stands in its place. */
  asking: FormState | null;
  /** Drafts of the page's form that it does not show. */
  others: readonly KeptTyping[];
  /** Digests that this page looked up and may not show, and the sentence that says so. */
  readonly withheld: Withheld;
};

type Withheld = { readonly texts: Set<string>; readonly files: Set<string>; sentence: string | null };

export function visitorOf(res: Response): Visitor {
  return res.locals["visitor"] as Visitor;
}

export function setVisitor(res: Response, visitor: Visitor): void {
  res.locals["visitor"] = visitor;
}

/** The signed-in person; routes without `anyone` have one. */
export function personOf(res: Response): Person {
  const { person } = visitorOf(res);
  if (person === null) throw new Error("A route that needs a person was opened to anyone");
  return person;
}

export function languageOf(res: Response): Language {
  return visitorOf(res).language;
}

export function tellingsOf(res: Response): Tellings {
  return visitorOf(res).tellings;
}
