import { isMailAddress } from "../words/mail-address.ts";
import type { Named } from "../words/named.ts";
import { when } from "../words/reasons.ts";
import { textKey } from "../words/plain-text.ts";
import type { MappedRow } from "./mapping.ts";
import { planned, sayingAgain, skipped } from "./plan.ts";
import type { PlannedRow } from "./plan.ts";

/** A department that is here already. */
export interface KnownDepartment {
  readonly key: string;
  readonly name: Named;
  readonly closed: boolean;
}

/** Departments by their key: one that is here under another name is renamed, a closed one stays closed. */
export function* planDepartments(
  rows: readonly MappedRow[],
  departments: ReadonlyMap<string, KnownDepartment>,
): Generator<PlannedRow> {
  const [again, ready] = [sayingAgain("key"), new Map<number, MappedRow>()];
  for (const raw of rows) {
    const row = withKey(raw);
    ready.set(row.row, row);
    const before = ready.get(again(row) ?? -1);
    yield before === undefined ? onDepartments(row, departments) : asAgain(row, before);
  }
}

function onDepartments(row: MappedRow, departments: ReadonlyMap<string, KnownDepartment>): PlannedRow {
  if (row.reasons.length > 0) return skipped(row);
  const { key = "", en = "", zh = "" } = row.values;
  const known = departments.get(key);
  if (known === undefined) return planned(row, "create");
  if (known.closed) return skipped(row, { code: "ImportDepartmentClosed", params: { department: key } });
  const changes = [...when(known.name.en !== en, "en"), ...when(known.name.zh !== zh, "zh")].map(({ code }) => code);
  return changes.length === 0
    ? planned(row, "unchanged", { target: key, why: [{ code: "ImportDepartmentSame" }] })
    : planned(row, "update", { target: key, changes });
}

/** A list of technologies names each of its departments many times. */
function asAgain(row: MappedRow, { row: first, values }: MappedRow): PlannedRow {
  const isSame = textKey(values["en"] ?? "") === textKey(row.values["en"] ?? "");
  return isSame
    ? planned(row, "unchanged", { why: [{ code: "ImportSaidBefore", params: { first } }] })
    : skipped(row, { code: "ImportOtherNameBefore", params: { first, name: values["en"] ?? "" } });
}

function withKey(row: MappedRow): MappedRow {
  const { key = "", en = "", zh = "" } = row.values;
  const values = { ...row.values, key: departmentKey(key), en, zh: zh === "" ? en : zh };
  const malformed = row.reasons.length === 0 && !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(values.key);
  return { ...row, values, reasons: [...row.reasons, ...when(malformed, "ImportKeyMalformed")] };
}

/** A department's key as addresses take it. */
const departmentKey = (text: string): string =>
  text
    .normalize("NFKD")
    .replaceAll(/\p{M}+/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 40);

export interface PeopleGround {
  /** Ids of those who are here, by their address as it is compared. */
  readonly people: ReadonlyMap<string, string>;
  readonly departments: ReadonlySet<string>;
}

/** More people at once than a page can show the links of. */
const mostPeople = 300;

/** People by their address. Whoever is here stays as they are: roles and departments are changed on their own page. */
export function* planPeople(rows: readonly MappedRow[], { people, departments }: PeopleGround): Generator<PlannedRow> {
  const again = sayingAgain("email");
  for (const [at, row] of rows.entries()) {
    const { name = "", email = "", department = "" } = row.values;
    const first = again(row);
    const reasons = [
      ...when(first !== undefined, "ImportIdRepeated", undefined, { first: first ?? 0, word: "" }),
      ...when(email !== "" && !isMailAddress(email), "ImportAddressMalformed"),
      ...when(name.length > 120, "ImportTooLong", undefined, {
        importField: "name",
        characters: name.length,
        most: 120,
      }),
      ...when(department !== "" && !departments.has(department), "ImportDepartmentUnknown", undefined, { department }),
      ...when(at >= mostPeople, "ImportTooManyPeople", undefined, { most: mostPeople }),
    ];
    const target = people.get(textKey(email));
    yield row.reasons.length > 0 || reasons.length > 0
      ? skipped(row, ...reasons)
      : target === undefined
        ? planned(row, "create")
        : planned(row, "unchanged", { target, why: [{ code: "ImportPersonHere" }] });
  }
}
