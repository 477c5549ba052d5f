import { describe, expect, it } from "vitest";
import type { SafeguardKey } from "../../../src/domain/safeguard-kinds/kinds.ts";
import type { SafeguardAnswers, SafeguardRow } from "../../../src/domain/technology/state/safeguards.ts";
import {
  accepted,
  allAccepted,
  careful,
  carefully,
  fairPlan,
  piloted,
  reviewing,
  stating,
  after,
} from "../../support/safeguards.ts";
import { aPiece, admitted, by, day, given, happened, text } from "../../support/technology.ts";
import type { Happened } from "../../support/technology.ts";
import { fairnessBy, outcomes } from "../scoring/optional.ts";
import { digest } from "../../support/technology.ts";

const handIn = (story: readonly Happened[], kind: SafeguardKey, over: SafeguardAnswers = {}, n = 21) =>
  given(...story).when(stating(story, kind, { ...carefully(kind), ...over }), by("pia", n));

const without = (kind: SafeguardKey, ...keys: readonly string[]): SafeguardAnswers =>
  Object.fromEntries(Object.entries(carefully(kind)).filter(([key]) => !keys.includes(key)));

describe("every kind", () => {
  it.each(["I", "II", "III", "IV"] as const)("can be stated and accepted for tier %s by those who may", (tier) => {
    expect(() => allAccepted(piloted(tier))).not.toThrow();
  });
});

describe("an assessment of personal information", () => {
  const [pilot, before] = [piloted(), admitted({ personalInformation: "general" })];

  it("asks for its contents as soon as one of the five is answered with yes, and for none of it otherwise", () => {
    const gone = without("personal-impact", "purpose", "effects", "measures", "madeOn");
    given(...before)
      .when(stating(before, "personal-impact", gone), by("pia", 1))
      .thenRefused("AnswerMissing@purpose", "AnswerMissing@effects", "AnswerMissing@measures", "AnswerMissing@madeOn");
    given(...before)
      .when(stating(before, "personal-impact", { ...gone, automated: "no" }), by("pia", 1))
      .thenAccepted();
  });

  it("drops what was written of an assessment that is not needed, and says so", () => {
    const story = after(
      before,
      stating(before, "personal-impact", { ...careful["personal-impact"], automated: "no" }),
      by("pia", 1),
    );
    const { event } = story.find(({ event: { type } }) => type === "SafeguardStated")!;
    if (event.type !== "SafeguardStated") throw new Error("Nothing stated");
    expect(event.payload.cleared).toEqual(["purpose", "effects", "measures", "madeOn"]);
    expect(Object.keys(event.payload.answers)).not.toContain("purpose");
  });

  it("is dated on the day the pilot began or before, and not in the future", () => {
    handIn(pilot, "personal-impact", { madeOn: day(3) }).thenAccepted();
    handIn(pilot, "personal-impact", { madeOn: day(4) }).thenRefused("AssessmentAfterData@madeOn");
    handIn(before, "personal-impact", { madeOn: day(2) }, 1).thenRefused("DateTooFar@madeOn");
  });

  it("may be made anew while the pilot runs where one was accepted before it", () => {
    const first = accepted(before, "personal-impact", 1);
    const running = [...first, ...pilot.slice(before.length)];
    const again = { madeOn: day(18), majorEffect: "yes" };
    handIn(running, "personal-impact", again).thenAccepted();
    const late = accepted(pilot, "personal-impact", 5, { ...careful["personal-impact"], madeOn: day(3) });
    handIn(late, "personal-impact", again).thenRefused("AssessmentAfterData@madeOn");
  });

  it("denies nothing that the data record or the dossier says", () => {
    const [row] = careful["data-record"]["sets"] as readonly SafeguardRow[];
    const sets = [
      { ...row, personal: "sensitive", shared: "yes", sharedWith: text("w"), abroad: "yes", abroadHow: text("h") },
    ];
    const recorded = after(pilot, stating(pilot, "data-record", { sets, promised: "no" }), by("pia", 20));
    const decides = { ...careful["algorithm-dossier"], decides: "decides" };
    const all = after(recorded, stating(recorded, "algorithm-dossier", decides), by("pia", 20));
    const no = { automated: "no", majorEffect: "yes" };
    handIn(all, "personal-impact", no).thenRefused(
      "TriggerDenied@sensitive",
      "TriggerDenied@passedOn",
      "TriggerDenied@abroad",
      "TriggerDenied@automated",
    );
  });
});

describe("a data record", () => {
  const story = piloted();
  const [row] = careful["data-record"]["sets"] as readonly SafeguardRow[];
  const sets = (...more: readonly SafeguardRow[]): SafeguardAnswers => ({
    sets: [row!, ...more.map((one) => ({ ...row, ...one }))],
  });

  it("names each set once, however it is typed", () => {
    handIn(story, "data-record", sets({ setName: "ＱＵＥＵＥ tickets" })).thenRefused("DataSetTwice@sets.1.setName");
  });

  it("merges only sets that it has", () => {
    handIn(story, "data-record", sets({ setName: "Both", mergedFrom: "Queue tickets, Names" })).thenRefused(
      "DataSetUnknown@sets.1.mergedFrom",
    );
  });

  it("grades a merged set lower than its highest source only with a reason", () => {
    const merged = { setName: "Both", mergedFrom: "Queue tickets", object: "rights" };
    handIn(story, "data-record", sets(merged)).thenRefused("MergedGradeLower@sets.1.lowerWhy");
    handIn(story, "data-record", sets({ ...merged, lowerWhy: text("why") })).thenAccepted();
    handIn(story, "data-record", sets({ ...merged, object: "economy" })).thenAccepted();
  });

  it("promises only sets that it has, and kept nothing in the future", () => {
    const promise = {
      promisedSet: "Names",
      promisedTo: "transport",
      promisedBy: day(30),
      promiseKept: "yes",
      keptOn: day(22),
      keptProof: ["e1"],
    };
    handIn(story, "data-record", { promised: "yes", promises: [promise] }).thenRefused(
      "DataSetUnknown@promises.0.promisedSet",
      "DateTooFar@promises.0.keptOn",
    );
    const kept = { ...promise, promisedSet: "queue tickets", keptOn: day(21) };
    handIn(story, "data-record", { promised: "yes", promises: [kept] }).thenAccepted();
  });

  it("asks what shows that a promise was kept", () => {
    const bare = { promisedSet: "Queue tickets", promisedTo: "transport", promisedBy: day(30), promiseKept: "yes" };
    handIn(story, "data-record", { promised: "yes", promises: [bare] }).thenRefused(
      "AnswerMissing@promises.0.keptOn",
      "AnswerMissing@promises.0.keptProof",
    );
  });
});

describe("an algorithm dossier", () => {
  const story = piloted();

  it("asks nothing more where nobody is decided about", () => {
    const only = { decides: "no" };
    given(...story)
      .when(stating(story, "algorithm-dossier", only), by("pia", 21))
      .thenAccepted();
  });

  it("is explained for the version that it is of", () => {
    handIn(story, "algorithm-dossier", { version: "3.2" }).thenRefused("ExplanationOfOtherVersion@explainedVersion");
    handIn(story, "algorithm-dossier", { version: "３.1" }).thenAccepted();
  });

  it("says why it need not be filed, or number and day where it is", () => {
    given(...story)
      .when(stating(story, "algorithm-dossier", without("algorithm-dossier", "filingWhy")), by("pia", 21))
      .thenRefused("AnswerMissing@filingWhy");
    handIn(story, "algorithm-dossier", { filing: "yes", isFiled: "yes" }).thenRefused(
      "AnswerMissing@filingNumber",
      "AnswerMissing@filedOn",
    );
  });
});

describe("an independent audit", () => {
  const documented = accepted(piloted(), "algorithm-dossier", 20);
  const tied = (...ties: readonly SafeguardRow[]): readonly Happened[] =>
    accepted(documented, "supplier-ties", 20, { anybody: "yes", ties });

  it("needs the ties stated and the dossier written before anybody can tell", () => {
    handIn(piloted(), "independent-audit").thenRefused("TiesNotStated@auditor", "DossierMissing@version");
    const drafted = after(documented, stating(documented, "supplier-ties", undefined, false), by("pia", 20));
    handIn(drafted, "independent-audit").thenRefused("TiesNotStated@auditor");
  });

  it("is refused to whoever supplied the technology, and to whose owner did, with the path named", () => {
    const supplied = tied({ organisation: "audit house", relation: "supplied" });
    handIn(supplied, "independent-audit").thenRefused("AuditorTied@auditor");
    const owned = tied(
      { organisation: "Audit House", relation: "ownedBy", other: "Beta" },
      { organisation: "Beta", relation: "supplied", tiedUntil: day(1) },
    );
    expect(handIn(owned, "independent-audit").decision).toEqual({
      kind: "rejected",
      reasons: [
        {
          code: "AuditorTied",
          field: "auditor",
          params: {
            auditor: "Audit House",
            path: [
              { code: "tie.ownedBy", params: { organisation: "Beta" } },
              { code: "tie.suppliedUntil", params: { until: day(1) } },
            ],
          },
        },
      ],
    });
  });

  it("is refused at its review too, where a tie came out in between", () => {
    const free = tied({ organisation: "Gamma", relation: "built" });
    const handedIn = after(free, stating(free, "independent-audit"), by("pia", 21));
    const late = stating(handedIn, "supplier-ties", {
      anybody: "yes",
      ties: [{ organisation: "Audit House", relation: "built" }],
    });
    const known = after(handedIn, late, by("pia", 22));
    given(...known)
      .when(reviewing(known, "independent-audit"), by("ada", 23))
      .thenRefused("AuditorTied@auditor");
    given(...known)
      .when(reviewing(known, "independent-audit", "returned"), by("ada", 23))
      .thenAccepted();
  });

  it("is of the version in the dossier, independent by declaration, and its days are in order", () => {
    const free = tied({ organisation: "Gamma", relation: "built" });
    handIn(free, "independent-audit", { version: "3.0" }).thenRefused("OfOtherVersion@version");
    handIn(free, "independent-audit", { independent: "no" }).thenRefused("AuditorNotIndependent@independent");
    handIn(free, "independent-audit", { begunOn: day(21) }).thenRefused("DaysCrossed@reportedOn");
    handIn(free, "independent-audit", { validUntil: day(19) }).thenRefused("DaysCrossed@validUntil");
    handIn(free, "independent-audit", { reportedOn: day(22) }).thenRefused("DateTooFar@reportedOn");
  });

  it("stands as long as its opinion, and no longer than the policy lets it", () => {
    const until = (validUntil: string) => {
      const free = tied({ organisation: "Gamma", relation: "built" });
      const story = accepted(free, "independent-audit", 21, { ...careful["independent-audit"], validUntil });
      const { event } = story.at(-1)!;
      return event.type === "SafeguardReviewed" ? event.payload.until : undefined;
    };
    expect(until(day(100))).toBe(day(100));
    expect(until(day(5000))).toBe(day(21 + 730));
  });
});

describe("a comparison of groups", () => {
  const documented = (story: readonly Happened[]) => accepted(story, "algorithm-dossier", 20);

  it("needs the measure that the plan chose", () => {
    handIn(documented(piloted("II", {})), "bias").thenRefused("FairnessNotPlanned@outcomes");
  });

  it("takes outcomes of the pilot alone", () => {
    handIn(documented(piloted()), "bias", { outcomes: ["e1", "e2"] }).thenRefused("NotOutcomes@outcomes");
  });

  it("takes no file from before the choice, nor the same attached again after it", () => {
    const statistics = outcomes({ younger: [500, 500, 500, 500], older: [500, 500, 500, 500] });
    const other = { ...aPiece(5), kind: "outcomes" as const, statistics };
    const files = [{ digest: digest("file outcomes"), bytes: 1 }];
    const seen = happened("EvidenceAttached", { ...other, files, plan: 0 }, "pia", 1);
    const [proposed, admission, ...rest] = piloted();
    const story = documented([proposed!, admission!, seen, ...rest]);
    handIn(story, "bias").thenRefused("OlderThanChoice@outcomes");
    handIn(story, "bias", { outcomes: ["e5"] }).thenRefused("OlderThanChoice@outcomes");
  });

  it("takes no file from before the choice was changed", () => {
    const plan = { ...fairPlan, fairness: fairnessBy("tpr", "younger", "older") };
    const locked = piloted();
    const [{ event }] = locked.filter(({ event: { type } }) => type === "PilotPlanLocked") as [Happened];
    if (event.type !== "PilotPlanLocked") throw new Error("No plan");
    const amended = {
      plan: { ...event.payload.plan, ...plan },
      changed: ["fairness"],
      reason: text("r"),
      afterData: true,
    };
    const story = documented([...locked, happened("PilotPlanAmended", amended, "pia", 12)]);
    handIn(story, "bias").thenRefused("OlderThanChoice@outcomes");
  });

  it("says why a group of the files is not compared", () => {
    const more = { younger: [500, 500, 500, 500], older: [500, 500, 500, 500], rural: [1, 1, 1, 1] } as const;
    const story = documented([
      ...piloted().slice(0, -1),
      happened("EvidenceAttached", { ...aPiece(2), kind: "outcomes", statistics: outcomes(more) }, "pia", 10),
    ]);
    handIn(story, "bias").thenRefused("GroupsLeftOut@leftOut");
    handIn(story, "bias", { leftOut: text("too few") }).thenAccepted();
  });
});
