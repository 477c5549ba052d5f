import { conditionsFor } from "../../policy/conditions-for.ts";
import type { Policy } from "../../policy/policy.ts";
import type { SafeguardKind } from "../../safeguards/kind.ts";
import { safeguardKind, safeguardKinds } from "../../safeguard-kinds/kinds.ts";
import { neverReviewing } from "../../safeguards/may-not-review.ts";
import { standingOf } from "../../safeguards/standing.ts";
import type { WorkGround, WorkItem } from "../manifest/work.ts";
import { gateAhead } from "../state/gate-ahead.ts";
import { proposerOf } from "../state/people.ts";
import { safeguardsOf } from "../state/safeguards.ts";
import type { Technology } from "../state/technology.ts";

/** What the gate ahead asks for and nobody has handed in, or what was returned, has lapsed or was reopened. */
export function toState(t: Technology, { policy, today }: WorkGround): readonly WorkItem<"state-safeguard">[] {
  return askedAhead(t, policy).flatMap((kind) => {
    if (kind.applies?.(t, today) === "no") return [];
    const standing = safeguardsOf(t, kind.key);
    const begun = standing.flatMap((safeguard): WorkItem<"state-safeguard">[] => {
      const { state } = standingOf(kind, safeguard, t, policy, today);
      if (state === "in-force" || state === "submitted") return [];
      const [author = proposerOf(t)] = safeguard.authors;
      return [{ kind: "state-safeguard", person: author, subject: `${kind.key}/${safeguard.item}` }];
    });
    return standing.length > 0
      ? begun
      : [{ kind: "state-safeguard" as const, person: proposerOf(t), subject: kind.key }];
  });
}

/** Handed in: anybody with a role that reviews it, who wrote no part of it and declared no conflict. */
export function toReview(t: Technology): readonly WorkItem<"review-safeguard">[] {
  return t.safeguards.flatMap(({ kind: key, item, submitted, dropped, authors }) => {
    const kind = safeguardKind(key);
    if (kind === undefined || submitted === null || dropped !== null) return [];
    const excluded = neverReviewing(t, { authors });
    return kind.reviewedBy.map((role) => ({
      kind: "review-safeguard" as const,
      role,
      excluded,
      subject: `${key}/${item}`,
      since: submitted.at,
    }));
  });
}

/** The kinds that the gate ahead asks of this technology's tier. */
function askedAhead(t: Technology, policy: Policy): readonly SafeguardKind[] {
  const gate = gateAhead(t);
  if (gate === null) return [];
  const keys = new Set(conditionsFor(policy.gates[gate], t.tier).map(({ key }) => key));
  return safeguardKinds.filter(({ key }) => keys.has(key));
}
