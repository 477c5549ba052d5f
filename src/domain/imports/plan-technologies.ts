import type { Reason } from "../words/decision.ts";
import { textKey } from "../words/plain-text.ts";
import { when } from "../words/reasons.ts";
import { technologyKinds } from "../technology/state/kind.ts";
import { tiers } from "../words/tier.ts";
import { isEnd } from "../technology/state/stage.ts";
import type { Stage } from "../technology/state/stage.ts";
import { titleLength } from "../technology/state/title-length.ts";
import type { ImportMapping, MappedRow } from "./mapping.ts";
import { namedRows, shortened } from "./names.ts";
import { planned, sayingAgain, skipped } from "./plan.ts";
import type { PlannedRow } from "./plan.ts";

/** What stands here under a name already. */
export interface Bearer {
  readonly id: string;
  readonly slug: string;
  readonly stage: Stage;
  readonly version: number;
  /** Whether the planner may revise it: reads its words and has not judged it. */
  readonly mine: boolean;
  /** What it says now, by field as a row says it; empty where the planner may not read it. */
  readonly before: Readonly<Record<string, string>>;
}

export interface TechnologyGround {
  /** Keys of the departments that are open. */
  readonly departments: ReadonlySet<string>;
  /** Ids of people by what a row calls them. */
  readonly sponsors: ReadonlyMap<string, string>;
  /** By textKey of the name. */
  readonly bearers: ReadonlyMap<string, Bearer>;
}

/** Of a summary and of a need, as the form of a proposal takes them. */
const longest = { summary: 1000, need: 4000, needOf: 1000 } as const;

/** Rows as they will be proposed, before it is asked what is here already. */
export const readyRows = (rows: readonly MappedRow[], mapping: ImportMapping): readonly MappedRow[] =>
  namedRows(rows.map(withWords), mapping).map(normal).map(checked);

/** A function of the rows and of the ground alone: the same rows on the same ground give the same plan, row by row. */
export function* planTechnologies(rows: readonly MappedRow[], ground: TechnologyGround): Generator<PlannedRow> {
  const [idAgain, nameAgain] = [sayingAgain("id"), sayingAgain("name")];
  for (const row of rows) {
    const { values } = row;
    const twice = [
      ...repeats(idAgain(row), "ImportIdRepeated", values["id"]),
      ...repeats(nameAgain(row), "ImportNameRepeated", values["name"]),
    ];
    yield row.reasons.length > 0 || twice.length > 0 ? skipped(row, ...twice) : onGround(row, ground);
  }
}

const repeats = (first: number | undefined, code: string, word = ""): readonly Reason[] =>
  first === undefined ? [] : [{ code, params: { first, word: word.slice(0, 120) } }];

function onGround(row: MappedRow, ground: TechnologyGround): PlannedRow {
  const { department = "", sponsor = "", name = "" } = row.values;
  const person = ground.sponsors.get(sponsor);
  const reasons = [
    ...when(!ground.departments.has(department), "ImportDepartmentUnknown", undefined, { department }),
    ...when(person === undefined, "ImportSponsorUnknown"),
  ];
  if (reasons.length > 0) return skipped(row, ...reasons);
  const bearer = ground.bearers.get(textKey(name));
  const plan = bearer === undefined ? planned(row, "create") : besideBearer(row, person ?? "", bearer);
  return { ...plan, sponsor: person ?? null };
}

/** What may be changed of what is here: proposals on which nothing was decided yet, by whoever may revise them. */
function besideBearer(row: MappedRow, sponsor: string, { id, slug, stage, version, mine, before }: Bearer): PlannedRow {
  const params = { stage, technology: slug };
  if (isEnd(stage)) {
    if (stage !== "withdrawn") return skipped(row, { code: "ImportEndedHere", params });
    return planned(row, "create", { predecessor: slug, why: [{ code: "ImportTakesUpAgain", params }] });
  }
  const changes = row.stated.filter(
    (field) => compared.has(field) && (field === "sponsor" ? sponsor : row.values[field]) !== before[field],
  );
  const isSame = mine && changes.length === 0;
  if (isSame) return planned(row, "unchanged", { target: id, why: [{ code: "ImportSame", params }] });
  if (stage !== "proposed")
    return planned(row, "unchanged", { target: id, why: [{ code: "ImportDecidedHere", params }] });
  if (!mine) return skipped(row, { code: "ImportNotYours", params });
  return planned(row, "update", { target: id, version, changes });
}

/** What an update writes; a name that is only typed otherwise is the same name. */
const compared = new Set([
  ...["summary", "need", "needOf", "department", "sponsor", "kind", "stage", "tier", "standards", "users", "annual"],
]);

/** Where a row has no summary its need serves, and the other way round; of a long summary the whole stands in the need. */
function withWords(row: MappedRow): MappedRow {
  const { values } = row;
  const [own, ownNeed] = [values["summary"] ?? "", values["need"] ?? ""];
  const [summary, need] = [own === "" ? ownNeed : own, ownNeed === "" ? own : ownNeed];
  return {
    ...row,
    values: { ...values, summary: shortened(summary, longest.summary), need },
    reasons: row.reasons.filter(
      ({ code, params }) => !(code === "ImportCellMissing" && isGiven(params?.["importField"], { summary, need })),
    ),
  };
}

const isGiven = (field: unknown, words: Readonly<Record<string, string>>): boolean =>
  typeof field === "string" && (words[field] ?? "") !== "";

/** One way to write what can be written in several: what is here already is compared with it. */
function normal(row: MappedRow): MappedRow {
  const { users, annual, standards, tier, currency } = row.values;
  const figure = (text = ""): string => {
    const value = figureOf(text);
    return value !== null ? String(value) : noFigure.test(text) ? "" : text;
  };
  const values = {
    ...row.values,
    users: figure(users),
    annual: figure(annual),
    standards: standardsOf(standards ?? "").join("; "),
    tier: tier === undefined || tier === "" ? "open" : tier,
    currency: (currency ?? "").toUpperCase(),
  };
  return row.values["name"] === undefined ? row : { ...row, values };
}

function checked(row: MappedRow): MappedRow {
  if (row.values["name"] === undefined) return row;
  const { name, need = "", needOf = "", tier = "", kind = "", users = "", annual = "", standards = "" } = row.values;
  const tooLong = (importField: string, text: string, most: number): readonly Reason[] =>
    when(text.length > most, "ImportTooLong", undefined, { importField, characters: text.length, most });
  const reasons = [
    ...tooLong("name", name, titleLength),
    ...when(/[\n\0]/.test(name) || !name.isWellFormed(), "ImportNameMalformed"),
    ...tooLong("need", need, longest.need),
    ...tooLong("needOf", needOf, longest.needOf),
    ...when(tier !== "" && tier !== "open" && !tiers.some((known) => known === tier), "ImportTierUnknown"),
    ...when(kind !== "" && !technologyKinds.some((known) => known === kind), "ImportKindUnknown"),
    ...[["users", users] as const, ["annual", annual] as const].flatMap(([importField, text]) =>
      when(text !== "" && figureOf(text) === null, "ImportNoFigure", undefined, {
        importField,
        word: text.slice(0, 40),
      }),
    ),
    ...when(
      standardsOf(standards).some((label) => label.length > 60),
      "ImportStandardTooLong",
    ),
  ];
  return reasons.length === 0 ? row : { ...row, reasons: [...row.reasons, ...reasons] };
}

/** What stands in a column of figures where there is none. */
const noFigure = /^(?:[-–—/?]+|n\/?a\.?|none|unknown|tb[cd]|无|未知|待定)$/i;

/**
 * A figure as tables write it: digits, groups of three, a point, a sign of money beside it; the comma for a point where it
 * can be nothing else (12,5 and 1.200,50). Null for anything else.
 */
export function figureOf(text: string): number | null {
  const bare = text.replaceAll(/^[€$£¥￥]\s*|\s*[€元]$/g, "");
  const pointed = /^\d{1,3}(?:\.\d{3})+,\d{1,2}$|^\d{1,3}(?:\.\d{3}){2,}$|^\d+,\d{1,2}$/.test(bare)
    ? bare.replaceAll(".", "").replace(",", ".")
    : bare;
  const plain = pointed.replaceAll(/(?<=\d)[, \u00A0\u202F](?=\d{3}(?!\d))/g, "");
  return /^\d{1,15}(?:\.\d{1,6})?$/.test(plain) ? Number(plain) : null;
}

/** Standards of one cell, each once. */
export const standardsOf = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[;；\n]/)
      .map((label) => label.trim())
      .filter((label) => label !== ""),
  ),
];
