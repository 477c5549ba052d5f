import { staysSmall } from "../archive/members.ts";
import { unzipped, zipMembers } from "../archive/zip.ts";
import { formats } from "../formats.ts";
import { headOf } from "../encoding.ts";
import { headBytes } from "../feed.ts";
import type { Format, Head, ReadOptions, WorkbookShape } from "../format.ts";
import { tableStart } from "../header.ts";
import { layouts } from "../layouts.ts";
import type { Question } from "../question.ts";
import { answersIn } from "../questions.ts";
import { recognisesMapped } from "../table-header.ts";
import { isUnreadable, Unreadable } from "../unreadable.ts";
import { sheetAsCsv } from "./sheet.ts";

/** More sheets are not looked into. */
const mostSheets = 20;
/** Rows that show what a sheet holds. */
const peekedRows = 20;

interface Peeked {
  readonly name: string;
  readonly head: Head;
  readonly format: Format | undefined;
}

export type Workbook = { readonly shape: WorkbookShape } & Reading;

type Reading =
  | {
      readonly is: "read";
      readonly sheet: string;
      readonly others: number;
      readonly format: Format;
      readonly head: Head;
      readonly content: Buffer;
    }
  /** No reader knows a sheet as it is: what its table would need. */
  | { readonly is: "unknown"; readonly head: Head; readonly questions: readonly Question[] }
  | { readonly is: "refused"; readonly reason: Unreadable; readonly questions: readonly Question[] };

/**
 * The sheet of a workbook that is read as a table: the only one whose headings a reader knows, or the one that the person
 * named. Cells are their values; days are written as in a file, local to the zone that holds for it.
 */
export async function workbookOf(file: string, bytes: Buffer, options: ReadOptions): Promise<Workbook> {
  const names = staysSmall(bytes) ?? sheetNames(bytes);
  if (isUnreadable(names)) return { shape: [], ...unopened(new Unreadable("workbook", { why: names })) };
  const peeked: Peeked[] = [];
  for (const name of names.slice(0, mostSheets)) {
    const csv = await sheetAsCsv({ bytes, sheet: name, rows: peekedRows });
    if (isUnreadable(csv)) return { shape: [], ...unopened(new Unreadable("workbook", { why: csv })) };
    if (csv.trim() !== "") peeked.push(peekedAt(name, csv, options));
  }
  const shape = peeked.map(({ name, head }) => ({ sheet: name, headings: headingsOf(head) }));
  const { sheet: wanted } = answersIn(options);
  const meant = peeked.filter(({ name }) => wanted === undefined || name === wanted);
  return { shape, ...(await chosen(file, bytes, meant, names.length - 1)) };
}

/** @param others sheets beside the one that is read */
async function chosen(file: string, bytes: Buffer, meant: readonly Peeked[], others: number): Promise<Reading> {
  const known = meant.filter(({ format }) => format !== undefined);
  const [only, another] = known;
  if (only?.format !== undefined && another === undefined) return wholeSheet(bytes, only.name, only.format, others);
  const questions = meant.length > 1 ? [await sheetQuestion(file, bytes, known.length > 0 ? known : meant)] : [];
  if (another !== undefined) return unopened(new Unreadable("workbook-of-several"), questions);
  const [first] = meant;
  if (first === undefined) return unopened(new Unreadable("workbook-empty"));
  return { is: "unknown", head: first.head, questions };
}

const headingsOf = ({ text }: Head): readonly string[] => tableStart(text)?.headings ?? [];

async function wholeSheet(bytes: Buffer, sheet: string, format: Format, others: number): Promise<Reading> {
  const csv = await sheetAsCsv({ bytes, sheet });
  if (isUnreadable(csv)) return unopened(new Unreadable("workbook", { why: csv }));
  const content = Buffer.from(csv);
  return { is: "read", sheet, others, format, head: headOf(content.subarray(0, headBytes), "utf-8"), content };
}

function unopened(reason: Unreadable, questions: readonly Question[] = []): Reading {
  return { is: "refused", reason, questions };
}

function peekedAt(name: string, csv: string, { as, mapping }: ReadOptions): Peeked {
  const head = headOf(Buffer.from(csv), "utf-8");
  const forced = mapping?.format ?? as;
  const layout = layouts.find((candidate) => candidate.name === forced);
  const fits = layout !== undefined && recognisesMapped(head.text, layout, mapping);
  const format = formats.find((candidate) =>
    forced === undefined ? candidate.recognises(head) : fits && candidate.name === forced,
  );
  return { name, head, format };
}

async function sheetQuestion(file: string, bytes: Buffer, sheets: readonly Peeked[]): Promise<Question> {
  const offered = [];
  for (const { name, head } of sheets) {
    const csv = await sheetAsCsv({ bytes, sheet: name });
    const lines = (isUnreadable(csv) ? head.text : csv).split("\n").filter((line) => line !== "").length;
    offered.push({ name, rows: Math.max(0, lines - 1), headings: headingsOf(head) });
  }
  return { about: "sheet", file, sheets: offered };
}

/** The sheets that a person sees, in the order of their tabs. */
export function sheetNames(bytes: Buffer): readonly string[] | Unreadable {
  const members = zipMembers(bytes);
  const list = isUnreadable(members) ? undefined : members.find(({ name }) => name === "xl/workbook.xml");
  const xml = list === undefined ? new Unreadable("workbook-without-sheets") : unzipped(bytes, list, 8 << 20);
  if (isUnreadable(xml)) return xml;
  const tags = xml.toString("utf8").match(/<(?:\w+:)?sheet\s[^>]{0,2000}>/g) ?? [];
  return tags
    .filter((tag) => !/\bstate="(?:hidden|veryHidden)"/.test(tag))
    .flatMap((tag) => /\bname="([^"]*)"/.exec(tag)?.slice(1) ?? [])
    .map(unescaped);
}

function unescaped(text: string): string {
  const named = new Map([
    ["amp", "&"],
    ["lt", "<"],
    ["gt", ">"],
    ["quot", '"'],
    ["apos", "'"],
  ]);
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return named.get(name) ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
