import { describe, expect, it } from "vitest";
import { collections as chapter } from "../../../src/domain/technology/collections/chapter.ts";
import { collectionLimits } from "../../../src/domain/technology/collections/limits.ts";
import { ahead, toDo } from "../../../src/domain/technology/collections/work.ts";
import { collectionOfPiece, counted, standingOn } from "../../../src/domain/technology/state/collections.ts";
import type { CollectionTerms } from "../../../src/domain/technology/state/collections.ts";
import type { TextRef } from "../../../src/domain/words/text.ts";
import {
  aPiece,
  by,
  day,
  digest,
  given,
  happened,
  noText,
  piloting,
  planLocked,
  proposed,
  stateAfter,
  text,
} from "../../support/technology.ts";
import {
  collectionClosed,
  collectionCounts,
  collectionOpened,
  collectionTerms,
  codesIssued,
} from "./collection-stories.ts";

const open = (over: Partial<CollectionTerms> = {}) => ({ type: "OpenCollection", ...collectionTerms(over) }) as const;
const issue = (count = 50, over: { collection?: string; group?: string | null; place?: number | null } = {}) =>
  ({ type: "IssueCodes", collection: "c1", count, group: null, place: null, ...over }) as const;
const close = (
  over: { counts?: Parameters<typeof collectionCounts>[0]; evidence?: readonly string[]; reason?: string | null } = {},
) =>
  ({
    type: "CloseCollection",
    collection: "c1",
    reason: over.reason === undefined || over.reason === null ? null : text(over.reason),
    counts: collectionCounts(over.counts),
    evidence: over.evidence ?? [],
  }) as const;
/** @param counts of the answers */
const closedWith = (counts: Parameters<typeof collectionCounts>[0], over: { early?: boolean; reason?: TextRef } = {}) =>
  ({
    type: "CollectionClosed",
    payload: {
      collection: "c1",
      early: false,
      reason: null,
      counts: { given: 50, ...collectionCounts(counts) },
      evidence: [],
      ...over,
    },
  }) as const;
const aSusPiece = () =>
  happened("EvidenceAttached", aPiece(1, { kind: "sus", withinMs: null, digest: digest("sus") }), "pia", 20);
const aSheet = { questionnaire: "tasks", tasks: [{ task: text("renew a permit") }] } as const;

describe("opening a collection", () => {
  it("fixes its terms before any answer, under the plan in force, and makes an author", () => {
    given(...piloting())
      .when(open(), by("pete", 5))
      .then({ type: "CollectionOpened", payload: { collection: "c1", plan: 1, ...collectionTerms() } });
    expect(stateAfter(...piloting(), collectionOpened()).authors).toContain("pia");
  });

  it("needs a locked plan, and a planner who has not judged", () => {
    given(...proposed())
      .when(open(), by("pia", 5))
      .thenRefused("NotInThisStage");
    given(...piloting())
      .when(open(), by("eva", 5))
      .thenRefused("RoleMissing");
    given(...planLocked())
      .when(open({ opensOn: day(3) }), by("pia", 2))
      .then({
        type: "CollectionOpened",
        payload: { collection: "c1", plan: 1, ...collectionTerms({ opensOn: day(3) }) },
      });
  });

  it.each<[Partial<CollectionTerms>, string]>([
    [{ languages: [] }, "LanguagesMissing@languages"],
    [{ opensOn: day(4) }, "OpensInPast@opensOn"],
    [{ closesOn: day(4) }, "ClosesBeforeOpening@closesOn"],
    [{ closesOn: day(5 + collectionLimits.days + 1) }, "DateTooFar@closesOn"],
    [{ groups: ["Ms Miller"] }, "GroupNotPlanned@groups"],
    [{ groups: ["older", "older"] }, "GroupRepeated@groups"],
    [{ places: [{ place: text("here") }, { place: text("here") }] }, "PlaceRepeated@places"],
    [{ way: "link", most: null }, "MostOutOfRange@most"],
    [{ way: "link", most: collectionLimits.answers + 1 }, "MostOutOfRange@most"],
    [{ most: 5 }, "MostNotForCodes@most"],
    [{ questionnaire: "seq" }, "TasksMissing@tasks"],
    [{ tasks: [{ task: text("renew") }] }, "TasksNotAsked@tasks"],
    [{ ...aSheet, way: "link", most: 5 }, "TaskSheetNeedsCodes@way"],
    [{ ease: true }, "EaseWithoutTasks@ease"],
    [{ introduction: noText }, "TextMissing@introduction"],
    [{ doubtful: { device: "keep", second: "keep" } as CollectionTerms["doubtful"] }, "DoubtRuleMissing@doubtful"],
  ])("refuses %j", (over, reason) => {
    given(...piloting())
      .when(open(over), by("pia", 5))
      .thenRefused(reason);
  });

  it("asks the tasks of the plan's first collection with tasks, and no easier ones", () => {
    const first = collectionOpened(aSheet);
    given(...piloting(), first)
      .when(open({ questionnaire: "seq", tasks: [{ task: text("look at the page") }] }), by("pia", 5))
      .thenRefused("TasksFixed@tasks");
    given(...piloting(), first)
      .when(open({ questionnaire: "seq" }), by("pia", 5))
      .then({
        type: "CollectionOpened",
        payload: { collection: "c2", plan: 1, ...collectionTerms({ questionnaire: "seq", tasks: aSheet.tasks }) },
      });
  });

  it("is for no more at a time than people tell apart", () => {
    const many = Array.from({ length: collectionLimits.open }, (_, at) => collectionOpened({}, 5, `c${at + 1}`));
    given(...piloting(), ...many)
      .when(open(), by("pia", 5))
      .thenRefused("CollectionsTooMany");
  });
});

describe("giving out codes", () => {
  it("counts them on record, stack by stack", () => {
    given(...piloting(), collectionOpened({ groups: ["older"] }), codesIssued())
      .when(issue(20, { group: "older", place: 1 }), by("pia", 6))
      .then({
        type: "CodesIssued",
        payload: { collection: "c1", batch: 2, count: 20, group: "older", place: 1 },
      });
  });

  it("refuses what nobody asked for, too many, and a collection that is over", () => {
    const story = [...piloting(), collectionOpened()];
    given(...story)
      .when(issue(0), by("pia", 6))
      .thenRefused("CodeCountOutOfRange@count");
    given(...story)
      .when(issue(5, { group: "older" }), by("pia", 6))
      .thenRefused("GroupNotAsked@group");
    given(...story)
      .when(issue(5, { place: 2 }), by("pia", 6))
      .thenRefused("PlaceUnknown@place");
    given(...story)
      .when(issue(5, { collection: "c9" }), by("pia", 6))
      .thenRefused("CollectionUnknown");
    given(...story)
      .when(issue(), by("pia", 20))
      .thenRefused("CollectionOver");
    given(...piloting(), collectionOpened({ way: "link", most: 50 }))
      .when(issue(), by("pia", 6))
      .thenRefused("CollectionHasNoCodes");
    given(...story, ...Array.from({ length: 10 }, (_, at) => codesIssued(2_000, 5, at + 1)))
      .when(issue(1), by("pia", 6))
      .thenRefused("CodesTooMany@count");
  });
});

describe("closing a collection", () => {
  const story = [...piloting(), collectionOpened(), codesIssued()];
  const counts = { opened: 40, finished: 31, incomplete: 1 };

  it("enters the counts, with the codes that were given out, and the evidence", () => {
    given(...story, aSusPiece())
      .when(close({ counts, evidence: ["e1"] }), by("pia", 20))
      .then({
        type: "CollectionClosed",
        payload: {
          collection: "c1",
          early: false,
          reason: null,
          counts: { given: 50, ...collectionCounts(counts) },
          evidence: ["e1"],
        },
      });
  });

  it("wants a reason before its last day is over", () => {
    given(...story)
      .when(close(), by("pia", 19))
      .thenRefused("TextMissing@reason");
    given(...story)
      .when(close({ reason: "nobody came" }), by("pia", 19))
      .then(closedWith({}, { early: true, reason: text("nobody came") }));
  });

  it("keeps no results that displease: answers that count are evidence, of this questionnaire and plan, once", () => {
    given(...story)
      .when(close({ counts }), by("pia", 20))
      .thenRefused("CollectionEvidenceMissing");
    given(...story, happened("EvidenceAttached", aPiece(1), "pia", 20))
      .when(close({ counts, evidence: ["e1"] }), by("pia", 20))
      .thenRefused("CollectionEvidenceOther");
    given(...story, aSusPiece(), collectionClosed(), collectionOpened({}, 5, "c2"))
      .when({ ...close({ counts, evidence: ["e1"] }), collection: "c2" }, by("pia", 20))
      .thenRefused("CollectionEvidenceOther");
  });

  it("goes without evidence where no answer counts, and where the pilot was stopped", () => {
    given(...story)
      .when(close({ counts: { opened: 3, finished: 1, incomplete: 1 } }), by("pia", 20))
      .then(closedWith({ opened: 3, finished: 1, incomplete: 1 }));
    given(...story, happened("PilotStopped", { reason: text("stop"), lessons: text("learnt") }, "pia", 20))
      .when(close({ counts }), by("pia", 21))
      .then(closedWith(counts));
  });

  it("is done once, by counts that can be", () => {
    given(...story, aSusPiece(), collectionClosed())
      .when(close(), by("pia", 21))
      .thenRefused("CollectionClosedAlready");
    given(...story)
      .when(close({ counts: { finished: 1, leftOut: { device: 2, second: 0, straight: 0 } } }), by("pia", 20))
      .thenRefused("CountsInconsistent");
  });
});

describe("a collection", () => {
  it("takes answers on its days alone, by itself", () => {
    const { collections } = stateAfter(...piloting(), collectionOpened());
    const [one] = collections;
    expect([4, 5, 19, 20].map((n) => one && standingOn(one, day(n)))).toEqual(["ahead", "open", "open", "over"]);
    const closed = stateAfter(...piloting(), collectionOpened(), aSusPiece(), collectionClosed());
    expect(collectionOfPiece(closed, "e1")?.collection).toBe("c1");
    expect(collectionOfPiece(closed, "e2")).toBeUndefined();
  });

  it("counts what is finished, complete and not left out", () => {
    expect(
      counted(collectionCounts({ finished: 30, incomplete: 2, leftOut: { device: 1, second: 2, straight: 3 } })),
    ).toBe(22);
  });

  it("waits for its planner once it is over, and shows its end before", () => {
    const t = stateAfter(...piloting(), collectionOpened());
    const ground = (n: number) => ({ today: day(n) }) as Parameters<typeof toDo>[1];
    expect(toDo(t, ground(19))).toEqual([]);
    expect(toDo(t, ground(20))).toEqual([{ kind: "close-collection", person: "pia", subject: "c1", due: day(19) }]);
    expect(ahead(t, ground(19) as Parameters<typeof ahead>[1])).toEqual([
      { what: "collection-end", on: day(19), which: "c1" },
    ]);
    expect(chapter.dates.shown(t)).toEqual([day(5), day(20)]);
  });
});
