import type { Request, Response } from "express";
import { addDays, isDay } from "../../domain/words/days.ts";
import type { Instant } from "../../domain/words/text.ts";
import type { Choices } from "../choices/choices.ts";
import { everybody } from "../choices/everybody.ts";
import { peopleChoices } from "../choices/people.ts";
import type { Deps } from "../deps.ts";
import { instantOf } from "./moment.ts";
import type { Problem } from "./problems.ts";
import { queryValue } from "../request-values.ts";
import { languageOf, personOf } from "../visitor.ts";
import type { Person } from "../visitor.ts";

/** The text of the filter's fields as it stands in the address, so that paging and switching the language keep it. */
export type Typed = Readonly<
  Record<"kind" | "type" | "person" | "personFind" | "technology" | "from" | "until", string>
>;

export function typedOf(req: Request): Typed {
  const value = (name: keyof Typed): string => (queryValue(req, name) ?? "").trim().slice(0, 200);
  const [kind, type, person] = [value("kind"), value("type"), value("person")];
  return {
    kind,
    type,
    person,
    personFind: value("personFind"),
    technology: value("technology"),
    from: value("from"),
    until: value("until"),
  };
}

/** The address of a page with the same filter. */
export function filtered(path: string, typed: Typed, more: Readonly<Record<string, string>> = {}): string {
  const pairs = Object.entries({ ...typed, ...more }).filter(([, value]) => value !== "");
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs).toString()}`;
}

export const isFiltered = (typed: Typed): boolean => Object.values(typed).some((value) => value !== "");

/** Instants between which an entry lies; both days belong to it. */
export interface Span {
  readonly from: Instant | null;
  /** The first moment after it. */
  readonly until: Instant | null;
  readonly problems: readonly Problem[];
}

export function spanOf({ from, until }: Typed, timeZone: string): Span {
  const problems = [problemOf("from", from), problemOf("until", until)].flatMap((problem) => problem ?? []);
  if (problems.length > 0) return { from: null, until: null, problems };
  if (from !== "" && until !== "" && until < from)
    return { from: null, until: null, problems: [{ field: "until", key: "ledger:filter.reversed", params: {} }] };
  return {
    from: from === "" ? null : instantOf(from, "", timeZone),
    until: until === "" ? null : instantOf(addDays(until, 1), "", timeZone),
    problems: [],
  };
}

const problemOf = (field: string, day: string): Problem | null =>
  day === "" || isDay(day) ? null : { field, key: "errors:field.day", params: {} };

/**
 * Who did what on a technology is open to those who may export the whole ledger; everybody may look for their own
 * entries. Otherwise evaluators could be told apart before their sheets are opened.
 */
export const seesEverybody = ({ roles }: Pick<Person, "roles">): boolean =>
  roles.includes("auditor") || roles.includes("administrator");

/** Of whom the entries are: everybody, or oneself. */
export function peopleOfEntries(deps: Pick<Deps, "services" | "people">, res: Response): Choices {
  const [reader, language] = [personOf(res), languageOf(res)];
  if (seesEverybody(reader)) return everybody(deps, language);
  return peopleChoices(deps.people, language, { among: [reader], address: "/people/choices" });
}

/**
 * The filter with the person that its text finds, sent without a choice: by a browser without script. Where it finds one
 * person, this is meant; where it finds more, the list of them is shown at the field.
 */
export async function withPersonFound(
  typed: Typed,
  choices: Choices,
): Promise<{ readonly typed: Typed; readonly problems: readonly Problem[] }> {
  if (typed.person !== "" || typed.personFind === "") return { typed, problems: [] };
  const [first, second] = await choices.find(typed.personFind);
  if (first !== undefined && second === undefined)
    return { typed: { ...typed, person: first.value, personFind: "" }, problems: [] };
  const key = first === undefined ? "ledger:filter.nobody" : "ledger:filter.several";
  return { typed, problems: [{ field: "person", key, params: {} }] };
}
