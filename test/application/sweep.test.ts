import { afterEach, beforeEach, expect, test } from "vitest";
import { handle } from "../../src/application/handle.ts";
import { onPerson } from "../../src/application/on-person.ts";
import { sweepAll } from "../../src/application/sweep.ts";
import { openViews } from "../../src/projections/views.ts";
import { House, aProposal, mustAccept } from "../support/house.ts";

let house: House;
let id: string;

/** A technology with a vote, which people may take away without an entry of its own. */
beforeEach(async () => {
  house = await House.open();
  id = await house.proposed({ tier: "IV" });
  await house.vote("approver", id, "admission");
});
afterEach(() => house.close());

const sweep = async () => sweepAll(house.services);

test("a technology whose votes were looked at today is not looked at again where nothing happened", async () => {
  expect(await sweep()).toEqual({ technologies: 1, events: 0, failed: 0 });
  expect(await sweep()).toEqual({ technologies: 0, events: 0, failed: 0 });
});

test("nor by a server that was started again", async () => {
  await sweep();
  const { ledger, clock } = house.services;
  const views = await openViews({ dataDir: house.folder, ledger, timeZone: "UTC", now: () => clock.now() });
  await views.catchUp();
  expect(views.portfolio.dueToday()).toEqual([]);
  await views.close();
});

test("it is looked at again once a role was taken away, and the vote lapses", async () => {
  await sweep();
  mustAccept(
    await handle(
      house.services,
      house.by("administrator"),
      onPerson("approver", { type: "RevokeRole", role: "approver" }),
    ),
  );
  expect(await sweep()).toEqual({ technologies: 1, events: 1, failed: 0 });
});

test("it is looked at again after an entry of its own, and after the day has passed", async () => {
  await sweep();
  await house.must("planner", id, {
    type: "ReviseProposal",
    proposal: aProposal({ tier: "IV", name: "Another name" }),
  });
  await house.vote("approver", id, "admission");
  expect(await sweep()).toMatchObject({ technologies: 1 });
  expect(await sweep()).toMatchObject({ technologies: 0 });
  house.clock.day(9);
  expect(await sweep()).toMatchObject({ technologies: 1 });
});

test("a sweep during which somebody's roles changed is done again", async () => {
  const { views } = house.services;
  const { position } = views.position();
  mustAccept(
    await handle(
      house.services,
      house.by("administrator"),
      onPerson("approver", { type: "RevokeRole", role: "approver" }),
    ),
  );
  await views.swept(house.services.today(), position);
  expect(views.portfolio.dueToday()).toEqual([id]);
});
