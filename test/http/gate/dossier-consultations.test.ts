import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sweepAll } from "../../../src/application/sweep.ts";
import { addDays } from "../../../src/domain/words/days.ts";
import { HandClock } from "../../support/house.ts";
import { startSite } from "../../support/http.ts";
import type { Browser, Site } from "../../support/http.ts";
import { pagesOfPdf } from "../../support/pdf-text.ts";
import { partsOf } from "../../support/zipped.ts";
import { does, opening, pollOf } from "../consultations/taking-part.ts";
import type { Consulting } from "../consultations/taking-part.ts";
import { admitted } from "../pilot/support.ts";
import { withDepartment } from "../proposal/support.ts";

let site: Site;
let reader: Browser;
let at: string;
const clock = new HandClock();

/** One in writing, of which a point is adopted and another is not answered yet, a poll, and a hearing that runs. */
beforeAll(async () => {
  site = await startSite({}, clock);
  await withDepartment(site);
  const planner = await site.signedIn("planner");
  const about: Consulting = {
    ...{ site, planner },
    slug: await admitted(site, planner, await site.signedIn("approver"), "Queue screen"),
  };
  const consultation = "k1";
  const short = { closesOn: addDays(site.services.today(), 9), shorter: { text: "The screens are due in May." } };
  await does(about, opening(about, short));
  await does(about, opening(about, { kind: "poll", title: "How often?", channels: ["page"], poll: pollOf("link", 9) }));
  for (const text of ["Larger letters", "A loud voice", "Letters that can be read"])
    await does(about, { type: "MakePoint", consultation, text: { text }, origin: "contributions" });
  await does(about, { type: "JoinPoints", consultation, point: "p3", into: "p1" });
  clock.day(40);
  await sweepAll(site.services);
  await does(about, {
    ...{ type: "AnswerPoint", consultation, point: "p1", disposition: "adopted" },
    reason: { text: "They are right" },
    change: { kind: "text", ref: null, text: { text: "Letters of two centimetres" } },
  });
  await does(about, opening(about, { title: "Where to hang them" }));
  reader = await site.signedIn("auditor");
  at = `/technologies/${about.slug}/gates`;
}, 120_000);
afterAll(() => site.stop());

const squeezed = (text: string): string => text.replace(/[\s\u00a0\u200b]+/g, "");

/** The section of the page, a piece of text for each of its elements. */
function sectionOf(html: string): readonly string[] {
  const [, section = ""] = /<section[^>]*aria-labelledby="consultations">([\s\S]*?)<\/section>/.exec(html) ?? [];
  return section
    .replace(/<svg[\s\S]*?<\/svg>/g, "")
    .replaceAll("&#x27;", "'")
    .split(/<[^>]+>/)
    .map(squeezed)
    .filter((piece) => piece !== "");
}

describe.each([
  ["en", ["adopted", "Not answered yet", "answer due by", "Nobody chose anything."]],
  ["zh-CN", ["采纳", "尚未答复", "前答复", "没有人作出选择。"]],
] as const)("the dossier of the rollout in %s", (language, words) => {
  const headers = { "Accept-Language": language };

  it("says what the public was asked and what became of each point, as page, PDF and DOCX", async () => {
    const page = await reader.get(`${at}/rollout/dossier`, headers);
    const pieces = sectionOf(page.html);
    const told = pieces.join("\n");
    for (const word of [...words, "Opening hours by forecast", "Shall counters open by forecast?", "Larger letters"])
      expect(told).toContain(squeezed(word));
    for (const word of ["They are right", "Letters of two centimetres", "The screens are due in May.", "How often?"])
      expect(told).toContain(squeezed(word));
    expect(told).toContain("Wheretohangthem");
    // It was joined to the first, and is answered with it.
    expect(told).not.toContain("Lettersthatcanberead");
    const docx =
      partsOf((await reader.get(`${at}/rollout/dossier.docx`, headers)).bytes).get("word/document.xml") ?? "";
    const pdf = pagesOfPdf((await reader.get(`${at}/rollout/dossier.pdf`, headers)).bytes).join("");
    const texts = [
      docx
        .replace(/<[^>]+>/g, "")
        .replaceAll("&apos;", "'")
        .replaceAll("&quot;", '"'),
      pdf,
    ];
    for (const text of texts.map(squeezed)) expect(pieces.filter((piece) => !text.includes(piece))).toEqual([]);
  });
});

it("says nothing of them at a gate that asks for none", async () => {
  expect(sectionOf((await reader.get(`${at}/admission/dossier`)).html)).toEqual([]);
});
