import type { ConsultationVersion } from "../../domain/technology/state/consultations.ts";
import type { Language } from "../view/languages.ts";

type Terms = ConsultationVersion["terms"];

const parts = ["title", "question", "stillOpen", "settled", "audience", "how", "shorter", "place"] as const;
const days = ["opensOn", "closesOn", "respondBy"] as const;

/** "the question, the last day (1 May 2026 instead of 20 Apr 2026)": what people are shown now and were not before. */
export function changedTerms({ t, format }: Pick<Language, "t" | "format">, before: Terms, after: Terms): string {
  const part = (name: string): string => t(`taking-part:changed.${name}`);
  const list = (some: Terms) =>
    JSON.stringify(some.papers.map(({ evidence, digest, name }) => [evidence, digest, name]));
  return format.list([
    ...parts.filter((name) => before[name] !== after[name]).map(part),
    ...(list(before) === list(after) ? [] : [part("papers")]),
    ...days
      .filter((name) => before[name] !== after[name])
      .map((name) =>
        t(`taking-part:changed.${name}`, { to: format.date(after[name]), from: format.date(before[name]) }),
      ),
    ...(before.channels.join() === after.channels.join() ? [] : [part("channels")]),
  ]);
}
