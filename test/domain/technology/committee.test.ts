import { describe, expect, it } from "vitest";
import { findingOf } from "../../../src/domain/gates/dossier-of.ts";
import { committee as chapter } from "../../../src/domain/technology/committee/chapter.ts";
import { eligibleMembers } from "../../../src/domain/technology/committee/may-advise.ts";
import { opinionsLate } from "../../../src/domain/technology/committee/warnings.ts";
import { toDo } from "../../../src/domain/technology/committee/work.ts";
import { mayRead } from "../../../src/domain/technology/may-read.ts";
import { openActions } from "../../../src/domain/technology/open-actions.ts";
import type { Facts } from "../../../src/domain/technology/state/facts.ts";
import { shownToExperts } from "../../../src/domain/technology/state/opinion-ground.ts";
import { mayAuthor, mayDecide, mayEvaluate } from "../../../src/domain/technology/state/people.ts";
import { isOn } from "../../../src/domain/technology/warnings.ts";
import type { Happened } from "../../support/technology.ts";
import {
  aPiece,
  assigned,
  day,
  decided,
  digest,
  evaluating,
  given,
  happened,
  noText,
  text,
} from "../../support/technology.ts";
import {
  answered,
  as,
  asking,
  everyone,
  experts,
  given as gave,
  invited,
  noInterest,
  panel,
  seats,
  stateOf,
} from "./committee-stories.ts";

const invite = (members: readonly string[], deadline = day(44)) =>
  ({ type: "InviteCommittee", members, deadline, question: null }) as const;

const opinion = (story: readonly Happened[], over: object = {}) =>
  ({
    type: "GiveOpinion",
    opinion: "for",
    reasons: text("sound"),
    conditions: [],
    shown: shownToExperts(stateOf(story)),
    ...over,
  }) as const;

describe("who is asked for an opinion", () => {
  const asks = (members: readonly string[], facts: Facts = as("ada"), story = evaluating()) =>
    given(...story).when(invite(members), facts);

  it("are members whose term covers today, with what the committee's record says of them", () => {
    asks(["gail", "hugo", "ines"]).then({
      type: "CommitteeInvited",
      payload: {
        panel: "p1",
        members: ["gail", "hugo", "ines"].map((person) => ({
          person,
          field: "networks",
          organisation: { kind: "outside", name: "University" },
          from: day(0),
          until: day(300),
        })),
        deadline: day(44),
        question: null,
      },
    });
  });

  it.each([
    ["nobody from the department that proposes", "theo", ["ProposerMayNotAdvise@members"]],
    ["no author", "pia", ["AuthorMayNotAdvise@members", "ProposerMayNotAdvise@members"]],
    ["nobody who decides", "ada", ["DeciderMayNotAdvise@members", "ProposerMayNotAdvise@members"]],
    ["nobody without a seat", "dora", ["NoSeatToday@members", "ProposerMayNotAdvise@members"]],
    ["nobody who is not there", "nobody", ["PersonDisabled@members"]],
  ])("are %s", (_, member, codes) => {
    asks(["gail", "hugo", member]).thenRefused(...codes);
  });

  it("are nobody who scores it, and nobody whose organisation is the department that proposes", () => {
    const own = seats.map((seat) =>
      seat.person === "ines" ? { ...seat, organisation: { kind: "department", department: "health" } as const } : seat,
    );
    asks(["gail", "hugo", "eva"], as("ada"), assigned()).thenRefused(
      "EvaluatorMayNotAdvise@members",
      "ProposerMayNotAdvise@members",
    );
    asks(["gail", "hugo", "ines"], as("ada", 34, { seats: own })).thenRefused("ProposerMayNotAdvise@members");
  });

  it("are nobody whose term is over or was ended", () => {
    const over = seats.map((seat) => (seat.person === "ines" ? { ...seat, until: day(33) } : seat));
    const ended = seats.map((seat) => (seat.person === "ines" ? { ...seat, endedOn: day(34) } : seat));
    asks(["gail", "hugo", "ines"], as("ada", 34, { seats: over })).thenRefused("NoSeatToday@members");
    asks(["gail", "hugo", "ines"], as("ada", 34, { seats: ended })).thenRefused("NoSeatToday@members");
  });

  it("are an odd number, and as many as the policy asks of the tier", () => {
    asks(["gail", "hugo"]).thenRefused("TooFewMembers@members", "MembersNotOdd@members");
    asks(["gail", "hugo", "ines", "jon"]).thenRefused("MembersNotOdd@members");
    asks(["gail", "gail", "hugo"]).thenRefused("MemberRepeated@members");
    asks([]).thenRefused("MembersMissing@members");
  });

  it("are asked by an approver who may decide here, by a day that is neither past nor too far", () => {
    const members = ["gail", "hugo", "ines"];
    asks(members, as("pete")).thenRefused("RoleMissing");
    given(...evaluating())
      .when(invite(members, day(33)), as("ada"))
      .thenRefused("DayIsPast@deadline");
    given(...evaluating())
      .when(invite(members, day(95)), as("ada"))
      .thenRefused("DeadlineTooFar@deadline");
    given(...evaluating())
      .when(invite(members, day(94)), as("ada"))
      .thenAccepted();
  });

  it("cannot be more once there is an opinion, so that nobody asks until it fits", () => {
    const story = panel(["gail", "against"], ["hugo", "against"], ["ines", "silent"]);
    given(...story)
      .when(invite(["jon", "kim"]), as("ada", 37))
      .thenRefused("PanelFull@members");
    const before = [...evaluating(), invited("gail", "hugo", "ines")];
    given(...before)
      .when(invite(["jon", "kim"]), as("ada", 37))
      .thenAccepted();
  });

  it("may take the places of those who recused themselves or cannot answer any more", () => {
    const story = panel(["gail", "against"], ["hugo", "conflict"], ["ines", "silent"]);
    given(...story)
      .when(invite(["jon"]), as("ada", 37))
      .thenAccepted();
    const gone = as("ada", 37, { people: everyone.filter(({ id }) => id !== "ines") });
    given(...story)
      .when(invite(["jon", "kim"]), gone)
      .thenAccepted();
  });

  it("get another day, never an earlier one while it runs", () => {
    const story = [...evaluating(), invited("gail", "hugo", "ines")];
    given(...story)
      .when(invite([], day(50)), as("ada"))
      .thenAccepted();
    given(...story)
      .when(invite([], day(40)), as("ada"))
      .thenRefused("DeadlineShortened@deadline");
    given(...story)
      .when(invite([]), as("ada"))
      .thenRefused("NothingChanged@deadline");
  });

  it("are those whom the form offers", () => {
    expect(eligibleMembers(stateOf(evaluating()), as("ada"))).toEqual([...experts]);
  });
});

describe("an expert on a technology", () => {
  const state = stateOf([...evaluating(), invited("gail", "hugo", "ines")]);

  it("never proposes, scores or decides it, recused or not", () => {
    const people = everyone.map((one) =>
      one.id === "gail" ? { ...one, roles: ["evaluator", "approver"] as const } : one,
    );
    const facts = as("gail", 35, { people });
    expect(mayAuthor(state, "gail").map(({ code }) => code)).toEqual(["ExpertMayNotAuthor"]);
    expect(mayEvaluate(state, "gail", facts).map(({ code }) => code)).toEqual(["ExpertMayNotEvaluate"]);
    expect(mayDecide(state, "gail", facts).map(({ code }) => code)).toEqual(["ExpertMayNotDecide"]);
  });

  it("reads all about it without any role, and nothing once they are in conflict or where they were not asked", () => {
    const after = stateOf([...evaluating(), invited("gail", "hugo", "ines"), noInterest("gail", true)]);
    expect(mayRead(state, { id: "gail" }, as("gail")).all).toBe(true);
    expect(mayRead(state, { id: "jon" }, as("jon")).all).toBe(false);
    expect(mayRead(after, { id: "gail" }, as("gail")).all).toBe(false);
    const disabled = as("gail", 35, { people: everyone.filter(({ id }) => id !== "gail") });
    expect(mayRead(state, { id: "gail" }, disabled).all).toBe(false);
  });

  it("is offered what they may do, and nobody else is", () => {
    const open = (id: string) => openActions(state, { id, roles: [] }, as(id, 35));
    expect(open("gail")).toEqual(["DeclareCommitteeInterest", "GiveOpinion"]);
    expect(open("jon")).toEqual([]);
  });
});

describe("an opinion", () => {
  const story = [...evaluating(), invited("gail", "hugo", "ines"), noInterest("gail")];

  it("is given by a member who was asked and declared no interest, on what they were shown", () => {
    given(...story)
      .when(opinion(story), as("gail", 36))
      .then({
        type: "OpinionGiven",
        payload: {
          panel: "p1",
          opinion: "for",
          reasons: text("sound"),
          conditions: [],
          shown: shownToExperts(stateOf(story)),
        },
      });
    given(...story)
      .when(opinion(story), as("hugo", 36))
      .thenRefused("InterestUndeclared");
    given(...story)
      .when(opinion(story), as("jon", 36))
      .thenRefused("NotAskedToAdvise");
    given(...story)
      .when(opinion(story), as("pete", 36))
      .thenRefused("RoleMissing", "NotAskedToAdvise");
    given(...story)
      .when(opinion(story, { shown: digest("other") }), as("gail", 36))
      .thenRefused("StateChanged@shown");
    given(...story)
      .when(opinion(story, { reasons: noText }), as("gail", 36))
      .thenRefused("TextMissing@reasons");
  });

  it("is not taken from a member who moved to the proposing department, lost the seat or has a conflict", () => {
    const moved = everyone.map((one) => (one.id === "gail" ? { ...one, department: "health" } : one));
    const unseated = seats.map((seat) => (seat.person === "gail" ? { ...seat, endedOn: day(36) } : seat));
    const conflicted = [...story, noInterest("gail", true)];
    given(...story)
      .when(opinion(story), as("gail", 36, { people: moved }))
      .thenRefused("ProposerMayNotAdvise");
    given(...story)
      .when(opinion(story), as("gail", 36, { seats: unseated }))
      .thenRefused("NoSeatToday");
    given(...conflicted)
      .when(opinion(conflicted), as("gail", 36))
      .thenRefused("ConflictDeclared");
  });

  it("is not taken once the member's term ran out, though the deadline is ahead; somebody else may take the place", () => {
    const brief = seats.map((seat) => (seat.person === "gail" ? { ...seat, until: day(40) } : seat));
    const on = (n: number) => given(...story).when(opinion(story), as("gail", n, { seats: brief }));
    on(40).thenAccepted();
    on(41).thenRefused("NoSeatToday");
    const another = (n: number) => given(...story).when(invite(["lea"]), as("ada", n, { seats: brief })).decision.kind;
    expect([another(40), another(41)]).toEqual(["rejected", "accepted"]);
    const renewed = [...brief, { ...brief[0]!, from: day(41), until: day(300) }];
    given(...story)
      .when(opinion(story), as("gail", 41, { seats: renewed }))
      .thenAccepted();
  });

  it("names conditions where it is for with conditions, and nowhere else", () => {
    const withConditions = (how: string, ...texts: readonly string[]) =>
      given(...story).when(
        opinion(story, { opinion: how, conditions: texts.map((word) => ({ text: text(word) })) }),
        as("gail", 36),
      );
    withConditions("for-with-conditions").thenRefused("ConditionsMissing@conditions");
    withConditions("against", "x").thenRefused("ConditionsNotAsked@conditions");
    withConditions("for-with-conditions", "x", "y").thenAccepted();
    const blank = opinion(story, { opinion: "for-with-conditions", conditions: [{ text: noText }] });
    given(...story)
      .when(blank, as("gail", 36))
      .thenRefused("TextMissing@conditions.0.text");
  });

  it("may be changed through the deadline and not after it; a condition that stays keeps its name and its answer", () => {
    const first = [...story, gave(story, "gail", "for-with-conditions", ["k1", "k2"]), answered("k2")];
    const again = opinion(first, {
      opinion: "for-with-conditions",
      conditions: [{ text: text("k2") }, { text: text("new") }],
    });
    given(...first)
      .when(again, as("gail", 44))
      .then({
        type: "OpinionGiven",
        payload: {
          panel: "p1",
          opinion: "for-with-conditions",
          reasons: text("sound"),
          conditions: [
            { condition: "k2", text: text("k2") },
            { condition: "k3", text: text("new") },
          ],
          shown: again.shown,
        },
      });
    given(...first)
      .when(again, as("gail", 45))
      .thenRefused("OpinionsClosed");
  });

  it("comes after an interest that is declared once; a conflict may show later", () => {
    const declare = (conflict: boolean, why = text("kin")) =>
      given(...story).when({ type: "DeclareCommitteeInterest", conflict, text: conflict ? why : null }, as("gail", 36));
    declare(false).thenRefused("InterestDeclaredAlready@conflict");
    declare(true, noText).thenRefused("TextMissing@text");
    declare(true).then({
      type: "CommitteeInterestDeclared",
      payload: { panel: "p1", conflict: true, text: text("kin") },
    });
  });
});

describe("the condition that the committee's opinion is for it", () => {
  const finds = (story: readonly Happened[], today = day(40)) =>
    findingOf("committee-opinion", "rollout", stateOf(story), asking, { today });
  const code = (story: readonly Happened[], today?: string) => {
    const { status, reason } = finds(story, today);
    return `${status} ${reason.code.replace("conditions:committee-opinion.", "")}`;
  };

  it("is unknown before anybody is asked", () => {
    expect(code(evaluating())).toBe("unknown none");
  });

  it.each([
    [
      "two of three needed",
      [
        ["gail", "for"],
        ["hugo", "for"],
        ["ines", "silent"],
      ],
      "unknown awaited",
    ],
    [
      "all for it",
      [
        ["gail", "for"],
        ["hugo", "for"],
        ["ines", "for"],
      ],
      "met met",
    ],
    [
      "a majority for it",
      [
        ["gail", "for"],
        ["hugo", "for"],
        ["ines", "against"],
      ],
      "met split",
    ],
    [
      "a majority against it",
      [
        ["gail", "for"],
        ["hugo", "against"],
        ["ines", "against"],
      ],
      "unmet against",
    ],
    [
      "a tie",
      [
        ["gail", "for"],
        ["hugo", "against"],
        ["ines", "for"],
        ["jon", "against"],
        ["kim", "abstain"],
      ],
      "unmet tied",
    ],
    [
      "an open condition",
      [
        ["gail", "for"],
        ["hugo", "for"],
        ["ines", "for-with-conditions", "k1"],
      ],
      "unmet unanswered",
    ],
  ] as const)("finds with %s", (_, voices, found) => {
    expect(code(panel(...voices))).toBe(found);
  });

  it("counts neither an abstention nor a recusal for the quorum, which neither lowers", () => {
    expect(code(panel(["gail", "for"], ["hugo", "for"], ["ines", "abstain"]))).toBe("unknown awaited");
    expect(code(panel(["gail", "for"], ["hugo", "for"], ["ines", "conflict"]))).toBe("unknown awaited");
    expect(code(panel(["gail", "abstain"], ["hugo", "abstain"], ["ines", "abstain"]))).toBe("unknown awaited");
    const five = [
      ["jon", "abstain"],
      ["kim", "conflict"],
    ] as const;
    expect(code(panel(["gail", "for"], ["hugo", "for"], ["ines", "for"], ...five))).toBe("met met");
  });

  it("is unmet once the deadline is over without enough opinions, and takes none after it", () => {
    const story = panel(["gail", "for"], ["hugo", "for"], ["ines", "silent"]);
    expect(code(story, day(44))).toBe("unknown awaited");
    expect(code(story, day(45))).toBe("unmet awaited-over");
  });

  it("is met once each condition is answered, done or not, and says which were not", () => {
    const story = panel(["gail", "for"], ["hugo", "for"], ["ines", "for-with-conditions", "k1", "k2"]);
    expect(finds([...story, answered("k1")]).names).toEqual([{ kind: "advice-condition", id: "k2", of: 1 }]);
    expect(code([...story, answered("k1"), answered("k2")])).toBe("met met");
    expect(code([...story, answered("k1"), answered("k2", false)])).toBe("met declined");
  });

  it("drops the conditions of who then declares a conflict, with the opinion", () => {
    const story = panel(["gail", "for"], ["hugo", "for"], ["ines", "for-with-conditions", "k1"]);
    expect(code([...story, noInterest("ines", true)])).toBe("unknown awaited");
    expect(finds([...story, noInterest("ines", true)]).names).toEqual([
      { kind: "advice", id: "missing", of: 1, at: 1 },
    ]);
  });

  it("does not count an opinion on a state that has changed since", () => {
    const story = panel(["gail", "for"], ["hugo", "for"], ["ines", "for"]);
    const later = [...story, happened("EvidenceAttached", aPiece(2), "pia", 38)];
    const withdrawn = [...story, happened("EvidenceWithdrawn", { evidence: "e1", reason: text("r") }, "pia", 38)];
    expect(code(later)).toBe("unknown older");
    expect(code(withdrawn, day(45))).toBe("unmet older-over");
    // What only passes with time, and what is no part of what was shown, leaves it as it is.
    expect(code([...story, happened("EvidenceExpired", { evidence: "e1" }, "system", 38)])).toBe("met met");
    expect(code([...story, happened("LessonsRecorded", { text: text("l") }, "pia", 38)])).toBe("met met");
  });

  it("looks at the members asked in this evaluation, not at those of an earlier one", () => {
    const story = panel(["gail", "for"], ["hugo", "for"], ["ines", "for"]);
    const record = { conditions: [], lessons: null };
    const returned = [
      ...story,
      happened("GateDecided", { ...record, gate: "rollout", outcome: "return", record: anyRecord }, "ada", 41),
      happened("GateDecided", { ...record, gate: "completion", outcome: "approve", record: anyRecord }, "ada", 50),
    ];
    expect(code(returned, day(51))).toBe("unknown none");
  });

  it("names opinions against by their number, so that a waiver of three does not cover four", () => {
    const story = panel(["gail", "against"], ["hugo", "against"], ["ines", "for"]);
    expect(finds(story).names).toEqual([{ kind: "advice", id: "against", of: 1, at: 2 }]);
  });
});

const anyRecord = {
  policyVersion: 1,
  position: 1,
  decidedAt: "2026-03-02T12:00:00.000Z",
  today: day(0),
  ground: digest("ground"),
  conditions: [],
  verdict: null,
  evidence: [],
  votes: [],
  dissents: [],
  quorum: 1,
  eligible: 4,
  methods: {},
};

describe("the answer to a condition of the committee", () => {
  const story = panel(["gail", "for"], ["hugo", "for"], ["ines", "for-with-conditions", "k1"]);
  const answer = (over: object = {}) =>
    ({
      type: "AnswerCommitteeCondition",
      condition: "k1",
      answer: text("done"),
      evidence: [],
      done: true,
      ...over,
    }) as const;

  it("is given by whoever may write for those who propose, and makes them an author", () => {
    given(...story)
      .when(answer(), as("pete", 38))
      .thenAccepted();
    const after = stateOf([...story, happened("CommitteeConditionAnswered", { panel: "p1", ...payload }, "pete", 38)]);
    expect(after.authors).toContain("pete");
    given(...story)
      .when(answer(), as("ada", 38))
      .thenRefused("RoleMissing");
  });

  it("names a condition that stands, says something, and rests on evidence in force", () => {
    given(...story)
      .when(answer({ condition: "k9" }), as("pia", 38))
      .thenRefused("CommitteeConditionUnknown@condition");
    given(...story)
      .when(answer({ answer: noText }), as("pia", 38))
      .thenRefused("TextMissing@answer");
    given(...story)
      .when(answer({ evidence: ["e9"] }), as("pia", 38))
      .thenRefused("EvidenceUnknown@evidence");
    given(...story)
      .when(answer({ evidence: ["e1"] }), as("pia", 38))
      .thenAccepted();
  });
});

const payload = { condition: "k1", answer: text("a"), evidence: [], done: true };

describe("the work of the committee", () => {
  const ground = (today: string) => ({
    policy: asking,
    today,
    dayOf: () => today,
    conditions: [],
    drifted: [],
    voted: [],
  });
  const work = (story: readonly Happened[], today = day(40)) =>
    toDo(stateOf(story), ground(today)).map(({ kind, person, role, subject }) =>
      [kind, person ?? role, subject].filter((part) => part !== undefined).join(" "),
    );

  it("is to ask it, then to answer, then to answer its conditions", () => {
    expect(work(evaluating())).toEqual(["invite-committee approver"]);
    expect(work(panel(["gail", "for"], ["hugo", "abstain"], ["ines", "silent"]))).toEqual(["give-opinion ines"]);
    const story = panel(["gail", "for"], ["hugo", "for"], ["ines", "for-with-conditions", "k1"]);
    expect(work(story)).toEqual(["answer-committee pia k1"]);
    expect(work([...story, answered("k1")])).toEqual([]);
  });

  it("is to fill a place as soon as so many recused themselves that the rest cannot be enough", () => {
    const short = panel(["gail", "for"], ["hugo", "conflict"], ["ines", "silent"]);
    expect(work(short)).toEqual(["invite-committee approver", "give-opinion ines"]);
    given(...short)
      .when(invite(["jon"]), as("ada", 37))
      .thenAccepted();
    const enough = panel(["gail", "for"], ["hugo", "conflict"], ["ines", "for"], ["jon", "silent"], ["kim", "silent"]);
    expect(work(enough)).toEqual(["give-opinion jon", "give-opinion kim"]);
  });

  it("is to ask again where the deadline went by, and to confirm what stands on an older state", () => {
    const story = panel(["gail", "for"], ["hugo", "for"], ["ines", "silent"]);
    expect(work(story, day(45))).toEqual(["invite-committee approver"]);
    const later = [...story, happened("EvidenceAttached", aPiece(2), "pia", 38)];
    expect(work(later)).toEqual(["give-opinion gail", "give-opinion hugo", "give-opinion ines"]);
  });

  it("has its deadline among the dates, and what it shows changes on the day after", () => {
    const t = stateOf([...evaluating(), invited("gail", "hugo", "ines")]);
    expect(chapter.dates.ahead.flatMap(({ days }) => days(t, ground(day(44))))).toEqual([
      { what: "committee", on: day(44) },
    ]);
    expect(chapter.dates.shown(t)).toEqual([day(45)]);
  });

  it("is late and warned of from the day after its deadline, with the approvers, while opinions are missing", () => {
    const late = (story: readonly Happened[], today: string) => {
      const t = stateOf(story);
      const at = { now: `${today}T12:00:00.000Z`, today };
      return {
        dates: chapter.dates.ahead.flatMap(({ days }) => days(t, ground(today))),
        warnings: opinionsLate(t, { ...ground(day(36)) }).filter((warning) => isOn(warning, at)),
      };
    };
    const story = panel(["gail", "for"], ["hugo", "for"], ["ines", "silent"]);
    expect(late(story, day(44))).toEqual({ dates: [{ what: "committee", on: day(44) }], warnings: [] });
    expect(late(story, day(45))).toMatchObject({
      dates: [{ on: day(44) }],
      warnings: [{ kind: "opinions-overdue", role: "approver", due: day(44), weight: "serious" }],
    });
    const abstained = panel(["gail", "for"], ["hugo", "for"], ["ines", "abstain"]);
    expect(late(abstained, day(45)).warnings).toHaveLength(1);
    const nothing = { dates: [], warnings: [] };
    const enough = panel(["gail", "for"], ["hugo", "for"], ["ines", "against"], ["jon", "silent"], ["kim", "silent"]);
    expect(late(enough, day(45))).toEqual(nothing);
    const again = happened(
      "CommitteeInvited",
      { panel: "p1", members: [], deadline: day(60), question: null },
      "ada",
      46,
    );
    expect(late([...story, again], day(46))).toEqual({ dates: [{ what: "committee", on: day(60) }], warnings: [] });
    expect(late([...story, decided("rollout", "return", 46)], day(47))).toEqual(nothing);
  });
});
