import type { GateView } from "../../application/gate.ts";
import type { Identities } from "../../authority/identities.ts";
import { countedIn } from "../../domain/technology/gate/ballot.ts";
import type { OpenWork } from "../../projections/work/types.ts";
import type { TechnologyPage } from "../technology-page.ts";

/** Whom the most urgent thing waits for: a role, people by name, evaluators by their letters. */
export async function whoHas(
  page: TechnologyPage,
  people: Identities,
  gate: GateView | null,
  waiting: readonly OpenWork[],
): Promise<string> {
  const [first] = waiting;
  if (first === undefined) return "";
  const { t, format } = page.language;
  if (first.kind === "vote" && gate !== null)
    return t("technology:who.votes", { count: Math.max(0, gate.quorum - countedIn(gate.votes).length) });
  if (first.role !== null) return t(`technology:who.${first.role}`);
  const together = [
    ...new Set(waiting.filter(({ kind, due }) => isWith(first, kind, due)).map(({ person }) => person)),
  ];
  const letters = together.flatMap((id) => letterOf(page, id) ?? []);
  if (letters.length > 0)
    return t("technology:who.evaluators", { count: letters.length, letters: format.list(letters) });
  const ids = together.flatMap((id) => id ?? []);
  const names = await people.names(ids);
  return format.list(ids.map((id) => names.get(id) ?? t("technology:unknownPerson")));
}

/** Declaring an interest and scoring is one thing to those who wait for it. */
function isWith(first: OpenWork, kind: OpenWork["kind"], due: OpenWork["due"]): boolean {
  const scores = (of: OpenWork["kind"]): boolean => of === "declare" || of === "score";
  return (kind === first.kind || (scores(kind) && scores(first.kind))) && due === first.due;
}

const letterOf = ({ technology, row }: TechnologyPage, id: string | null): string | undefined =>
  id === row.proposer ? undefined : technology.evaluation?.evaluators.find(({ person }) => person === id)?.letter;
