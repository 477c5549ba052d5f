import { Refused } from "./refused.ts";

interface Limit {
  /** Different values in one piece of evidence. */
  readonly most: number;
  /** Characters of one value; Infinity where the field is no text. */
  readonly longest: number;
  /** The values in words, as a refusal and its code name them. */
  readonly values: string;
  /** Whoever has more of them has most likely chosen the wrong column. */
  readonly columnOfIds?: true;
}

/**
 * The fields of evidence files that become keys, and how many different values of each a piece may hold: more than any honest
 * file has, and so few that what is read stays small in memory, in the ledger and on a page. Load tests are not refused for
 * their labels (addresses that carry an id are honest): beyond `label` the figures by label are left out. Closed vocabularies
 * (outcomes, severities, success criteria, the items of a questionnaire) need no limit.
 */
export const limits = {
  group: { most: 200, longest: 200, values: "groups", columnOfIds: true },
  task: { most: 500, longest: 300, values: "tasks", columnOfIds: true },
  service: { most: 1_000, longest: 500, values: "services", columnOfIds: true },
  page: { most: 10_000, longest: 4_000, values: "pages" },
  rule: { most: 1_000, longest: 500, values: "rules" },
  respondent: { most: 50_000, longest: 200, values: "respondents" },
  participant: { most: 50_000, longest: 200, values: "participants" },
  series: { most: 5_000, longest: 10_000, values: "series" },
  component: { most: 50_000, longest: 2_000, values: "components" },
  operation: { most: 5_000, longest: Infinity, values: "operations" },
  label: { most: 256, longest: 4_096, values: "labels" },
  level: { most: 1_000, longest: Infinity, values: "load levels", columnOfIds: true },
  /** Rows that are kept until all are there; tables whose rows are counted one by one have no such limit. */
  row: { most: 500_000, longest: Infinity, values: "rows" },
  /** A table of load levels keeps every cell, to say what tells its rows apart. */
  levelRow: { most: 20_000, longest: Infinity, values: "rows of load levels" },
  /** A year of one service, a probe every ten seconds, has 3.2 million. */
  probe: { most: 5_000_000, longest: Infinity, values: "probes" },
  /** Locust rounds to two digits, so that there are few. */
  responseTime: { most: 100_000, longest: Infinity, values: "response times" },
  file: { most: 10_000, longest: Infinity, values: "files" },
} as const satisfies Record<string, Limit>;

export type LimitedField = keyof typeof limits;
export const limitedFields = Object.keys(limits) as readonly LimitedField[];
export const isLimited = (name: string): name is LimitedField => Object.hasOwn(limits, name);

/** Where a value stands; `column` as the file calls it. */
export interface Place {
  readonly file?: string | undefined;
  readonly row?: number | undefined;
  readonly column?: string | undefined;
}

interface FieldValues {
  readonly values: Set<string>;
  rows: number;
}

/** Counts the different values of one piece while it is read and ends the reading with the first one too many. */
export class Limits {
  readonly #seen = new Map<LimitedField, FieldValues>();
  readonly #counts = new Map<LimitedField, number>();
  readonly #on: boolean;

  constructor({ asRecorded }: { readonly asRecorded?: boolean }) {
    this.#on = asRecorded !== true;
  }

  /** @throws Refused where the value is one too many of its field, or too long to name anything */
  take(field: LimitedField, value: string, place: Place = {}): void {
    if (!this.#on || value === "") return;
    const seen = this.#seen.get(field) ?? { values: new Set<string>(), rows: 0 };
    this.#seen.set(field, seen);
    seen.rows += 1;
    if (seen.values.has(value)) return;
    if (value.length > limits[field].longest) throw tooLong(field, value, place);
    if (seen.values.size >= limits[field].most) throw tooMany(field, seen, place);
    seen.values.add(value);
  }

  /** The same for what has no names but is kept one by one. @throws Refused beyond the limit */
  count(field: LimitedField, place: Place = {}): void {
    if (!this.#on) return;
    const count = (this.#counts.get(field) ?? 0) + 1;
    this.#counts.set(field, count);
    this.size(field, count, place);
  }

  /** The same for a collection that somebody else keeps. @throws Refused where it is larger than the limit */
  size(field: LimitedField, size: number, place: Place = {}): void {
    if (this.#on && size > limits[field].most) throw tooMany(field, { values: new Set(), rows: size }, place);
  }
}

function tooMany(field: LimitedField, { values, rows }: FieldValues, place: Place): Refused {
  const { most, values: name, ...limit } = limits[field];
  const params = { ...placed(field, place), most, values: values.size + 1, rows };
  const code = codeOf(name);
  if (values.size === 0) {
    const message = `${whose(place)}more than ${most} ${name}, which is the most of one piece of evidence: attach them in several pieces`;
    return new Refused({ ...where(place), code, message, params });
  }
  const many = `${whose(place)}“${params.column}” has ${params.values} different values in the first ${rows} rows, at most ${most} ${name} count`;
  const likely =
    "columnOfIds" in limit
      ? "this looks like a column of ids or names: choose another column"
      : "attach several pieces";
  return new Refused({ ...where(place), code, message: `${many}: ${likely}`, params });
}

function tooLong(field: LimitedField, value: string, place: Place): Refused {
  const params = { ...placed(field, place), longest: limits[field].longest, length: value.length };
  const message = `${whose(place)}“${params.column}” holds a text of ${params.length} characters, at most ${params.longest} can be a name: is this the right column?`;
  return new Refused({ ...where(place), code: "name-too-long", message, params });
}

export const codeOf = (values: string): string => `too-many-${values.replaceAll(" ", "-")}`;

const placed = (field: LimitedField, { column }: Place) => ({
  column: column === undefined || column === "" ? field : column,
});

const whose = ({ file }: Place): string => (file === undefined ? "" : `${file}: `);

const where = ({ file, row }: Place) => ({ ...(file !== undefined && { file }), ...(row !== undefined && { row }) });
