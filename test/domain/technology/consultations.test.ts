import { describe, expect, it } from "vitest";
import { consultation as condition } from "../../../src/domain/gates/consultation.ts";
import { dossierOf } from "../../../src/domain/gates/dossier-of.ts";
import { defaultPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import { todosOf } from "../../../src/domain/technology/consultations/owed.ts";
import type { ConsultationTerms } from "../../../src/domain/technology/state/consultations.ts";
import {
  aPiece,
  aPlan,
  by,
  day,
  given,
  happened,
  noText,
  piloting,
  stateAfter,
  text,
} from "../../support/technology.ts";
import type { Happened } from "../../support/technology.ts";
import {
  adopted,
  consultationAnswered,
  consultationOpened,
  consultationTerms,
  contributionsCounted,
  counted,
  hearingMinuted,
  hearingTerms,
  notAdopted,
  pointAnswered,
  pointMade,
  pollCounted,
  pollTerms,
  wholeConsultation,
} from "./consultation-stories.ts";

const open = (over: Partial<ConsultationTerms> = {}) =>
  ({ type: "OpenConsultation", ...consultationTerms(over) }) as const;
const hearing = (over: Partial<ConsultationTerms> = {}) =>
  ({ type: "OpenConsultation", ...hearingTerms(over) }) as const;
const poll = (over: Partial<ConsultationTerms> = {}) => ({ type: "OpenConsultation", ...pollTerms(over) }) as const;

describe("opening a consultation", () => {
  it("fixes what is asked and what the policy asked for then, and makes an author", () => {
    given(...piloting())
      .when(open(), by("pete", 5))
      .then({
        type: "ConsultationOpened",
        payload: {
          consultation: "k1",
          ...consultationTerms(),
          owed: { policy: 1, open: 30, respond: 84, notice: 10, papers: 5 },
        },
      });
    expect(stateAfter(...piloting(), consultationOpened()).authors).toContain("pia");
  });

  it.each<[Partial<ConsultationTerms>, string]>([
    [{ title: " " }, "ConsultationTitleMissing@title"],
    [{ question: noText }, "TextMissing@question"],
    [{ channels: [] }, "ConsultationChannelsUnfit@channels"],
    [{ how: null }, "TextMissing@how"],
    [{ place: text("here") }, "ConsultationPlaceUnfit@place"],
    [{ opensOn: day(4), closesOn: day(40) }, "OpensInPast@opensOn"],
    [{ closesOn: day(33) }, "ConsultationShort@shorter"],
    [{ respondBy: day(34) }, "ResponseBeforeClose@respondBy"],
    [{ respondBy: day(34 + 85) }, "ResponseTooLate@respondBy"],
    [{ papers: [{ evidence: "e9", digest: "", name: text("plan") }] }, "ConsultationPaperUnknown@papers"],
    [{ kind: "poll" }, "PollOptionsMissing@options"],
  ])("refuses %j", (over, reason) => {
    given(...piloting())
      .when(open(over), by("pia", 5))
      .thenRefused(reason);
  });

  it("takes fewer days with a reason that everybody reads", () => {
    given(...piloting())
      .when(open({ closesOn: day(9), respondBy: day(20), shorter: text("an emergency") }), by("pia", 5))
      .thenAccepted();
  });

  it("announces a hearing ten days ahead, with its papers five days ahead", () => {
    const at = (n: number) => hearing({ closesOn: day(n), respondBy: day(n + 20) });
    given(...piloting())
      .when(at(15), by("pia", 5))
      .thenAccepted();
    given(...piloting())
      .when(at(14), by("pia", 5))
      .thenRefused("HearingNoticeShort@shorter");
    given(...piloting())
      .when(at(9), by("pia", 5))
      .thenRefused("HearingNoticeShort@shorter", "HearingPapersLate@shorter");
  });

  it("fixes the options of a poll", () => {
    const { options } = pollTerms().poll ?? { options: [] };
    given(...piloting())
      .when(poll(), by("pia", 5))
      .thenAccepted();
    given(...piloting())
      .when(poll({ poll: { options: options.slice(0, 1), way: "link", most: null } }), by("pia", 5))
      .thenRefused("PollOptionsUnfit@options", "MostOutOfRange@most");
  });

  it("is for planners of the department who judge nothing here", () => {
    given(...piloting())
      .when(open(), by("ada", 5))
      .thenRefused("RoleMissing", "ConsultationNotForYou");
  });

  it("pins its papers, documents in force alone, by their digest", () => {
    const document = happened("EvidenceAttached", aPiece(1, { kind: "document", withinMs: null }), "pia", 4);
    const load = happened("EvidenceAttached", aPiece(2), "pia", 4);
    const paper = (evidence: string) => open({ papers: [{ evidence, digest: "", name: text("the report") }] });
    const { decision } = given(...piloting(), document, load).when(paper("e1"), by("pia", 5));
    expect(decision).toMatchObject({
      events: [{ payload: { papers: [{ evidence: "e1", digest: aPiece(1).digest }] } }],
    });
    given(...piloting(), document, load)
      .when(paper("e2"), by("pia", 5))
      .thenRefused("ConsultationPaperUnknown@papers");
  });
});

describe("changing one", () => {
  const { kind: _, poll: __, ...terms } = consultationTerms();
  const amend = (over: Partial<typeof terms> = {}) =>
    ({ type: "AmendConsultation", consultation: "k1", reason: text("more time"), ...terms, ...over }) as const;

  it("keeps every version that people were shown", () => {
    given(...piloting(), consultationOpened())
      .when(amend({ closesOn: day(40) }), by("pia", 20))
      .thenAccepted();
    const amended = happened(
      "ConsultationAmended",
      { consultation: "k1", reason: text("more time"), ...consultationTerms({ closesOn: day(40) }) },
      "pia",
      20,
    );
    const [one] = stateAfter(...piloting(), consultationOpened(), amended).consultations;
    expect([one?.closesOn, one?.versions.map(({ terms: shown }) => shown.closesOn)]).toEqual([
      day(40),
      [day(34), day(40)],
    ]);
  });

  it("is over with its last day, and neither begins anew nor changes nothing", () => {
    given(...piloting(), consultationOpened())
      .when(amend({ closesOn: day(60) }), by("pia", 35))
      .thenRefused("ConsultationOver");
    given(...piloting(), consultationOpened())
      .when(amend({ opensOn: day(7), closesOn: day(40) }), by("pia", 20))
      .thenRefused("ConsultationHasBegun@opensOn");
    given(...piloting(), consultationOpened())
      .when(amend(), by("pia", 20))
      .thenRefused("NothingChanged");
  });
});

describe("points", () => {
  const answer = (point = "p1", disposition: typeof adopted = notAdopted) =>
    ({ type: "AnswerPoint", consultation: "k1", point, ...disposition }) as const;
  const running = [...piloting(), consultationOpened(), pointMade()];

  it("are answered after everybody was heard, each once or corrected", () => {
    given(...running)
      .when(answer(), by("pia", 34))
      .thenRefused("ConsultationStillOpen");
    given(...running)
      .when(answer(), by("pia", 35))
      .thenAccepted();
    given(...running, pointAnswered())
      .when(answer(), by("pia", 40))
      .thenRefused("NothingChanged");
    given(...running, pointAnswered(), consultationAnswered())
      .when(answer("p1", adopted), by("pia", 40))
      .thenAccepted();
  });

  it("are adopted with something that was changed and is on record, and not adopted with nothing", () => {
    given(...running)
      .when(answer("p1", { ...adopted, change: null }), by("pia", 35))
      .thenRefused("ChangeMissing@change");
    given(...running)
      .when(answer("p1", { ...adopted, change: { kind: "amendment", ref: "1.1", text: null } }), by("pia", 35))
      .thenRefused("ChangeUnknown@ref");
    given(...running)
      .when(answer("p1", { ...notAdopted, change: adopted.change }), by("pia", 35))
      .thenRefused("ChangeUnfit@change");
  });

  it("become parts of others, in no circle, and are answered with them", () => {
    const join = (point: string, into: string) => ({ type: "JoinPoints", consultation: "k1", point, into }) as const;
    const two = [...running, pointMade("p2")];
    given(...two)
      .when(join("p2", "p1"), by("pia", 21))
      .thenAccepted();
    given(...two)
      .when(join("p1", "p1"), by("pia", 21))
      .thenRefused("PointsNotJoinable@into");
    const joined = happened("PointsJoined", { consultation: "k1", point: "p2", into: "p1" }, "pia", 21);
    given(...two, joined)
      .when(join("p1", "p2"), by("pia", 21))
      .thenRefused("PointsNotJoinable@into");
    given(...two, joined)
      .when(answer("p2"), by("pia", 35))
      .thenRefused("PointJoinedAlready");
  });
});

describe("the answer", () => {
  const publish = { type: "AnswerConsultation", consultation: "k1", heard: text("heard"), did: text("did") } as const;

  it("comes when nothing and nobody is left without one", () => {
    const unplaced = { contributions: { k1: counted({ unplaced: 2 }) } };
    given(...piloting(), consultationOpened(), pointMade())
      .when(publish, by("pia", 35, unplaced))
      .thenRefused("ContributionsUnplaced", "PointsUnanswered");
    given(...piloting(), consultationOpened(), pointMade(), pointAnswered())
      .when(publish, by("pia", 37, { contributions: { k1: counted() } }))
      .thenAccepted();
  });

  it("needs minutes of a hearing and the count of a poll, and a point of each", () => {
    given(...piloting(), consultationOpened(hearingTerms()))
      .when(publish, by("pia", 35))
      .thenRefused("HearingNotMinuted", "PointsMissing");
    given(...piloting(), consultationOpened(pollTerms()))
      .when(publish, by("pia", 35))
      .thenRefused("PollNotCounted", "PointsMissing");
  });
});

describe("a poll", () => {
  const count = { type: "CountPoll", consultation: "k1", counts: [3, 4], leftOut: 0, digest: text("answers") } as const;

  it("is counted by nobody before its end, and once", () => {
    const system = (n: number) => ({ ...by("pia", n), actor: { id: "system", roles: [] } });
    given(...piloting(), consultationOpened(pollTerms()))
      .when(count, system(34))
      .thenRefused("ConsultationStillOpen");
    given(...piloting(), consultationOpened(pollTerms()))
      .when(count, system(35))
      .thenAccepted();
    given(...piloting(), consultationOpened(pollTerms()), pollCounted())
      .when(count, system(36))
      .thenRefused("PollCountedAlready");
    given(...piloting(), consultationOpened(pollTerms()))
      .when(count, by("pia", 35))
      .thenRefused("RoleMissing");
  });
});

describe("the condition of a gate", () => {
  const findingAt = (n: number, ...story: readonly Happened[]) =>
    condition(dossierOf("rollout", stateAfter(...story), defaultPolicy, { today: day(n) }));
  const variant = (n: number, ...story: readonly Happened[]) => {
    const { status, reason } = findingAt(n, ...piloting(), ...story);
    return `${status} ${reason.code.replace("conditions:consultation.", "")}`;
  };
  const withdrawn = happened("ConsultationWithdrawn", { consultation: "k1", reason: text("no") }, "pia", 20);
  const hearingPoint = happened(
    "PointMade",
    { consultation: "k1", point: "p1", text: text("said"), origin: "minutes" },
    "pia",
    35,
  );

  it("says what is missing, whatever that is", () => {
    const opened = consultationOpened();
    expect(variant(20)).toBe("unmet none");
    expect(variant(20, opened)).toBe("unknown open");
    expect(variant(4, opened)).toBe("unknown ahead");
    expect(variant(36, opened, withdrawn)).toBe("unmet withdrawn");
    expect(variant(36, opened)).toBe("unmet response-owed");
    expect(variant(101, opened)).toBe("unmet overdue");
    expect(variant(36, opened, pointMade())).toBe("unmet unanswered");
    expect(variant(36, opened, contributionsCounted(counted({ unplaced: 1 })))).toBe("unmet unplaced");
    expect(variant(38, ...wholeConsultation())).toBe("met met");
    expect(variant(38, ...wholeConsultation(consultationTerms({ channels: ["page"] })))).toBe("unmet only-online");
    expect(variant(36, consultationOpened(hearingTerms()))).toBe("unmet no-minutes");
    expect(variant(36, consultationOpened(hearingTerms()), hearingMinuted(true))).toBe("unmet nobody-represented");
    expect(variant(36, consultationOpened(pollTerms()))).toBe("unmet uncounted");
    expect(variant(36, consultationOpened(pollTerms()), pollCounted())).toBe("unmet no-points");
  });

  it("is met by a hearing whose every point is answered, and by no poll alone", () => {
    const heard = [consultationOpened(hearingTerms()), hearingMinuted(), hearingPoint, pointAnswered()];
    expect(variant(38, ...heard, consultationAnswered())).toBe("met met");
    expect(variant(38, consultationOpened(pollTerms()), pollCounted(), consultationAnswered())).toBe("unmet no-points");
  });

  it("counts none that was opened after the vote", () => {
    const [opened = consultationOpened(), ...rest] = wholeConsultation();
    const ballot = {
      gate: "completion",
      option: "abstain",
      reason: text("r"),
      ground: "g",
      onBehalfOf: null,
      lessons: null,
    } as const;
    const vote = happened("VoteCast", ballot, "ada", 4);
    const at = condition(
      dossierOf("completion", stateAfter(...piloting(), vote, opened, ...rest), defaultPolicy, { today: day(38) }),
    );
    expect(at.reason.code).toBe("conditions:consultation.void");
  });

  it("asks again once the plan was changed, where the policy says so", () => {
    const amended = happened(
      "PilotPlanAmended",
      { plan: aPlan({ days: 40 }), changed: ["days"], reason: text("longer"), afterData: false },
      "pia",
      38,
    );
    expect(variant(39, ...wholeConsultation(), amended)).toBe("unmet older");
  });
});

it("asks for what can be done next, and for nothing once it is answered", () => {
  const todo = (n: number, ...story: readonly Happened[]) => {
    const [one] = stateAfter(...piloting(), ...story).consultations;
    return one === undefined ? [] : todosOf(one, day(n));
  };
  const opened = consultationOpened();
  expect(todo(20, opened)).toEqual([]);
  expect(todo(35, opened)).toEqual(["answer-consultation"]);
  expect(todo(35, opened, pointMade(), contributionsCounted(counted({ unplaced: 1 })))).toEqual([
    "place-contributions",
    "answer-points",
  ]);
  expect(todo(35, consultationOpened(hearingTerms()))).toEqual(["minute-hearing"]);
  expect(todo(38, ...wholeConsultation())).toEqual([]);
});
