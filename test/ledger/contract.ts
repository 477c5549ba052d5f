import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { JsonObject } from "../../src/domain/words/json.ts";
import type { AppendRequest, AppendResult, EntryQuery, Ledger, LedgerEvent, NewEvent } from "../../src/ledger/port.ts";
import { privateText } from "./text.ts";

/** What the contract needs of an engine: a fresh empty ledger, and the same one opened again. */
export interface ContractLedger {
  readonly ledger: Ledger;
  reopen(): Promise<Ledger>;
  dispose(): Promise<void>;
}

let counter = 0;

/** A request with sensible values; each call has a command id of its own. */
export function request(overrides: Partial<AppendRequest> = {}): AppendRequest {
  counter += 1;
  return {
    stream: "technology-1",
    expectedVersion: 0,
    events: [{ type: "Noted", schema: 1, payload: { number: counter } }],
    actor: "person-1",
    role: "planner",
    time: "2026-11-22T10:00:00.000Z",
    commandId: `command-${counter}`,
    commandDigest: sha256(`command-${counter}`),
    ...overrides,
  };
}

export const sha256 = (...parts: readonly (string | Buffer)[]): string => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
};

export function events(result: AppendResult): readonly LedgerEvent[] {
  if (result.kind !== "appended" && result.kind !== "repeated") throw new Error(`expected events, got ${result.kind}`);
  return result.events;
}

/** The rules every engine keeps; nothing in here knows SQL. */
export function ledgerContract(name: string, open: () => Promise<ContractLedger>): void {
  describe(`the ledger contract on ${name}`, () => {
    let held: ContractLedger;
    let ledger: Ledger;

    beforeEach(async () => {
      held = await open();
      ledger = held.ledger;
    });
    afterEach(() => held.dispose());

    test("an empty ledger has position 0, the root of nothing and no time", async () => {
      expect(await ledger.head()).toEqual({ position: 0, root: sha256(""), time: null });
      expect(await ledger.readAll(0, 10)).toEqual([]);
      expect(await ledger.readStream("technology-1")).toEqual([]);
      expect(ledger.logId).toMatch(/^[0-9a-f]{64}$/);
    });

    test("positions run over all streams, versions within each", async () => {
      await ledger.append(request({ stream: "a", events: [noted("a1"), noted("a2")] }));
      await ledger.append(request({ stream: "b", events: [noted("b1")] }));
      await ledger.append(request({ stream: "a", expectedVersion: 2, events: [noted("a3")] }));

      const all = await ledger.readAll(0, 10);
      expect(all.map(({ position, stream, version }) => [position, stream, version])).toEqual([
        [1, "a", 1],
        [2, "a", 2],
        [3, "b", 1],
        [4, "a", 3],
      ]);
      expect(await ledger.readAll(2, 1)).toEqual([all[2]]);
      expect(await ledger.readStream("a")).toEqual([all[0], all[1], all[3]]);
      expect(await ledger.readStream("a", { upTo: 3 })).toEqual([all[0], all[1]]);
      expect((await ledger.head()).position).toBe(4);
    });

    test("streams can be read by how their names begin, as of a position", async () => {
      await ledger.append(request({ stream: "person-b", events: [noted("b1")] }));
      await ledger.append(request({ stream: "person-a", events: [noted("a1"), noted("a2")] }));
      await ledger.append(request({ stream: "person", events: [noted("0")] }));
      await ledger.append(request({ stream: "personal", events: [noted("x")] }));
      await ledger.append(request({ stream: "person-中", events: [noted("z1")] }));
      const names = (list: readonly LedgerEvent[]) => list.map(({ stream, version }) => `${stream} ${version}`);

      expect(names(await ledger.readStreams("person-"))).toEqual([
        "person-a 1",
        "person-a 2",
        "person-b 1",
        "person-中 1",
      ]);
      expect(names(await ledger.readStreams("person-", { upTo: 2 }))).toEqual(["person-a 1", "person-b 1"]);
      expect(await ledger.readStreams("nobody")).toEqual([]);
    });

    test("what append answers is what a later read gives", async () => {
      const payload = {
        text: "试金石 \u0000 \u2028 😀 é",
        figures: [-0, 1e21, 0.1, -1.5e-7],
        nested: { b: null, a: [true, {}] },
      };
      const written = events(await ledger.append(request({ events: [{ type: "Noted", schema: 3, payload }] })));

      const [read] = await (await held.reopen()).readStream("technology-1");
      expect(read).toEqual(JSON.parse(JSON.stringify(written[0])));
    });

    test("a decision taken on an older version is stale and writes nothing", async () => {
      await ledger.append(request({ events: [noted("1"), noted("2")] }));
      const before = await ledger.head();

      expect(await ledger.append(request({ expectedVersion: 1 }))).toEqual({ kind: "stale", actualVersion: 2 });
      expect(await ledger.append(request({ expectedVersion: 3 }))).toEqual({ kind: "stale", actualVersion: 2 });
      expect(await ledger.head()).toEqual(before);
    });

    test("a decision that rests on another stream is stale once that one went on", async () => {
      await ledger.append(request({ stream: "person-1", events: [noted("role given")] }));
      const unchanged = [{ stream: "person-1", version: 1 }];
      expect((await ledger.append(request({ stream: "a", unchanged }))).kind).toBe("appended");
      await ledger.append(request({ stream: "person-1", expectedVersion: 1, events: [noted("role taken")] }));

      const late = request({ stream: "a", expectedVersion: 1, unchanged });
      expect(await ledger.append(late)).toEqual({ kind: "stale", actualVersion: 1 });
      expect((await ledger.readStream("a")).length).toBe(1);
      expect((await ledger.append({ ...late, unchanged: [{ stream: "person-1", version: 2 }] })).kind).toBe("appended");
    });

    test("of writers on one version exactly one wins", async () => {
      const results = await Promise.all(Array.from({ length: 20 }, () => ledger.append(request())));
      expect(results.filter(({ kind }) => kind === "appended")).toHaveLength(1);
      expect(results.filter(({ kind }) => kind === "stale")).toHaveLength(19);
    });

    test("commands that arrive together are each answered for themselves, whatever becomes of the others", async () => {
      const claims = [{ kind: "slug", key: "only-one" }];
      const first = request({ stream: "a", claims });
      const answers = await Promise.allSettled([
        ledger.append(first),
        ledger.append(request({ stream: "a" })),
        ledger.append(request({ stream: "b", claims })),
        ledger.append(first),
        ledger.append({ ...first, stream: "c", commandDigest: sha256("another") }),
        ledger.append(request({ stream: "d", events: [{ type: "Noted", schema: 1, payload: { number: NaN } }] })),
        ledger.append(request({ stream: "a", expectedVersion: 1 })),
        ledger.append(request({ stream: "e", unchanged: [{ stream: "a", version: 1 }] })),
        ...Array.from({ length: 8 }, (_, n) => ledger.append(request({ stream: `f${n}` }))),
      ]);
      const kinds = answers.map((answer) => (answer.status === "fulfilled" ? answer.value.kind : "a bug"));
      expect(kinds.slice(0, 8)).toEqual([
        "appended",
        "stale",
        "claimed",
        "repeated",
        "command-reused",
        "a bug",
        "appended",
        "stale",
      ]);
      expect(kinds.slice(8)).toEqual(Array.from({ length: 8 }, () => "appended"));
      const written = await ledger.readAll(0, 100);
      expect(written.map(({ stream, version }) => `${stream} ${version}`)).toEqual([
        "a 1",
        "a 2",
        ...Array.from({ length: 8 }, (_, n) => `f${n} 1`),
      ]);
      expect(await ledger.alteredEntries(["a", "f7"])).toEqual([]);
    });

    test("what a command would meet is its stream's version, and whether its id was used", async () => {
      const first = request();
      expect(await ledger.standing(first.stream, first.commandId)).toEqual({ version: 0, used: false });
      await ledger.append(first);
      expect(await ledger.standing(first.stream, first.commandId)).toEqual({ version: 1, used: true });
      expect(await ledger.standing("another", first.commandId)).toEqual({ version: 0, used: true });
      expect(await ledger.standing(first.stream, "another")).toEqual({ version: 1, used: false });
    });

    test("time never decreases, whatever the clock says", async () => {
      await ledger.append(request({ stream: "a", time: "2026-11-22T10:00:00.500Z" }));
      const late = events(await ledger.append(request({ stream: "b", time: "2026-11-22T09:00:00.000Z" })));
      expect(late[0]?.time).toBe("2026-11-22T10:00:00.500Z");
    });

    describe("command ids", () => {
      test("the same command again gives the first answer, also after others and a restart", async () => {
        const command = request({ events: [noted("1"), noted("2")] });
        const first = events(await ledger.append(command));
        await ledger.append(request({ expectedVersion: 2 }));

        const again = await held.reopen();
        expect(await again.append(command)).toEqual({ kind: "repeated", events: first });
        expect((await again.head()).position).toBe(3);
      });

      test("with another payload or by another actor it is refused", async () => {
        const command = request();
        await ledger.append(command);
        expect(await ledger.append({ ...command, commandDigest: sha256("other") })).toEqual({ kind: "command-reused" });
        expect(await ledger.append({ ...command, actor: "person-2" })).toEqual({ kind: "command-reused" });
      });

      test("refusals are not remembered", async () => {
        const command = request({ stream: "a", expectedVersion: 1 });
        expect((await ledger.append(command)).kind).toBe("stale");
        await ledger.append(request({ stream: "a" }));
        expect((await ledger.append(command)).kind).toBe("appended");
      });

      test("an event carries its command id", async () => {
        const written = events(await ledger.append(request({ commandId: "abc" })));
        expect(written[0]?.command).toBe("abc");
      });
    });

    describe("claims", () => {
      const slug = { kind: "slug", key: "smart-meters" };

      test("a name belongs to one stream until it is released", async () => {
        await ledger.append(request({ stream: "a", claims: [slug] }));
        expect(await ledger.claimant("slug", "smart-meters")).toBe("a");

        const refused = await ledger.append(request({ stream: "b", claims: [slug] }));
        expect(refused).toEqual({ kind: "claimed", claim: slug, by: "a" });
        expect(await ledger.readStream("b")).toEqual([]);

        await ledger.append(request({ stream: "a", expectedVersion: 1, releases: [slug] }));
        expect(await ledger.claimant("slug", "smart-meters")).toBeNull();
        expect((await ledger.append(request({ stream: "b", claims: [slug] }))).kind).toBe("appended");
      });

      test("a claim refused takes none of its commit's other claims", async () => {
        await ledger.append(request({ stream: "a", claims: [slug] }));
        await ledger.append(request({ stream: "b", claims: [{ kind: "slug", key: "free" }, slug] }));
        expect(await ledger.claimant("slug", "free")).toBeNull();
      });

      test("a stream may claim its own name again and frees only its own", async () => {
        await ledger.append(request({ stream: "a", claims: [slug] }));
        expect((await ledger.append(request({ stream: "a", expectedVersion: 1, claims: [slug] }))).kind).toBe(
          "appended",
        );
        await ledger.append(request({ stream: "b", releases: [slug] }));
        expect(await ledger.claimant("slug", "smart-meters")).toBe("a");
      });

      test("kinds do not collide", async () => {
        await ledger.append(request({ stream: "a", claims: [slug] }));
        const other = await ledger.append(request({ stream: "b", claims: [{ ...slug, kind: "alias" }] }));
        expect(other.kind).toBe("appended");
      });
    });

    describe("private texts", () => {
      test("are stored with their event, erased by another, and never silently absent", async () => {
        const text = privateText("反对意见: the pilot was too short");
        await ledger.append(request({ texts: [text] }));
        expect(await ledger.privateText(text.digest)).toEqual(text);

        await ledger.append(request({ expectedVersion: 1, erasures: [text.digest] }));
        expect(await ledger.privateText(text.digest)).toBe("erased");
        expect(await ledger.privateText(sha256("never stored"))).toBeNull();
      });

      test("a text that does not hash to its digest is a bug, and nothing is written", async () => {
        const text = { ...privateText("one"), text: "two" };
        await expect(ledger.append(request({ texts: [text] }))).rejects.toThrow(/does not hash/);
        expect((await ledger.head()).position).toBe(0);
      });
    });

    describe("an entry withheld", () => {
      const label = "Anna Muster, counter 3";
      /** What the domain lets stand in for a piece of evidence; the ledger takes any. */
      async function withholding(entry: number): Promise<NewEvent> {
        const remains = await ledger.remains(entry);
        const standIn = { schema: 1, payload: { text: "withheld" } };
        const payload = { entry, remains, standIn, ground: sha256("ground") } as unknown as JsonObject;
        return { type: "EntryWithheld", schema: 1, payload };
      }

      beforeEach(async () => {
        const text = privateText("title", "11".repeat(32));
        await ledger.append(request({ stream: "a", events: [noted("first")] }));
        await ledger.append(request({ stream: "a", expectedVersion: 1, events: [noted(label)], texts: [text] }));
        await ledger.append(request({ stream: "b", events: [noted("other")] }));
      });

      async function withhold(entry: number): Promise<readonly LedgerEvent[]> {
        const events_ = [await withholding(entry)];
        return events(
          await ledger.append(request({ stream: "a", expectedVersion: 2, events: events_, withholds: [entry] })),
        );
      }

      test("keeps its place, its envelope and its hash, and gives readers what stands in for it", async () => {
        const [hash, before] = [await ledger.leafHash(2), await ledger.readStream("a")];
        const [by] = await withhold(2);
        for (const open of [() => Promise.resolve(ledger), () => held.reopen()]) {
          const one = await open();
          const [first, gone, said] = await one.readStream("a");
          expect(first).toEqual(before[0]);
          expect(gone).toEqual({ ...before[1], payload: { text: "withheld" }, withheldBy: by?.position });
          expect(said?.position).toBe(4);
          expect((await one.readAll(1, 1))[0]).toEqual(gone);
          expect((await one.readStreams("a"))[1]).toEqual(gone);
          expect(JSON.stringify(await one.readAll(0, 10))).not.toContain(label);
          expect(await one.leafHash(2)).toBe(hash);
          expect(await one.remains(2)).toBeNull();
        }
      });

      test("says beforehand what will remain of it, and never its payload", async () => {
        const remains = await ledger.remains(2);
        expect(remains).toMatchObject({ hash: await ledger.leafHash(2), version: 2, type: "Noted", actor: "person-1" });
        expect(remains?.effects?.texts).toHaveLength(1);
        expect(JSON.stringify(remains)).not.toContain(label);
        expect(await ledger.remains(9)).toBeNull();
      });

      test("leaves the root of everything before it as it was", async () => {
        const before = await ledger.head();
        await withhold(2);
        const after = await held.reopen();
        expect((await after.head()).position).toBe(before.position + 1);
        expect((await after.append(request({ stream: "c" }))).kind).toBe("appended");
      });

      test("answers its own command's repetition with what stands in for it", async () => {
        const command = request({ stream: "d", events: [noted(label)] });
        await ledger.append(command);
        const said = [await withholding(4)];
        await ledger.append(request({ stream: "d", expectedVersion: 1, events: said, withholds: [4] }));
        const [again] = events(await ledger.append(command));
        expect(again).toMatchObject({ position: 4, payload: { text: "withheld" }, withheldBy: 5 });
      });

      test("is not taken away without an entry that says so in full, in its own stream, once", async () => {
        const fitting = await withholding(2);
        const refused = (over: Partial<AppendRequest>, why: RegExp) =>
          expect(ledger.append(request({ stream: "a", expectedVersion: 2, withholds: [2], ...over }))).rejects.toThrow(
            why,
          );
        await refused({ events: [noted("nothing said")] }, /nothing in this commit says/);
        await refused({ events: [await withholding(1)] }, /nothing in this commit says/);
        await refused({ stream: "b", expectedVersion: 1, events: [fitting] }, /nothing in this commit says/);
        const remains = { ...(fitting.payload["remains"] as JsonObject), actor: "person-9" };
        await refused({ events: [{ ...fitting, payload: { ...fitting.payload, remains } }] }, /not what is stored/);
        expect((await ledger.head()).position).toBe(3);
        await withhold(2);
        await refused({ expectedVersion: 3, events: [fitting] }, /withheld already/);
      });
    });

    describe("what could not be verified afterwards is refused", () => {
      test.each([
        ["no event", { events: [] }, /at least one event/],
        ["a lone surrogate", { events: [noted("\ud800")] }, /payload.text holds a lone surrogate/],
        ["NaN", { events: [{ type: "Noted", schema: 1, payload: { n: [1, Number.NaN] } }] }, /payload.n\[1\]/],
        ["a time with an offset", { time: "2026-11-22T10:00:00+08:00" }, /RFC 3339 UTC/],
        ["a day that is none", { time: "2026-13-22T10:00:00.000Z" }, /RFC 3339 UTC/],
        ["an empty stream", { stream: "" }, /stream is empty/],
        ["a short digest", { commandDigest: "abc" }, /commandDigest/],
      ])("%s", async (_, overrides: Partial<AppendRequest>, message) => {
        await expect(ledger.append(request(overrides))).rejects.toThrow(message);
        expect((await ledger.head()).position).toBe(0);
        expect((await ledger.append(request())).kind).toBe("appended");
      });
    });

    test("each position has its leaf hash, and the root changes with every commit", async () => {
      await ledger.append(request({ events: [noted("1"), noted("2")] }));
      const first = await ledger.head();
      await ledger.append(request({ expectedVersion: 2 }));
      expect(await ledger.leafHash(1)).toMatch(/^[0-9a-f]{64}$/);
      expect(await ledger.leafHash(1)).not.toBe(await ledger.leafHash(2));
      expect(await ledger.leafHash(4)).toBeNull();
      expect((await ledger.head()).root).not.toBe(first.root);
    });

    test("entries are found by stream, by whom, by type and by time, newest first and only as many as asked", async () => {
      const written = [
        { stream: "technology-1", actor: "ada", type: "Proposed", day: 1 },
        { stream: "technology-2", actor: "pia", type: "Proposed", day: 1 },
        { stream: "person-ada", actor: "adam", type: "Granted", day: 2 },
        { stream: "technology-1", actor: "ada", type: "Voted", day: 3 },
        { stream: "technology-2", actor: "ada", type: "Voted", day: 3 },
        { stream: "technology-1", actor: "abel", type: "Voted", day: 4 },
      ];
      const versions = new Map<string, number>();
      for (const { stream, actor, type, day } of written) {
        const expectedVersion = versions.get(stream) ?? 0;
        versions.set(stream, expectedVersion + 1);
        const time = `2026-11-2${day}T10:00:00.000Z`;
        await ledger.append(
          request({ stream, actor, time, expectedVersion, events: [{ type, schema: 1, payload: {} }] }),
        );
      }
      const found = async (query: Partial<EntryQuery>) =>
        (await ledger.find({ limit: 9, ...query })).map(({ position }) => position);
      expect(await found({})).toEqual([6, 5, 4, 3, 2, 1]);
      expect(await found({ limit: 2, before: 5 })).toEqual([4, 3]);
      expect(await found({ actor: "ada" })).toEqual([5, 4, 1]);
      expect(await found({ actor: "ada", limit: 2 })).toEqual([5, 4]);
      expect(await found({ actor: "ada", types: ["Voted"], before: 5 })).toEqual([4]);
      expect(await found({ types: ["Voted", "Granted"] })).toEqual([6, 5, 4, 3]);
      expect(await found({ types: ["Voted"], from: 5 })).toEqual([6, 5]);
      expect(await found({ stream: "technology-1" })).toEqual([6, 4, 1]);
      expect(await found({ stream: "technology-1", actor: "ada", types: ["Voted"] })).toEqual([4]);
      expect(await found({ actor: "nobody" })).toEqual([]);
      expect(await ledger.positionAt("2026-11-20T00:00:00.000Z")).toBe(1);
      expect(await ledger.positionAt("2026-11-23T10:00:00.000Z")).toBe(4);
      expect(await ledger.positionAt("2026-11-23T10:00:00.001Z")).toBe(6);
      expect(await ledger.positionAt("2026-12-01T00:00:00.000Z")).toBe(7);
      expect(await ledger.anyStream("technology-")).toBe(true);
      expect(await ledger.anyStream("policy")).toBe(false);
    });

    test("streams, actors and what the bytes name are answered by the entries there are", async () => {
      const digest = sha256("a file");
      await ledger.append(request({ stream: "technology-2", events: [typed("Proposed"), typed("Voted")] }));
      await ledger.append(request({ stream: "technology-1", actor: "pia", events: [typed("Proposed")] }));
      await ledger.append(
        request({ stream: "technology-1", expectedVersion: 1, events: [typed("Attached", digest), typed("Proposed")] }),
      );
      expect([await ledger.streamAt(3), await ledger.streamAt(6)]).toEqual(["technology-1", null]);
      const hash = (await ledger.leafHash(3)) ?? "";
      for (const length of [6, 7, 8, 9, 31, 64]) expect(await ledger.hashed(hash.slice(0, length), 9)).toEqual([3]);
      const other = `${hash.slice(0, 63)}${hash.endsWith("0") ? "1" : "0"}`;
      for (const beginning of [other, hash.slice(0, 5), "", "*".repeat(6), hash.toUpperCase().replace(/^\d+/, "A")])
        expect(await ledger.hashed(beginning, 9)).toEqual([]);
      expect(await ledger.streamsWith("Proposed")).toEqual(["technology-2", "technology-1"]);
      expect(await ledger.streamsWith("Retired")).toEqual([]);
      expect(new Set(await ledger.actorsOf("technology-1"))).toEqual(new Set(["pia", "person-1"]));
      expect(await ledger.actorsOf("technology-3")).toEqual([]);
      expect([await ledger.names(digest), await ledger.names(sha256("another"))]).toEqual([true, false]);
      expect(await ledger.streamsNaming(digest, ["Noted", "Attached"])).toEqual(["technology-1"]);
      expect(await ledger.streamsNaming(digest, ["Noted"])).toEqual([]);
    });

    test("commands that are forgotten are refused when they come again; those of other streams are answered", async () => {
      const [gone, kept] = [request(), request({ stream: "technology-2" })];
      await ledger.append(gone);
      await ledger.append(kept);
      await ledger.forgetCommands(gone.stream);
      expect((await ledger.append(gone)).kind).toBe("command-reused");
      expect((await ledger.append(kept)).kind).toBe("repeated");
    });

    test("untouched entries lead to the signed root, and the place stands where it was opened", async () => {
      expect([await ledger.checkpoint(), await ledger.alteredEntries(["technology-1"])]).toEqual([null, []]);
      await ledger.append(request({ events: [noted("1"), noted("2"), noted("3")] }));
      expect(await ledger.checkpoint()).toMatch(/\n3\n/);
      expect(await ledger.alteredEntries(["technology-1", "technology-9"])).toEqual([]);
      await expect(ledger.checkPlace()).resolves.toBeUndefined();
      expect(ledger.readOnly).toBeNull();
    });

    test("log and head survive a restart", async () => {
      await ledger.append(request());
      const before = [ledger.logId, await ledger.head()];
      const again = await held.reopen();
      expect([again.logId, await again.head()]).toEqual(before);
    });
  });
}

const typed = (type: string, digest = "") => ({ type, schema: 1, payload: { digest } });
const noted = (text: string) => ({ type: "Noted", schema: 1, payload: { text } });
