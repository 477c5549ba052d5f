export type Level = "A" | "AA" | "AAA";

interface Edition {
  readonly wcag: string;
  readonly added: Readonly<Record<Level, string>>;
}

/** Success criteria by the edition that added them. Source: w3.org/TR/WCAG20, WCAG21, WCAG22. */
const editions: readonly Edition[] = [
  {
    wcag: "2.0",
    added: {
      A: "1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 3.1.1 3.2.1 3.2.2 3.3.1 3.3.2 4.1.1 4.1.2",
      AA: "1.2.4 1.2.5 1.4.3 1.4.4 1.4.5 2.4.5 2.4.6 2.4.7 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4",
      AAA: "1.2.6 1.2.7 1.2.8 1.2.9 1.4.6 1.4.7 1.4.8 1.4.9 2.1.3 2.2.3 2.2.4 2.2.5 2.3.2 2.4.8 2.4.9 2.4.10 3.1.3 3.1.4 3.1.5 3.1.6 3.2.5 3.3.5 3.3.6",
    },
  },
  {
    wcag: "2.1",
    added: {
      A: "2.1.4 2.5.1 2.5.2 2.5.3 2.5.4",
      AA: "1.3.4 1.3.5 1.4.10 1.4.11 1.4.12 1.4.13 4.1.3",
      AAA: "1.3.6 2.2.6 2.3.3 2.5.5 2.5.6",
    },
  },
  {
    wcag: "2.2",
    added: { A: "3.2.6 3.3.7", AA: "2.4.11 2.5.7 2.5.8 3.3.8", AAA: "2.4.12 2.4.13 3.3.9" },
  },
];

const levels: readonly Level[] = ["A", "AA", "AAA"];

const known: ReadonlyMap<string, { readonly level: Level; readonly edition: number }> = new Map(
  editions.flatMap(({ added }, edition) =>
    levels.flatMap((level) => added[level].split(" ").map((number) => [number, { level, edition }] as const)),
  ),
);

/** The level of a success criterion; undefined where WCAG 2 has none of this number. */
export function levelOf(number: string): Level | undefined {
  return known.get(number)?.level;
}

/**
 * The criteria of levels A and AA that a checklist says nothing of, by the newest edition it draws from. WCAG 2.2
 * removed 4.1.1.
 */
export function unmentioned(numbers: ReadonlySet<string>): { readonly wcag: string; readonly missing: string[] } {
  const newest = Math.max(0, ...[...numbers].map((number) => known.get(number)?.edition ?? 0));
  const wcag = editions[newest]?.wcag ?? "";
  const missing = [...known].flatMap(([number, { level, edition }]) => {
    const asked = edition <= newest && level !== "AAA" && !(number === "4.1.1" && wcag === "2.2");
    return asked && !numbers.has(number) ? [number] : [];
  });
  return { wcag, missing };
}
