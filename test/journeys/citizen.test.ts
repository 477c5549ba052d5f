import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sweepAll } from "../../src/application/sweep.ts";
import { does, doesWith, opening, openDoorsBy } from "../http/consultations/taking-part.ts";
import type { Consulting } from "../http/consultations/taking-part.ts";
import { password, scenesNamed, startDemo } from "../support/demo.ts";
import type { DemoSite } from "../support/demo.ts";
import { checked, enter, reach } from "../support/journey-citizen.ts";
import { Inspector } from "../support/journey-inspector.ts";
import { Visitor } from "../support/journey-visitor.ts";
import type { VisitorOptions } from "../support/journey-visitor.ts";
import { openBrowser } from "../support/screenshot.ts";

let demo: DemoSite;
let server: Server;
let chromium: Browser;
let about: Consulting;

beforeAll(async () => {
  demo = await startDemo(scenesNamed("Bus arrival prediction"));
  const { services } = demo;
  const people = services.views.people.all();
  const row = services.views.portfolio.page({ sort: "name", limit: 1 }).rows[0];
  const authors = (await services.views.technologyState(row?.id ?? ""))?.authors ?? [];
  const planner = people.find(({ id, roles }) => roles.includes("planner") && authors.includes(id));
  about = { site: demo, planner: { id: planner?.id ?? "" }, slug: row?.slug ?? "" };
  const administrator = people.find(({ roles }) => roles.includes("administrator"))?.id ?? "";
  await openDoorsBy(demo, administrator, "pages", "consultations");
  await does(about, opening(about));
  await sweepAll(services);
  server = await new Promise<Server>((ready) => {
    const listening = demo.app.listen(0, "127.0.0.1", () => ready(listening));
  });
  chromium = await openBrowser();
});

afterAll(async () => {
  await chromium.close();
  server.close();
  await demo.stop();
});

const url = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

type Phone = Pick<VisitorOptions, "locale" | "javaScript"> & { readonly keys: boolean };

/** Somebody with a telephone of 320 pixels; axe looks where scripts run, and where they do not the keys alone are used. */
async function arrive({ locale, javaScript }: Phone): Promise<Visitor> {
  const inspector = new Inspector({ name: `citizen-${locale}-${javaScript}`, axe: javaScript, closely: "state" });
  const visitor = await Visitor.arrive({ browser: chromium, url, locale, javaScript, inspector });
  await visitor.page.setViewportSize({ width: 320, height: 640 });
  return visitor;
}

const phones: readonly [string, Phone][] = [
  ["in English, by the keyboard, without scripts", { locale: "en", javaScript: false, keys: true }],
  ["in English", { locale: "en", javaScript: true, keys: false }],
  ["in Chinese", { locale: "zh-CN", javaScript: true, keys: false }],
];

describe.each(phones)("a citizen with a telephone (%s)", (_, phone) => {
  let citizen: Visitor;
  let code = "";
  const words = `What about the stops without a shelter? (${JSON.stringify(phone)})`;
  beforeAll(async () => {
    citizen = await arrive(phone);
  });
  afterAll(() => citizen.leave());

  const press = async (button: string, status = 200): Promise<void> => {
    if (!phone.keys) return citizen.press(button, { status });
    await reach(citizen, citizen.page.getByRole("button", { name: button, exact: true }));
    await enter(citizen);
  };
  const follow = async (link: string): Promise<void> => {
    if (!phone.keys) return citizen.follow(link);
    await reach(citizen, citizen.page.getByRole("link", { name: link, exact: true }).first());
    await enter(citizen);
  };
  const type = async (label: string, text: string): Promise<void> => {
    if (!phone.keys) return citizen.fill(label, text);
    await reach(citizen, citizen.field(label));
    await citizen.page.keyboard.type(text);
  };

  it("reads what was decided about a technology and checks it by the program that the page describes", async () => {
    await citizen.open(`/public/technologies/${about.slug}?lang=${phone.locale}`);
    await citizen.reads(citizen.t("publication:decided.completion.approve"));
    const proof = citizen.page.getByRole("link", { name: citizen.t("publication:proof.file") });
    expect(await checked(citizen, proof)).toContain("gate completion, outcome approve");
  });

  it("comes to what the public is asked, and says what they think after looking it over", async () => {
    await citizen.open(`/public/technologies/${about.slug}?lang=${phone.locale}`);
    await follow("Opening hours by forecast");
    await citizen.reads("Shall counters open by forecast?");
    await follow(citizen.t("taking-part:respond"));
    await press(citizen.t("taking-part:write.preview"), 422);
    await citizen.reads(citizen.t("taking-part:write.textMissing"));
    await type(citizen.t("taking-part:write.text"), words);
    await press(citizen.t("taking-part:write.preview"));
    await citizen.reads(words);
    await press(citizen.t("taking-part:write.send"));
    code = await citizen.page.locator(".ts-receipt").innerText();
    expect(code).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
  });

  it("comes back with the code, and checks by the same program that these words were entered", async () => {
    await citizen.open(`/public/consultations?lang=${phone.locale}`);
    await follow(citizen.t("taking-part:list.receipt"));
    await type(citizen.t("taking-part:receipt.code"), code.toLowerCase());
    await press(citizen.t("taking-part:receipt.look"));
    await citizen.reads(citizen.t("taking-part:receipt.noPoint"));
    await citizen.unfold(citizen.t("outside:proof.title"));
    const proof = citizen.page.getByRole("button", { name: citizen.t("outside:proof.download") });
    expect(await checked(citizen, proof)).toContain(`Its words are: ${JSON.stringify(words)}`);
  });

  it("sees in which point it was put", async () => {
    await does(about, { type: "MakePoint", consultation: "k1", text: { text: words }, origin: "contributions" });
    const points = (await demo.services.views.technologyState(technologyHere()))?.consultations[0]?.points ?? [];
    await doesWith(about, code, { type: "PlaceContribution", points: [points.at(-1)?.point ?? ""] });
    await citizen.open(`/public/consultations/receipt?lang=${phone.locale}`);
    await type(citizen.t("taking-part:receipt.code"), code);
    await press(citizen.t("taking-part:receipt.look"));
    await citizen.reads(citizen.t("taking-part:points.open"));
  });
});

describe("a clerk", () => {
  const letter = "My mother reads the timetable at the stop. Please keep it.";
  const reason = "Paper stays at every stop: whoever has no telephone needs it.";
  const inspector = new Inspector({ name: "clerk", axe: true, closely: "state" });
  let clerk: Visitor;
  let writer: Visitor;
  let code = "";
  const here = (page: string): string => `/technologies/${about.slug}/consultations/k1${page}`;

  beforeAll(async () => {
    clerk = await Visitor.arrive({ browser: chromium, url, locale: "en", javaScript: true, inspector });
    writer = await arrive({ locale: "zh-CN", javaScript: true, keys: false });
  });
  afterAll(async () => {
    await clerk.leave();
    await writer.leave();
  });

  it("types in a letter with the day it came, and hands out the code for its writer", async () => {
    await clerk.signIn(await loginOf(about.planner.id), password);
    await clerk.open(here("/contributions/new"));
    await clerk.choose(clerk.t("consultations:act.takeIn.channel"), clerk.t("consultations:act.takeIn.by.letter"));
    await clerk.fill(clerk.t("consultations:act.takeIn.text"), letter);
    await clerk.press(clerk.t("consultations:act.takeIn.button"));
    code = await clerk.page.locator(".ts-receipt").innerText();
  });

  it("makes a point of it, puts the letter there, and answers the point when the consultation is over", async () => {
    await clerk.open(here("/points/new"));
    await clerk.fill(clerk.t("consultations:act.point.text"), "Keep the timetable on paper.");
    await clerk.press(clerk.t("consultations:act.point.button"));
    await clerk.open(here("/contributions?point=none"));
    await clerk.page.locator('input[name="contribution"]').check();
    await clerk.page.locator('input[name="point"]').last().check();
    await clerk.press(clerk.t("consultations:contributions.place"));
    demo.clock.advance(30);
    await sweepAll(demo.services);
    const point = (await consultation())?.points.at(-1)?.point ?? "";
    await clerk.open(here("/points"));
    await clerk.follow(clerk.t("consultations:act.disposition.link"), { within: clerk.page.locator(`#${point}`) });
    await clerk.choose(
      clerk.t("consultations:act.disposition.what"),
      clerk.t("consultations:act.disposition.is.adopted"),
    );
    await clerk.fill(clerk.t("consultations:act.disposition.reason"), reason);
    await clerk.select(clerk.t("consultations:act.disposition.change"), clerk.t("words:changeKind.text"));
    await clerk.fill(clerk.t("consultations:act.disposition.changeText"), "The contract for paper is prolonged.");
    await clerk.press(clerk.t("consultations:act.disposition.button"));
  });

  it("is not let publish while points are open, and publishes what was heard and done when none is", async () => {
    const publish = async (status: number): Promise<void> => {
      await clerk.open(here("/answer"));
      await clerk.fill(clerk.t("consultations:act.answer.heard"), "Four wrote. All spoke of the stops.");
      await clerk.fill(clerk.t("consultations:act.answer.did"), "Paper stays; shelters are for another budget.");
      await clerk.press(clerk.t("consultations:act.answer.button"), { status });
    };
    await publish(409);
    for (const { point, answers } of (await consultation())?.points ?? [])
      if (answers.length === 0)
        await does(about, {
          type: "AnswerPoint",
          consultation: "k1",
          point,
          disposition: "not-adopted",
          reason: { text: "Shelters belong to the districts." },
          change: null,
        });
    await publish(200);
  });

  it("has told the letter's writer, who reads on a telephone in Chinese what became of it", async () => {
    await writer.open("/public/consultations/receipt?lang=zh-CN");
    await writer.fill(writer.t("taking-part:receipt.code"), code);
    await writer.press(writer.t("taking-part:receipt.look"));
    for (const text of [letter, reason, writer.t("taking-part:disposition.adopted")]) await writer.reads(text);
    await writer.follow(writer.t("taking-part:receipt.page"));
    for (const text of ["Paper stays; shelters are for another budget.", writer.t("taking-part:section.answer")])
      await writer.reads(text);
  });
});

const consultation = async () => (await demo.services.views.technologyState(technologyHere()))?.consultations[0];

const loginOf = async (person: string): Promise<string> =>
  (await demo.services.accounts.identities.find(person))?.email ?? "";

const technologyHere = (): string => demo.services.views.portfolio.bySlug(about.slug)?.id ?? "";
