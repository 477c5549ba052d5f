import { describe, expect, it } from "vitest";
import type { ServiceStatistics, Statistics } from "../../../src/domain/evidence/statistics.ts";
import { earlyPolicy } from "../../support/early-policy.ts";
import type { EvidenceKind } from "../../../src/domain/evidence/kinds.ts";
import { lookConfidence } from "../../../src/domain/statistics/looks.ts";
import { measureIndicators } from "../../../src/domain/scoring/measure-indicators.ts";
import { measureContext } from "../../../src/domain/technology/looks/look-context.ts";
import { availabilitySection } from "../../../src/http/evidence/availability.ts";
import { filesModel, piecesPage } from "../../../src/http/evidence/files.ts";
import { leadOf } from "../../../src/http/evidence/evidence-lead.ts";
import { loadSection } from "../../../src/http/evidence/load.ts";
import { missingModel } from "../../../src/http/evidence/unsettled-indicators.ts";
import type { EvidencePage } from "../../../src/http/evidence/page.ts";
import { susSection } from "../../../src/http/evidence/sus.ts";
import type { PortfolioRow } from "../../../src/projections/portfolio/types.ts";
import { load, LONG, step } from "../../domain/scoring/pilot.ts";
import type { Content } from "../../../src/http/view/html.ts";
import { textOf } from "../../support/http.ts";
import { aPiece, aPlan, day, digest, happened, piloting, stateAfter } from "../../support/technology.ts";
import { placesOf } from "../../../src/http/technology-page.ts";
import { realLanguages } from "../view/support.ts";

type Attached = { readonly kind: EvidenceKind; readonly statistics: Statistics; readonly expiresOn?: string };

/** The page of a pilot with these pieces, in English, on a day of its story. */
function pageWith(pieces: readonly Attached[], today = day(10)): EvidencePage {
  const events = pieces.map((piece, i) => happened("EvidenceAttached", aPiece(i + 1, piece), "pia", 6));
  const technology = stateAfter(...piloting({ services: ["portal", "mail"] }), ...events);
  const context = measureContext(technology, earlyPolicy, today);
  return {
    row: { slug: "queue-forecast", name: "Queue forecast" } as PortfolioRow,
    technology,
    policy: earlyPolicy,
    language: realLanguages("UTC").of("en"),
    today,
    person: { id: "pia", name: "Pia", roles: ["planner"], department: null, seat: false, advises: false },
    at: placesOf({ slug: "queue-forecast" }),
    timeZone: "UTC",
    words: new Map(),
    open: [],
    context,
    indicators: context === null ? [] : measureIndicators(context),
    confidence: lookConfidence({ confidence: earlyPolicy.confidence, looks: aPlan().looks.length }),
  };
}

/** Thin and fixed spaces read as spaces. */
const plain = (content: Content | undefined): string => String(content ?? "").replace(/\s+/g, " ");

const run = (steps: ReturnType<typeof step>[]): Attached => ({ kind: "load", statistics: load({ steps }) });

describe("the load curve", () => {
  it("states the throughput at the service level, marks the level it misses and what nobody tested", () => {
    const section = loadSection(
      pageWith([run([step(10, 30, 0.99, 0, LONG), step(20, 60, 0.99, 0, LONG), step(40, 80, 0.9, 0, LONG)])]),
    );
    expect(plain(section?.title)).toBe("Data capacity: 60 requests a second at the service level, 1.50 × the demand");
    expect(section?.figure?.table?.rows.map(({ cells }) => cells.map(({ content }) => content))).toEqual([
      ["10", "30.0", "holds"],
      ["20", "60.0", "holds"],
      ["40", "80.0", "service level missed"],
    ]);
    expect(plain(section?.figure?.chart.text)).toContain("headroom 1.50 ×");
    expect(section?.figure?.chart.text).toContain("not tested");
  });

  it("leaves open whether a level was kept where the tool gives totals only, but not where too many failed", () => {
    const quiet = { ...step(10, 30), within: null };
    const failing = { ...step(20, 60), within: null, failures: 1e9 };
    const figure = loadSection(pageWith([{ kind: "load", statistics: load({ steps: [quiet, failing] }) }]))?.figure;
    expect(figure?.table?.rows.map(({ cells }) => cells[2]?.content)).toEqual([
      "not known: the tool gives totals only",
      "service level missed",
    ]);
    expect(figure?.chart.text).toContain('class="is-unknown"');
    expect(figure?.legend?.text).toContain("not known");
  });

  it("counts several runs together, draws the last and says so", () => {
    const section = loadSection(
      pageWith([
        run([step(10, 90, 0.99, 0, LONG), step(20, 99, 0.9, 0, LONG)]),
        run([step(10, 50, 0.99, 0, LONG), step(20, 99, 0.9, 0, LONG)]),
      ]),
    );
    expect(plain(section?.title)).toContain("70 requests a second");
    expect(section?.figure?.table?.rows.map(({ cells }) => cells[1]?.content)).toEqual(["50.0", "99.0"]);
    expect(section?.figure?.notes).toContain("2 load tests are in force and count together; the last one is drawn.");
  });

  it("that has expired is shown and said to count for nothing", () => {
    const section = loadSection(pageWith([{ ...run([step(10, 50)]), expiresOn: day(9) }]));
    expect(plain(section?.title)).toContain("Data capacity is unknown: expired on 11 Mar 2026");
    expect(section?.figure?.notes).toContain(
      "All of these files have expired. They are shown, and they count for nothing.",
    );
  });
});

describe("the strip of days", () => {
  const record = (over: Partial<ServiceStatistics>): Attached => {
    const [from, to] = [`${day(4)}T00:00:00.000Z`, `${day(24)}T00:00:00.000Z`];
    const whole = { from, to, observedSeconds: 20 * 86_400, downSeconds: 0, plannedSeconds: 0, unknownSeconds: 0 };
    const none = { outages: [], planned: [], unknown: [] };
    const services = [{ service: "portal", ...whole, ...none, ...over }];
    return {
      kind: "availability",
      statistics: { kind: "availability", rows: 1, rejected: 0, services, otherServices: 2 },
    };
  };

  it("has a row for every service of the plan; one without a record has no data and is never up", () => {
    const section = availabilitySection(pageWith([record({})]));
    const rows = section?.figure?.table?.rows.map(({ cells }) => cells.map(({ content }) => content));
    expect(plain(rows?.[0]?.[1])).toMatch(/^100\.00 %, at least \d/);
    expect(rows?.[1]).toEqual(["mail", "no data", "0", "0", "0", "20"]);
    expect(plain(section?.title)).toBe("Stability is not settled: nothing about the service mail");
    expect(section?.figure?.notes).toContain(
      "2 more services stand in the files; the plan does not name them, so they do not count.",
    );
  });

  it("never rounds a service with an outage up to all of the time", () => {
    const outages = [{ from: `${day(5)}T00:00:00.000Z`, to: `${day(5)}T00:00:30.000Z`, seconds: 30 }];
    const section = availabilitySection(pageWith([record({ outages, downSeconds: 30 })]));
    expect(textOf(section?.figure?.chart.text ?? "")).toContain("99.998 %");
  });
});

describe("SUS by group", () => {
  const answers = (groups: readonly { group: string; n: number; mean?: number; sd?: number }[]): Attached => ({
    kind: "sus",
    statistics: { kind: "sus", rows: 40, rejected: 0, n: 40, mean: 75, sd: 10, dropped: 0, alreadyCounted: 0, groups },
  });

  it("names the group that is not certain, and shows a small one by its number alone", () => {
    const section = susSection(
      pageWith([
        answers([
          { group: "staff", n: 20, mean: 85, sd: 5 },
          { group: "older", n: 14, mean: 69, sd: 9 },
          { group: "public", n: 6 },
        ]),
      ]),
    );
    expect(plain(section?.title)).toBe("Usability: mean SUS 75.0, not certain for Older people");
    expect(section?.figure?.notes).toContain("Public: n 6. Fewer than 10: never compared.");
    const last = section?.figure?.table?.rows.at(-1)?.cells.map(({ content }) => content);
    expect(last).toEqual(["Public", "6", "–", "–", "too few to show"]);
  });
});

describe("what the page leads with", () => {
  it("is the indicator beyond its floor before everything else, and it stands among what is missing", () => {
    const page = pageWith([run([step(10, 5, 0.99, 0, LONG), step(20, 6, 0.5, 0, LONG)])]);
    expect(textOf(String(leadOf(page)))).toContain("Floor missed: Headroom over demand");
    const item = missingModel(page, false).items.find(({ name }) => name === "Headroom over demand");
    expect(item?.tag.text).toBe("Floor missed");
    expect(plain(item?.text)).toContain("the floor 1.2 ×");
  });
});

describe("the list of pieces", () => {
  const at = (page: EvidencePage, before?: string) => filesModel(page, piecesPage(page.technology.evidence, before));
  const here = "/technologies/queue-forecast/evidence";

  it("has fifty on a page, newest first, and leads to the older ones by the last that it shows", () => {
    const page = pageWith(Array.from({ length: 60 }, () => run([step(10, 50)])));
    const [first, second] = [at(page), at(page, "e11")];
    expect(first.table.rows).toHaveLength(50);
    expect(second.table.rows).toHaveLength(10);
    expect(String(first.table.rows[0]?.cells[0]?.content)).toContain("/evidence/e60");
    expect(first.pager).toMatchObject({ position: "e60 to e11", next: { href: `${here}?before=e11#files` } });
    expect(second.pager).toMatchObject({ position: "e10 to e1", previous: { href: `${here}#files` } });
    expect(second.pager?.next).toBeUndefined();
    expect(String(first.table.rows[0]?.cells[3]?.content)).toContain(digest("piece load 60").slice(0, 8));
  });

  it("shows the newest where the address names a piece that is not there", () => {
    const page = pageWith(Array.from({ length: 60 }, () => run([step(10, 50)])));
    expect(at(page, "e900")).toEqual(at(page));
  });

  it("leads through all of them and back, each on one page", () => {
    const page = pageWith(Array.from({ length: 130 }, () => run([step(10, 50)])));
    const all = page.technology.evidence;
    const pages = [piecesPage(all, undefined)];
    for (let older = pages[0]?.older; older != null; older = pages.at(-1)?.older)
      pages.push(piecesPage(all, older.before));
    expect(pages.flatMap(({ pieces }) => pieces)).toEqual(all.toReversed());
    const back = pages.slice(1).map(({ newer }) => piecesPage(all, newer?.before ?? undefined));
    expect(back).toEqual(pages.slice(0, -1));
  });
});
