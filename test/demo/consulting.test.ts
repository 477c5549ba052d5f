import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { consulting } from "../../src/demo/consulting.ts";
import {
  consultationStanding,
  contributionsIn,
  dispositionOf,
  unansweredPoints,
} from "../../src/domain/technology/state/consultations.ts";
import type { Consultation, ConsultationStanding } from "../../src/domain/technology/state/consultations.ts";
import { browser } from "../support/http.ts";
import { scenesNamed, startDemo } from "../support/demo.ts";
import type { DemoSite } from "../support/demo.ts";

let site: DemoSite;
let asked: ReadonlyMap<string, Consultation>;
let standing: (name: string) => ConsultationStanding;

beforeAll(async () => {
  site = await startDemo(scenesNamed(...Object.keys(consulting)));
  const { rows } = site.services.views.portfolio.page({ sort: "name", limit: 10 });
  const told = await Promise.all(
    rows.map(
      async ({ id, name }) => [name, (await site.services.views.technologyState(id))?.consultations ?? []] as const,
    ),
  );
  asked = new Map(told.flatMap(([name, [first]]) => (first === undefined ? [] : [[name, first] as const])));
  standing = (name) => consultationStanding(of(name), site.services.today());
}, 300_000);

afterAll(() => site.stop());

function of(name: string): Consultation {
  const consultation = asked.get(name);
  if (consultation === undefined) throw new Error(`${name} asked nobody`);
  return consultation;
}

const dispositions = ({ points }: Consultation) => points.map((point) => dispositionOf(point)?.disposition ?? null);

describe("the public is asked", () => {
  test("in writing, and answered in time: adopted, in part and not, by page, letter and phone, one hidden", () => {
    const hospital = of("Hospital appointment exchange");
    expect(standing("Hospital appointment exchange")).toBe("answered");
    expect(dispositions(hospital)).toEqual(["adopted", "partly", "not-adopted"]);
    expect(hospital.counts).toMatchObject({
      channels: { page: 3, letter: 1, phone: 1, counter: 0 },
      hidden: { advertising: 1 },
      unplaced: 0,
    });
    expect(hospital.points.map(({ answers }) => answers[0]?.change?.kind ?? null)).toEqual(["text", "safeguard", null]);
    expect(hospital.papers).toHaveLength(1);
  });

  test("in writing, while it runs, amended once", () => {
    expect(standing("Vaccination record")).toBe("open");
    expect(of("Vaccination record").versions).toHaveLength(2);
  });

  test("and waits for an answer that was due: a letter is in no point, and a point has no answer", () => {
    const kiosks = of("Digital ID counter kiosk");
    expect(standing("Digital ID counter kiosk")).toBe("overdue");
    expect(unansweredPoints(kiosks)).toHaveLength(1);
    expect(kiosks.counts?.unplaced).toBe(1);
    expect(site.services.views.consultations.list({ state: "overdue", after: null, limit: 9 }).items).toHaveLength(1);
  });

  test("at a hearing: noticed in time, with groups that count and one that does not, minutes and answers", () => {
    const hearing = of("School place allocation");
    expect(standing("School place allocation")).toBe("answered");
    expect(hearing.shorter).toBeNull();
    expect(hearing.minutes?.groups.map(({ serving }) => serving)).toEqual([false, false, false, true]);
    expect(hearing.points.map(({ origin }) => origin)).toEqual(["minutes", "minutes", "minutes", "minutes"]);
    expect(dispositions(hearing)).toEqual(["adopted", "partly", "not-adopted", "adopted"]);
    expect(hearing.counts === null ? 0 : contributionsIn(hearing.counts)).toBe(2);
  });

  test("in a poll that few answered: counted once it was over, its point still to be answered", () => {
    const poll = of("School meal ordering");
    expect(standing("School meal ordering")).toBe("over");
    expect(poll.polled).toMatchObject({ counts: [4, 3, 12], given: 60, leftOut: 0 });
    expect(poll.shorter).not.toBeNull();
    expect(dispositions(poll)).toEqual([null]);
  });

  test("and anybody can read all of it: the door is open", async () => {
    const page = await browser(site.app).get("/public/consultations");
    expect(page.status).toBe(200);
    for (const { title } of asked.values()) expect(page.text).toContain(title);
    expect(asked.size).toBe(Object.keys(consulting).length);
  });
});
