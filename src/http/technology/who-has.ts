import type { GateView } from "../../application/gate.ts";
import type { Identities } from "../../authority/identities.ts";
import { countedIn } from "../../domain/technology/gate/ballot.ts";
import type { Role } from "../../domain/people/roles.ts";
import { adviceOn } from "../say/condition-advice.ts";
import type { People } from "../../projections/people.ts";
import type { OpenWork } from "../../projections/work/types.ts";
import type { TechnologyPage } from "../technology-page.ts";

/** Of a role that more people hold nobody is named: they are a role. */
const mostNamed = 8;

type House = { readonly people: Identities; readonly services: { readonly views: { readonly people: People } } };

/** Whom the most urgent thing waits for: people by name, of a role those who may do it, evaluators by their letters. */
export async function whoHas(
  page: TechnologyPage,
  { people, services }: House,
  gate: GateView | null,
  waiting: readonly OpenWork[],
): Promise<string> {
  const [first] = waiting;
  if (first === undefined) return "";
  const { t, format } = page.language;
  const owing = first.kind === "vote" && gate !== null ? owingBefore(gate) : [];
  if (owing.length > 0) return owingText(page, people, owing);
  if (first.role !== null) {
    const votes = first.kind === "vote" && gate !== null ? countedIn(gate.votes) : null;
    const ids = fewHolding(services.views.people, first.role, [
      ...first.excluded,
      ...(votes ?? []).map(({ person }) => person),
    ]);
    const who =
      votes === null || gate === null
        ? t(`technology:who.${first.role}`)
        : t("technology:who.votes", { count: Math.max(0, gate.quorum - votes.length) });
    if (ids.length === 0 || ids.length > mostNamed) return who;
    const names = await people.names(ids);
    const named = ids.map((id) => names.get(id) ?? t("technology:unknownPerson"));
    return t("technology:who.named", { who, names: format.list(named) });
  }
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

/** Whose turn it is before the vote: approvers vote on what still lacks something, and it is not theirs to bring. */
function owingBefore({ conditions, state }: GateView): readonly Role[] {
  const roles = conditions
    .filter(({ status }) => status === "unmet" || status === "unknown")
    .flatMap((condition) => adviceOn(state, condition)?.role ?? []);
  return inTurn.filter((role) => roles.includes(role));
}

const inTurn: readonly Role[] = ["planner", "evaluator"];

/** "Planner: Lin Mei; Evaluators": evaluators are known by their letters, and not by name. */
async function owingText(
  { language, row }: TechnologyPage,
  people: Identities,
  roles: readonly Role[],
): Promise<string> {
  const { t } = language;
  const proposer = (await people.names([row.proposer])).get(row.proposer);
  const texts = roles.map((role) => {
    const who = t(`technology:who.${role}`);
    return role === "planner" && proposer !== undefined ? t("technology:who.named", { who, names: proposer }) : who;
  });
  return texts.join(t("common:semicolon"));
}

/** Those left of a role, where they may be few enough to be named: of thousands nobody looks at each. */
function fewHolding(people: People, role: Role, excluded: readonly string[]): readonly string[] {
  const holding = people.holding(role);
  if (holding.length - excluded.length > mostNamed) return [];
  return holding.flatMap(({ id }) => (excluded.includes(id) ? [] : [id]));
}

/** Declaring an interest and scoring is one thing to those who wait for it. */
function isWith(first: OpenWork, kind: OpenWork["kind"], due: OpenWork["due"]): boolean {
  const scores = (of: OpenWork["kind"]): boolean => of === "declare" || of === "score";
  return (kind === first.kind || (scores(kind) && scores(first.kind))) && due === first.due;
}

const letterOf = ({ technology, row }: TechnologyPage, id: string | null): string | undefined =>
  id === row.proposer ? undefined : technology.evaluation?.evaluators.find(({ person }) => person === id)?.letter;
