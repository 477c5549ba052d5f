import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { noteBorrowed } from "../../../src/application/note-borrowed.ts";
import { technologies } from "../../../src/domain/technology/technology-stream.ts";
import type { JsonObject } from "../../../src/domain/words/json.ts";
import { HandClock } from "../../support/house.ts";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { withEvidence } from "../../support/technology.ts";
import { must, as, proposed } from "../gate/support.ts";
import { withDepartment } from "../proposal/support.ts";

const clock = new HandClock();
let site: Site;
let planner: Member;
let origin: string;
let here: string;

beforeAll(async () => {
  site = await startSite({}, clock);
  await withDepartment(site);
  planner = await site.signedIn("planner");
  origin = await proposed(site, planner, "Queue forecast", { tier: "I" });
  await untilEvidence(origin);
  here = await proposed(site, planner, "Ferry timetable", { tier: "I" });
  await must(site, as(planner, "planner"), origin, { type: "OfferEvidence", evidence: "e1", to: "all" });
  await site.services.views.catchUp();
});
afterAll(() => site.stop());

const idOf = (slug: string): string => site.services.views.portfolio.bySlug(slug)?.id ?? "";

/** From the proposal to a first piece. */
async function untilEvidence(slug: string): Promise<void> {
  const { ledger, views } = site.services;
  const stream = technologies.nameOf(idOf(slug));
  for (const { event, actor, role, time } of withEvidence().slice(1)) {
    const payload = JSON.parse(JSON.stringify(event.payload).replaceAll('"pia"', `"${planner.id}"`)) as JsonObject;
    const events = [{ type: event.type, schema: event.schema, payload }];
    const { length } = await ledger.readStream(stream);
    const command = { commandId: randomUUID(), commandDigest: "0".repeat(64) };
    const by = { actor: actor === "pia" ? planner.id : actor, role: role ?? "planner" };
    await ledger.append({ stream, expectedVersion: length, events, ...by, time, ...command });
  }
  await views.catchUp();
  clock.day(12);
}

it("a piece is taken over from the list, has its page where a link to evidence leads, and drifts with its origin", async () => {
  const { sharing } = site.services.views;
  const at = `/technologies/${here}/sharing`;
  expect((await planner.get(`${at}/borrowed`)).text).toContain("Queue forecast · e1");
  const taken = await planner.post(`${at}/borrowed`, { piece: `${idOf(origin)}:e1` });
  expect(taken.status).toBe(303);
  const linked = await planner.get(`/technologies/${here}/evidence/b1`);
  expect([linked.status, linked.location]).toEqual([303, `${at}/pieces/b1`]);
  const page = await planner.get(`${at}/pieces/b1`);
  expect(page.text).toContain("Queue forecast");
  expect(page.text).toContain("demand there and here");
  expect((await planner.get(`${at}/pieces/b9`)).status).toBe(404);
  expect(sharing.from(idOf(origin)).map(({ slug, borrowed, moved }) => [slug, borrowed, moved])).toEqual([
    [here, "b1", ""],
  ]);
  expect(sharing.untold(10)).toEqual([]);

  await must(site, as(planner, "planner"), origin, { type: "OfferEvidence", evidence: "e1", to: [] });
  await site.services.views.catchUp();
  // The act at the origin is told to whoever took it over, in the same breath; a sweep after it finds nothing to tell.
  const [loan] = sharing.from(idOf(origin));
  expect(loan?.moved).toBe("offer-ended");
  expect((await planner.get(`${at}/pieces/b1`)).text).toContain("no longer offered");
  expect(await noteBorrowed(site.services)).toBe(0);
  expect(sharing.untold(10)).toEqual([]);
  const { html, text } = await planner.get("/warnings?kind=borrowed-drifted");
  expect(text).toContain("b1, taken over from another technology, no longer stands where it comes from");
  expect(html).toContain(`${at}/pieces/b1`);
});

it("a copy is put away with a reason; without one what is wrong is said, and it warns no more", async () => {
  const at = `/technologies/${here}/sharing/pieces/b1`;
  const empty = await planner.post(`${at}/put-away`, { text: "" });
  expect(empty.status).toBeGreaterThanOrEqual(400);
  const put = await planner.post(`${at}/put-away`, { text: "Measured anew on our own quay." });
  expect(put.status).toBe(303);
  const page = await planner.get(at);
  expect(page.text).toContain("Measured anew on our own quay.");
  expect(page.html).not.toContain("put-away");
  expect((await planner.get("/warnings?kind=borrowed-drifted")).text).not.toContain("b1, taken over");
  expect(site.services.views.sharing.untold(10)).toEqual([]);
});

it("counts nothing as shared within a department", async () => {
  const counted = site.services.views.sharing.counts("2020-01-01", "2040-01-01");
  // Both technologies are of one department: nothing is lent or reused between departments.
  expect(
    counted
      .map(({ lent, reused }) => [lent, reused])
      .flat()
      .every((count) => count === 0),
  ).toBe(true);
});
