import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findingOf } from "../../../src/domain/gates/dossier-of.ts";
import type { PersonFacts } from "../../../src/domain/people/facts.ts";
import { decide } from "../../../src/domain/technology/decide.ts";
import { evolve } from "../../../src/domain/technology/evolve.ts";
import { opinions, panelNow } from "../../../src/domain/technology/state/committee.ts";
import { shownToExperts } from "../../../src/domain/technology/state/opinion-ground.ts";
import { tallyOf } from "../../../src/domain/technology/state/panel-tally.ts";
import type { Technology, TechnologyCommand } from "../../../src/domain/technology/state/technology.ts";
import { assigned, day, digest, noText, someEvidence, text } from "../../support/technology.ts";
import { as, asking, everyone, experts, invited, seats, stateOf } from "./committee-stories.ts";

/** What anybody might try, whoever they are: members, those who may not be, and those with no part in it. */
const who = [...experts, "theo", "ada", "abel", "pia", "pete", "eva", "dora", "adam", "otto", "sven"] as const;

interface Move {
  readonly actor: (typeof who)[number];
  readonly kind:
    "invite" | "declare" | "opinion" | "answer" | "attach" | "withdraw" | "plan" | "move" | "unseat" | "assign";
  readonly some: readonly (typeof who)[number][];
  readonly opinion: (typeof opinions)[number];
  readonly yes: boolean;
  readonly member: (typeof experts)[number] | null;
  readonly conflict: boolean;
  readonly days: number;
}

const moves: fc.Arbitrary<readonly Move[]> = fc.array(
  fc.record({
    actor: fc.constantFrom(...who),
    kind: fc.constantFrom(
      ...Array.from({ length: 6 }, () => "declare" as const),
      ...Array.from({ length: 14 }, () => "opinion" as const),
      ...(["invite", "answer", "attach", "withdraw", "plan", "move", "unseat", "assign"] as const),
    ),
    some: fc.uniqueArray(fc.constantFrom(...who), { maxLength: 7 }),
    opinion: fc.constantFrom(...opinions),
    yes: fc.boolean(),
    // Mostly a member, where only members have anything to say.
    member: fc.constantFrom(...experts, null),
    conflict: fc.constantFrom(false, false, false, false, true),
    days: fc.constantFrom(...Array.from({ length: 40 }, () => 0), 1, 9),
  }),
  { minLength: 20, maxLength: 60 },
);

function commandOf(
  t: Technology,
  { kind, some, opinion, yes, conflict }: Move,
  today: number,
): TechnologyCommand | null {
  switch (kind) {
    case "invite":
      return { type: "InviteCommittee", members: some, deadline: day(today + 10), question: null };
    case "declare":
      return { type: "DeclareCommitteeInterest", conflict, text: text("why") };
    case "opinion":
      return {
        type: "GiveOpinion",
        opinion,
        reasons: text("reasons"),
        conditions: opinion === "for-with-conditions" ? [{ text: text("do this") }] : [],
        shown: shownToExperts(t),
      };
    case "answer":
      return {
        type: "AnswerCommitteeCondition",
        condition: "k1",
        answer: yes ? text("a") : noText,
        evidence: [],
        done: yes,
      };
    case "attach":
      return someEvidence(`more ${t.evidence.length}`);
    case "withdraw":
      return { type: "WithdrawEvidence", evidence: `e${t.evidence.length}`, reason: text("wrong") };
    case "plan":
      return { type: "PlanRollout", waves: [{ name: text("w"), reach: 10, startsOn: day(today + 30) }], guards: [] };
    case "assign":
      return { type: "AssignEvaluators", evaluators: some };
    default:
      return null;
  }
}

/** Kept beside the product's own state: whose opinion may count, by the rules as people read them. */
interface Watch {
  readonly invited: Set<string>;
  readonly conflict: Set<string>;
  readonly last: Map<string, { readonly opinion: string; readonly shown: string }>;
}

function play(sequence: readonly Move[]): void {
  let people: readonly PersonFacts[] = everyone;
  let held = seats;
  let t = stateOf([...assigned("eva", "emil"), invited("gail", "hugo", "ines", "jon", "kim")]);
  let [today, version] = [34, t.version];
  const watch: Watch = {
    invited: new Set(["gail", "hugo", "ines", "jon", "kim"]),
    conflict: new Set(),
    last: new Map(),
  };
  for (const drawn of sequence) {
    const own = ["declare", "opinion", "move", "unseat"].includes(drawn.kind) && drawn.member !== null;
    const move = { ...drawn, actor: own && drawn.member !== null ? drawn.member : drawn.actor };
    today += move.days;
    if (move.kind === "move")
      people = people.map((one) => (one.id === move.actor ? { ...one, department: move.yes ? "health" : null } : one));
    if (move.kind === "unseat")
      held = held.map((seat) => (seat.person === move.actor ? { ...seat, endedOn: day(today) } : seat));
    const command = commandOf(t, move, today);
    if (command === null) continue;
    const facts = as(move.actor, today, { people, seats: held });
    const decision = decide(t, command, facts);
    if (decision.kind === "rejected") continue;
    for (const event of decision.events) {
      const actor = people.find(({ id }) => id === move.actor);
      if (event.type === "CommitteeInvited") {
        const { members } = event.payload;
        for (const { person } of members) {
          const found = people.find(({ id }) => id === person);
          expect(found?.department, `${person} proposes`).not.toBe("health");
          expect(
            held.some((seat) => seat.person === person && seat.endedOn === null),
            `${person} holds a seat`,
          ).toBe(true);
          watch.invited.add(person);
        }
      }
      if (event.type === "CommitteeInterestDeclared" && event.payload.conflict) watch.conflict.add(move.actor);
      if (event.type === "OpinionGiven") {
        expect(actor?.department, `${move.actor} proposes`).not.toBe("health");
        expect(watch.invited.has(move.actor), `${move.actor} was asked`).toBe(true);
        expect(watch.conflict.has(move.actor), `${move.actor} has a conflict`).toBe(false);
        watch.last.set(move.actor, event.payload);
      }
      version += 1;
      t = evolve(t, { ...event, actor: move.actor, role: "member", time: facts.now, position: 10 * version, version });
    }
    check(t, watch, today);
  }
}

/** What came up at all. */
const saw = new Set<string>();

function check(t: Technology, watch: Watch, today: number): void {
  const counting = [...watch.last].filter(
    ([person, { opinion, shown }]) =>
      !watch.conflict.has(person) && opinion !== "abstain" && shown === shownToExperts(t),
  );
  const forIt = counting.filter(([, { opinion }]) => opinion !== "against").length;
  for (const [person] of counting) {
    expect(t.authors, `${person} wrote it`).not.toContain(person);
    expect(t.evaluation?.evaluators.map(({ person: id }) => id)).not.toContain(person);
  }
  if (counting.length >= 3) saw.add("enough");
  const { status } = findingOf("committee-opinion", "rollout", t, asking, { today: day(today) });
  saw.add(status);
  if (status === "met") {
    expect(counting.length).toBeGreaterThanOrEqual(asking.safeguards.committee.quorum[t.tier]);
    expect(2 * forIt).toBeGreaterThan(counting.length);
  }
  const panel = panelNow(t);
  if (panel !== null) expect(tallyOf(t, panel)).toMatchObject({ given: counting.length, for: forIt });
}

describe("whatever anybody tries, in whichever order", () => {
  it(
    "no opinion of somebody who may not advise counts, and no abstention or recusal helps",
    { timeout: 120_000 },
    () => {
      fc.assert(fc.property(moves, play), { numRuns: 400 });
    },
  );

  it("is tried often enough that the committee is for it, against it and short of opinions", () => {
    expect([...saw].toSorted()).toEqual(["enough", "met", "unknown", "unmet"]);
  });
});

describe("what an opinion is bound to", () => {
  it("is proposal, plan, evidence and the review that stands, and nothing else", () => {
    const t = stateOf(assigned());
    const other = (change: Partial<Technology>): boolean => shownToExperts({ ...t, ...change }) !== shownToExperts(t);
    expect(other({ proposal: { ...t.proposal, demand: { ...t.proposal.demand, users: 1 } } })).toBe(true);
    expect(other({ plan: null })).toBe(true);
    expect(other({ evidence: [] })).toBe(true);
    expect(other({ evidence: t.evidence.map((piece) => ({ ...piece, digest: digest("other") })) })).toBe(true);
    expect(other({ lessons: [text("l")], stage: "adopted", version: 99 })).toBe(false);
  });
});
