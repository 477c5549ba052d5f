import { createHash, randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { attachEvidence } from "../../src/application/attach-evidence.ts";
import { eraseFile, eraseText } from "../../src/application/erase.ts";
import { handle } from "../../src/application/handle.ts";
import { onTechnology } from "../../src/application/on-technology.ts";
import { onDepartments } from "../../src/application/on-departments.ts";
import { onPerson } from "../../src/application/on-person.ts";
import { onPolicy } from "../../src/application/on-policy.ts";
import { propose } from "../../src/application/propose.ts";
import { submitScores } from "../../src/application/submit-scores.ts";
import { withholdEntry } from "../../src/application/withhold.ts";
import { canonicalJson } from "../../src/domain/words/canonical.ts";
import type { JsonObject } from "../../src/domain/words/json.ts";
import type { Role } from "../../src/domain/people/roles.ts";
import { plainPolicy } from "../../src/domain/policy/default/default-policy.ts";
import { items } from "../domain/technology/scores.ts";
import { House, aProposal, mustAccept } from "../support/house.ts";
import { declared } from "../support/technology.ts";

/**
 * What a command id is bound to. A form that was filled before the product was upgraded and is sent again afterwards has
 * to find its first answer: these digests were taken from version 0.4.0 and stay.
 */
let house: House;
let digests: () => readonly string[];

const technology = "t1";
const stream = `technology-${technology}`;

beforeEach(async () => {
  house = await House.open();
  const { ledger, views } = house.services;
  for (const [person, role] of [
    ["pia", "planner"],
    ["eva", "evaluator"],
    ["emil", "evaluator"],
    ["ada", "approver"],
    ["adam", "administrator"],
  ] as const) {
    const command = { type: "AddPerson", roles: [role], department: "health" } as const;
    mustAccept(await handle(house.services, house.system(), onPerson(person, command)));
  }
  for (const [version, { event, actor, role }] of declared().entries())
    await ledger.append({
      stream,
      expectedVersion: version,
      events: [{ ...event, payload: named(event.payload as unknown as JsonObject) }],
      actor,
      role: role ?? "planner",
      time: house.clock.now(),
      commandId: randomUUID(),
      commandDigest: "0".repeat(64),
      ...(version === 0 && { claims: [{ kind: "slug", key: "queue-forecast" }] }),
    });
  house.clock.day(35);
  await views.catchUp();
  const append = vi.spyOn(ledger, "append");
  digests = () => append.mock.calls.map(([{ commandDigest }]) => commandDigest);
});
afterEach(() => house.close());

/** Under another name than the one that is proposed here. */
const named = (payload: JsonObject): JsonObject =>
  "slug" in payload ? { ...payload, proposal: { ...(payload["proposal"] as JsonObject), name: "Forecast" } } : payload;

const as = (id: string, role: Role) => ({ actor: { id, roles: [role] }, role, commandId: randomUUID() });
const byPia = () => as("pia", "planner");
const byAdam = () => as("adam", "administrator");

const last = (): string | undefined => digests().at(-1);

test("of a person's commands", async () => {
  const command = { type: "AddPerson", roles: ["planner"], department: "health" } as const;
  mustAccept(await handle(house.services, byAdam(), onPerson("mira", command)));
  expect(last()).toBe("253390b748a7ca4ea0023ebd8dd75abd175b36a1206d9149b78662c82a361d1c");
});

test("of the departments' commands", async () => {
  const command = { type: "AddDepartment", key: "parks", name: { en: "Parks", zh: "公园" } } as const;
  mustAccept(await handle(house.services, byAdam(), onDepartments(command)));
  expect(last()).toBe("b81c886914ece4c69d4ce5fe63da858e4ce76fd9640eace5ea163e8d9f45383f");
});

test("of a policy, which is all that the command says", async () => {
  const policy = { ...plainPolicy, version: 2 };
  mustAccept(await handle(house.services, byAdam(), onPolicy({ type: "PublishPolicy", policy })));
  const command = canonicalJson({ policy: JSON.parse(JSON.stringify(policy)) as JsonObject });
  expect(last()).toBe(createHash("sha256").update(command).digest("hex"));
});

test("of a technology's commands, with the words that were typed", async () => {
  const lessons = { type: "RecordLessons", text: { text: "  Ask the counter first. " } } as const;
  mustAccept(await handle(house.services, byPia(), onTechnology(technology, lessons)));
  expect(last()).toBe("8d581b7a89f1f5602d684f0a436c8ad542cb8e22acb02899880f2c30400db06e");
  const incident = {
    type: "RecordIncident",
    severity: 2,
    occurredAt: "2026-03-08T09:00:00.000Z",
    learnedAt: "2026-03-08T09:00:00.000Z",
    timeZone: "UTC",
    text: { text: "The counter stood still." },
  } as const;
  mustAccept(await handle(house.services, byPia(), onTechnology(technology, incident)));
  expect(last()).toBe("83c866061a1edd3d61b754e78036b0be23e0b91a171a78a803c847a3c9b5dafb");
  mustAccept(await handle(house.services, house.system(), onTechnology(technology, { type: "Sweep" } as never)));
  expect(last()).toBe("f13fe0b78c7e4ab242af239e3eda3e2329518397f4cb8e3a91e05dc5d203f63f");
});

test("of a proposal, without the id that is drawn for it", async () => {
  mustAccept(
    await propose(house.services, {
      ...byPia(),
      proposal: aProposal({ sponsor: "pia", need: { text: "People wait for hours at the counter." } }),
      predecessor: null,
    }),
  );
  expect(last()).toBe("a18c5c182dddf1e65e4a87e4bdc71474d3a8bc6a5a86493ceb88b52be3662782");
});

test("of evidence, by the digests of its files", async () => {
  const path = join(house.services.vault.incoming, randomUUID());
  writeFileSync(path, "minutes of a meeting\n");
  const files = [{ path, name: "minutes.txt" }];
  const title = { text: "Minutes" };
  mustAccept(await attachEvidence(house.services, { ...byPia(), technology, files, title, kind: "document" }));
  expect(last()).toBe("6ab70783598aa36169ac77cee8ba36406a73b0fc4d7fab2b48945b1a9f2b2452");
});

test("of a sheet of scores, by what stands on it", async () => {
  const answers = items.map((item) => ({ item, score: 4, evidence: ["e1"], comment: { text: `Good: ${item}` } }));
  mustAccept(await submitScores(house.services, { ...as("eva", "evaluator"), technology, items: answers }));
  const command = canonicalJson({ technology, items: answers });
  expect(last()).toBe(createHash("sha256").update(command).digest("hex"));
});

test("of an erased text, an erased file and a withheld entry", async () => {
  const ground = { text: "Art. 17, request 4/2026" };
  await house.services.views.catchUp();
  const state = await house.services.views.technologyState(technology);
  const piece = state?.evidence[0];
  if (piece === undefined) throw new Error("no evidence");
  mustAccept(await eraseText(house.services, { ...byAdam(), technology, digest: piece.title, ground }));
  expect(last()).toBe("35333ef3339ed7943d18e6cf792d6a7f4eefa939f06f242df7d75c2a81eee7a0");
  const file = { evidence: "e1", digest: piece.files[0]?.digest ?? "" };
  mustAccept(await eraseFile(house.services, { ...byAdam(), technology, ...file, ground }));
  expect(last()).toBe("f1290dd74be33d7078663928eb90f853fbe0b108b043bcd7180415bd0061dab7");
  mustAccept(await withholdEntry(house.services, { ...byAdam(), technology, entry: piece.position, ground }));
  const command = { technology, type: "WithholdEntry", entry: piece.position, ground };
  expect(last()).toBe(createHash("sha256").update(canonicalJson(command)).digest("hex"));
});
