import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mayRead } from "../../../src/domain/technology/may-read.ts";
import { gatherFacts } from "../../../src/application/facts.ts";
import type { Route } from "../../../src/http/routes.ts";
import type { Page } from "../../support/http.ts";
import { startWalk } from "./walk.ts";
import type { Walk, Walker } from "./walk.ts";
import { databaseOf } from "../../support/database.ts";

/**
 * What stands behind each address that can be opened:
 *  - nothing: none of the private words of a technology, whoever asks
 *  - words: for those it concerns; the others get the page, and are told what it withholds
 *  - form: holds private words to be written anew: those it does not concern do not get it
 *  - file: a file as it was attached
 *  - erasure: words, for whoever judges an erasure
 */
type Behind = "nothing" | "words" | "form" | "file" | "erasure";

const get: Readonly<Record<string, Behind>> = {
  "/sign-in": "nothing",
  "/set-up/:token": "nothing",
  "/link/:token": "nothing",
  "/drafts/:draft": "nothing",
  "/account": "nothing",
  "/account/notice": "nothing",
  "/api": "nothing",
  "/account/tokens": "nothing",
  "/account/tokens/technologies": "nothing",
  "/account/deputies": "nothing",
  "/account/notifications": "nothing",
  "/account/calendar": "nothing",
  "/unsubscribe/:token": "nothing",
  "/administration/mails": "nothing",
  "/administration/outside": "nothing",
  "/technologies/:slug/publication": "nothing",
  "/technologies/:slug/publication/preview": "nothing",
  "/technologies/:slug/publication/statement": "nothing",
  "/technologies/:slug/publication/withholding": "nothing",
  "/technologies/:slug/publication/release": "nothing",
  "/administration/webhooks": "nothing",
  "/administration/webhooks/:webhook": "nothing",
  "/administration": "nothing",
  "/administration.csv": "nothing",
  "/administration.xlsx": "nothing",
  "/people": "nothing",
  "/people.csv": "nothing",
  "/people.xlsx": "nothing",
  "/people/new": "nothing",
  "/people/departments": "nothing",
  "/people/departments/:key": "nothing",
  "/people/choices": "nothing",
  "/people/department-choices": "nothing",
  "/people/:person": "nothing",
  "/policy": "nothing",
  "/policy/versions/:version": "nothing",
  "/policy/comparison": "nothing",
  "/policy/simulator": "nothing",
  "/policy/defaults": "nothing",
  "/policy/quality": "nothing",
  "/policy/new": "nothing",
  "/standards": "nothing",
  "/standards.csv": "nothing",
  "/standards.xlsx": "nothing",
  "/standards/choices": "nothing",
  "/standards/new": "nothing",
  "/standards/:standard": "nothing",
  "/standards/:standard/change": "nothing",
  "/standards/:standard/versions/new": "nothing",
  "/standards/:standard/versions/:version": "nothing",
  "/standards/:standard/versions/:version/draft": "nothing",
  "/standards/:standard/versions/:version/publication": "nothing",
  "/standards/:standard/versions/:version/withdrawal": "nothing",
  "/standards/:standard/versions/:version/erasure": "nothing",
  "/imports": "nothing",
  "/imports/new": "nothing",
  "/imports/files/:file": "nothing",
  "/imports/:plan": "nothing",
  "/technologies/new": "words",
  "/technologies/new/sponsors": "nothing",
  "/technologies/new/departments": "nothing",
  "/technologies/compare/departments": "nothing",
  "/technologies/condition-owners/choices": "nothing",
  "/technologies/:slug/proposal": "words",
  "/technologies/:slug/proposal/revision": "form",
  "/technologies/:slug/proposal/withdrawal": "nothing",
  "/": "nothing",
  "/work": "nothing",
  "/work.csv": "nothing",
  "/work.xlsx": "nothing",
  "/technologies": "nothing",
  "/technologies.csv": "nothing",
  "/technologies.xlsx": "nothing",
  "/technologies/compare/weights": "nothing",
  "/portfolio/filters": "nothing",
  "/portfolio/filters/new": "nothing",
  "/portfolio/filters/:filter": "nothing",
  "/portfolio/pipeline": "nothing",
  "/portfolio/heat-map": "nothing",
  "/portfolio/heat-map.csv": "nothing",
  "/portfolio/heat-map.xlsx": "nothing",
  "/portfolio/timeline": "nothing",
  "/portfolio/timeline.csv": "nothing",
  "/portfolio/timeline.xlsx": "nothing",
  "/portfolio/workbook.xlsx": "nothing",
  "/technologies/:slug/evidence.csv": "words",
  "/technologies/:slug/evidence.xlsx": "words",
  "/technologies/:slug/questions.csv": "words",
  "/technologies/:slug/questions.xlsx": "words",
  "/portfolio/comparison": "nothing",
  "/portfolio/comparison.csv": "nothing",
  "/portfolio/comparison.xlsx": "nothing",
  "/radar": "nothing",
  "/radar/as/:format": "nothing",
  "/radar.csv": "nothing",
  "/radar.xlsx": "nothing",
  "/decision-information": "nothing",
  "/decision-information.csv": "nothing",
  "/decision-information.xlsx": "nothing",
  "/decision-information/list": "nothing",
  "/decision-information/technologies": "nothing",
  "/decision-information/departments": "nothing",
  "/scorecard": "nothing",
  "/scorecard.csv": "nothing",
  "/scorecard.xlsx": "nothing",
  "/scorecard/:key": "nothing",
  "/search": "nothing",
  "/lessons": "nothing",
  "/lessons.csv": "nothing",
  "/lessons.xlsx": "nothing",
  "/interfaces": "nothing",
  "/interfaces.csv": "nothing",
  "/interfaces.xlsx": "nothing",
  "/interfaces/departments": "nothing",
  "/technologies/:slug": "words",
  "/technologies/:slug/history": "nothing",
  "/technologies/:slug/history.csv": "nothing",
  "/technologies/:slug/history.xlsx": "nothing",
  "/technologies/:slug/lessons": "nothing",
  "/technologies/:slug/plan": "words",
  "/technologies/:slug/plan/new": "form",
  "/technologies/:slug/plan/copies": "nothing",
  "/technologies/:slug/plan/amendments/new": "form",
  "/technologies/:slug/pilot/stop": "nothing",
  "/technologies/:slug/incidents": "words",
  "/technologies/:slug/incidents.csv": "words",
  "/technologies/:slug/incidents.xlsx": "words",
  "/technologies/:slug/incidents/:incident": "words",
  "/technologies/:slug/incidents/:incident/duties/:duty": "nothing",
  "/technologies/:slug/incidents/:incident/delivered/:delivery": "nothing",
  "/technologies/:slug/incidents/:incident/handling": "nothing",
  "/technologies/:slug/incidents/:incident/severity": "nothing",
  "/technologies/:slug/incidents/:incident/review": "nothing",
  "/technologies/:slug/incidents/:incident/measures/:measure": "nothing",
  "/technologies/:slug/incidents/:incident/closing": "nothing",
  "/technologies/:slug/sharing": "nothing",
  "/technologies/:slug/sharing.csv": "nothing",
  "/technologies/:slug/sharing.xlsx": "nothing",
  "/technologies/:slug/sharing/pieces/:borrowed": "words",
  "/technologies/:slug/sharing/pieces/:borrowed/put-away": "nothing",
  "/technologies/:slug/sharing/borrowed": "nothing",
  "/technologies/:slug/sharing/offer": "nothing",
  "/technologies/:slug/costs": "words",
  "/technologies/:slug/costs.csv": "words",
  "/technologies/:slug/costs.xlsx": "words",
  "/technologies/:slug/costs/plan": "form",
  "/technologies/:slug/costs/report": "nothing",
  "/technologies/:slug/needs": "words",
  "/technologies/:slug/needs.csv": "words",
  "/technologies/:slug/needs.xlsx": "words",
  "/technologies/:slug/needs/list": "form",
  "/technologies/:slug/needs/:need/judgement": "words",
  "/technologies/:slug/safeguards": "nothing",
  "/technologies/:slug/safeguards.csv": "nothing",
  "/technologies/:slug/safeguards.xlsx": "nothing",
  "/technologies/:slug/public-record": "words",
  "/technologies/:slug/public-record.csv": "words",
  "/technologies/:slug/public-record.xlsx": "words",
  "/technologies/:slug/public-record.json": "words",
  "/technologies/:slug/safeguards/people": "nothing",
  "/technologies/:slug/safeguards/departments": "nothing",
  "/technologies/:slug/safeguards/technologies": "nothing",
  "/technologies/:slug/safeguards/new/:kind": "form",
  "/technologies/:slug/safeguards/:statement": "words",
  "/technologies/:slug/safeguards/:statement/edit": "form",
  "/technologies/:slug/safeguards/:statement/reopening": "nothing",
  "/technologies/:slug/safeguards/:statement/dropping": "nothing",
  "/technologies/:slug/consultations": "nothing",
  "/technologies/:slug/consultations/new": "nothing",
  "/technologies/:slug/consultations/:id": "nothing",
  "/technologies/:slug/consultations/:id/amendment": "nothing",
  "/technologies/:slug/consultations/:id/answer": "nothing",
  "/technologies/:slug/consultations/:id/codes/:batch": "nothing",
  "/technologies/:slug/consultations/:id/codes/:batch/all.csv": "nothing",
  "/technologies/:slug/consultations/:id/codes/:batch/all.xlsx": "nothing",
  "/technologies/:slug/consultations/:id/contributions": "nothing",
  "/technologies/:slug/consultations/:id/contributions.csv": "nothing",
  "/technologies/:slug/consultations/:id/contributions.xlsx": "nothing",
  "/technologies/:slug/consultations/:id/contributions/new": "nothing",
  "/technologies/:slug/contributions/:id": "nothing",
  "/technologies/:slug/contributions/:id/erasure/:digest": "nothing",
  "/technologies/:slug/contributions/:id/hiding": "nothing",
  "/technologies/:slug/contributions/:id/points": "nothing",
  "/technologies/:slug/contributions/:id/showing": "nothing",
  "/technologies/:slug/consultations/:id/minutes": "nothing",
  "/technologies/:slug/consultations/:id/points": "nothing",
  "/technologies/:slug/consultations/:id/points.csv": "nothing",
  "/technologies/:slug/consultations/:id/points.xlsx": "nothing",
  "/technologies/:slug/consultations/:id/points/new": "nothing",
  "/technologies/:slug/consultations/:id/points/:p/answer": "nothing",
  "/technologies/:slug/consultations/:id/points/:p/join": "nothing",
  "/technologies/:slug/consultations/:id/points/:p/words": "nothing",
  "/technologies/:slug/consultations/:id/poll": "nothing",
  "/technologies/:slug/consultations/:id/poll/poster": "nothing",
  "/technologies/:slug/consultations/:id/withdrawal": "nothing",
  "/technologies/:slug/feedback": "nothing",
  "/technologies/:slug/feedback/form": "nothing",
  "/technologies/:slug/feedback/new": "nothing",
  "/technologies/:slug/feedback/notice": "nothing",
  "/technologies/:slug/feedback/:message": "nothing",
  "/technologies/:slug/feedback/:message/answer": "nothing",
  "/technologies/:slug/feedback/:message/call": "nothing",
  "/technologies/:slug/feedback/:message/extension": "nothing",
  "/technologies/:slug/feedback/:message/question": "nothing",
  "/technologies/:slug/feedback/:message/reopening": "nothing",
  "/technologies/:slug/feedback/:message/reply": "nothing",
  "/technologies/:slug/feedback/:message/erasure/:digest": "nothing",
  "/technologies/:slug/feedback.csv": "nothing",
  "/technologies/:slug/feedback.xlsx": "nothing",
  "/technologies/:slug/collections": "nothing",
  "/technologies/:slug/collections/new": "nothing",
  "/technologies/:slug/collections/:id": "nothing",
  "/technologies/:slug/collections/:id/sheets": "nothing",
  "/technologies/:slug/collections/:id/sheets/:number": "nothing",
  "/technologies/:slug/collections/:id/poster": "nothing",
  "/technologies/:slug/collections/:id/closing": "nothing",
  "/technologies/:slug/collections/:id/codes/:batch": "nothing",
  "/technologies/:slug/collections/:id/codes/:batch/cards": "nothing",
  "/technologies/:slug/collections/:id/codes/:batch/list.csv": "nothing",
  "/technologies/:slug/collections/:id/codes/:batch/list.xlsx": "nothing",
  "/technologies/:slug/questions": "words",
  "/technologies/:slug/questions/:question/answer": "words",
  "/technologies/:slug/questions/:question/settling": "words",
  "/risks": "nothing",
  "/risks.csv": "nothing",
  "/risks.xlsx": "nothing",
  "/risks/departments": "nothing",
  "/risks/library": "nothing",
  "/technologies/:slug/risks": "nothing",
  "/technologies/:slug/risks.csv": "nothing",
  "/technologies/:slug/risks.xlsx": "nothing",
  "/technologies/:slug/risks/library": "nothing",
  "/technologies/:slug/risks/:statement": "nothing",
  "/technologies/:slug/risks/:statement/acceptance": "nothing",
  "/technologies/:slug/risks/:statement/acceptance/people": "nothing",
  "/technologies/:slug/risks/acceptances/:acceptance/ending": "nothing",
  "/committee": "nothing",
  "/committee.csv": "nothing",
  "/committee.xlsx": "nothing",
  "/committee/new": "nothing",
  "/committee/:person/ending": "nothing",
  "/committee/choices": "nothing",
  "/technologies/:slug/committee": "nothing",
  "/technologies/:slug/committee.csv": "nothing",
  "/technologies/:slug/committee.xlsx": "nothing",
  "/technologies/:slug/committee/invitation": "nothing",
  "/technologies/:slug/committee/invitation/choices": "nothing",
  "/technologies/:slug/committee/interest": "nothing",
  "/technologies/:slug/committee/opinion": "nothing",
  "/technologies/:slug/committee/conditions/:set": "nothing",
  "/technologies/:slug/corrections/new": "nothing",
  "/technologies/:slug/evidence": "words",
  "/technologies/:slug/evidence/new": "nothing",
  "/technologies/:slug/evidence/:piece/withdrawal": "nothing",
  "/technologies/:slug/evidence/:piece/findings": "words",
  "/technologies/:slug/evidence/:piece/findings.csv": "words",
  "/technologies/:slug/evidence/:piece/findings.xlsx": "words",
  "/technologies/:slug/evidence/:piece": "words",
  "/technologies/:slug/evidence/:piece/files/:digest": "file",
  "/technologies/:slug/evidence/:piece/files/:digest/erasure": "nothing",
  "/technologies/:slug/evidence/:piece/withholding": "nothing",
  "/technologies/:slug/erasure": "erasure",
  "/technologies/:slug/erasure/:digest": "erasure",
  "/technologies/:slug/tokens": "nothing",
  "/technologies/:slug/evaluation": "words",
  "/technologies/:slug/evaluation/evaluators": "nothing",
  "/technologies/:slug/evaluation/evaluators/choices": "nothing",
  "/technologies/:slug/evaluation/interest": "nothing",
  "/technologies/:slug/evaluation/scores": "words",
  "/technologies/:slug/evaluation/moderations/:item": "words",
  "/technologies/:slug/evaluation/releases/:letter": "nothing",
  "/technologies/:slug/evaluation/dissent": "nothing",
  "/technologies/:slug/gates/:gate": "words",
  "/technologies/:slug/gates/:gate/as-of": "nothing",
  "/technologies/:slug/looks/:position": "nothing",
  "/technologies/:slug/gates/:gate/dossier": "words",
  "/technologies/:slug/gates/:gate/dossier.pdf": "words",
  "/technologies/:slug/gates/:gate/dossier.docx": "words",
  "/meeting-papers": "nothing",
  "/meeting-papers.pdf": "words",
  "/meeting-papers.docx": "words",
  "/technologies/:slug/gates/:gate/conditions": "form",
  "/technologies/:slug/gates/:gate/waivers/new": "nothing",
  "/technologies/:slug/waivers/:waiver": "words",
  "/technologies/:slug/gates/:gate/recusal": "nothing",
  "/technologies/:slug/conditions/:condition/fulfilment": "nothing",
  "/technologies/:slug/confirmations/:position": "nothing",
  "/technologies/:slug/drift/:position": "nothing",
  "/warnings": "nothing",
  "/warnings.csv": "nothing",
  "/warnings.xlsx": "nothing",
  "/decisions/:position": "nothing",
  "/decisions/:position/replay": "nothing",
  "/technologies/:slug/rollout": "words",
  "/technologies/:slug/rollout/plan": "form",
  "/technologies/:slug/rollout/drills/new": "nothing",
  "/technologies/:slug/rollout/hold": "nothing",
  "/technologies/:slug/rollout/resumption": "nothing",
  "/technologies/:slug/rollout/rollback": "nothing",
  "/technologies/:slug/retirement": "nothing",
  "/ledger": "nothing",
  "/ledger.csv": "nothing",
  "/ledger.xlsx": "nothing",
  "/ledger/technologies": "nothing",
  "/ledger/goto": "nothing",
  "/ledger/checkpoint": "nothing",
  "/ledger/export.jsonl": "nothing",
  "/ledger/verification": "nothing",
  "/ledger/:position": "nothing",
  "/ledger/:position/proof": "nothing",
  "/help": "nothing",
  "/help/conditions": "nothing",
  "/help/states": "nothing",
  "/help/keys": "nothing",
  "/help/roles/:role": "nothing",
  "/help/evidence-formats": "nothing",
  "/help/evidence-formats/:file": "nothing",
  "/methods": "nothing",
  "/methods/:name": "nothing",
  "/demo": "nothing",
  "/demo/files/:file": "nothing",
};

let walk: Walk;
let secrets: readonly string[];
beforeAll(async () => {
  walk = await startWalk();
  secrets = privateWords(walk);
}, 300_000);
afterAll(async () => walk.demo.stop());

const ofMethod = (method: Route["method"]): readonly Route[] => walk.routes.filter((route) => route.method === method);
const open = (walker: Walker, route: Route): Promise<Page> => walker.browser.get(walk.addressOf(route));
const leaked = ({ text }: Page): readonly string[] => secrets.filter((word) => text.includes(word));
const holds = ({ roles }: Walker, { access }: Route): boolean =>
  access.kind !== "roles" || access.roles.some((role) => roles.includes(role));
const where = (route: Route, { what }: Walker): string => `${route.method} ${route.path} as ${what}`;

describe("every address that can be opened", () => {
  it("says in the matrix what private words stand behind it", () => {
    expect(
      ofMethod("get")
        .map(({ path }) => path)
        .toSorted(),
    ).toEqual(Object.keys(get).toSorted());
  });

  it("has words to be withheld in the technology that is looked at", () => {
    expect(secrets.length).toBeGreaterThan(10);
  });

  it("shows private words and files to those they are for, and to nobody else", { timeout: 300_000 }, async () => {
    const seen = new Set<string>();
    for (const route of ofMethod("get").filter(({ path }) => path !== "/ledger/verification"))
      for (const walker of walk.walkers) {
        const behind = get[route.path]!;
        const page = await open(walker, route);
        const found = leaked(page);
        if (!holds(walker, route)) expect(page.status, where(route, walker)).toBe(403);
        else expect(page.status, where(route, walker)).toBeLessThan(500);
        if (behind === "nothing") expect(found, where(route, walker)).toEqual([]);
        else if (behind === "erasure") expect(found.length > 0, where(route, walker)).toBe(holds(walker, route));
        else if (!walker.concerned) expect(found, where(route, walker)).toEqual([]);
        else if (found.length > 0) seen.add(route.path);
        if (behind === "form" && holds(walker, route) && !walker.concerned)
          expect(page.status, where(route, walker)).toBe(403);
        if (behind === "words" && holds(walker, route) && !walker.concerned && page.status === 200)
          // A table for a spreadsheet says it in the cell itself.
          if (seen.has(route.path))
            expect(page.text, where(route, walker)).toContain(
              /\.(?:csv|xlsx|pdf|docx)$/.test(route.path) ? "withheld, " : "withheld here. Readable by",
            );
      }
    // A page that shows nobody anything would withhold nothing from anybody.
    for (const path of [
      "",
      "/proposal",
      "/plan",
      "/evidence",
      "/evidence/:piece",
      "/gates/:gate",
      "/gates/:gate/dossier",
    ])
      expect(seen, path).toContain(`/technologies/:slug${path}`);
  });

  it("gives files to those they are for; the others learn who reads them, and see no link", async () => {
    const route = walk.routes.find(({ path }) => path.endsWith("/files/:digest"))!;
    const { digest, bytes } = walk.technology.evidence[0]!.files[0]!;
    const content = readFileSync(walk.demo.services.vault.path(digest));
    expect(content.length).toBe(bytes);
    for (const walker of walk.walkers) {
      const page = await open(walker, route);
      expect(page.status, walker.what).toBe(walker.concerned ? 200 : 403);
      const piece = await walker.browser.get(`/technologies/${walk.technology.slug}/evidence/e1`);
      expect(piece.html.includes(`files/${digest}"`), walker.what).toBe(walker.concerned);
      if (walker.concerned) continue;
      expect(page.html.includes(content.toString("utf8").slice(0, 40)), walker.what).toBe(false);
      if (walker.roles.length > 0) expect(page.text).toContain("Readable by the department Housing and Construction");
    }
  });

  it("opens nothing but account and help to somebody without a role", async () => {
    const nobody = walk.walkers.find(({ roles }) => roles.length === 0)!;
    const opened: string[] = [];
    for (const route of ofMethod("get").filter(({ access }) => access.kind !== "anyone"))
      if ((await open(nobody, route)).status < 400) opened.push(route.path);
    expect(opened.toSorted()).toEqual(["/", "/account", "/account/notice"]);
    const refused = await nobody.browser.get("/technologies");
    expect(refused.text).toContain("Your account holds no role yet");
    expect(refused.html).not.toContain('href="/technologies"');
  });
});

describe("every form", () => {
  it("shown again, shows no private words to those they are not for", { timeout: 300_000 }, async () => {
    const leaving = ["/sign-out", "/account/session-end-all", "/ledger/verification"];
    for (const route of ofMethod("post").filter(({ path }) => !leaving.includes(path)))
      for (const walker of walk.walkers.filter(({ concerned }) => !concerned)) {
        if (route.path.endsWith("/erasure/:digest") && walker.roles.includes("administrator")) continue;
        const page = await walker.browser.post(walk.addressOf(route), { version: "1" });
        expect(leaked(page), where(route, walker)).toEqual([]);
        expect(page.status, where(route, walker)).toBeLessThan(500);
      }
  });

  it("that writes private words anew is refused to those who may not read them, forged or not", async () => {
    const outsider = walk.walkers.find(({ what }) => what === "planner elsewhere")!;
    const before = await walk.demo.services.ledger.head();
    for (const path of ["proposal/revision", "plan", "plan/amendments", "rollout/plan"]) {
      const page = await outsider.browser.post(`/technologies/${walk.technology.slug}/${path}`, { need: "Mine" });
      expect(page.status, path).toBe(403);
      expect(page.text, path).toContain("nobody else can write them anew");
    }
    expect(await walk.demo.services.ledger.head()).toEqual(before);
  });
});

describe("a search", () => {
  it("finds words of a need for those who may read it, and for others only the words of name and summary", async () => {
    const need = "/technologies?q=working%20day";
    for (const walker of walk.walkers.filter(({ roles }) => roles.length > 0)) {
      const inDepartment = walker.what.endsWith("of the department") || ["author", "auditor"].includes(walker.what);
      expect((await walker.browser.get(need)).text.includes("Permit reply assistant"), walker.what).toBe(inDepartment);
      expect((await walker.browser.get("/technologies?q=Drafts%20replies")).text, walker.what).toContain(
        "Permit reply assistant",
      );
    }
  });
});

describe("the search over everything", () => {
  it("finds and counts evidence by its title for those who may read it, and for nobody else", async () => {
    const { technology, demo, walkers } = walk;
    const { ledger } = demo.services;
    const titles = await Promise.all(technology.evidence.map(async ({ title }) => ledger.privateText(title)));
    const [text] = titles.flatMap((title) => (title === null || title === "erased" ? [] : title.text));
    const typed = /[\p{L}]{4,}/u.exec(text!)![0];
    for (const walker of walkers.filter(({ roles }) => roles.length > 0)) {
      const page = await walker.browser.get(`/search?q=${encodeURIComponent(typed)}&kind=evidence`);
      const hits = page.html.includes(`/technologies/${technology.slug}/evidence/`);
      expect(hits, walker.what).toBe(walker.concerned);
      if (!walker.concerned) expect(leaked(page), walker.what).toEqual([]);
    }
  });
});

/** Every text of the technology that is stored, but those that everybody with a role may read. */
function privateWords({ demo, technology }: Walk): string[] {
  const { ledger } = demo.services;
  const facts = gatherFacts(demo.services, { id: "system", roles: [] });
  const { open: forAll } = facts.people
    .filter(({ department, roles }) => department === "water" && roles.includes("planner"))
    .map(({ id }) => mayRead(technology, { id }, facts))
    .find(({ all }) => !all)!;
  const rows = databaseOf({ ledger })
    .prepare<[], { digest: string; text: string | null }>("SELECT digest, text FROM private_text")
    .all();
  const shared = rows.flatMap(({ digest, text }) => (forAll.has(digest) && text !== null ? [text] : []));
  return (
    rows
      .filter(({ digest }) => technology.digests.includes(digest) && !forAll.has(digest))
      .flatMap(({ text }) => (text === null || text.length < 8 ? [] : [text.replace(/\s+/g, " ").trim()]))
      // Revealed sheets stand on the ledger itself, with the digests of their comments.
      .filter((text) => !text.startsWith("{") && !shared.some((one) => one.includes(text)))
  );
}
