import { describe, expect, it, test } from "vitest";
import { earlyPolicy } from "../../support/early-policy.ts";
import { mayFind, mayRead, mayReadLessons } from "../../../src/domain/technology/may-read.ts";
import { digestOfAnswers } from "../../../src/domain/safeguards/answers.ts";
import type { Technology } from "../../../src/domain/technology/state/technology.ts";
import {
  aPiece,
  aRecord,
  by,
  day,
  digest,
  happened,
  people,
  person,
  stateAfter,
  submitted,
  text,
} from "../../support/technology.ts";
import type { Happened } from "../../support/technology.ts";

const condition = { condition: "extra-1", text: text("a condition"), dueOn: day(60), owner: "pia" };
const t = stateAfter(
  ...submitted(),
  happened("EvidenceAttached", aPiece(2, { title: text("title of pete") }), "pete", 35),
  happened("PersonRecused", { person: "axel", as: "approver" }, "axel", 35),
  happened("EvaluatorReleased", { evaluator: "eva", reason: text("ill") }, "ada", 36),
  happened(
    "GateDecided",
    {
      gate: "rollout",
      outcome: "approve-with-conditions",
      conditions: [condition],
      lessons: null,
      record: aRecord({ votes: [{ person: "ada", option: "approve", reason: text("why ada") }] }),
    },
    "ada",
    40,
  ),
);

const elsewhere = people.map((one) => ({ ...one, department: "transport" }));
const everyone = { ...earlyPolicy, reading: "everyone" } as const;
const reads = (t: Technology, id: string, more: Parameters<typeof by>[2] = { people: elsewhere }) =>
  mayRead(t, { id }, by(id, 0, more));

describe("who reads the private words and files of a technology", () => {
  test.each([
    ["an author", "pia", true],
    ["a sponsor without a role", "sven", false],
    ["an evaluator, also after the release", "eva", true],
    ["an approver who may decide", "ada", true],
    ["an auditor", "otto", true],
    ["a planner of another department", "pete", false],
    ["an evaluator who was never assigned", "enno", false],
    ["an approver with an interest of their own", "axel", false],
    ["an administrator", "adam", false],
    ["somebody without a role", "dora", false],
    ["a stranger", "nobody", false],
  ])("%s: %s", (_, id, expected) => {
    expect(reads(t, id).all).toBe(expected);
  });

  test("an evaluator of a round that is over", () => {
    const over = { ...t, evaluation: null, pastEvaluations: t.evaluation === null ? [] : [t.evaluation] };
    expect(["emil", "enno"].map((id) => reads(over, id).all)).toEqual([true, false]);
  });

  test("a sponsor with a role, and the owner of a condition", () => {
    const sponsor = elsewhere.map((one) => (one.id === "sven" ? person("sven", "planner") : one));
    expect(reads(t, "sven", { people: sponsor.map((one) => ({ ...one, department: null })) }).all).toBe(true);
    expect(reads({ ...t, conditions: [{ ...t.conditions[0]!, owner: "pete" }] }, "pete").all).toBe(true);
  });

  test("members of its department, but not its administrators", () => {
    for (const id of ["pete", "enno"]) expect(reads(t, id, { people }).all, id).toBe(true);
    for (const id of ["adam", "dora"]) expect(reads(t, id, { people }).all, id).toBe(false);
  });

  test("a deputy like any approver, where the separations let them decide", () => {
    const deputy = elsewhere.map((one) => (one.id === "abel" ? { ...one, deputyFor: ["ada"] } : one));
    expect(reads(t, "abel", { people: deputy }).all).toBe(true);
  });

  test("with the policy open to everyone: everyone who holds a role, and nobody else", () => {
    const more = { people: elsewhere, policy: everyone };
    for (const id of ["pete", "enno", "axel", "adam"]) expect(reads(t, id, more).all, id).toBe(true);
    expect(reads(t, "dora", more)).toEqual({ all: false, open: new Set() });
  });
});

describe("what everyone with a role reads", () => {
  test("the summary, the lessons, and what the record of a gate names", () => {
    const { open } = reads({ ...t, lessons: [text("lesson")] }, "pete");
    for (const word of ["summary", "lesson", "why ada", "a condition"]) expect(open.has(digest(word)), word).toBe(true);
    for (const word of ["need", "need of"]) expect(open.has(digest(word)), word).toBe(false);
    expect(reads(t, "dora").open.size).toBe(0);
  });

  test("the lessons of all technologies at once, as of each one: nobody without a role does", () => {
    const lesson = { ...t, lessons: [text("lesson")] };
    for (const id of [...people.map((person) => person.id), "nobody"]) {
      const { all, open } = reads(lesson, id);
      const may = mayReadLessons({ id }, by(id, 0, { people: elsewhere }));
      expect(may, id).toBe(all || open.has(digest("lesson")));
    }
    expect(mayReadLessons({ id: "dora" }, by("dora", 0, { people: elsewhere }))).toBe(false);
  });

  test("what they attached themselves, with its files", () => {
    const { open } = reads(t, "pete");
    const own = t.evidence.find(({ attachedBy }) => attachedBy === "pete")!;
    const other = t.evidence.find(({ attachedBy }) => attachedBy !== "pete")!;
    expect([own.title, ...own.files.map((file) => file.digest)].every((one) => open.has(one))).toBe(true);
    expect(open.has(other.title)).toBe(false);
    expect(other.files.some((file) => open.has(file.digest))).toBe(false);
  });
});

describe("whose needs a search looks into", () => {
  const finds = (id: string, policy: typeof earlyPolicy | typeof everyone = earlyPolicy) =>
    mayFind({ id }, by(id, 0, { people, policy }));
  test("all for auditors, one's own department's for those who work there, none for others", () => {
    expect(finds("otto")).toBe("all");
    expect(finds("pete")).toEqual({ person: "pete", department: "health" });
    expect(finds("adam")).toEqual({ person: "adam", department: null });
    for (const id of ["dora", "nobody"]) expect(finds(id), id).toBe("none");
    expect(finds("pete", everyone)).toBe("all");
    expect(finds("dora", everyone)).toBe("none");
  });
});

describe("who reads a safeguard that is handed in", () => {
  const piece = happened("EvidenceAttached", aPiece(3, { title: text("title of the report") }), "pia", 36);
  const answers = { version: "3.1", outcomes: ["e3"], reading: text("reading of groups"), done: text("done") };
  const of = digestOfAnswers("bias", answers);
  const stated = happened("SafeguardStated", { kind: "bias", item: "g1", answers, cleared: [] }, "pia", 37);
  const handedIn = happened("SafeguardSubmitted", { kind: "bias", item: "g1", of }, "pia", 37);
  const reviewed = {
    kind: "bias",
    item: "g1",
    outcome: "accepted",
    of,
    text: null,
    until: null,
    ground: {},
    fixes: {},
  } as const;
  const accepted = happened("SafeguardReviewed", reviewed, "enno", 38);
  const conflict = happened("PersonRecused", { person: "axel", as: "approver" }, "axel", 35);
  const draft = [...submitted(), conflict, piece, stated];
  const opened = (story: readonly Happened[], id: string) => {
    const { open } = reads(stateAfter(...story), id);
    return [text("reading of groups"), text("done"), text("title of the report")].filter((words) => open.has(words));
  };

  it("whoever may review it reads its texts and the pieces it names, once it is handed in", () => {
    expect(opened(draft, "enno")).toEqual([]);
    expect(opened([...draft, handedIn], "enno")).toHaveLength(3);
  });

  it.each(["pete", "axel", "adam", "dora"])("nobody reads it who may not review it: %s", (id) => {
    expect(opened([...draft, handedIn], id)).toEqual([]);
  });

  it("whoever reviewed these very words goes on reading them; of other words, no longer", () => {
    const after = [...draft, handedIn, accepted];
    expect(opened(after, "enno")).toHaveLength(3);
    const anew = happened(
      "SafeguardStated",
      { kind: "bias", item: "g1", answers: { ...answers, version: "3.2" }, cleared: [] },
      "pia",
      39,
    );
    expect(opened([...after, anew], "enno")).toEqual([]);
  });
});
