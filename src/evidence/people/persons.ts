import type { ScaleRespondent } from "../../domain/evidence/measurement.ts";
import { textKey } from "../../domain/words/plain-text.ts";
import { noData, type Row } from "../table-reading.ts";
import { shorten } from "../time.ts";
import { Unreadable } from "../unreadable.ts";
import type { LeftOut } from "./left-out.ts";

export type Person = Pick<ScaleRespondent, "id" | "identified" | "group" | "answers">;

/** What forms write for whoever does not say who they are. */
const nobody = new Set([
  "anonymous",
  "anonym",
  "匿名",
  "匿名用户",
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
      if (before !== answers) return new Unreadable(`${column} “${shorten(named)}” has answered before`);
      this.#leftOut.add(row, "repeated");
      return noData;
    }
    if (named !== "") this.#answers.set(named, answers);
    else this.#anonymous += 1;
    const id = named === "" ? `row ${String(this.#answers.size + this.#anonymous).padStart(6, "0")}` : named;
    return { id, identified: named !== "", ...groupOf(row), answers };
  }
}

export function idIn(row: Row, column: string): string {
  const named = row.cell(column);
  return nobody.has(textKey(named)) ? "" : named;
}

export function groupOf(row: Row): { readonly group?: string } {
  return row.cell("group") === "" ? {} : { group: row.cell("group") };
}
