import { randomUUID } from "node:crypto";
import { handle } from "../../../src/application/handle.ts";
import { onOutside } from "../../../src/application/on-outside.ts";
import { addDays } from "../../../src/domain/words/days.ts";
import { expect } from "vitest";
import type { Fields, Member, Site } from "../../support/http.ts";

/** An administrator lets people without an account in to questionnaires. */
export async function openDoor(site: Site): Promise<void> {
  const { id } = await site.add("administrator");
  const by = { actor: { id, roles: ["administrator"] as const }, role: "administrator" as const };
  const command = { type: "OpenDoor", door: "questionnaires" } as const;
  const outcome = await handle(site.services, { ...by, commandId: randomUUID() }, onOutside(command));
  expect(outcome.kind).toBe("accepted");
}

/** The form that opens a collection, filled as a planner would. */
const openingForm = (site: Site, over: Fields = {}): Fields => ({
  questionnaire: "sus",
  languages: ["en", "zh-CN"],
  opensOn: site.services.today(),
  closesOn: addDays(site.services.today(), 14),
  way: "codes",
  device: "leave-out",
  second: "keep",
  straight: "keep",
  ...over,
});

/** Opened by the page: its address. */
export async function opened(site: Site, planner: Member, slug: string, over: Fields = {}): Promise<string> {
  const answer = await planner.post(`/technologies/${slug}/collections`, openingForm(site, over));
  expect([answer.status, answer.text]).toEqual([303, expect.anything()]);
  return answer.location;
}

/** Codes given out by the page: the paths they are answered at, as the list of them has it. */
export async function codes(planner: Member, collection: string, count: number, over: Fields = {}): Promise<string[]> {
  const page = await planner.get(collection);
  const issued = await planner.post(`${collection}/codes`, { count: String(count), key: page.value("key"), ...over });
  expect(issued.status).toBe(303);
  const [path = "", query = ""] = issued.location.split("?");
  const list = await planner.get(`${path}/list.csv?${query}`);
  const paths = [...list.text.matchAll(/\/q\/[0-9A-Z]{12}/g)].map(([found]) => found);
  expect(paths).toHaveLength(count);
  return paths;
}

/** Ten answers of somebody who likes it: one item goes up and down, so that people differ. */
export const liked = (n = 0): Fields =>
  Object.fromEntries(
    Array.from({ length: 10 }, (_, at) => [`a${at + 1}`, at === 0 ? String(4 + (n % 2)) : at % 2 === 0 ? "5" : "1"]),
  );
