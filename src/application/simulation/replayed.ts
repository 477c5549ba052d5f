import { forTier } from "../../domain/policy/for-tier.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { IndicatorState, Outcome } from "../../domain/scoring/verdict-types.ts";
import { contextOf } from "../../domain/technology/pilot/looks.ts";
import type { Instant } from "../../domain/words/text.ts";
import { inWorker } from "../beside/in-worker.ts";
import type { Services } from "../services.ts";

/** A recorded look under another policy. */
export interface ReplayedLook {
  readonly position: number;
  readonly technology: string;
  readonly at: Instant;
  readonly look: number;
  readonly of: number;
  readonly recorded: Outcome;
  /** Null: what the look saw was taken away since. */
  readonly then: Outcome | null;
  /** Indicators and criteria whose state is another one. */
  readonly changed: readonly {
    readonly id: string;
    readonly from: IndicatorState | null;
    readonly to: IndicatorState;
  }[];
  /** Whether another reason decides, with every state the same: the score itself. */
  readonly score: boolean;
}

export interface ReplayedPage {
  readonly looks: readonly ReplayedLook[];
  /** `before` of the page that follows; null: these were the oldest. */
  readonly next: number | null;
}

type Parts = Pick<Services, "views" | "ledger">;

/**
 * Every recorded look's verdict from the statistics that it saw, under a policy that was not its own, the newest first. By
 * today's methods, in a thread of its own; plans keep the floors and exclusions that they fixed.
 */
export async function replayLooks(
  { views, ledger }: Parts,
  policy: Policy,
  { before, limit }: { readonly before: number | null; readonly limit: number },
): Promise<ReplayedPage> {
  const events = await ledger.find({ types: ["LookTaken"], ...(before !== null && { before }), limit: limit + 1 });
  const looks: ReplayedLook[] = [];
  for (const { position, stream } of events.slice(0, limit)) {
    const look = await replayed(views, policy, stream.replace(/^technology-/, ""), position);
    if (look !== null) looks.push(look);
  }
  return { looks, next: events.length > limit ? (events[limit - 1]?.position ?? null) : null };
}

async function replayed(
  views: Parts["views"],
  policy: Policy,
  technology: string,
  position: number,
): Promise<ReplayedLook | null> {
  const [before, after] = await Promise.all([
    views.technologyState(technology, { asOf: position - 1 }),
    views.technologyState(technology, { asOf: position }),
  ]);
  const look = after?.looks.find((look) => look.position === position);
  if (before === null || look === undefined) return null;
  const { at, of, verdict } = look;
  const head = { position, technology, at, look: look.look, of, recorded: verdict.outcome };
  const context = contextOf(before, look, forTier(policy, before.tier));
  if (context === null) return { ...head, then: null, changed: [], score: false };
  const then = await inWorker<"verdict">({ kind: "verdict", context });
  const states = (of: typeof then): Map<string, IndicatorState> =>
    new Map([...of.indicators, ...of.criteria].map(({ id, state }) => [id, state]));
  const was = states(verdict);
  const changed = [...states(then)].flatMap(([id, to]) => {
    const from = was.get(id) ?? null;
    return from === to ? [] : [{ id, from, to }];
  });
  return { ...head, then: then.outcome, changed, score: changed.length === 0 && then.outcome !== verdict.outcome };
}
