import { describe, expect, it } from "vitest";
import { findingOf } from "../../../src/domain/gates/dossier-of.ts";
import type { PersonFacts } from "../../../src/domain/people/facts.ts";
import type { Role } from "../../../src/domain/people/roles.ts";
import type { SafeguardKey } from "../../../src/domain/safeguard-kinds/kinds.ts";
import type { SafeguardAnswers } from "../../../src/domain/technology/state/safeguards.ts";
import {
  accepted,
  after,
  allAccepted,
  asking,
  careful,
  carefully,
  itemOf,
  piloted,
  reviewing,
  stating,
} from "../../support/safeguards.ts";
import { by, day, given, happened, people, stateAfter, text } from "../../support/technology.ts";
import type { Happened } from "../../support/technology.ts";

const says = (kind: SafeguardKey, story: readonly Happened[], n = 22): string => {
  const { status, reason } = findingOf(kind, "rollout", stateAfter(...story), asking("rollout"), { today: day(n) });
  return `${status} ${reason.code.replace("conditions:", "")}`;
};

const withPerson = (id: string, roles: readonly Role[], deputyFor: readonly string[] = []): readonly PersonFacts[] => [
  ...people.filter((one) => one.id !== id),
  { ...people[0]!, id, roles, deputyFor, department: "transport" },
];

const kind = "data-record";
const handedIn = (story = piloted()): readonly Happened[] => after(story, stating(story, kind), by("pia", 21));

describe("a review", () => {
  const review = reviewing(handedIn(), kind);

  it("is not by the deputy of an author, who holds no office of their own", () => {
    const approvers = withPerson("sven", ["approver"]);
    const deputy = [...approvers, { ...people[0]!, id: "dee", roles: [], deputyFor: ["sven"] }];
    given(...handedIn())
      .when(review, by("dee", 22, { people: deputy }))
      .thenRefused("AuthorMayNotReview");
    const ofTwo = deputy.map((one) => (one.id === "dee" ? { ...one, deputyFor: ["sven", "ada"] } : one));
    given(...handedIn())
      .when(review, by("dee", 22, { people: ofTwo }))
      .thenAccepted();
    const own = deputy.map((one) => (one.id === "dee" ? { ...one, roles: ["evaluator" as const] } : one));
    given(...handedIn())
      .when(review, by("dee", 22, { people: own }))
      .thenAccepted();
  });

  it("is not by somebody with a conflict of interest, in whichever way they declared it", () => {
    const recused = happened("PersonRecused", { person: "ada", as: "approver" }, "ada", 21);
    given(...handedIn(), recused)
      .when(review, by("ada", 22))
      .thenRefused("ConflictDeclared");
  });

  it("counts no longer once whoever gave it has a conflict, writes a part, or sponsors it", () => {
    const stands = accepted(piloted(), kind);
    expect(says(kind, stands)).toBe("met safeguard.met");
    const recused = happened("PersonRecused", { person: "ada", as: "approver" }, "ada", 22);
    expect(says(kind, [...stands, recused])).toBe("unmet safeguard.reopened-reviewer");
    const proposal = { ...stateAfter(...stands).proposal, sponsor: "ada" };
    const sponsors = happened("ProposalRevised", { proposal, changed: ["sponsor"] }, "pia", 22);
    expect(says(kind, [...stands, sponsors])).toBe("unmet safeguard.reopened-reviewer");
    const item = itemOf(stands, kind) ?? "";
    const stated = (answers: SafeguardAnswers, actor: string) =>
      happened("SafeguardStated", { kind, item, answers, cleared: [] }, actor, 22);
    const words = [stated({ promised: "no" }, "ada"), stated(carefully(kind), "pia")];
    expect(says(kind, [...stands, ...words])).toBe("unmet safeguard.reopened-reviewer");
  });

  it("of words that were changed and put back is of those words, and of none in between", () => {
    const stands = accepted(piloted(), kind);
    const item = itemOf(stands, kind) ?? "";
    const stated = (answers: SafeguardAnswers) =>
      happened("SafeguardStated", { kind, item, answers, cleared: [] }, "pia", 22);
    expect(says(kind, [...stands, stated({ promised: "no" })])).toBe("unknown safeguard.edited");
    expect(says(kind, [...stands, stated({ promised: "no" }), stated(carefully(kind))])).toBe("met safeguard.met");
  });
});

describe("evidence that a statement names", () => {
  const all = allAccepted(piloted());
  const withdrawn = happened("EvidenceWithdrawn", { evidence: "e1", reason: text("wrong") }, "pia", 22);
  const erased = happened(
    "FileErased",
    { digest: stateAfter(...all).evidence[0]?.files[0]?.digest ?? "", evidence: "e1", ground: text("court") },
    "ada",
    22,
  );

  it("reopens it once withdrawn, erased or expired, whoever accepted it and whether or not a sweep came by", () => {
    const audit = "independent-audit";
    expect(says(audit, all)).toBe("met safeguard.met");
    expect(says(audit, [...all, withdrawn])).toBe("unmet safeguard.reopened-evidence");
    expect(says(audit, [...all, erased])).toBe("unmet safeguard.reopened-evidence");
    const last = stateAfter(...all).evidence[0]?.expiresOn ?? "";
    const at = (today: string) =>
      findingOf(audit, "rollout", stateAfter(...all), asking("rollout"), { today }).reason.code;
    expect(at(last)).toBe("conditions:safeguard.met");
    expect(at("2031-01-01")).not.toBe("conditions:safeguard.met");
    expect(says("bias", [...all, withdrawn])).toBe("met safeguard.met");
  });

  it("is counted in rows too: the proof of a remedy, of a promise kept", () => {
    const proof = { severity: "minor", finding: text("f"), remedyBy: day(30), remedied: "yes", remediedOn: day(20) };
    const answers = { ...careful["independent-audit"], report: ["e2"], found: "yes" };
    const before = allAccepted(piloted(), ["algorithm-dossier", "supplier-ties"]);
    const story = accepted(before, "independent-audit", 21, {
      ...answers,
      findings: [{ ...proof, remedyProof: ["e1"] }],
    });
    expect(says("independent-audit", story)).toBe("met safeguard.met");
    expect(says("independent-audit", [...story, withdrawn])).toBe("unmet safeguard.reopened-evidence");
  });

  it("is in force when the statement is handed in, and when it is accepted", () => {
    const before = allAccepted(piloted(), ["algorithm-dossier", "supplier-ties"]);
    const gone = [...before, withdrawn];
    given(...gone)
      .when(stating(gone, "independent-audit"), by("pia", 22))
      .thenRefused("EvidenceNotInForce@report");
    const waits = [...after(before, stating(before, "independent-audit"), by("pia", 21)), withdrawn];
    given(...waits)
      .when(reviewing(waits, "independent-audit"), by("ada", 22))
      .thenRefused("EvidenceNotInForce@report");
    given(...waits)
      .when(reviewing(waits, "independent-audit", "returned"), by("ada", 22))
      .thenAccepted();
  });
});

describe("what another statement says not to be needed", () => {
  it("is needed, as far as anybody knows, once that statement has lapsed, waits anew, or lost its reviewer", () => {
    const policy = asking("rollout");
    const short = { ...policy, safeguards: { ...policy.safeguards, days: { "algorithm-dossier": 30 } } };
    const facts = { policy: short, policies: { 1: short } };
    const begun = after(piloted(), stating(piloted(), "algorithm-dossier", { decides: "no" }), by("pia", 21, facts));
    const story = after(begun, reviewing(begun, "algorithm-dossier"), by("ada", 21, facts));
    for (const other of ["independent-audit", "bias"] as const) {
      expect(says(other, story, 51)).toBe("met safeguard.not-needed");
      expect(says(other, story, 52)).toBe("unknown safeguard.undecided");
      const recused = happened("PersonRecused", { person: "ada", as: "approver" }, "ada", 22);
      expect(says(other, [...story, recused])).toBe("unknown safeguard.undecided");
      const again = after(story, stating(story, "algorithm-dossier", { decides: "no" }), by("pia", 22));
      expect(says(other, again)).toBe("unknown safeguard.undecided");
    }
  });
});

describe("an audit", () => {
  it("does not outlive the list of ties by which its independence was judged", () => {
    const all = allAccepted(piloted());
    const item = itemOf(all, "supplier-ties") ?? "";
    const dropped = after(all, { type: "DropSafeguard", item, text: text("tidy") }, by("pia", 22));
    expect(says("independent-audit", dropped)).toBe("unmet safeguard.reopened-ground");
  });

  it.each(["ＢＥＴＡ　Systems", "beta  systems ", "Beta\u200B Systems", "Beta Sys\u00ADtems"])(
    "is not by a tied organisation written %j",
    (auditor) => {
      const story = allAccepted(piloted(), ["algorithm-dossier", "supplier-ties"]);
      given(...story)
        .when(stating(story, "independent-audit", { ...careful["independent-audit"], auditor }), by("pia", 22))
        .thenRefused("AuditorTied@auditor");
    },
  );
});

describe("answers that somebody forges", () => {
  const story = piloted();
  const state = (answers: SafeguardAnswers, of: SafeguardKey = kind) =>
    given(...story).when(stating(story, of, answers, false), by("pia", 21));
  const forged = (json: string): SafeguardAnswers => JSON.parse(json) as SafeguardAnswers;

  it("hold no question under a name that every object has", () => {
    for (const name of ["__proto__", "constructor", "toString", "hasOwnProperty"])
      state(forged(`{"${name}":"yes"}`)).thenRefused(`SafeguardQuestionUnknown@${name}`);
    const [row] = careful["data-record"].sets;
    state({ sets: [{ ...row, ...(forged('{"constructor":"x"}') as object) }] }).thenRefused(
      "SafeguardQuestionUnknown@sets.0.constructor",
    );
  });

  it("are refused at their question where they have another shape than an answer has", () => {
    state(forged('{"sets":[[["deep"]]]}')).thenRefused("SafeguardQuestionUnknown@sets.0.0");
    state(forged('{"sets":["plain"]}')).thenRefused("AnswerMalformed@sets");
    state(forged('{"sets":[{"setName":{"deep":{}}}]}')).thenRefused("AnswerMalformed@sets.0.setName");
    state(forged('{"promised":{"yes":1}}')).thenRefused("AnswerMalformed@promised");
    state(forged('{"sets":[null,null]}')).thenAccepted();
  });

  it("are refused with one reason where there are too many, not with one for each", () => {
    const rows = Array.from({ length: 100_000 }, () => ({ setName: 1 }));
    state({ sets: rows }).thenRefused("TooMany@sets");
    const pieces = Array.from({ length: 100_000 }, (_, n) => `x${n}`);
    state({ ...careful["independent-audit"], report: pieces }, "independent-audit").thenRefused(
      "EvidenceUnknown@report",
    );
  });

  it("have labels of one line, which show as they are written", () => {
    const named = (setName: string) => state({ sets: [{ ...careful["data-record"].sets[0], setName }] });
    for (const name of ["two\nlines", "turned \u202Eround", "bell\u0007", "apart\u2028"])
      named(name).thenRefused("AnswerMalformed@sets.0.setName");
    named("\u200B").thenRefused("AnswerMalformed@sets.0.setName");
    named("\uD800").thenRefused("AnswerMalformed@sets.0.setName");
    named("<b>Ticket &amp; queue</b> =1+1").thenAccepted();
    named("取号数据").thenAccepted();
    named("x".repeat(121)).thenRefused("AnswerTooLong@sets.0.setName");
  });
});
