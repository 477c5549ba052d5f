import { indicatorsOf } from "../../domain/measures/indicator.ts";
import type { GroupLabel } from "../../domain/evidence/group-label.ts";
import type { Statistics } from "../../domain/evidence/statistics.ts";
import type { Measure } from "../../domain/measures/measures.ts";
import { namedGroups } from "../../domain/technology/state/named-groups.ts";
import type { Piece } from "../../domain/technology/state/evidence.ts";
import { groupName, indicatorOf } from "./page.ts";
import type { EvidenceFigures, EvidencePage } from "./page.ts";
import { limitText } from "../say/limit.ts";
import type { Language } from "../view/languages.ts";

interface GroupFigures {
  readonly group: GroupLabel;
  readonly n: number;
}

/** One group over all pieces. */
export interface PooledGroup<T> {
  /** As the file or the policy calls it, in Unicode's composed form. */
  readonly word: string;
  /** As the page calls it. */
  readonly name: string;
  readonly people: number;
  readonly parts: readonly T[];
}

export interface PooledGroups<T> {
  /** Those that policy and plan name, then the others in the order in which they first appear. */
  readonly first: readonly PooledGroup<T>[];
  /** How many there are beside these. */
  readonly more: number;
}

/** Nobody compares more rows; a record from before there were limits may hold hundreds of thousands. */
export const mostGroups = 50;

/** The groups of several pieces by their words: the same word in two pieces is one group, a word that was erased is its piece's own. */
export function pooledGroups<T extends GroupFigures>(
  page: EvidencePage,
  pieces: readonly Piece[],
  groupsOf: (statistics: Statistics) => readonly T[],
): PooledGroups<T> {
  const groups = new Map<string, { people: number; parts: T[] }>();
  for (const piece of pieces)
    for (const counted of groupsOf(piece.statistics)) {
      const word = groupWord(page, piece, counted.group);
      const known = groups.get(word);
      if (known === undefined) groups.set(word, { people: counted.n, parts: [counted] });
      else {
        known.people += counted.n;
        known.parts.push(counted);
      }
    }
  const named = namedGroups(page.policy, page.technology.plan?.plan ?? null);
  const words = [...groups.keys()];
  const first = [...words.filter((word) => named.has(word)), ...words.filter((word) => !named.has(word))];
  const firstGroups = first.slice(0, mostGroups).map((word) => ({
    word,
    name: groupName(page.language, word),
    people: groups.get(word)?.people ?? 0,
    parts: groups.get(word)?.parts ?? [],
  }));
  return { first: firstGroups, more: words.length - firstGroups.length };
}

/** A group's word, which a record keeps beside itself unless plan or policy names it; its number where the word was erased. */
export function groupWord({ language, words }: EvidencePage, piece: Piece, label: GroupLabel): string {
  if (typeof label === "string") return label.normalize("NFC");
  const text = words.get(piece.groupWords?.[label - 1]?.group ?? "");
  if (text?.kind === "text") return text.text.normalize("NFC");
  return language.t("evidence:groupNumber", { number: label, evidence: piece.evidence });
}

/** That not all are shown; nothing where they are. */
export const moreGroups = ({ t }: Language, { more }: PooledGroups<unknown>): string[] =>
  more === 0 ? [] : [t("evidence:moreGroups", { count: more })];

/** Where an interval lies against a floor that asks for at least so much; without a floor it is simply measured. */
export function stateAgainst(
  { lower, upper }: { readonly lower: number; readonly upper: number },
  floor: number | undefined,
): "met" | "unmet" | "unknown" {
  if (floor === undefined || lower >= floor) return "met";
  return upper < floor ? "unmet" : "unknown";
}

/** Whom the floor binds: everybody together, and each group that the policy names. */
export function floorNote(page: EvidenceFigures, measure: Measure): string[] {
  const { language, policy } = page;
  const { t, format } = language;
  const result = indicatorOf(page, measure);
  if (result?.floor === undefined) return [];
  const floor = limitText(language, measure, result.floor);
  const indicator = indicatorsOf(policy).find(({ key }) => key === result.indicator);
  const groups = (indicator?.groups ?? []).map((group) => groupName(language, group));
  return [
    groups.length === 0
      ? t("evidence:floor.all", { floor })
      : t("evidence:floor.groups", { floor, groups: format.list(groups) }),
  ];
}
