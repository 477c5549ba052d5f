import { afterAll, beforeAll, expect, it } from "vitest";
import { sweepAll } from "../../../src/application/sweep.ts";
import { drawReceiptCode } from "../../../src/application/receipt-code.ts";
import { HandClock } from "../../support/house.ts";
import { startSite } from "../../support/http.ts";
import type { Site } from "../../support/http.ts";
import { does, doesWith, opening, pollOf } from "../consultations/taking-part.ts";
import type { Consulting } from "../consultations/taking-part.ts";
import { admitted } from "../pilot/support.ts";
import { withDepartment } from "../proposal/support.ts";
import { documentOf, program } from "./described.ts";
import type { Program } from "./described.ts";
import type { Shapes } from "./shapes.generated.ts";
import { tokenOf } from "./support.ts";

let site: Site;
let api: Program;
let path: string;
const clock = new HandClock();
const written = "My grandmother cannot read it";

beforeAll(async () => {
  site = await startSite({}, clock);
  await withDepartment(site);
  const planner = await site.signedIn("planner");
  const slug = await admitted(site, planner, await site.signedIn("approver"), "Queue screen");
  const about: Consulting = { site, planner, slug };
  path = `/technologies/${slug}/consultations`;
  api = program(site, await tokenOf(site, planner.id, null, { scopes: ["read"] }), await documentOf(site));
  const consultation = "k1";
  await does(about, opening(about));
  await does(about, opening(about, { kind: "poll", title: "How often?", channels: ["page"], poll: pollOf("link", 9) }));
  const code = drawReceiptCode();
  const receivedOn = site.services.today();
  await doesWith(about, code, {
    ...{ type: "ReceiveContribution", consultation, channel: "letter", receivedOn },
    ...{ technology: site.services.views.portfolio.bySlug(slug)?.id ?? "", text: { text: written } },
  });
  await does(about, { type: "MakePoint", consultation, text: { text: "Larger letters" }, origin: "contributions" });
  await doesWith(about, code, { type: "PlaceContribution", points: ["p1"] });
  clock.day(40);
  await sweepAll(site.services);
  const reason = { text: "It costs too much" };
  const answer = { type: "AnswerPoint", consultation, point: "p1", change: null } as const;
  await does(about, { ...answer, disposition: "not-adopted", reason });
  const change = { kind: "text", ref: null, text: { text: "Two centimetres" } } as const;
  await does(about, { ...answer, disposition: "adopted", reason: { text: "They are right" }, change });
}, 120_000);
afterAll(() => site.stop());

const listed = async (query = "") => {
  const { status, body, headers } = await api.get(`${path}${query}`);
  expect(status).toBe(200);
  return { list: (body as unknown as Shapes["ConsultationList"]).consultations, link: headers["link"] ?? "", body };
};

it("reads what was asked and what became of each point, and nothing that anybody wrote", async () => {
  const { list, body } = await listed();
  expect(list[0]).toMatchObject({
    ...{ consultation: "k1", kind: "written", state: "over", title: "Opening hours by forecast", answer: null },
    question: { state: "shown", text: "Shall counters open by forecast?" },
    counts: { channels: { page: 0, letter: 1, phone: 0, counter: 0 }, unplaced: 0 },
    poll: null,
  });
  expect(list[0]?.points).toMatchObject([
    {
      ...{ point: "p1", text: { text: "Larger letters" }, into: null, contributions: 1 },
      answers: [
        { disposition: "not-adopted", reason: { text: "It costs too much" }, change: null },
        { disposition: "adopted", change: { kind: "text", ref: null, text: { text: "Two centimetres" } } },
      ],
    },
  ]);
  expect(JSON.stringify(body)).not.toContain(written);
});

it("gives a poll's figures once it was counted, and pages by key", async () => {
  const first = await listed("?limit=1");
  expect(first.list.map(({ consultation }) => consultation)).toEqual(["k1"]);
  expect(first.link).toContain("after=k1");
  const { list, link } = await listed("?limit=1&after=k1");
  expect(link).not.toContain("next");
  expect(list[0]?.poll).toMatchObject({ codesGiven: null, leftOut: 0 });
  expect(list[0]?.poll?.digest).toMatch(/^[0-9a-f]{64}$/);
  expect(list[0]?.poll?.options.map(({ option, count, share }) => [option.text, count, share])).toEqual([
    ["Every day", 0, null],
    ["On some days", 0, null],
    ["Not at all", 0, null],
  ]);
});
