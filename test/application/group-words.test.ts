import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { eraseText } from "../../src/application/erase.ts";
import { recheckEvidence } from "../../src/application/recheck.ts";
import type { Services } from "../../src/application/services.ts";
import type { EvidencePiece } from "../../src/domain/technology/state/evidence.ts";
import { dayNumber, House, mustAccept } from "../support/house.ts";
import { databaseOf } from "../support/database.ts";

let house: House;
let id: string;
let slug: string;
beforeEach(async () => {
  house = await House.open();
  id = await house.planned();
  slug = (await house.services.views.technologyState(id))!.slug;
  house.clock.day(1);
  await house.must("planner", id, { type: "OpenPilot" });
  house.clock.day(5);
});
afterEach(() => house.close());

/** A pilot that begins after the first one's. */
const later = { startsOn: dayNumber(7), looks: [dayNumber(18), dayNumber(20)] };

/** Three people of each group, in the order given. */
function sus(...groups: readonly string[]): string {
  const rows = groups.flatMap((group, at) => [1, 2, 3].map((n) => `p${at}${n},${group},4,2,4,2,4,2,4,2,4,2`));
  return ["participant,group,q1,q2,q3,q4,q5,q6,q7,q8,q9,q10", ...rows].join("\n");
}

async function pieceOf(evidence = "e1") {
  await house.services.views.catchUp();
  return (await house.services.views.technologyState(id))!.evidence.find((one) => one.evidence === evidence)!;
}

const groupsOf = ({ statistics }: Pick<EvidencePiece, "statistics">) =>
  statistics.kind === "sus" ? statistics.groups.map(({ group }) => group) : [];

const wordsBeside = async ({ ledger }: Services, { groupWords = [] }: Pick<EvidencePiece, "groupWords">) =>
  Promise.all(
    groupWords.map(async ({ group }) => {
      const found = await ledger.privateText(group);
      return found === null || found === "erased" ? found : found.text;
    }),
  );

const onTheLedger = ({ ledger }: Services): string =>
  databaseOf({ ledger }).prepare<[], Buffer>("SELECT bytes FROM leaf").pluck().all().map(String).join("\n");

test("a group that neither plan nor policy names is on the ledger by number, in the order of the file, its word beside it", async () => {
  mustAccept(await house.attach(id, { "a.csv": sus("Zhang San", "older", "Anna Müller", "staff") }));
  const piece = await pieceOf();
  expect(groupsOf(piece)).toEqual(["older", "staff", 1, 2]);
  expect(await wordsBeside(house.services, piece)).toEqual(["Zhang San", "Anna Müller"]);
  expect(onTheLedger(house.services)).not.toMatch(/Zhang San|Anna M/);
});

test("the plan's groups keep their names, however the file composes them", async () => {
  const fairness = { measure: "selection", favourable: "positive", reference: "Bern", groups: ["Zürich"] } as const;
  const chosen = { applicable: true, reason: null, floor: null, minimumSample: null, margin: null, anytime: false };
  const own = await house.planned({ fairness, indicators: { fairness: chosen }, ...later }, { name: "Another" });
  house.clock.day(7);
  await house.must("planner", own, { type: "OpenPilot" });
  house.clock.day(8);
  const rows = ["Bern", "Zu\u0308rich", "Uri"].flatMap((group) => [`${group},1,1`, `${group},0,1`]);
  mustAccept(await house.attach(own, { "o.csv": ["group,outcome,prediction", ...rows].join("\n") }));
  await house.services.views.catchUp();
  const piece = (await house.services.views.technologyState(own))!.evidence[0]!;
  expect(piece.statistics).toMatchObject({ groups: [{ group: "Bern" }, { group: "Zürich" }, { group: 1 }] });
  expect(await wordsBeside(house.services, piece)).toEqual(["Uri"]);
});

test("a recheck compares by number, and still does once a word is erased", async () => {
  mustAccept(await house.attach(id, { "a.csv": sus("Zhang San", "Anna") }));
  expect(await recheckEvidence(house.services, slug)).toMatchObject({ same: true });
  const { groupWords } = await pieceOf();
  const erasure = { technology: id, digest: groupWords![0]!.group, ground: { text: "A name" } };
  mustAccept(await eraseText(house.services, { ...house.by("administrator"), ...erasure }));
  expect(await wordsBeside(house.services, await pieceOf())).toEqual(["erased", "Anna"]);
  expect(await recheckEvidence(house.services, slug)).toMatchObject({ same: true });
});

test("erasing a group's word leaves a title of the same words", async () => {
  mustAccept(await house.attach(id, { "a.csv": sus("A file") }));
  const { title, groupWords } = await pieceOf();
  expect(groupWords![0]!.group).not.toBe(title);
});

test("a record from before, which names all its groups, is read and rechecked as it was written", async () => {
  mustAccept(await house.attach(id, { "a.csv": sus("Zhang San", "older") }));
  const { ledger, clock } = house.services;
  const stream = `technology-${id}`;
  const past = await ledger.readStream(stream);
  const attached = past.find(({ type }) => type === "EvidenceAttached")!;
  const { groupWords: _words, statistics, ...rest } = attached.payload as unknown as EvidencePiece;
  const before =
    statistics.kind === "sus"
      ? statistics.groups.map((one) => (one.group === 1 ? { ...one, group: "Zhang San" } : one))
      : [];
  const byName = { ...statistics, groups: before.toSorted((a, b) => (String(a.group) < String(b.group) ? -1 : 1)) };
  await ledger.append({
    stream,
    expectedVersion: past.length,
    events: [{ type: "EvidenceAttached", schema: 2, payload: { ...rest, evidence: "e2", statistics: byName } }],
    actor: "planner",
    role: "planner",
    time: clock.now(),
    commandId: randomUUID(),
    commandDigest: "0".repeat(64),
  });
  expect(groupsOf(await pieceOf("e2"))).toEqual(["Zhang San", "older"]);
  const found = await recheckEvidence(house.services, slug, "e2");
  expect(found).toMatchObject({ same: true });
});

test("the order in which files are given changes no number", async () => {
  const [a, b] = [sus("Anna"), sus("Ben").replaceAll("p0", "r0")];
  mustAccept(await house.attach(id, { "a.csv": a, "b.csv": b }));
  const other = await house.planned(later, { name: "Another" });
  house.clock.day(7);
  await house.must("planner", other, { type: "OpenPilot" });
  house.clock.day(8);
  mustAccept(await house.attach(other, { "b.csv": b, "a.csv": a }));
  await house.services.views.catchUp();
  const [one, two] = [await pieceOf(), (await house.services.views.technologyState(other))!.evidence[0]!];
  expect(one.statistics).toEqual(two.statistics);
  expect(await wordsBeside(house.services, one)).toEqual(await wordsBeside(house.services, two));
});
