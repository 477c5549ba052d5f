import { describe, expect, it } from "vitest";
import { contextDistance } from "../../../src/domain/sharing/distance.ts";
import { borrowedState, movedAt, supporting } from "../../../src/domain/technology/state/borrowed.ts";
import type { Facts } from "../../../src/domain/technology/state/facts.ts";
import { plainPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import { sharedCounts } from "../../../src/domain/technology/sharing/counts.ts";
import { mayRead } from "../../../src/domain/technology/may-read.ts";
import type { Audience } from "../../../src/domain/technology/state/sharing.ts";
import type { Technology } from "../../../src/domain/technology/state/technology.ts";
import type { Happened } from "../../support/technology.ts";
import {
  by,
  day,
  digest,
  given,
  happened,
  proposed,
  stateAfter,
  text,
  withEvidence,
} from "../../support/technology.ts";
import { everyEvent } from "./every-event.ts";

const offered = (to: Audience = "all", n = 8): Happened =>
  happened("EvidenceOffered", { evidence: "e1", digest: digest("piece load 1"), to }, "pia", n);
const withdrawn = happened("EvidenceWithdrawn", { evidence: "e1", reason: text("wrong") }, "pia", 9);
const borrowed = (over: Partial<(typeof everyEvent)["EvidenceBorrowed"]> = {}): Happened =>
  happened("EvidenceBorrowed", { ...everyEvent.EvidenceBorrowed, ...over }, "pia", 10);

const origin = (...more: readonly Happened[]): Technology => stateAfter(...withEvidence(), ...more);
const borrower = (): readonly Happened[] => proposed({ department: "transport" });
const facts = (there: Technology, over: Partial<Facts> = {}): Facts =>
  by("pia", 10, { lending: { here: "here", origins: { there } }, ...over });
const take = (technology = "there") => ({ type: "BorrowEvidence", technology, evidence: "e1" }) as const;

describe("an offer", () => {
  it("is made by people of the department, of what is in force, to departments that there are", () => {
    const offer = (to: Audience, evidence = "e1") => ({ type: "OfferEvidence", evidence, to }) as const;
    const piece = stateAfter(...withEvidence()).evidence[0]!;
    given(...withEvidence())
      .when(offer(["transport"]), by("pia", 8))
      .then({ type: "EvidenceOffered", payload: { evidence: "e1", digest: piece.digest, to: ["transport"] } });
    given(...withEvidence())
      .when(offer(["nowhere"]), by("pia", 8))
      .thenRefused("DepartmentUnknown@to");
    given(...withEvidence())
      .when(offer("all", "e9"), by("pia", 8))
      .thenRefused("EvidenceUnknown@evidence");
    given(...withEvidence(), withdrawn)
      .when(offer("all"), by("pia", 9))
      .thenRefused("EvidenceNotInForce@evidence");
    given(...withEvidence(), offered())
      .when(offer("all"), by("pia", 8))
      .thenRefused("NothingChanged@to");
    given(...withEvidence())
      .when(offer("all"), by("eva", 8))
      .thenRefused("RoleMissing");
  });

  it("opens title and files of the piece to whom it is offered, and nothing else", () => {
    const f = by("pia", 9);
    const people = f.people.map((one) => (one.id === "emil" ? { ...one, department: "transport" } : one));
    const reads = (t: Technology) => mayRead(t, { id: "emil" }, { ...f, people });
    const piece = origin().evidence[0]!;
    expect(reads(origin()).open.has(piece.title)).toBe(false);
    const open = reads(origin(offered(["transport"]))).open;
    expect([open.has(piece.title), open.has(piece.files[0]!.digest)]).toEqual([true, true]);
    expect(reads(origin(offered(["health"]))).open.has(piece.title)).toBe(false);
    expect(reads(origin(offered(["transport"]), offered([], 9))).open.has(piece.title)).toBe(false);
  });
});

describe("a piece is taken over", () => {
  it("as it stands, with where it comes from and what it was made for", () => {
    const there = origin(offered(["transport"]));
    const piece = there.evidence[0]!;
    given(...borrower())
      .when(take(), facts(there))
      .then({
        type: "EvidenceBorrowed",
        payload: {
          borrowed: "b1",
          origin: { technology: "there", department: "health", evidence: "e1" },
          digest: piece.digest,
          files: piece.files.map((file) => file.digest),
          kind: piece.kind,
          format: piece.format,
          from: piece.from,
          to: piece.to,
          expiresOn: piece.expiresOn,
          context: { ...there.proposal.demand, version: null },
        },
      });
  });

  it.each<readonly [string, Technology]>([
    ["that nobody offers", origin()],
    ["that is offered to others", origin(offered(["health"]))],
    ["whose offer is over", origin(offered(), offered([], 9))],
    ["that was withdrawn", origin(offered(), withdrawn)],
  ])("never one %s", (_, there) => {
    given(...borrower())
      .when(take(), facts(there))
      .thenRefused("EvidenceNotOffered@piece");
  });

  it("never one that there is not, nor one's own", () => {
    given(...borrower())
      .when(take("elsewhere"), facts(origin(offered())))
      .thenRefused("EvidenceNotOffered@piece");
    given(...borrower())
      .when(take("here"), by("pia", 10, { lending: { here: "here", origins: { here: origin(offered()) } } }))
      .thenRefused("OwnEvidence@piece");
  });

  it("once: not again, not where its files are attached, and not attached after", () => {
    const there = origin(offered());
    const piece = there.evidence[0]!;
    const taken = borrowed({ origin: { technology: "there", department: "health", evidence: "e1" } });
    given(...borrower(), taken)
      .when(take(), facts(there))
      .thenRefused("EvidenceAlreadyBorrowed@piece");
    given(...withEvidence())
      .when(take(), facts(there))
      .thenRefused("EvidenceAlreadyAttached@piece");
    given(...borrower(), borrowed({ digest: piece.digest }))
      .when(take(), facts(there))
      .thenRefused("EvidenceAlreadyBorrowed@piece");
  });

  it("never where the other leans on this one", () => {
    const there = origin(
      offered(),
      borrowed({ origin: { technology: "here", department: "transport", evidence: "e1" } }),
    );
    given(...borrower())
      .when(take(), facts(there))
      .thenRefused("LeansOnEachOther@piece");
  });

  it("is no piece of its own, so that it is in no verdict and nobody passes it on", () => {
    const t = stateAfter(...borrower(), borrowed());
    expect(t.evidence).toEqual([]);
    given(...borrower(), borrowed())
      .when({ type: "OfferEvidence", evidence: "b1", to: "all" }, by("pia", 11))
      .thenRefused("EvidenceUnknown@evidence");
  });
});

describe("what becomes of it at its origin", () => {
  const taken = borrowed({ origin: { technology: "there", department: "health", evidence: "e1" } });
  const note = { type: "NoteBorrowed" } as const;
  const asked = (there: Technology): Facts => ({
    ...facts(there),
    actor: { id: "system", roles: ["system"] as unknown as Facts["actor"]["roles"] },
  });

  it.each<readonly [string, readonly Happened[], string]>([
    ["withdrawn", [offered(), withdrawn], "withdrawn"],
    ["no longer offered", [offered(), offered([], 9)], "offer-ended"],
    ["offered to others only", [offered(["health"])], "offer-ended"],
  ])("is told: %s", (_, events, because) => {
    const there = origin(...events);
    expect(movedAt(there, "e1", "transport")).toBe(because);
    given(...borrower(), taken)
      .when(note, asked(there))
      .then({ type: "BorrowedMoved", payload: { borrowed: "b1", because } });
  });

  it("is told once, and of what stands nothing", () => {
    const moved = happened("BorrowedMoved", { borrowed: "b1", because: "withdrawn" }, "system", 11);
    given(...borrower(), taken)
      .when(note, asked(origin(offered())))
      .then();
    given(...borrower(), taken, moved)
      .when(note, asked(origin(offered(), withdrawn)))
      .then();
    const t = stateAfter(...borrower(), taken, moved);
    expect([supporting(t, day(12)), borrowedState(t.borrowed[0]!, day(12))]).toEqual([[], "withdrawn"]);
  });

  it("ends by itself on its day", () => {
    const t = stateAfter(...borrower(), taken);
    expect([day(180), day(181)].map((today) => borrowedState(t.borrowed[0]!, today))).toEqual(["in-force", "expired"]);
  });
});

describe("the distance of a context", () => {
  const limits = { nearTimes: 1.5, farTimes: 4 };
  const of = (users: number | null, version: string | null = null) => ({
    users,
    requestsPerSecond: null,
    recordsPerHour: null,
    version,
  });

  it.each<readonly [number | null, number | null, string]>([
    [100, 100, "near"],
    [100, 150, "near"],
    [150, 100, "near"],
    [100, 151, "farther"],
    [100, 400, "far"],
    [400, 100, "far"],
    [100, null, "unknown"],
    [null, 100, "unknown"],
    [0, 100, "unknown"],
  ])("from %s to %s users is %s, either way", (theirs, ours, how) => {
    const distance = contextDistance(of(theirs), of(ours), limits);
    expect([distance.measures[0]?.how, distance.overall]).toEqual([how, how]);
  });

  it("is never near with another version, nor known by one that only one side states", () => {
    expect(contextDistance(of(100, "1"), of(100, "2"), limits)).toMatchObject({ version: "other", overall: "farther" });
    expect(contextDistance(of(100, "1"), of(100, "1"), limits)).toMatchObject({ version: "same", overall: "near" });
    expect(contextDistance(of(100, "1"), of(100), limits)).toMatchObject({ version: "unknown" });
  });
});

describe("what was taken over counts for its period", () => {
  const from = (department: string, n = 1): Happened =>
    borrowed({ borrowed: `b${n}`, origin: { technology: "there", department, evidence: "e1" } });
  const counted = (...story: readonly Happened[]) =>
    sharedCounts(stateAfter(...borrower(), ...story), { policy: plainPolicy, dayOf: (at) => at.slice(0, 10) }).map(
      ({ standing, department }) => `${standing} ${department ?? "here"}`,
    );

  it("once for either department, also where it was put away and taken over again", () => {
    const away = happened("BorrowedPutAway", { borrowed: "b1", reason: text("wrong one") }, "pia", 11);
    const once = ["reused here", "taken health"];
    expect(counted(from("health"))).toEqual(once);
    expect(counted(from("health"), away, from("health", 2))).toEqual(once);
  });

  it("not at all where it comes from the own department", () => {
    expect(counted(from(stateAfter(...borrower()).proposal.department))).toEqual([]);
  });
});
