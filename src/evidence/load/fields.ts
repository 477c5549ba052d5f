/** The fields of one record, as offsets into the buffer; valid until the handler returns. */
export interface Fields {
  buffer: Uint8Array;
  /** The same bytes, to be read several at a time. */
  view: DataView;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Fields found, also beyond the columns of the header. */
  count: number;
  /** Line on which the record begins, from 1. */
  line: number;
  /** Text stands beside a closing quote: the record's fields cannot be trusted. */
  malformed: boolean;
}

/** Said of a record that has a quoted field and is not split here. */
export const quoted = -2;

const newline = 0x0a;
const carriageReturn = 0x0d;
const quote = 0x22;
/** A byte in each of the four of a word. */
const each = 0x01010101;

/**
 * Splits the record at `from` where none of its fields is quoted; the caller has put a newline behind the text. Four
 * bytes are looked at in one step: of a word whose bytes are compared by exclusive or, w − 01010101 & ~w & 80808080 is
 * zero unless one of them is the byte sought, and its lowest bit then shows the first (Warren, Hacker's Delight, 6–1).
 *
 * @returns the position after the record, or `quoted`
 */
export function splitPlain(fields: Fields, from: number, delimiter: number): number {
  const { buffer, view, starts, ends } = fields;
  const columns = starts.length;
  const delimiters = Math.imul(delimiter, each);
  if (buffer[from] === quote) return quoted;
  let column = 0;
  let start = from;
  let at = from;
  for (;;) {
    const word = view.getInt32(at, true);
    const delimited = word ^ delimiters;
    const ended = word ^ (newline * each);
    const marks = (((delimited - each) & ~delimited) | ((ended - each) & ~ended)) & 0x80808080;
    if (marks === 0) {
      at += 4;
      continue;
    }
    at += (31 - Math.clz32(marks & -marks)) >>> 3;
    if (buffer[at] === newline) break;
    if (column < columns) {
      starts[column] = start;
      ends[column] = at;
    }
    column += 1;
    at += 1;
    start = at;
    if (buffer[at] === quote) return quoted;
  }
  if (column < columns) {
    starts[column] = start;
    ends[column] = at > start && buffer[at - 1] === carriageReturn ? at - 1 : at;
  }
  fields.count = column + 1;
  fields.malformed = false;
  return at + 1;
}
