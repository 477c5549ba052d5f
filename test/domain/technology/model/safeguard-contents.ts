import type { SafeguardAnswers } from "../../../../src/domain/technology/state/safeguards.ts";

type Row = { readonly [question: string]: unknown };

const rows = (answers: SafeguardAnswers, question: string): readonly Row[] =>
  ((answers[question] ?? []) as readonly unknown[]).filter((row): row is Row => typeof row === "object");

const daysBetween = (from: string, until: string): number => (Date.parse(until) - Date.parse(from)) / 86_400_000;

/** Longer than twelve months, whichever twelve. */
const yearOver = (on: unknown, today: string): boolean => typeof on !== "string" || daysBetween(on, today) > 366;

/** Every piece of evidence that answers name, however deep. */
export const piecesIn = (value: unknown): readonly string[] =>
  typeof value === "string"
    ? /^e\d+$/.test(value)
      ? [value]
      : []
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(piecesIn)
      : [];

/** By the numbers of the house: so many of those planned came, and so many of those could do it afterwards. */
const [attendedShare, passedShare] = [0.9, 0.8];

/** What a suspicious reader holds against the words of a statement themselves, by the numbers of the house. */
export function contentTrouble(
  kind: string,
  answers: SafeguardAnswers,
  { today, drills }: { readonly today: string; readonly drills: readonly string[] },
): string | null {
  switch (kind) {
    case "security-baseline": {
      const yearly = ["access", "backup", "restore", "logging", "detection", "penetration"];
      const old = yearly.find((item) => answers[item] === "yes" && yearOver(answers[`${item}On`], today));
      if (old !== undefined) return `${old} was checked too long ago`;
      const late = rows(answers, "findings").find(
        ({ severity, remedied, remedyBy }) =>
          (severity === "high" || severity === "critical") && remedied === "no" && String(remedyBy) < today,
      );
      if (late !== undefined) return "a grave weakness is overdue";
      return Object.values(answers).includes("no") ? "something is not there" : null;
    }
    case "response-plan": {
      const held = [...rows(answers, "drills").map(({ drillOn }) => String(drillOn)), ...drills];
      return held.every((on) => yearOver(on, today)) ? "no drill within the year" : null;
    }
    case "training": {
      const first = rows(answers, "courses").filter(({ wave }) => wave === 1);
      if (first.length === 0) return "nobody is trained for the wave that has begun";
      const short = first.some(({ held, planned, attended, passed }) => {
        const [asked, came, able] = [planned, attended, passed].map(Number) as [number, number, number];
        return held !== "yes" || came < asked * attendedShare || able < came * passedShare;
      });
      return short ? "too few were trained" : null;
    }
    case "channels-kept": {
      const ways = rows(answers, "channels");
      if (answers["reaches"] === "public" && new Set(ways.map(({ channel }) => channel)).size < 2)
        return "too few ways";
      const early = ways.some(({ ends, until }) => ends === "yes" && daysBetween(today, String(until)) < 365);
      return early ? "a way ends before a year is over" : null;
    }
    default:
      return null;
  }
}
