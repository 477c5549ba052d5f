import { decideStandard } from "../../../src/domain/standards/decide-standard.ts";
import type { StandardFacts } from "../../../src/domain/standards/decide-standard.ts";
import { evolveStandard } from "../../../src/domain/standards/evolve-standard.ts";
import type { Standard, StandardCommand } from "../../../src/domain/standards/standard.ts";
import type { PersonFacts } from "../../../src/domain/people/facts.ts";
import type { Role } from "../../../src/domain/people/roles.ts";
import type { TextRef } from "../../../src/domain/words/text.ts";

export const textOf = (letter: string): TextRef => letter.repeat(64) as TextRef;

const person = (id: string, ...roles: Role[]): PersonFacts => ({
  id,
  roles,
  department: null,
  deputyFor: [],
  barredUntil: null,
});
const people = [person("adam", "administrator"), person("pia", "planner"), person("owen", "auditor")];

export const on = (today: string, actor = "adam"): StandardFacts => ({
  now: `${today}T09:00:00.000Z`,
  today,
  actor: { id: actor, roles: people.find(({ id }) => id === actor)?.roles ?? [] },
  people,
  departments: ["it"],
  transitionDays: 90,
});

export const added: StandardCommand = {
  type: "AddStandard",
  standard: "city-api",
  kind: "interface",
  name: { en: "City interfaces", zh: "城市接口规范" },
  owner: { kind: "department", department: "it" },
};

export const draft = (version: string): StandardCommand => ({
  type: "DraftStandard",
  version,
  text: textOf("a"),
  link: null,
  rules: null,
});

export const publish = (version: string, inForceOn: string, until: string | null = null): StandardCommand => ({
  type: "PublishStandard",
  version,
  inForceOn,
  until,
  reason: null,
});

/** What becomes of the standard, or the reasons against it. */
export function run(state: Standard | null, command: StandardCommand, facts: StandardFacts): Standard | string[] {
  const decision = decideStandard(state, command, facts);
  if (decision.kind === "rejected") return decision.reasons.map(({ code }) => code);
  return decision.events.reduce<Standard | null>(evolveStandard, state) as Standard;
}

/** The same where nothing refuses. */
export function done(state: Standard | null, command: StandardCommand, facts: StandardFacts): Standard {
  const result = run(state, command, facts);
  if (Array.isArray(result)) throw new Error(`${command.type}: ${result.join()}`);
  return result;
}

/** City interfaces 1.0 in force since 2026-01-01, 2.0 drafted. */
export const twoVersions = (): Standard =>
  [draft("1.0"), publish("1.0", "2026-01-01"), draft("2.0")].reduce<Standard>(
    (state, command) => done(state, command, on("2026-06-01")),
    done(null, added, on("2026-06-01")),
  );
