import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { gatherFacts } from "../../src/application/facts.ts";
import { handle } from "../../src/application/handle.ts";
import { onTechnology } from "../../src/application/on-technology.ts";
import { openServices } from "../../src/application/open-services.ts";
import { propose } from "../../src/application/propose.ts";
import { readerOf } from "../../src/application/reader.ts";
import { texts } from "../../src/application/texts.ts";
import { foldEntries } from "../../src/domain/stream.ts";
import { technologyStream } from "../../src/domain/technology/streams.ts";
import { technologies } from "../../src/domain/technology/technology-stream.ts";
import { House, aProposal, mustAccept } from "../support/house.ts";
import { databaseOf } from "../support/database.ts";

let house: House;
beforeEach(async () => void (house = await House.open()));
afterEach(() => house.close());

const state = async (id: string) => {
  await house.services.views.catchUp();
  return (await house.services.views.technologyState(id))!;
};

test("words of a proposal are kept beside the ledger, their digests on it", async () => {
  const id = await house.proposed();
  const { proposal } = await state(id);
  expect(proposal.need).toMatch(/^[0-9a-f]{64}$/);
  const reader = readerOf(house.services, house.by("planner").actor, await state(id));
  expect((await texts(house.services, reader, [proposal.need])).get(proposal.need)).toEqual({
    kind: "text",
    text: "Carbon sheets smudge at the counter.",
  });
  const leaves = databaseOf(house.services).prepare("SELECT bytes FROM leaf").pluck().all() as Buffer[];
  expect(leaves.some((bytes) => bytes.includes("Carbon sheets"))).toBe(false);
});

test("the same words get another digest each time they are sealed", async () => {
  const [first, second] = [await house.proposed(), await house.proposed()];
  expect((await state(first)).proposal.need).not.toBe((await state(second)).proposal.need);
});

test("a double click proposes once and gets the first answer again", async () => {
  const submission = { ...house.by("planner"), proposal: aProposal(), predecessor: null };
  const first = mustAccept(await propose(house.services, submission));
  const second = await propose(house.services, submission);
  expect(second).toMatchObject({ kind: "repeated", stream: first.stream, version: 1 });
  await house.services.views.catchUp();
  expect(house.services.views.portfolio.pipeline().total).toBe(1);
});

test("two clicks at the same moment decide once", async () => {
  const submission = { ...house.by("planner"), proposal: aProposal(), predecessor: null };
  const outcomes = await Promise.all([propose(house.services, submission), propose(house.services, submission)]);
  expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(["accepted", "repeated"]);
});

test("a command id cannot be used for something else", async () => {
  const submission = house.by("planner");
  mustAccept(await propose(house.services, { ...submission, proposal: aProposal(), predecessor: null }));
  const other = { ...submission, proposal: aProposal({ name: "Something else" }), predecessor: null };
  expect(await propose(house.services, other)).toEqual({ kind: "command-reused" });
});

test("a repeated command gets its first answer although it would now be refused", async () => {
  const id = await house.proposed();
  const submission = house.by("planner");
  const withdraw = onTechnology(id, { type: "WithdrawProposal", reason: { text: "No money" } });
  mustAccept(await handle(house.services, submission, withdraw));
  expect(await handle(house.services, submission, withdraw)).toMatchObject({ kind: "repeated", version: 2 });
  const anew = { ...submission, commandId: randomUUID() };
  expect(await handle(house.services, anew, withdraw)).toMatchObject({ kind: "rejected" });
});

test("names become addresses, taken ones get a number, Chinese ones a short random one", async () => {
  for (const name of ["Queue forecast", "Queue: forecast", "Überblick & Plan", "智能审批", "New"])
    await house.proposed({ name });
  await house.services.views.catchUp();
  const rows = house.services.views.portfolio.page({ sort: "updated", limit: 10 }).rows;
  const slugs = rows.map(({ slug }) => slug);
  expect(slugs).toEqual(expect.arrayContaining(["queue-forecast", "queue-forecast-2", "uberblick-plan"]));
  expect(slugs.filter((slug) => /^t-[a-z0-9]{6}$/.test(slug))).toHaveLength(2);
});

test("a form filled on an older version is not decided over: it gets what happened since", async () => {
  const id = await house.proposed();
  await house.must("planner", id, { type: "ReviseProposal", proposal: aProposal({ name: "Queue forecast 2" }) });
  const outcome = await handle(
    house.services,
    { ...house.by("planner"), expectedVersion: 1 },
    onTechnology(id, { type: "WithdrawProposal", reason: { text: "No money" } }),
  );
  expect(outcome).toMatchObject({ kind: "stale", version: 2, since: [{ type: "ProposalRevised" }] });
});

test("a revision names only what changed, although every word is sealed anew", async () => {
  const id = await house.proposed();
  const { events } = await house.must("planner", id, { type: "ReviseProposal", proposal: aProposal({ tier: "II" }) });
  expect(events[0]?.payload["changed"]).toEqual(["tier"]);
});

test("a blank text counts as missing", async () => {
  const id = await house.proposed();
  const outcome = await house.ask("planner", id, { type: "WithdrawProposal", reason: { text: "  \n" } });
  expect(outcome).toMatchObject({ kind: "rejected", reasons: [{ code: "TextMissing", field: "reason" }] });
});

test("a technology that does not exist is unknown", async () => {
  expect(await house.ask("planner", "nothing", { type: "OpenPilot" })).toEqual({ kind: "unknown" });
});

test("commands given at the same time on one stream are all decided, one after the other", async () => {
  const id = await house.proposed();
  const outcomes = await Promise.all(
    [1, 2, 3, 4].map((n) => house.ask("planner", id, { type: "RecordLessons", text: { text: `Lesson ${n}` } })),
  );
  expect(outcomes.map(({ kind }) => kind)).toEqual(["accepted", "accepted", "accepted", "accepted"]);
  expect((await state(id)).lessons).toHaveLength(4);
});

test("what another process wrote since is decided on, though the state is kept here", async () => {
  const id = await house.proposed();
  await state(id);
  const beside = await openServices(house.services.config, { clock: house.clock });
  await beside.views.catchUp();
  const withdraw = onTechnology(id, { type: "WithdrawProposal", reason: { text: "No money" } });
  mustAccept(await handle(beside, house.by("planner"), withdraw));
  await beside.close();
  const revise = onTechnology(id, { type: "ReviseProposal", proposal: aProposal({ name: "Revised" }) });
  expect(await handle(house.services, house.by("planner"), revise)).toMatchObject({ kind: "rejected" });
});

test("sixteen commands at once, some on one technology, some refused, are each decided for themselves", async () => {
  const ids = await Promise.all([house.proposed(), house.proposed(), house.proposed(), house.proposed()]);
  await state(ids[0]);
  const before = (await house.services.ledger.head()).position;
  const commands = Array.from({ length: 16 }, (_, n) => {
    const proposal = n % 4 === 3 ? aProposal({ name: "" }) : aProposal({ name: `Revision ${n}` });
    return handle(
      house.services,
      house.by("planner"),
      onTechnology(ids[n % 8 < 4 ? 0 : (n % 3) + 1]!, { type: "ReviseProposal", proposal }),
    );
  });
  const outcomes = await Promise.all(commands);
  expect(outcomes.map(({ kind }) => kind)).toEqual(
    Array.from({ length: 16 }, (_, n) => (n % 4 === 3 ? "rejected" : "accepted")),
  );
  expect((await house.services.ledger.head()).position).toBe(before + 12);
  for (const id of ids) {
    const past = await house.services.ledger.readStream(technologyStream(id));
    expect(await state(id)).toEqual(foldEntries(technologies, past));
  }
});

test("a clock that was set back does not take the facts behind the ledger's newest entry", async () => {
  const id = await house.proposed();
  const { proposedAt } = await state(id);
  const behind = { ...house.services, clock: { now: () => "2001-01-01T00:00:00.000Z" } };
  const facts = gatherFacts(behind, house.by("planner").actor);
  expect(facts.now >= proposedAt).toBe(true);
  expect(facts.today >= proposedAt.slice(0, 10)).toBe(true);
});
