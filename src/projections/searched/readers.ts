import type { Concerned, Scope } from "../../domain/technology/may-read.ts";

/** Of each thing: of those that everybody with a role reads, and of the others. */
const [open, closed] = ["open", "closed"];

/** Whom words are for, as words of the index. */
export function readersOf({ department, people, experts, barred }: Concerned, isOpen: boolean): string {
  if (isOpen) return open;
  return [
    closed,
    sign("d", department),
    ...people.map((id) => sign("p", id)),
    ...experts.map((id) => sign("x", id)),
    ...barred.map((id) => sign("n", id)),
  ].join(" ");
}

/** What a person may find, as a condition of the index; null where that is nothing, "" where nothing limits it. */
export function readable(scope: Scope): string | null {
  if (scope === "nothing") return null;
  if (scope === "all") return "";
  const { person, department, role, seat, decides } = scope;
  const signs = [
    ...(role ? [`"${open}"`, `"${sign("p", person)}"`] : []),
    ...(role && department !== null ? [`"${sign("d", department)}"`] : []),
    ...(seat ? [`"${sign("x", person)}"`] : []),
    ...(decides ? [`("${closed}" NOT "${sign("n", person)}")`] : []),
  ];
  return `readers : (${signs.join(" OR ")})`;
}

/** Ids as one word each that only the same id makes, whatever letters are in it. */
const sign = (what: "d" | "p" | "x" | "n", id: string): string => `${what}${Buffer.from(id).toString("hex")}`;
