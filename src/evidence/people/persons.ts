import type { ScaleRespondent } from "../../domain/evidence/measurement.ts";
import { textKey } from "../../domain/words/plain-text.ts";
import { plainHeading } from "../heading-rows.ts";
import { responses } from "../layouts/people.ts";
import { noData, type Row } from "../table-reading.ts";
import { shorten } from "../time.ts";
import { Unreadable } from "../unreadable.ts";
import { asksForContact, isContact, pseudonym } from "./contact.ts";
import type { LeftOut } from "./left-out.ts";

export type Person = Pick<ScaleRespondent, "id" | "identified" | "group" | "answers">;

/** What forms write for whoever does not say who they are. */
const nobody = new Set([
  "anonymous",
  "anonym",
  "匿名",
  "匿名用户",
  "匿名者",
  "游客",
  "guest",
  "n/a",
  "na",
  "-",
  "无",
  "null",
  "none",
  "undefined",
]);

/** Who answered, each once: a row without an id is a person of its own. */
export class Persons {
  readonly #leftOut: LeftOut;
  readonly #answers = new Map<string, string>();
  #anonymous = 0;

  constructor(leftOut: LeftOut) {
    this.#leftOut = leftOut;
  }

  /**
   * @param answers all that the row says, to tell a form that was sent twice from another answer of the same person
   * @returns noData for the former, and the reason for the latter: the first row counts
   */
  take(row: Row, column: string, answers: string): Person | Unreadable {
    const named = idIn(row, column);
    const before = this.#answers.get(named);
    if (named !== "" && before !== undefined) {
      if (before !== answers) return new Unreadable("has-answered-before", { column, named: shorten(named) });
      this.#leftOut.add(row, "repeated");
      return noData;
    }
    if (named !== "") this.#answers.set(named, answers);
    else this.#anonymous += 1;
    const id = named === "" ? `row ${String(this.#answers.size + this.#anonymous).padStart(6, "0")}` : named;
    return { id, identified: named !== "", ...groupOf(row), answers };
  }
}

/**
 * Who a row is of: what its column of ids says, or an address or a name beside it where the column numbers answers and not
 * people. An address is never more than its pseudonym (contact.ts).
 *
 * @returns "" for nobody
 */
export function idIn(row: Row, column: string): string {
  const id = row.cell(column);
  const named = nobody.has(textKey(id)) ? "" : id;
  const contact = named === "" || numbersAnswers(row.heading(column)) ? row.contact() : "";
  if (contact !== "" && !nobody.has(textKey(contact))) return pseudonym(contact);
  return isContact(named) || (named !== "" && asksForContact(row.heading(column))) ? pseudonym(named) : named;
}

const answerIds = new Set(responses.map(plainHeading));
const numbering = new Map<string, boolean>();

function numbersAnswers(heading: string): boolean {
  const known = numbering.get(heading);
  if (known !== undefined) return known;
  const numbers = answerIds.has(plainHeading(heading));
  if (numbering.size >= 1_000) numbering.clear();
  numbering.set(heading, numbers);
  return numbers;
}

export function groupOf(row: Row): { readonly group?: string } {
  return row.cell("group") === "" ? {} : { group: row.cell("group") };
}
