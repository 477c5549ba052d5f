import { describe, expect, it } from "vitest";
import {
  aPiece,
  assigned,
  by,
  day,
  decided,
  digest,
  given,
  happened,
  noText,
  noon,
  people,
  person,
  piloting,
  planLocked,
  rollingOut,
  stateAfter,
  submitted,
  text,
  withEvidence,
  proposed,
} from "../../support/technology.ts";
import { decide } from "../../../src/domain/technology/decide.ts";
import type {
  TechnologyCommand,
  CorrectionChanges,
  PayloadOf,
} from "../../../src/domain/technology/state/technology.ts";
import type { HoldCause } from "../../../src/domain/technology/state/rollout.ts";
import type { Role } from "../../../src/domain/people/roles.ts";
import type { Happened } from "../../support/technology.ts";
import { everyEvent } from "./every-event.ts";

const record = (severity: 1 | 2 | 3 | 4, occurredAt = noon(5)) =>
  ({
    type: "RecordIncident",
    severity,
    occurredAt,
    learnedAt: occurredAt,
    timeZone: "UTC",
    text: text("incident"),
  }) as const;
const incident = happened(
  "IncidentRecorded",
  {
    incident: "i1",
    severity: 3,
    occurredAt: noon(5),
    learnedAt: noon(5),
    timeZone: "UTC",
    dueOn: day(27),
    text: text("incident"),
  },
  "eva",
  6,
);
const withIncident = [...piloting(), incident];
const incidentAt = 10 * withIncident.length;
const correct = (corrects: number, correctedType: string, changes: CorrectionChanges = {}, words = text("was wrong")) =>
  ({ type: "CorrectEntry", corrects, correctedType, changes, text: words }) as const;

describe("incidents", () => {
  it("are due by their severity, from the day they are recorded", () => {
    given(...piloting())
      .when(record(1), by("eva", 6))
      .then({
        type: "IncidentRecorded",
        payload: {
          incident: "i1",
          severity: 1,
          occurredAt: noon(5),
          learnedAt: noon(5),
          timeZone: "UTC",
          dueOn: day(9),
          text: text("incident"),
        },
      });
    for (const actor of ["pia", "ada", "adam"])
      given(...piloting())
        .when(record(4), by(actor, 6))
        .thenAccepted();
    given(...piloting())
      .when(record(4), by("otto", 6))
      .thenRefused("RoleMissing");
  });

  it("have happened, and are told", () => {
    const bad = { ...record(1, noon(7)), severity: 5 as 4, text: noText };
    given(...piloting())
      .when(bad, by("eva", 6))
      .thenRefused(
        "SeverityUnknown@severity",
        "IncidentInFuture@occurredAt",
        "IncidentInFuture@learnedAt",
        "TextMissing@text",
      );
    given(...piloting())
      .when(record(1, "noon"), by("eva", 6))
      .thenRefused("InstantMalformed@occurredAt", "InstantMalformed@learnedAt");
  });

  it("close once, with what was done", () => {
    const close = (id: string, words = text("done")) => ({ type: "CloseIncident", incident: id, text: words }) as const;
    given(...withIncident)
      .when(close("i1"), by("pia", 8))
      .then({ type: "IncidentClosed", payload: { incident: "i1", text: text("done") } });
    given(...withIncident)
      .when(close("i2", noText), by("pia", 8))
      .thenRefused("IncidentUnknown@incident", "TextMissing@text");
    given(...withIncident, happened("IncidentClosed", { incident: "i1", text: text("done") }))
      .when(close("i1"), by("pia", 8))
      .thenRefused("IncidentClosedAlready@incident");
  });
});

describe("correcting an entry", () => {
  it("moves an incident's deadline with its severity, counted from the same day", () => {
    given(...withIncident)
      .when(correct(incidentAt, "IncidentRecorded", { severity: 1 }), by("eva", 8))
      .then({
        type: "EntryCorrected",
        payload: {
          corrects: incidentAt,
          correctedType: "IncidentRecorded",
          changes: { severity: 1, dueOn: day(9) },
          text: text("was wrong"),
        },
      });
    const t = stateAfter(
      ...withIncident,
      happened("EntryCorrected", {
        corrects: incidentAt,
        correctedType: "IncidentRecorded",
        changes: { severity: 1, dueOn: day(9) },
        text: text("w"),
      }),
    );
    expect(t.incidents).toMatchObject([{ severity: 1, dueOn: day(9), occurredAt: noon(5) }]);
    expect(t.corrections).toEqual([{ corrects: incidentAt, position: incidentAt + 10, text: text("w") }]);
  });

  it("replaces a drill's figures", () => {
    const drill = happened("DrillRecorded", { on: day(4), minutes: 90, text: text("drill") }, "pia", 5);
    const at = 10 * (piloting().length + 1);
    const changes = { drillMinutes: 45, drillOn: day(5) };
    given(...piloting(), drill)
      .when(correct(at, "DrillRecorded", changes), by("pia", 6))
      .thenAccepted();
    const t = stateAfter(
      ...piloting(),
      drill,
      happened("EntryCorrected", { corrects: at, correctedType: "DrillRecorded", changes, text: text("w") }),
    );
    expect(t.rollout?.drills).toMatchObject([{ minutes: 45, on: day(5) }]);
    given(...piloting(), drill)
      .when(correct(at, "DrillRecorded", { drillMinutes: 0, drillOn: day(7), severity: 1 }), by("pia", 6))
      .thenRefused(
        "NotPositive@changes.drillMinutes",
        "DrillInFuture@changes.drillOn",
        "ChangeNotAllowed@changes.severity",
      );
  });

  it("only states what was wrong where no figure may be replaced", () => {
    const plan = 10 * planLocked().length;
    given(...planLocked())
      .when(correct(plan, "PilotPlanLocked"), by("pete", 4))
      .thenAccepted();
    given(...planLocked())
      .when(correct(plan, "PilotPlanLocked", { occurredAt: noon(1) }), by("pete", 4))
      .thenRefused("ChangeNotAllowed@changes.occurredAt");
  });

  it("never takes a deadline from the person who asks", () => {
    given(...withIncident)
      .when(correct(incidentAt, "IncidentRecorded", { dueOn: day(900) }), by("eva", 8))
      .thenRefused("ChangeNotAllowed@changes.dueOn");
  });

  it("names an entry of this technology, by its type", () => {
    given(...withIncident)
      .when(correct(5, "IncidentRecorded"), by("eva", 8))
      .thenRefused("EntryUnknown@corrects");
    given(...withIncident)
      .when(correct(incidentAt, "PilotOpened", { severity: 9 as 1, occurredAt: noon(9) }, noText), by("eva", 8))
      .thenRefused(
        "EntryOfAnotherType@correctedType",
        "SeverityUnknown@changes.severity",
        "IncidentInFuture@changes.occurredAt",
        "TextMissing@text",
      );
  });
});

describe("who corrects an entry", () => {
  const both = (id: string, ...roles: readonly Role[]) => ({
    people: [...people.filter((one) => one.id !== id), person(id, ...roles)],
  });
  const milder = correct(incidentAt, "IncidentRecorded", { severity: 4 });
  const incidentBy = (actor: string, role: Role) => [
    ...piloting(),
    happened("IncidentRecorded", incident.event.payload as PayloadOf<"IncidentRecorded">, actor, 6, role),
  ];

  it("is whoever holds the role that entered it, whatever the type of entry", () => {
    for (const [actor, role, others] of [
      ["eva", "evaluator", ["pia", "ada", "adam"]],
      ["pia", "planner", ["eva", "ada", "adam"]],
      ["ada", "approver", ["pia", "eva", "adam"]],
      ["adam", "administrator", ["pia", "eva", "ada"]],
    ] as const) {
      given(...incidentBy(actor, role))
        .when(milder, by(actor, 8))
        .thenAccepted();
      for (const other of others)
        given(...incidentBy(actor, role))
          .when(milder, by(other, 8))
          .thenRefused("EntryOfAnotherRole@corrects");
    }
    given(...withIncident)
      .when(correct(20, "GateDecided"), by("pia", 8))
      .thenRefused("EntryOfAnotherRole@corrects");
    given(...withIncident)
      .when(correct(20, "GateDecided"), by("ada", 8))
      .thenAccepted();
  });

  it("is another of that role too, as long as the technology's own people are not judging it by that", () => {
    given(...incidentBy("eva", "evaluator"))
      .when(milder, by("emil", 8))
      .thenAccepted();
    given(...incidentBy("eva", "evaluator"))
      .when(milder, by("pia", 8, both("pia", "planner", "evaluator")))
      .thenRefused("AuthorMayNotEvaluate");
    given(...incidentBy("ada", "approver"))
      .when(milder, by("pia", 8, both("pia", "planner", "approver")))
      .thenRefused("AuthorMayNotDecide");
    given(...incidentBy("pia", "planner"))
      .when(milder, by("pete", 8))
      .thenAccepted();
    const vote = { person: "ada", option: "approve" as const, reason: text("r") };
    given(
      ...planLocked().slice(0, 1),
      decided("admission", "approve", 1, { votes: [vote] }),
      ...incidentBy("pia", "planner").slice(2),
    )
      .when(milder, by("ada", 8, both("ada", "planner")))
      .thenRefused("DeciderMayNotAuthor");
  });

  it("goes by the role an entry was made in, where its author holds several", () => {
    const pia = both("pia", "planner", "evaluator");
    given(...incidentBy("pia", "evaluator"))
      .when(milder, by("pia", 8, pia))
      .thenAccepted();
    given(...incidentBy("pia", "evaluator"))
      .when(milder, by("pete", 8))
      .thenRefused("EntryOfAnotherRole@corrects");
    given(...incidentBy("pia", "evaluator"))
      .when(milder, by("pia", 8))
      .thenRefused("EntryOfAnotherRole@corrects");
  });

  it("of a recusal is an approver where an approver stepped back, an evaluator where an evaluator did", () => {
    const recusal = (who: string, as: "approver" | "evaluator") => [
      ...assigned(),
      happened("InterestDeclared", { person: who, conflict: true, text: text("cousin") }, who, 34),
      happened("PersonRecused", { person: who, as }, who, 34),
    ];
    const at = 10 * (assigned().length + 2);
    const corrected = (story: readonly Happened[], actor: string) =>
      given(...story).when(correct(at, "PersonRecused"), by(actor, 35));
    corrected(recusal("abel", "approver"), "abel").thenAccepted();
    corrected(recusal("abel", "approver"), "anna").thenAccepted();
    corrected(recusal("abel", "approver"), "emil").thenRefused("EntryOfAnotherRole@corrects");
    corrected(recusal("eva", "evaluator"), "eva").thenAccepted();
    corrected(recusal("eva", "evaluator"), "emil").thenAccepted();
    corrected(recusal("eva", "evaluator"), "ada").thenRefused("EntryOfAnotherRole@corrects");
  });

  it("is nobody where the system entered it, or where it only follows from another entry", () => {
    given(...withEvidence(), happened("EvidenceExpired", { evidence: "e1" }, "system", 200))
      .when(correct(10 * (withEvidence().length + 1), "EvidenceExpired"), by("pia", 201))
      .thenRefused("EntryNotCorrectable@corrects");
    const at = 10 * (rollingOut().length + 1);
    const held = (cause: HoldCause, actor: string) =>
      given(...rollingOut(), happened("RolloutHeld", { cause, text: null }, actor, 50)).when(
        correct(at, "RolloutHeld"),
        by("pia", 51),
      );
    held({ kind: "person" }, "pia").thenAccepted();
    held({ kind: "condition-overdue", condition: "extra-1", dueOn: day(49) }, "system").thenRefused(
      "EntryNotCorrectable@corrects",
    );
    // Brought about by the planner whose evidence breached the guard: it is the guard's all the same.
    held({ kind: "guard", indicator: "sus", wave: 1 }, "pia").thenRefused("EntryNotCorrectable@corrects");
    given(
      ...withEvidence(),
      happened("VotesLapsed", { gate: "completion", voters: ["ada"], why: "ground-changed" }, "pia", 7),
    )
      .when(correct(10 * (withEvidence().length + 1), "VotesLapsed"), by("pia", 8))
      .thenRefused("EntryNotCorrectable@corrects");
  });
});

describe("erasing on a legal ground", () => {
  const erase = (value: string, ground = text("court")): TechnologyCommand => ({
    type: "EraseText",
    digest: value,
    ground,
  });
  const eraseFile = (value: string, evidence = "e1"): TechnologyCommand => ({
    type: "EraseFile",
    digest: value,
    evidence,
    ground: text("court"),
  });

  it("names a text that stood here once, by an administrator", () => {
    const revised = [
      ...proposed(),
      happened("ProposalRevised", {
        proposal: { ...stateAfter(...proposed()).proposal, need: text("new") },
        changed: ["need"],
      }),
    ];
    given(...revised)
      .when(erase(text("need")), by("adam"))
      .then({ type: "TextErased", payload: { digest: text("need"), ground: text("court") } });
    given(...revised)
      .when(erase(text("need")), by("pia"))
      .thenRefused("RoleMissing");
    given(...revised)
      .when(erase(digest("elsewhere"), noText), by("adam"))
      .thenRefused("TextUnknown@digest", "TextMissing@ground");
    given(...revised, happened("TextErased", { digest: text("need"), ground: text("g") }, "adam"))
      .when(erase(text("need")), by("adam"))
      .thenRefused("AlreadyErased@digest");
  });

  it("reaches a sheet that is still blind", () => {
    given(...submitted())
      .when(erase(text("sheet eva")), by("adam", 36))
      .thenAccepted();
  });

  it("erases a file of a piece, whose statistics stay in force", () => {
    const file = digest("file load 1");
    given(...withEvidence())
      .when(eraseFile(file), by("adam", 7))
      .then({ type: "FileErased", payload: { digest: file, evidence: "e1", ground: text("court") } });
    given(...withEvidence())
      .when(erase(file), by("adam", 7))
      .thenRefused("TextUnknown@digest");
    given(...withEvidence())
      .when(eraseFile(digest("x")), by("adam", 7))
      .thenRefused("FileUnknown@digest");
    given(...withEvidence())
      .when(eraseFile(file, "e9"), by("adam", 7))
      .thenRefused("EvidenceUnknown@evidence");
    const t = stateAfter(
      ...withEvidence(),
      happened("FileErased", { digest: file, evidence: "e1", ground: text("c") }),
    );
    expect(t.evidence).toMatchObject([{ erased: true, state: "in-force" }]);
    expect(t.erased).toEqual([file]);
  });
});

describe("withholding an entry on a legal ground", () => {
  const story = withEvidence();
  const attachedAt = 10 * (story.findIndex(({ event }) => event.type === "EvidenceAttached") + 1);
  const remains = everyEvent.EntryWithheld.remains;
  const withhold = (entry: number, ground = text("court")): TechnologyCommand => ({
    type: "WithholdEntry",
    entry,
    remains,
    ground,
  });
  const withheld = happened(
    "EntryWithheld",
    {
      entry: attachedAt,
      remains,
      standIn: { schema: 2, payload: { ...aPiece(1), mapping: null, warnings: [], statistics: { kind: "withheld" } } },
      ground: text("court"),
    },
    "adam",
    8,
  );

  it("keeps of a piece its place, its files and its dates, and nothing it measured", () => {
    const mapped = happened("EvidenceAttached", aPiece(1, { warnings: ["label Anna Muster"], rows: 7 }), "pia", 6);
    const decision = decide(stateAfter(...piloting(), mapped), withhold(10 * (piloting().length + 1)), by("adam", 7));
    const { groupWords: _, ...asAttached } = aPiece(1);
    const payload = { ...asAttached, rows: 7, mapping: null, warnings: [], statistics: { kind: "withheld" } };
    expect(decision).toMatchObject({
      kind: "accepted",
      events: [{ type: "EntryWithheld", payload: { remains, ground: text("court"), standIn: { payload } } }],
    });
    expect(JSON.stringify(decision)).not.toContain("Muster");
  });

  it("is for administrators, on evidence alone, once, and names its ground", () => {
    given(...story)
      .when(withhold(attachedAt), by("pia", 7))
      .thenRefused("RoleMissing");
    given(...story)
      .when(withhold(10, noText), by("adam", 7))
      .thenRefused("EntryNotWithholdable@entry", "TextMissing@ground");
    given(...story)
      .when(withhold(9999), by("adam", 7))
      .thenRefused("EntryUnknown@entry");
    given(...story, withheld)
      .when(withhold(attachedAt), by("adam", 9))
      .thenRefused("AlreadyWithheld@entry");
  });

  it("leaves the technology going on: the piece is there, withheld, and can be withdrawn", () => {
    const t = stateAfter(...story, withheld);
    expect(t.evidence).toMatchObject([{ evidence: "e1", state: "in-force", statistics: { kind: "withheld" } }]);
    given(...story, withheld)
      .when({ type: "WithdrawEvidence", evidence: "e1", reason: text("says nothing any more") }, by("pia", 9))
      .thenAccepted();
  });

  it("names no text that could be erased beside its ground", () => {
    const hash = remains.hash;
    given(...story, withheld)
      .when({ type: "EraseText", digest: hash, ground: text("court") }, by("adam", 9))
      .thenRefused("TextUnknown@digest");
    given(...story, withheld)
      .when({ type: "EraseText", digest: text("court"), ground: text("other") }, by("adam", 9))
      .thenAccepted();
  });
});

describe("lessons", () => {
  it("can be added at any time, also after the end", () => {
    const lesson = { type: "RecordLessons", text: text("lesson") } as const;
    given(...proposed(), happened("ProposalWithdrawn", { reason: text("r") }))
      .when(lesson, by("eva", 9))
      .then({ type: "LessonsRecorded", payload: { text: text("lesson") } });
    given(...proposed())
      .when(lesson, by("otto"))
      .thenRefused("RoleMissing");
  });
});
