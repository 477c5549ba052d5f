import { earlyPolicy } from "../../../support/early-policy.ts";
import { seats } from "./world.ts";
import { day, noon, numbered } from "../../../support/technology.ts";
import type { Policy } from "../../../../src/domain/policy/policy.ts";
import type { PersonFacts } from "../../../../src/domain/people/facts.ts";
import { decide } from "../../../../src/domain/technology/decide.ts";
import { evolve, fold } from "../../../../src/domain/technology/evolve.ts";
import { isOpenTo } from "../../../../src/domain/technology/open-actions.ts";
import type { PastEvent } from "../../../../src/domain/technology/state/envelope.ts";
import type { Facts } from "../../../../src/domain/technology/state/facts.ts";
import type { Technology } from "../../../../src/domain/technology/state/technology.ts";
import { sheet } from "../scores.ts";
import { make } from "./commands.ts";
import { dice } from "./dice.ts";
import type { Move, Start } from "./world.ts";

/** A life as it stands before its first move and after each that changed something, with what was known then. */
export function* lived(
  people: readonly PersonFacts[],
  start: Start,
  moves: readonly Move[],
  policy: Policy = earlyPolicy,
): Generator<{ readonly state: Technology; readonly facts: Facts; readonly events: readonly PastEvent[] }> {
  const events = [...numbered(start.story)];
  let [state, version, today] = [fold(events), events.length, start.today];
  const sheets = [sheet("eva"), sheet("emil")];
  const factsOn = (actor: string): Facts => factsBy(people, today, actor, policy);
  if (state !== null) yield { state, facts: factsOn("system"), events };
  for (const { type, days, seed, actor } of moves) {
    today += days;
    if (type === null) continue;
    const d = dice(seed);
    const drawn = factsOn(people[actor]?.id ?? "system");
    const may = [...people, { id: "system", roles: [] }].filter(({ id, roles }) =>
      isOpenTo(state, type, { id, roles }, drawn),
    );
    const facts = factsOn(d.pick(may)?.id ?? drawn.actor.id);
    const decision = decide(state, make(type, { t: state, f: facts, d, sheets }), facts);
    if (decision.kind === "rejected" || decision.events.length === 0) continue;
    for (const event of decision.events) {
      version += 1;
      const envelope = { position: (state?.position ?? 0) + 1, version, time: facts.now };
      const past = {
        ...event,
        ...envelope,
        actor: facts.actor.id,
        role: facts.actor.roles[0] ?? "system",
      } as PastEvent;
      events.push(past);
      state = evolve(state, past);
    }
    if (state !== null) yield { state, facts, events };
  }
}

const factsBy = (people: readonly PersonFacts[], today: number, actor: string, policy: Policy): Facts => ({
  now: noon(today),
  today: day(today),
  actor: { id: actor, roles: people.find(({ id }) => id === actor)?.roles ?? [] },
  policy,
  policies: { 1: policy },
  people,
  seats,
  departments: ["health"],
});
