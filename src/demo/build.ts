import { publishDefaultPolicy } from "../application/default-policy.ts";
import type { Services } from "../application/services.ts";
import { plainPolicy } from "../domain/policy/default/default-policy.ts";
import type { DemoClock } from "./clock.ts";
import { Desk } from "./desk.ts";
import { generate } from "./generate.ts";
import { chooseNotifications } from "./notifications.ts";
import { addPeople } from "./people.ts";
import { portfolio } from "./portfolio.ts";
import type { Scene } from "./scene.ts";

const beforeEverything = 500 * 86_400_000;

/** The whole demonstration from nothing: people, departments, policy, and the technologies of a city in every stage. */
export async function buildDemonstration(
  services: Services,
  clock: DemoClock,
  { language, password }: { readonly language: "en" | "zh"; readonly password: string },
  report: (done: number, all: number) => void,
  scenes: readonly Scene[] = portfolio,
): Promise<void> {
  const today = clock.now();
  clock.stand(Date.parse(today) - beforeEverything);
  // The city begins without safeguards and takes them on later.
  await publishDefaultPolicy(services, plainPolicy);
  const people = await addPeople(services, language, password);
  await chooseNotifications(services, people);
  await services.views.catchUp();
  const desk = new Desk(services, people, language);
  const goOn = services.verdicts.pause();
  await generate({ desk, clock, now: today }, scenes, report).finally(goOn);
  await services.views.rebuild();
}
