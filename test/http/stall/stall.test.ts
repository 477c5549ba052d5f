import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addressOf } from "../../support/address-of.ts";
import type { Technology } from "../../../src/domain/technology/state/technology.ts";
import { startLargeWalk } from "./folder.ts";
import type { LargeWalk } from "./folder.ts";
import type { Ask, Stall, Told } from "./server.ts";
import { usual } from "./yardstick.ts";

/** Milliseconds of the yardstick's machine for which nobody else may be served. */
const longestStall = 50;

/** A page for whoever has just been sent a link: none is. */
const oneTime = ["/set-up/:token", "/link/:token", "/drafts/:draft"];

/** A sample file for technologies of the demonstration that are not told here. */
const ofOtherTales = ["/demo/files/:file"];

/** What was found in the description of an interface, of which these technologies have none. */
const ofDescriptions = [
  "/technologies/:slug/evidence/:piece/findings",
  "/technologies/:slug/evidence/:piece/findings.csv",
  "/technologies/:slug/evidence/:piece/findings.xlsx",
];

/** A file that somebody sent to be a portfolio, and its plan: read and worked out beside the pages. */
const ofImports = ["/imports/files/:file", "/imports/:plan"];

/** Words of experts whom a committee asks: these technologies were brought before none. */
const ofCommittees = [
  "/technologies/:slug/committee/interest",
  "/technologies/:slug/committee/opinion",
  "/technologies/:slug/committee/conditions/:set",
  "/committee/:person/ending",
];

/** A version that is published is no draft any more; nobody has named a selection, told a program or been sent a mail. */
const ofDrafts = [
  "/portfolio/filters/:filter",
  "/unsubscribe/:token",
  "/administration/webhooks/:webhook",
  "/standards/:standard/versions/:version/draft",
];

/** Risks, terms of incidents, a plan of costs, shared evidence and drift: these technologies have none of them. */
const ofSafeguardsAround = [
  "/technologies/:slug/sharing/pieces/:borrowed",
  "/technologies/:slug/incidents/:incident/duties/:duty",
  "/technologies/:slug/incidents/:incident/delivered/:delivery",
  "/technologies/:slug/costs/report",
  "/technologies/:slug/risks/:statement",
  "/technologies/:slug/risks/:statement/acceptance",
  "/technologies/:slug/risks/:statement/acceptance/people",
  "/technologies/:slug/drift/:position",
];

/** Of a questionnaire, of a consultation and of a message from outside: nobody opened one here, nobody wrote. */
const ofPeopleOutside = [
  "/technologies/:slug/collections/:id",
  "/technologies/:slug/collections/:id/codes/:batch/list.csv",
  "/technologies/:slug/collections/:id/codes/:batch/list.xlsx",
  "/technologies/:slug/collections/:id/codes/:batch",
  "/technologies/:slug/collections/:id/codes/:batch/cards",
  "/technologies/:slug/collections/:id/poster",
  "/technologies/:slug/collections/:id/sheets",
  "/technologies/:slug/collections/:id/sheets/:number",
  "/technologies/:slug/collections/:id/closing",
  "/technologies/:slug/consultations/:id",
  "/technologies/:slug/consultations/:id/amendment",
  "/technologies/:slug/consultations/:id/withdrawal",
  "/technologies/:slug/consultations/:id/minutes",
  "/technologies/:slug/consultations/:id/answer",
  "/technologies/:slug/consultations/:id/points",
  "/technologies/:slug/consultations/:id/points.csv",
  "/technologies/:slug/consultations/:id/points.xlsx",
  "/technologies/:slug/consultations/:id/points/new",
  "/technologies/:slug/consultations/:id/points/:p/words",
  "/technologies/:slug/consultations/:id/points/:p/join",
  "/technologies/:slug/consultations/:id/points/:p/answer",
  "/technologies/:slug/consultations/:id/contributions",
  "/technologies/:slug/consultations/:id/contributions.csv",
  "/technologies/:slug/consultations/:id/contributions.xlsx",
  "/technologies/:slug/consultations/:id/contributions/new",
  "/technologies/:slug/contributions/:id",
  "/technologies/:slug/contributions/:id/points",
  "/technologies/:slug/contributions/:id/hiding",
  "/technologies/:slug/contributions/:id/showing",
  "/technologies/:slug/contributions/:id/erasure/:digest",
  "/technologies/:slug/consultations/:id/poll",
  "/technologies/:slug/consultations/:id/codes/:batch/all.csv",
  "/technologies/:slug/consultations/:id/codes/:batch/all.xlsx",
  "/technologies/:slug/consultations/:id/codes/:batch",
  "/technologies/:slug/consultations/:id/poll/poster",
  "/technologies/:slug/feedback/notice",
  "/technologies/:slug/feedback/:message",
  "/technologies/:slug/feedback/:message/question",
  "/technologies/:slug/feedback/:message/reply",
  "/technologies/:slug/feedback/:message/extension",
  "/technologies/:slug/feedback/:message/reopening",
  "/technologies/:slug/feedback/:message/answer",
  "/technologies/:slug/feedback/:message/call",
  "/technologies/:slug/feedback/:message/erasure/:digest",
];

/** Forms that nobody gets for a technology in evaluation. */
const ofOtherStages = [
  "/technologies/:slug/proposal/revision",
  "/technologies/:slug/plan/new",
  "/technologies/:slug/plan/amendments/new",
  "/technologies/:slug/pilot/stop",
  "/technologies/:slug/needs/list",
  "/technologies/:slug/waivers/:waiver",
];

let walk: LargeWalk;
let child: ChildProcess;
let person: string;

beforeAll(async () => {
  walk = await startLargeWalk();
  person = walk.demo.services.views.people.all().find(({ department }) => department === "culture")?.id ?? "";
  child = fork(join(import.meta.dirname, "server.ts"), [walk.demo.folder], {
    execArgv: ["--expose-gc"],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
}, 120_000);

afterAll(async () => {
  child.kill();
  await walk.demo.stop();
});

async function told(ask: Ask): Promise<Told> {
  child.send(ask);
  const [answer] = (await once(child, "message")) as [Told];
  return answer;
}

async function begun(): Promise<string> {
  const answer = await told("anew");
  if (!("url" in answer)) throw new Error("The server did not begin");
  return answer.url;
}

async function signedIn(url: string): Promise<readonly string[]> {
  const sign = async (email: string, password: string): Promise<string> => {
    const body = new URLSearchParams({ email, password, commandId: randomUUID() });
    const answer = await fetch(`${url}/sign-in`, {
      method: "POST",
      redirect: "manual",
      headers: { origin: url },
      body,
    });
    expect([email, answer.status]).toEqual([email, 303]);
    return answer.headers
      .getSetCookie()
      .map((cookie) => cookie.split(";")[0])
      .join("; ");
  };
  return Promise.all(walk.walkers.map(({ email, password }) => sign(email, password)));
}

/** Who gets a page: the place of their session among the walkers'. */
type Visit = { readonly path: string; readonly by: number };

const ask = async (url: string, path: string, technology: Technology, cookie: string): Promise<number> => {
  const place = addressOf(path, technology, person);
  const answer = await fetch(url + place, { headers: { cookie }, redirect: "manual" });
  await answer.arrayBuffer();
  return answer.status;
};

/** Every page about a technology or about none, with somebody who gets it. */
async function visitsTo(technology: Technology): Promise<readonly Visit[]> {
  const url = await begun();
  const cookies = await signedIn(url);
  const visits: Visit[] = [];
  for (const { path } of walk.routes.filter(({ method }) => method === "get"))
    for (const [by, cookie] of cookies.entries()) {
      if ((await ask(url, path, technology, cookie)) >= 400) continue;
      visits.push({ path, by });
      break;
    }
  return visits;
}

/** How long each kept the thread at most, as the first who asks since the start, in milliseconds of the yardstick's machine. */
async function stallsOf(visits: readonly Visit[], technology: Technology): Promise<ReadonlyMap<string, number>> {
  const url = await begun();
  const cookies = await signedIn(url);
  const stalls = new Map<string, number>();
  for (const { path, by } of visits) {
    await told("begin");
    await ask(url, path, technology, cookies[by] ?? "");
    const { longest, yardstick } = (await told("end")) as Stall;
    stalls.set(path, longest / Math.max(1, yardstick / usual));
  }
  return stalls;
}

it("no page of a large record keeps the others waiting for more than 50 ms, not even the first time", async () => {
  const [first, second] = walk.large;
  if (first === undefined || second === undefined) throw new Error("There are no large technologies");
  // The first walk is Node's, which compiles as it goes.
  const visits = await visitsTo(first);
  const reached = visits.map(({ path }) => path);
  const missed = walk.routes.filter(({ method, path }) => method === "get" && !reached.includes(path));
  const elsewhere = [
    ...oneTime,
    ...ofOtherTales,
    ...ofDescriptions,
    ...ofImports,
    ...ofCommittees,
    ...ofDrafts,
    ...ofSafeguardsAround,
    ...ofPeopleOutside,
  ];
  expect(missed.map(({ path }) => path).filter((path) => !elsewhere.includes(path))).toEqual(ofOtherStages);

  const stalls = await stallsOf(visits, second);
  expect([...stalls].filter(([, longest]) => longest > longestStall)).toEqual([]);
}, 300_000);
