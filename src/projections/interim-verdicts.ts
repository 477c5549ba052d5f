import { createHash } from "node:crypto";
import type { Policy } from "../domain/policy/policy.ts";
import type { ScoringContext } from "../domain/scoring/context.ts";
import { verdictOf } from "../domain/scoring/sensitivity-evidence.ts";
import type { Verdict } from "../domain/scoring/verdict-types.ts";
import { measureContext } from "../domain/technology/looks/look-context.ts";
import { ofPilot } from "../domain/technology/state/in-force.ts";
import type { Technology } from "../domain/technology/state/technology.ts";
import type { Day } from "../domain/words/text.ts";
import { createBounded } from "./bounded.ts";
import { onceBeside } from "../domain/words/once-beside.ts";

/**
 * What the evidence says on a day, for pages and lists that mark it "not for decision". It simulates, which takes tens of
 * milliseconds: kept by everything that it is a function of, so that what is kept is never stale, and dropped when
 * others were asked for more lately.
 */
export interface InterimVerdicts {
  /** Kept, or worked out beside everybody's pages; whoever asks meanwhile waits for the same work. Null: no plan. */
  ready(t: Technology, policy: Policy, today: Day): Promise<Verdict | null>;
  /** The same for a list, which shows none without evidence; at once, so that what is not ready holds everybody up. */
  listed(t: Technology, policy: Policy, today: Day): Verdict | null;
  /** Makes what a list will ask for ready; what goes wrong is left to whoever then asks. */
  prepare(t: Technology, policy: Policy, today: Day): Promise<void>;
  /**
   * From here on lists ask for none: whoever lives through many days at once wants only the last, and has the read models
   * made again then.
   *
   * @returns ends it
   */
  pause(): () => void;
}

/** About a thousand verdicts. */
const mostBytes = 16 * 1024 * 1024;

/** @param beside works a verdict out where nobody waits for it */
export function interimVerdicts(
  beside: (context: ScoringContext) => Promise<Verdict> = (context) => Promise.resolve(verdictOf(context)),
  most = mostBytes,
): InterimVerdicts {
  const verdicts = createBounded<Verdict>(most, most);
  const underWay = new Map<string, Promise<Verdict>>();
  let isPaused = false;
  const isListed = (t: Technology): boolean => !isPaused && hasData(t);

  function keep(key: string, verdict: Verdict): Verdict {
    verdicts.keep(key, verdict, sizeOf(verdict));
    return verdict;
  }

  async function workedOut(key: string, context: ScoringContext): Promise<Verdict> {
    const known = underWay.get(key);
    if (known !== undefined) return known;
    const work = beside(context).then((verdict) => keep(key, verdict));
    underWay.set(key, work);
    try {
      return await work;
    } finally {
      underWay.delete(key);
    }
  }

  async function ready(t: Technology, policy: Policy, today: Day): Promise<Verdict | null> {
    const ask = askedOf(t, policy, today);
    return ask === null ? null : (verdicts.find(ask.key) ?? workedOut(ask.key, ask.context));
  }

  return {
    ready,
    listed: (t, policy, today) => {
      const ask = isListed(t) ? askedOf(t, policy, today) : null;
      return ask === null ? null : (verdicts.find(ask.key) ?? keep(ask.key, verdictOf(ask.context)));
    },
    prepare: async (t, policy, today) => {
      if (isListed(t)) await ready(t, policy, today).catch(() => null);
    },
    pause: () => {
      isPaused = true;
      return () => {
        isPaused = false;
      };
    },
  };
}

const hasData = (t: Technology): boolean =>
  (t.stage === "piloting" || t.stage === "evaluating") &&
  ofPilot(t).some(({ kind, state }) => kind !== "document" && state === "in-force");

/** Objects weigh some three times their text. */
const sizeOf = (verdict: Verdict): number => 3 * JSON.stringify(verdict).length;

interface Ask {
  readonly policy: Policy;
  readonly today: Day;
  readonly context: ScoringContext;
  readonly key: string;
}

/** Beside each state, for the policy and day asked for last: a page asks again and again. */
const asks = new WeakMap<Technology, Ask>();

/** Null: no plan. */
function askedOf(t: Technology, policy: Policy, today: Day): Ask | null {
  const known = asks.get(t);
  if (known?.policy === policy && known.today === today) return known;
  const context = measureContext(t, policy, today);
  if (context === null) return null;
  const ask = { policy, today, context, key: keyOf(context) };
  asks.set(t, ask);
  return ask;
}

/** A verdict is a function of its context and of nothing else: whatever of it differs makes another key. */
function keyOf({ policy, plan, pieces, baseline, ...rest }: ScoringContext): string {
  const parts = [fingerprintOf(policy), fingerprintOf(plan), pieces.map(fingerprintOf), baseline.map(fingerprintOf)];
  return digestOf(JSON.stringify([...parts, rest]));
}

/** Policies, plans and pieces are replaced and never changed: the digest of each is taken once. */
const fingerprintOf = onceBeside((part: object) => digestOf(JSON.stringify(part)));

const digestOf = (text: string): string => createHash("sha256").update(text, "utf8").digest("base64");
