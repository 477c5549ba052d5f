import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { handle } from "../../src/application/handle.ts";
import { onPerson } from "../../src/application/on-person.ts";
import { replayDecision } from "../../src/application/replay.ts";
import { verifyBeside } from "../../src/application/verify-beside.ts";
import { verifyRecord } from "../../src/application/verify.ts";
import { ledgerCommand } from "../../src/cli/ledger.ts";
import type { PersonCommand } from "../../src/domain/people/person.ts";
import type { JsonObject } from "../../src/domain/words/json.ts";
import { personStream } from "../../src/domain/people/streams.ts";
import { House, dayNumber, mustAccept } from "../support/house.ts";

let built: House;
let house: House;
let id: string;

beforeAll(async () => {
  built = await House.open();
  id = await built.proposed();
});
beforeEach(async () => void (house = await built.copy()));
afterEach(() => house.close());
afterAll(() => built.close());

type Forged = { readonly stream?: string; readonly type?: string; readonly actor?: string; readonly role?: string };

/** Appends what no decider gave, signed like everything else; answers its position. */
async function forge(
  { stream = `technology-${id}`, type = "LessonsRecorded", actor = "approver", role = "approver" }: Forged,
  payload: JsonObject = { text: "0".repeat(64) },
): Promise<number> {
  const { ledger, clock } = house.services;
  const result = await ledger.append({
    stream,
    expectedVersion: (await ledger.readStream(stream)).length,
    events: [{ type, schema: 1, payload }],
    actor,
    role,
    time: clock.now(),
    commandId: randomUUID(),
    commandDigest: "0".repeat(64),
  });
  if (result.kind !== "appended") throw new Error(result.kind);
  return result.events[0]?.position ?? 0;
}

const found = async () =>
  (await verifyRecord({ dataDir: house.folder })).findings.map(
    ({ place, kind, message }) => `${place} ${kind}: ${message}`,
  );

const person = async (by: string, who: string, command: PersonCommand) =>
  mustAccept(await handle(house.services, house.by(by), onPerson(who, command)));

const aVote = { gate: "admission", option: "approve", reason: "0".repeat(64), ground: "0".repeat(64), lessons: null };

describe("each actor held the role they acted in", () => {
  test("what people did by the rules is theirs", async () => {
    await house.vote("approver", id, "admission");
    expect(await found()).toEqual([]);
  });

  test("who lacks the role is named with the place, on the command line and in a thread of its own", async () => {
    const at = await forge({ actor: "planner", role: "approver" });
    expect(await found()).toEqual([`entry ${at} authority: planner acted as approver, a role they did not hold then`]);
    const lines: string[] = [];
    const io = { out: (line: string) => void lines.push(line), err: () => undefined };
    expect(
      await ledgerCommand(["verify"], io, { dataDir: house.folder, shipTo: [], smtpUrl: null, mailFrom: null }),
    ).toBe(1);
    expect(lines.join("\n")).toContain(`FINDING  entry ${at}: planner acted as approver`);
    expect((await verifyBeside({ dataDir: house.folder })).findings).toHaveLength(1);
  });

  test.each<[string, Forged, RegExp]>([
    ["a person nobody added", { actor: "stranger" }, /stranger acted as approver/],
    [
      "a role that such an entry is not for",
      { type: "TechnologyRetired", actor: "planner", role: "planner" },
      /TechnologyRetired is not for the role planner/,
    ],
    [
      "the system where a person must",
      { type: "VoteCast", actor: "system", role: "system" },
      /VoteCast is not for the system/,
    ],
    [
      "a person as the system",
      { type: "EvidenceExpired", actor: "planner", role: "system" },
      /planner acted as system/,
    ],
    [
      "roles given by somebody who does not administer",
      { stream: personStream("planner"), type: "RoleGranted", actor: "planner", role: "planner" },
      /RoleGranted is not for the role planner/,
    ],
    [
      "what somebody does as themselves to another's account",
      { stream: personStream("planner"), type: "NoticeAcknowledged", actor: "approver", role: "oneself" },
      /NoticeAcknowledged is not for the role oneself/,
    ],
    [
      "a role that somebody gives themselves",
      { stream: personStream("planner"), type: "RoleGranted", actor: "planner", role: "oneself" },
      /RoleGranted is not for the role oneself/,
    ],
    [
      "a department closed by an approver",
      { stream: "departments", type: "DepartmentClosed" },
      /DepartmentClosed is not for the role approver/,
    ],
    [
      "a second policy from the system",
      { stream: "policy", type: "PolicyPublished", actor: "system", role: "system" },
      /PolicyPublished is not for the system/,
    ],
    [
      "a loss declared by a person",
      { stream: "ledger", type: "LossDeclared" },
      /LossDeclared is not for the role approver/,
    ],
  ])("%s is a finding", async (_, forged, message) => {
    const at = await forge(forged, { role: "approver" });
    expect(await found()).toEqual([expect.stringMatching(message)]);
    expect((await found())[0]).toContain(`entry ${at} authority`);
  });

  test("a role counts from the entry that gives it to the one that takes it away", async () => {
    await person("administrator", "planner", { type: "GrantRole", role: "approver" });
    await forge({ actor: "planner" });
    expect(await found()).toEqual([]);
    await person("administrator", "planner", { type: "RevokeRole", role: "approver" });
    await forge({ actor: "planner" });
    expect(await found()).toEqual([expect.stringContaining("planner acted as approver")]);
  });

  test("who is disabled acts no more", async () => {
    await person("administrator", "approver", { type: "DisablePerson" });
    await forge({});
    expect(await found()).toHaveLength(1);
  });

  test("a vote for an office is the deputy's in the days that the office named, and nobody else's", async () => {
    const days = { from: dayNumber(0), until: dayNumber(5) };
    await person("approver", "approver", { type: "NameDeputy", deputy: "approver2", ...days });
    const payload = { ...aVote, onBehalfOf: "approver" };
    await forge({ type: "VoteCast", actor: "approver2" }, payload);
    expect(await found()).toEqual([]);
    await forge({ type: "VoteCast", actor: "approver3" }, payload);
    expect(await found()).toEqual([expect.stringContaining("approver3 voted for approver")]);
    house.clock.day(8);
    await forge({ type: "VoteCast", actor: "approver2" }, payload);
    expect(await found()).toEqual([expect.anything(), expect.stringContaining("approver2 voted for approver")]);
  });

  test("entries of a kind that this version does not know are counted aloud", async () => {
    await forge({ stream: "weather" });
    const { ok, notes } = await verifyRecord({ dataDir: house.folder });
    expect(ok).toBe(true);
    expect(notes).toContain("Entries of a kind unknown here, whose they were to make was not checked: 1");
  });
});

describe("a replayed decision", () => {
  test("knows who gave a role, and whose deputy voted, though neither acted on the technology", async () => {
    await person("administrator", "planner", { type: "GrantRole", role: "approver" });
    const days = { from: dayNumber(0), until: dayNumber(5) };
    await person("approver2", "approver2", { type: "NameDeputy", deputy: "approver3", ...days });
    await forge({ type: "VoteCast", actor: "approver3" }, { ...aVote, onBehalfOf: "approver2" });
    await house.vote("approver", id, "admission");
    const replay = await replayDecision(house.services, "queue-forecast/admission");
    expect(replay?.differences.filter(({ cause }) => cause === "authority")).toEqual([]);
  });

  test("that rests on an entry which was not its actor's to make is not the same", async () => {
    const at = await forge(
      { type: "DissentRecorded", actor: "evaluator", role: "approver" },
      { by: "evaluator", text: "0".repeat(64) },
    );
    await house.vote("approver", id, "admission");
    const replay = await replayDecision(house.services, "queue-forecast/admission");
    expect(replay?.same).toBe(false);
    expect(replay?.differences).toContainEqual(expect.objectContaining({ where: `entry ${at}`, cause: "authority" }));
  });

  test("names the entry that gave an actor the role, where that was not allowed", async () => {
    const at = await forge(
      { stream: personStream("planner2"), type: "RoleGranted", actor: "planner", role: "planner" },
      { role: "approver" },
    );
    await house.services.views.catchUp();
    await house.vote("planner2", id, "admission");
    const replay = await replayDecision(house.services, "queue-forecast/admission");
    expect(replay?.same).toBe(false);
    expect(replay?.differences[0]).toMatchObject({ where: `entry ${at}`, cause: "authority" });
  });

  test("is not spoilt by what comes after it", async () => {
    await house.vote("approver", id, "admission");
    await forge({ actor: "planner", role: "approver" });
    expect(await replayDecision(house.services, "queue-forecast/admission")).toMatchObject({ same: true });
  });
});
