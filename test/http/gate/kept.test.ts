import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createApp } from "../../../src/app.ts";
import { attachEvidence } from "../../../src/application/attach-evidence.ts";
import { gateView } from "../../../src/application/gate.ts";
import { handle } from "../../../src/application/handle.ts";
import { onPerson } from "../../../src/application/on-person.ts";
import { onTechnology } from "../../../src/application/on-technology.ts";
import { openServices } from "../../../src/application/open-services.ts";
import type { Submission } from "../../../src/application/outcome.ts";
import type { RawTechnologyCommand } from "../../../src/application/raw-command.ts";
import { readConfig } from "../../../src/config.ts";
import { firstSteps } from "../../../src/demo/first-steps.ts";
import type { Role } from "../../../src/domain/people/roles.ts";
import { addDays } from "../../../src/domain/words/days.ts";
import { password, scenesNamed, startDemo } from "../../support/demo.ts";
import type { DemoSite } from "../../support/demo.ts";
import { browser } from "../../support/http.ts";
import type { Browser } from "../../support/http.ts";
import { susCsv } from "../evidence/support.ts";

let demo: DemoSite;
let readers: readonly Browser[];
let ids: ReadonlyMap<string, string>;
let technologies: readonly { readonly id: string; readonly slug: string }[];
let now: number;

const logins = ["approver", "planner", "evaluator"] as const;

beforeAll(async () => {
  demo = await startDemo(scenesNamed("Permit reply assistant", "Air quality grid"));
  now = Date.parse(demo.services.clock.now());
  demo.clock.stand(now);
  await demo.services.views.catchUp();
  technologies = demo.services.views.portfolio
    .page({ sort: "name", limit: 9 })
    .rows.map(({ id, slug }) => ({ id, slug }));
  readers = await Promise.all(logins.map((login) => demo.as(login)));
  const people = ["administrator", "planner", "evaluator", "approver", "approver2", "approver3", "approver4"];
  const found = people.map(async (login) => {
    const identity = await demo.services.accounts.identities.byEmail(`${login}@demo.invalid`);
    return [login, identity?.person ?? ""] as const;
  });
  ids = new Map(await Promise.all(found));
}, 120_000);
afterAll(async () => demo.stop());

const by = (login: string, role: Role): Submission => ({
  actor: { id: ids.get(login) ?? "", roles: [role] },
  role,
  commandId: randomUUID(),
});

interface Step {
  readonly kind: number;
  readonly target: number;
  readonly n: number;
}

/** What people do, in any order, on any day: what the domain refuses changes nothing. */
async function act({ kind, target, n }: Step): Promise<void> {
  const { services } = demo;
  const { id } = technologies[target % technologies.length]!;
  const today = services.today();
  const give = (login: string, role: Role, command: RawTechnologyCommand) =>
    handle(services, by(login, role), onTechnology(id, command));
  const text = { text: `Words ${n}.` };
  const acts = [
    async () => demo.clock.stand((now += (1 + (n % 9)) * 86_400_000)),
    () =>
      give("evaluator", "evaluator", {
        type: "RecordIncident",
        severity: 3,
        occurredAt: services.clock.now(),
        learnedAt: services.clock.now(),
        timeZone: "UTC",
        text,
      }),
    () => attach(id, n),
    () => give("planner", "planner", { type: "RecordDrill", on: addDays(today, -(n % 3)), minutes: 10 + n, text }),
    () => vote(id, `approver${1 + (n % 4)}`.replace("approver1", "approver")),
    () => role(`approver${2 + (n % 3)}`, n),
    () => give(`approver${2 + (n % 3)}`, "approver", { type: "RecordDissent", text }),
    () => give("planner", "planner", { type: "RecordLessons", text }),
  ];
  await acts[kind % acts.length]?.();
}

async function attach(technology: string, n: number): Promise<void> {
  const { services } = demo;
  const path = join(services.vault.incoming, `${randomUUID()}.csv`);
  writeFileSync(path, susCsv(5 + n, `P${n}-`));
  await attachEvidence(services, {
    ...by("planner", "planner"),
    technology,
    files: [{ path, name: "sus.csv" }],
    title: { text: `Answers ${n}` },
  });
}

async function vote(id: string, login: string): Promise<void> {
  const gate = demo.services.views.portfolio.byId(id)?.gate ?? "rollout";
  const view = await gateView(demo.services, id, gate);
  await handle(
    demo.services,
    by(login, "approver"),
    onTechnology(id, {
      type: "CastVote",
      gate,
      option: "approve",
      reason: { text: "Worth it." },
      ground: view?.ground ?? "",
      onBehalfOf: null,
      lessons: null,
    }),
  );
}

/** An approver loses the role, or has it again. */
async function role(login: string, n: number): Promise<void> {
  const type = n % 2 === 0 ? "RevokeRole" : "GrantRole";
  const command = { type, role: "approver" } as const;
  await handle(demo.services, by("administrator", "administrator"), onPerson(ids.get(login) ?? "", command));
}

/** Where all technologies stand together, and the pages of each. */
const pages = (): string[] => [
  "/technologies",
  "/portfolio/pipeline",
  "/portfolio/heat-map",
  "/portfolio/timeline",
  "/radar",
  ...technologies.flatMap(({ slug }) =>
    ["", "/gates/completion", "/gates/rollout", "/gates/rollout/dossier", "/evaluation", "/evidence"].map(
      (place) => `/technologies/${slug}${place}`,
    ),
  ),
];

/** The same house opened anew, which has kept nothing; reading it once more is what a page without a store is. */
async function anew<T>(work: (readers: readonly Browser[]) => Promise<T>): Promise<T> {
  const config = readConfig({}, { dataDir: demo.folder, demo: true });
  const services = await openServices(config, { clock: demo.clock, log: pino({ level: "silent" }) });
  const app = createApp({ ...services, demonstration: await firstSteps(services) }, config, { keptBytes: 0 });
  const own = logins.map(() => browser(app));
  try {
    await Promise.all(own.map((one, i) => one.post("/sign-in", { email: `${logins[i]}@demo.invalid`, password })));
    return await work(own);
  } finally {
    await services.close();
  }
}

/** What is drawn for each page: the id of a form's command. */
const drawn = /name="commandId" value="[^"]*"/g;

test(
  "pages of technologies are byte for byte those of a house that keeps nothing, whatever happened before",
  { timeout: 240_000 },
  async () => {
    const step = fc.record({ kind: fc.nat(7), target: fc.nat(3), n: fc.nat(40) });
    const histories = fc.sample(fc.array(step, { minLength: 3, maxLength: 6 }), { numRuns: 4, seed: 20_260_302 });
    let [compared, changed] = [0, 0];
    const before = new Map<string, string>();
    for (const history of histories) {
      for (const move of history) {
        await act(move);
        // A page is looked at in between, so that something is kept of what stood then.
        await readers[move.n % readers.length]?.get(pages()[move.n % pages().length]!);
      }
      await anew(async (others) => {
        for (const path of pages())
          for (const [i, reader] of readers.entries())
            for (const language of i === 0 ? ["en", "zh-CN"] : ["en"]) {
              const headers = { "Accept-Language": language };
              const read = async (one: Browser) => (await one.get(path, headers)).html.replace(drawn, "");
              const html = await read(reader);
              // What is worked out beside a page comes to it later, in both houses.
              if (html !== (await read(others[i]!))) {
                const message = `${path} ${logins[i]} ${language}`;
                const both = async () => expect(await read(others[i]!), message).toBe(await read(reader));
                await vi.waitFor(both, { timeout: 5_000, interval: 200 });
              }
              const key = `${path} ${i} ${language}`;
              if (before.get(key) !== html) changed += 1;
              before.set(key, html);
              compared += 1;
            }
      });
    }
    expect(compared).toBeGreaterThan(150);
    // Nothing that never changes could be stale.
    expect(changed).toBeGreaterThan(60);
  },
);
