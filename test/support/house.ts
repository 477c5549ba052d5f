import { randomUUID } from "node:crypto";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { attachEvidence } from "../../src/application/attach-evidence.ts";
import type { AttachOutcome } from "../../src/application/attach-evidence.ts";
import type { Clock } from "../../src/application/clock.ts";
import { handle } from "../../src/application/handle.ts";
import { onTechnology } from "../../src/application/on-technology.ts";
import { onDepartments } from "../../src/application/on-departments.ts";
import { onPerson } from "../../src/application/on-person.ts";
import type { Accepted, Outcome, Submission } from "../../src/application/outcome.ts";
import { propose } from "../../src/application/propose.ts";
import type { Raw, RawTechnologyCommand } from "../../src/application/raw-command.ts";
import { openServices } from "../../src/application/open-services.ts";
import type { Services } from "../../src/application/services.ts";
import { publishEarlyPolicy } from "./early-policy.ts";
import { readConfig } from "../../src/config.ts";
import type { Role } from "../../src/domain/people/roles.ts";
import { addDays } from "../../src/domain/words/days.ts";
import type { PilotPlan } from "../../src/domain/technology/state/pilot.ts";
import type { Proposal } from "../../src/domain/technology/state/proposal.ts";
import type { Day, Instant } from "../../src/domain/words/text.ts";

/** The day every story in a house begins on; each day is spoken of by its number. */
export const firstDay: Day = "2026-03-02";
export const dayNumber = (n: number): Day => addDays(firstDay, n);

export class HandClock implements Clock {
  instant: Instant = `${firstDay}T09:00:00.000Z`;
  now(): Instant {
    return this.instant;
  }
  /** Nine o'clock on a day of the story. */
  day(n: number): void {
    this.instant = `${dayNumber(n)}T09:00:00.000Z`;
  }
}

/** Who works in the house: the id is the name, its role the beginning of it. */
export const staff: readonly (readonly [string, Role])[] = [
  ["planner", "planner"],
  ["planner2", "planner"],
  ["sponsor", "planner"],
  ["evaluator", "evaluator"],
  ["evaluator2", "evaluator"],
  ["evaluator3", "evaluator"],
  ["approver", "approver"],
  ["approver2", "approver"],
  ["approver3", "approver"],
  ["approver4", "approver"],
  ["auditor", "auditor"],
  ["administrator", "administrator"],
];

/** The product without its pages: real ledger, vault, views and domain in a temporary folder, on a clock moved by hand. */
export class House {
  readonly folder = mkdtempSync(join(tmpdir(), "touchstone-house-"));
  readonly clock = new HandClock();
  /** Ms since 1970, by which sessions, links and pauses end; null: the real one. */
  real: number | null = null;
  services!: Services;
  private proposals = 0;

  static async open(): Promise<House> {
    const house = new House();
    await house.reopen();
    await publishEarlyPolicy(house.services);
    for (const key of ["health", "transport"]) {
      const command = { type: "AddDepartment", key, name: { en: key, zh: key } } as const;
      mustAccept(await handle(house.services, house.system(), onDepartments(command)));
    }
    for (const [person, role] of staff) {
      const command = { type: "AddPerson", roles: [role], department: "health" } as const;
      mustAccept(await handle(house.services, house.system(), onPerson(person, command)));
    }
    return house;
  }

  /** A house of its own that begins where this one stands; this one must be closed for a moment. */
  async copy(): Promise<House> {
    await this.services.close();
    const house = new House();
    cpSync(this.folder, house.folder, { recursive: true });
    house.clock.instant = this.clock.instant;
    house.proposals = this.proposals;
    await Promise.all([this.reopen(), house.reopen()]);
    return house;
  }

  async reopen(): Promise<void> {
    const config = readConfig({ TOUCHSTONE_DATA: this.folder, TOUCHSTONE_LOG_LEVEL: "silent" });
    this.services = await openServices(config, { clock: this.clock, now: () => this.real ?? Date.now() });
  }

  async close(): Promise<void> {
    await this.services.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Gives people names, passwords and addresses: "approver@example.org". */
  async asIfAddressed(...people: readonly string[]): Promise<void> {
    const { identities } = this.services.accounts;
    for (const person of people) {
      await identities.add(person, person, `${person}@example.org`);
      await identities.setPassword(person, "a hash");
    }
  }

  by(person: string): Submission {
    const role = staff.find(([id]) => id === person)?.[1] ?? "planner";
    return { actor: { id: person, roles: [role] }, role, commandId: randomUUID() };
  }

  system(): Submission {
    return { actor: { id: "system", roles: [] }, role: "system", commandId: randomUUID() };
  }

  async ask(person: string, technology: string, command: RawTechnologyCommand): Promise<Outcome> {
    return handle(this.services, this.by(person), onTechnology(technology, command));
  }

  async must(person: string, technology: string, command: RawTechnologyCommand): Promise<Accepted> {
    return mustAccept(await this.ask(person, technology, command));
  }

  /** Under a name of its own, where none is given: the first is "Queue forecast". */
  async proposed(over: Partial<Raw<Proposal>> = {}): Promise<string> {
    const number = (this.proposals += 1);
    const own = number === 1 ? {} : { name: `Queue forecast ${number}` };
    const outcome = await propose(this.services, {
      ...this.by("planner"),
      proposal: aProposal({ ...own, ...over }),
      predecessor: null,
    });
    return mustAccept(outcome).stream.replace("technology-", "");
  }

  /** Proposed, admitted by one approver, plan locked. */
  async planned(plan: Partial<Raw<PilotPlan>> = {}, over: Partial<Raw<Proposal>> = {}): Promise<string> {
    const id = await this.proposed(over);
    await this.vote("approver", id, "admission");
    await this.must("planner", id, { type: "LockPilotPlan", plan: aPlan(plan) });
    return id;
  }

  async vote(person: string, id: string, gate: "admission" | "completion" | "rollout" | "adoption"): Promise<Accepted> {
    const { gateView } = await import("../../src/application/gate.ts");
    const view = await gateView(this.services, id, gate);
    const ground = view?.ground ?? "";
    const reason = { text: "Good enough." };
    return this.must(person, id, {
      type: "CastVote",
      gate,
      option: "approve",
      reason,
      ground,
      onBehalfOf: null,
      lessons: null,
    });
  }

  /** @param files name and content of each. */
  async attach(
    technology: string,
    files: Readonly<Record<string, string>>,
    over: { kind?: "document" } = {},
  ): Promise<AttachOutcome> {
    const { services } = this;
    const paths = Object.entries(files).map(([name, content]) => {
      const path = join(services.vault.incoming, `${randomUUID()}-${name}`);
      writeFileSync(path, content);
      return { path, name };
    });
    return attachEvidence(services, {
      ...this.by("planner"),
      technology,
      files: paths,
      title: { text: "A file" },
      ...over,
    });
  }
}

export function mustAccept(outcome: { readonly kind: string }): Accepted {
  if (outcome.kind !== "accepted") throw new Error(`Not accepted: ${JSON.stringify(outcome)}`);
  return outcome as Accepted;
}

export const aProposal = (over: Partial<Raw<Proposal>> = {}): Raw<Proposal> => ({
  name: "Queue forecast",
  summary: { text: "Says how long the queue will be." },
  need: { text: "Carbon sheets smudge at the counter." },
  needOf: { text: "Visitors of the counter" },
  department: "health",
  sponsor: "sponsor",
  demand: { users: 4000, requestsPerSecond: 40, recordsPerHour: 9000 },
  cost: { pilot: 20_000, annual: 60_000, currency: "EUR" },
  tier: "I",
  tierStated: true,
  standards: [],
  dataClass: "general",
  personalInformation: "none",
  risks: null,
  similarSeen: [],
  ...over,
});

/** Locked on day 0, runs from day 1 for 14 days, looked at on days 10 and 14. */
export const aPlan = (over: Partial<Raw<PilotPlan>> = {}): Raw<PilotPlan> => ({
  sites: { text: "Two counters" },
  siteCount: 2,
  startsOn: dayNumber(1),
  days: 14,
  services: ["portal"],
  latencyMs: 800,
  restoreSeconds: 3600,
  looks: [dayNumber(10), dayNumber(14)],
  indicators: {},
  fairness: null,
  assisted: [],
  assistedWhy: null,
  exit: { text: "Switch it off" },
  rollback: { text: "Paper forms" },
  ...over,
});
