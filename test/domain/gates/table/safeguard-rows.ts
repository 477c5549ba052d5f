import { safeguardKinds } from "../../../../src/domain/safeguard-kinds/kinds.ts";
import type { SafeguardKey } from "../../../../src/domain/safeguard-kinds/kinds.ts";
import { digestOfAnswers } from "../../../../src/domain/safeguards/answers.ts";
import type { Tier } from "../../../../src/domain/words/tier.ts";
import { after, allAccepted, asking, careful, piloted, reviewing, stating } from "../../../support/safeguards.ts";
import { by, day, happened } from "../../../support/technology.ts";
import type { Happened } from "../../../support/technology.ts";
import { at } from "./row.ts";
import type { Row, RowOf } from "./row.ts";

/** Derived from the declarations: a kind has its row as soon as somebody careful has written its statement. */
export const safeguardRows: { readonly [key: string]: RowOf } = {
  ...Object.fromEntries(
    safeguardKinds.filter(({ key }) => key in careful).map(({ key }) => [key, (tier: Tier) => stated(key, tier)]),
  ),
  conformance: conforming,
};

/** Stands through day 51: the policy of its review lets it stand for thirty days. */
function stated(kind: SafeguardKey, tier: Tier): Row {
  const nothing = before(kind, tier);
  const handedIn = after(nothing, stating(nothing, kind), by("pia", 21));
  const returned = after(handedIn, reviewing(handedIn, kind, "returned"), by("ada", 21));
  const plain = asking("rollout");
  const brief = { ...plain, safeguards: { ...plain.safeguards, days: { [kind]: 30 } } };
  const facts = by("ada", 21, { policy: brief, policies: { 1: brief } });
  const stands = after(handedIn, reviewing(handedIn, kind), facts);
  return { met: at(stands, 51), unmet: at(returned, 22), unknown: at(handedIn, 22), lapsed: at(stands, 52) };
}

/** Everything that the kind rests on, without itself. */
function before(kind: SafeguardKey, tier: Tier): readonly Happened[] {
  const rests = safeguardKinds
    .map(({ key }) => key)
    .filter((key) => key !== kind && !last.includes(key) && key in careful);
  return allAccepted(piloted(tier), rests);
}

/** Nothing else rests on them. */
const last: readonly string[] = ["independent-audit", "impact-assessment", "bias"];

const answers = { standard: "city-api@1.0", evidence: ["e1"], whole: "yes" };

/** To a version that is phased out until day 100: its notice is an entry, the day alone does the rest. */
function conforming(tier: Tier): Row {
  const item = { kind: "conformance", item: "g1" } as const;
  const of = digestOfAnswers("conformance", answers);
  const handedIn = [
    ...piloted(tier),
    happened("SafeguardStated", { ...item, answers, cleared: [] }, "pia", 6),
    happened("SafeguardSubmitted", { ...item, of }, "pia", 6),
  ];
  const review = { ...item, of, text: null, until: null, ground: {}, fixes: {} } as const;
  const looked = (outcome: "accepted" | "returned") => happened("SafeguardReviewed", { ...review, outcome }, "ada", 7);
  const notice = { standard: "city-api", version: "1.0", deprecatedOn: day(10), until: day(100), successor: "2.0" };
  const moving = [...handedIn, looked("accepted"), happened("StandardMoved", notice, "system", 8)];
  return {
    met: at(moving, 100),
    unmet: at([...handedIn, looked("returned")], 22),
    unknown: at(handedIn, 22),
    lapsed: at(moving, 101),
  };
}
