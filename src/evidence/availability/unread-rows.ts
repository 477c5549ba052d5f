import { textKey } from "../../domain/words/plain-text.ts";
import type { Findings } from "../format.ts";
import { asked } from "../questions.ts";
import type { Row } from "../table-reading.ts";
import type { Unreadable } from "../unreadable.ts";

interface UnreadRow {
  readonly line: number;
  readonly file: string;
  readonly unreadable: Unreadable;
  /** Key of the service it names, "" where it names none. */
  readonly service: string;
}

/**
 * Rows of a list of bad news that could not be read. One of them may tell of more downtime than all the others, so the
 * availability of its service is unknown, however many rows were read; one that names no service speaks of all.
 */
export class UnreadRows {
  readonly #rows: UnreadRow[] = [];

  note(unread: Row, unreadable: Unreadable): void {
    // The first of each service is enough to say.
    const service = textKey(unread.cell("service"));
    if (this.#rows.every((row) => row.service !== service))
      this.#rows.push({ line: unread.line, file: unread.file, unreadable, service });
  }

  /**
   * The services without those that an unread row may speak of, each of which is warned of.
   *
   * @throws Refused, with what the person may answer, where none is left
   */
  readable(services: readonly string[], findings: Findings): string[] {
    const keys = new Set(services.map(textKey));
    const ofAll = this.#rows.find(({ service }) => !keys.has(service));
    const [first] = this.#rows;
    const left = services.filter(
      (name) => ofAll === undefined && !this.#rows.some(({ service }) => service === textKey(name)),
    );
    if (first !== undefined && left.length === 0) throw refused(ofAll ?? first, findings);
    for (const row of this.#rows) {
      const name = services.find((service) => textKey(service) === row.service) ?? "";
      findings.warn("unread-downtime", `${name}: ${sentenceOf(row)}, so its availability is unknown`);
    }
    return left;
  }
}

const sentenceOf = ({ line, unreadable }: UnreadRow): string =>
  `line ${line} may tell of downtime and cannot be read (${unreadable.reason})`;

function refused(row: UnreadRow, { questions }: Findings) {
  const message = `${row.file}: ${sentenceOf(row)}: correct the row, else the availability is unknown`;
  const { file, line, unreadable } = row;
  return asked({ file, row: line, code: "unread-downtime", message, why: unreadable.why }, ...questions.all);
}
