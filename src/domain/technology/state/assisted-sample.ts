import type { Statistics } from "../../evidence/statistics.ts";
import type { Piece } from "./evidence.ts";

/** Kinds of evidence in which people try the technology and say what they think of it. */
type People = Extract<Statistics, { kind: "sus" | "umux-lite" | "seq" | "tasks" | "satisfaction" }>;

/**
 * How many people of each group are in the usability sample. Who fills in a questionnaire mostly did the tasks too, so kinds
 * are not added up: the kind with the most people of a group counts for it. Within a kind nobody identified counts twice.
 *
 * @returns null where no piece says of which group anybody is
 */
export function groupSample(pieces: readonly Pick<Piece, "statistics">[]): ReadonlyMap<string, number> | null {
  const counted = pieces.flatMap(({ statistics }) =>
    ofPeople(statistics) && statistics.groups.length > 0 ? [statistics] : [],
  );
  if (counted.length === 0) return null;
  const sums = new Map<string, number>();
  for (const { kind, groups } of counted)
    for (const { group, n } of groups) sums.set(`${kind} ${group}`, (sums.get(`${kind} ${group}`) ?? 0) + n);
  const names = new Set(counted.flatMap(({ groups }) => groups.map(({ group }) => group)));
  const kinds = [...new Set(counted.map(({ kind }) => kind))];
  return new Map(
    [...names]
      .filter((group) => typeof group === "string")
      .map((group) => [group, Math.max(...kinds.map((kind) => sums.get(`${kind} ${group}`) ?? 0))]),
  );
}

const ofPeople = (statistics: Statistics): statistics is People =>
  "groups" in statistics && statistics.kind !== "outcomes";
