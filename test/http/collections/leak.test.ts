import { afterAll, beforeAll, expect, it } from "vitest";
import { databaseOf } from "../../support/database.ts";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { outsideAddresses } from "../../support/outside-addresses.ts";
import { piloting } from "../evidence/support.ts";
import { withDepartment } from "../proposal/support.ts";
import { codes, liked, opened, openDoor } from "./support.ts";

let site: Site;
let planner: Member;

beforeAll(async () => {
  site = await startSite();
  planner = await site.signedIn("planner");
  await withDepartment(site);
  await openDoor(site);
});
afterAll(() => site.stop());

/** Written for whoever has a code. */
const forEverybody = ["The transport office asks you.", "Find the next bus", "Buy a ticket"];

it("an address for people outside shows what was written for them and nothing else, in either language", async () => {
  const slug = await piloting(site, planner, await site.signedIn("approver"), "Bus displays");
  await planner.post(`/technologies/${slug}/questions`, { to: "approvers", about: "whole", text: "Who pays for it?" });
  const shared = { introduction: forEverybody[0] ?? "", places: "Tunnel office" };
  const sus = await opened(site, planner, slug, shared);
  const sheet = await opened(site, planner, slug, {
    ...shared,
    questionnaire: "tasks",
    tasks: forEverybody.slice(1).join("\n"),
  });
  const [used = "", fresh = ""] = await codes(planner, sus, 2);
  const [moderator = ""] = await codes(planner, sheet, 1);
  const stranger = site.browser();
  await stranger.post(used, { ...liked(), go: "send" });
  await stranger.post(`${moderator}/sheets`, { "t1.outcome": "success" });
  const database = databaseOf(site.services);
  const texts = database.prepare<[], string>("SELECT text FROM private_text WHERE text IS NOT NULL").pluck().all();
  const people = site.services.views.people.all().map(({ id }) => id);
  const hashes = database.prepare<[], string>("SELECT hash FROM collection_code").pluck().all();
  const secrets = [...texts.filter((text) => !forEverybody.includes(text) && text.length > 3), ...people, ...hashes];
  expect(secrets.length).toBeGreaterThan(15);
  const codesOf = [used, fresh, moderator].map((path) => path.slice("/q/".length));
  const addresses = codesOf.flatMap((code) =>
    Object.entries(outsideAddresses(slug, code)).flatMap(([pattern, all]) => (pattern.startsWith("/q") ? all : [])),
  );
  for (const address of new Set(addresses))
    for (const language of ["en", "zh-CN"]) {
      const answer = await stranger.get(address, { "accept-language": language });
      const whole = `${answer.html}\n${answer.text}\n${JSON.stringify(answer.headers)}`;
      expect(
        secrets.filter((secret) => whole.includes(secret)),
        address,
      ).toEqual([]);
      expect(answer.headers["set-cookie"]).toBeUndefined();
    }
  // The code stands in the address, and the log has its pattern alone.
  expect(JSON.stringify(site.log())).not.toContain(codesOf[1]);
});
