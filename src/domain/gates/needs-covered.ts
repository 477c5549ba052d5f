import { standingJudgement, unjudgedNeeds } from "../technology/state/needs.ts";
import type { Coverage, Need } from "../technology/state/needs.ts";
import type { Thing } from "../technology/state/thing.ts";
import type { Condition } from "./dossier.ts";
import { findings } from "./finding.ts";

const { met, unmet, unknown } = findings("needs-covered", "evaluator");

/** Every need that was listed before the data is judged by an evaluator, on evidence, and met. */
export const needsCovered: Condition = ({ technology: t }) => {
  if (t.needs.length === 0) return unknown("itself", "none");
  const unjudged = unjudgedNeeds(t);
  const short = t.needs.filter((need) => degreeOf(coverageOf(need)) > 0);
  if (unjudged.length > 0)
    return unknown([...things(unjudged), ...things(short)], "unjudged", { needs: ids(unjudged) });
  if (short.length > 0) return unmet(things(short), "unmet", { needs: ids(short), count: t.needs.length });
  return met("met", { count: t.needs.length });

  function coverageOf(need: Need): Coverage | null {
    return standingJudgement(t, need)?.coverage ?? null;
  }

  function things(needs: readonly Need[]): readonly Thing[] {
    return needs.map((need) => ({
      kind: "need",
      id: need.need,
      of: t.plan?.number ?? 0,
      at: coverageOf(need) === null ? unshown : degreeOf(coverageOf(need)),
    }));
  }
};

const ids = (needs: readonly Need[]): readonly string[] => needs.map(({ need }) => need);

/** Nothing is known of it: the same as not tested. */
const unshown = 2;

/** 0 met, 1 partly, 2 not tested, 3 shown not to be met. */
const degrees: { readonly [C in Coverage]: number } = { met: 0, partly: 1, "not-tested": unshown, "not-met": 3 };

const degreeOf = (coverage: Coverage | null): number => (coverage === null ? 0 : degrees[coverage]);
