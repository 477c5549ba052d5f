import type { Random } from "../random.ts";

const groups = ["public", "staff", "older", "disability"] as const;

/** Ratings from 1 to 5 of people served, a row each. */
export function satisfactionCsv(random: Random, count: number, mean: number): string {
  const rows = ["rating (1-5),group"];
  for (let index = 0; index < count; index++) {
    const rating = Math.min(5, Math.max(1, Math.round(random.normal(mean, 0.9))));
    rows.push(`${rating},${groups[index % 4] ?? "public"}`);
  }
  return rows.join("\n") + "\n";
}

export interface GroupOutcomes {
  readonly group: string;
  readonly people: number;
  /** Share for whom it came true, 0–1. */
  readonly baseRate: number;
  /** Share predicted positive among those for whom it did not come true, 0–1. */
  readonly falsePositives: number;
}

/** What an allocation predicted and what came of it, a case a row. */
export function outcomesCsv(random: Random, parts: readonly GroupOutcomes[]): string {
  const rows = ["group,outcome,prediction"];
  for (const { group, people, baseRate, falsePositives } of parts) {
    for (let index = 0; index < people; index++) {
      const outcome = random.next() < baseRate;
      const prediction = random.next() < (outcome ? 0.82 : falsePositives);
      rows.push(`${group},${outcome},${prediction}`);
    }
  }
  return rows.join("\n") + "\n";
}
