import { canonicalJson } from "../words/canonical.ts";
import { sha256 } from "../words/digest.ts";
import { safeguardsOf } from "../technology/state/safeguards.ts";
import type { Safeguard } from "../technology/state/safeguards.ts";
import type { Thing } from "../technology/state/thing.ts";
import type { SafeguardKind, Shortfall } from "../safeguards/kind.ts";
import { safeguardKinds } from "../safeguard-kinds/kinds.ts";
import type { SafeguardKey } from "../safeguard-kinds/kinds.ts";
import { standingOf } from "../safeguards/standing.ts";
import type { SafeguardState, Standing } from "../safeguards/standing.ts";
import type { Condition, ConditionFinding, Dossier } from "./dossier.ts";

/** The condition of each kind: what it asks for stands, accepted by somebody independent, and nothing in it falls short. */
export const safeguardConditions = Object.fromEntries(
  safeguardKinds.map((kind: SafeguardKind) => [kind.key, conditionOf(kind)]),
) as { readonly [K in SafeguardKey]: Condition };

type Open = Exclude<SafeguardState, "in-force">;

/** The worst first: what a waiver answered for is not covered once it got worse. */
const degrees: { readonly [S in Open | "not-begun"]: number } = {
  submitted: 1,
  drafted: 2,
  "not-begun": 3,
  lapsed: 4,
  reopened: 5,
  returned: 6,
};

function conditionOf(kind: SafeguardKind): Condition {
  return (dossier) => {
    const applies = kind.applies?.(dossier.technology, dossier.today) ?? "yes";
    if (applies === "no") return answer(kind, "met", "not-needed");
    const statements = safeguardsOf(dossier.technology, kind.key);
    if (statements.length === 0) {
      const variant = applies === "unknown" ? "undecided" : "not-begun";
      return open(kind, "unknown", variant, [thing(kind.key, degrees["not-begun"])]);
    }
    return begun(kind, statements, dossier);
  };
}

/** Statements there are: the first that is not in force says why, all of them are named. */
function begun(kind: SafeguardKind, statements: readonly Safeguard[], dossier: Dossier): ConditionFinding {
  const { technology: t, policy, today } = dossier;
  const standings = statements.map((safeguard) => ({
    safeguard,
    standing: standingOf(kind, safeguard, t, policy, today),
  }));
  const waiting = standings.flatMap(({ safeguard, standing }) =>
    standing.state === "in-force"
      ? []
      : [
          {
            item: safeguard.item,
            standing,
            degree: degrees[standing.state],
            on: changedTo(kind, safeguard, standing, dossier),
          },
        ],
  );
  if (waiting.length > 0) {
    const [worst] = waiting.toSorted((a, b) => b.degree - a.degree);
    if (worst === undefined) throw new Error("Something waits and nothing is the worst");
    const things = waiting.map(({ item, degree, on }) => thing(`${kind.key}/${item}${on}`, degree));
    return open(kind, statusOf(worst.standing.state), variantOf(worst.standing), things, paramsOf(kind, worst));
  }
  const shortfalls = kind.shortfalls?.(statements, { technology: t, policy, today }) ?? [];
  if (shortfalls.length > 0) return short(kind, shortfalls);
  return answer(kind, "met", "met", { ...kind.recorded?.of(statements, policy), count: statements.length });
}

/** Whoever waives a change of what it rests on, or the loss of a piece, waives that one: the next is another. */
function changedTo(
  kind: SafeguardKind,
  { answers }: Safeguard,
  { reopenedBy }: Standing,
  { technology, policy }: Dossier,
): string {
  if (reopenedBy?.why === "evidence") return `/${reopenedBy.pieces.toSorted().join("+")}`;
  if (reopenedBy?.why !== "ground" || kind.ground === undefined) return "";
  return `/${sha256(canonicalJson(kind.ground(technology, answers, policy)))}`;
}

/** What nobody has looked at is unknown; what was looked at and does not stand is unmet. */
const statusOf = (state: SafeguardState): "unmet" | "unknown" =>
  state === "drafted" || state === "submitted" ? "unknown" : "unmet";

function variantOf({ state, edited, unanswered, reopenedBy }: Standing): string {
  if (state === "drafted") return edited ? "edited" : unanswered.length > 0 ? "unanswered" : "drafted";
  if (state === "reopened") return `reopened-${reopenedBy?.why ?? "person"}`;
  return state;
}

function paramsOf(
  kind: SafeguardKind,
  { item, standing }: { readonly item: string; readonly standing: Standing },
): ConditionFinding["reason"]["params"] {
  const { unanswered, until, reopenedBy } = standing;
  return {
    ...(kind.many !== undefined && { item }),
    ...(unanswered.length > 0 && { count: unanswered.length }),
    ...(standing.state === "lapsed" && { until }),
    ...(reopenedBy?.why === "ground" && { changed: reopenedBy.changed.map((name) => `${kind.key}.${name}`) }),
    ...(reopenedBy?.why === "evidence" && { pieces: reopenedBy.pieces }),
  };
}

function short(kind: SafeguardKind, shortfalls: readonly Shortfall[]): ConditionFinding {
  const [first] = shortfalls;
  if (first === undefined) throw new Error("Nothing falls short");
  const due = shortfalls.flatMap(({ due }) => due ?? []).toSorted()[0] ?? null;
  return {
    status: shortfalls.every(({ unknown }) => unknown === true) ? "unknown" : "unmet",
    reason: { code: `conditions:${kind.key}.${first.code}`, params: { ...first.params, more: shortfalls.length - 1 } },
    names: shortfalls.map(({ id, at }) => thing(`${kind.key}/${id}`, at)),
    remedy: remedy(kind),
    owner: kind.statedBy[0],
    due,
  };
}

/** Sentences of the life are the same for every kind, which they name: `conditions:safeguard.<variant>`. */
function answer(
  kind: SafeguardKind,
  status: ConditionFinding["status"],
  variant: string,
  params: ConditionFinding["reason"]["params"] = {},
): ConditionFinding {
  return {
    status,
    reason: { code: `conditions:safeguard.${variant}`, params: { safeguard: kind.key, ...params } },
    names: [],
    remedy: null,
    owner: kind.statedBy[0],
    due: null,
  };
}

const open = (
  kind: SafeguardKind,
  status: "unmet" | "unknown",
  variant: string,
  names: readonly Thing[],
  params: ConditionFinding["reason"]["params"] = {},
): ConditionFinding => ({
  ...answer(kind, status, variant, params),
  names,
  remedy: variant === "submitted" ? { code: "conditions:safeguard.review", params: {} } : remedy(kind),
  owner: variant === "submitted" ? kind.reviewedBy[0] : kind.statedBy[0],
});

const remedy = ({ key }: SafeguardKind): ConditionFinding["remedy"] => ({
  code: `conditions:${key}.remedy`,
  params: {},
});

const thing = (id: string, at?: number): Thing => ({ kind: "safeguard", id, ...(at !== undefined && { at }) });
