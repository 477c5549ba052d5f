import type { Demonstration, DemoJob } from "../application/demonstration.ts";
import type { Services } from "../application/services.ts";
import type { Technology } from "../domain/technology/state/technology.ts";
import { takesAnswers } from "../application/collections/answering.ts";
import { linkOf } from "../application/collections/link.ts";
import { cast } from "./cast.ts";
import { toFillIn } from "./collecting.ts";
import { write } from "./files/write.ts";
import { jobs, samples } from "./jobs.ts";
import { address } from "./people.ts";
import { portfolio } from "./portfolio.ts";
import { seeded } from "./random.ts";

/** First steps for whoever opens the demonstration; called with the services of its own folder only. */
export async function firstSteps(services: Services): Promise<Demonstration> {
  const known = await Promise.all(
    cast.map(async (member) => {
      const identity = await services.accounts.identities.byEmail(address(member));
      return identity === null ? [] : [{ login: member.login, person: identity.person }];
    }),
  );
  const people = known.flat();
  const idOf = (login: string): string => people.find((person) => person.login === login)?.person ?? "";
  return {
    people,
    jobs: async () => {
      const resolved = jobs.map(async ({ key, login, steps }): Promise<DemoJob> => {
        const there = steps.map(async (step) => {
          const technology = await technologyNamed(services, step.technology);
          if (technology === null) return [];
          const { name } = technology.proposal;
          const href = `/technologies/${technology.slug}${step.at}`;
          const done = step.done(technology, idOf(login));
          return [{ key: step.key, name, href, files: step.files ?? [], done }];
        });
        return { key, login, steps: (await Promise.all(there)).flat() };
      });
      return (await Promise.all(resolved)).filter(({ steps }) => steps.length > 0);
    },
    questionnaire: () => openQuestionnaire(services),
    sample: (file) => sampleOf(services, file),
  };
}

/** A technology of the portfolio by its English name, in whichever language the demonstration was written. */
async function technologyNamed({ views }: Services, english: string): Promise<Technology | null> {
  const scene = portfolio.find(({ name }) => name.en === english);
  for (const name of scene === undefined ? [] : [scene.name.en, scene.name.zh]) {
    const { rows } = views.portfolio.page({ sort: "name", search: name, limit: 5 });
    const row = rows.find((listed) => listed.name === name);
    if (row !== undefined) return views.technologyState(row.id);
  }
  return null;
}

async function openQuestionnaire(services: Services): Promise<string | null> {
  const technology = await technologyNamed(services, toFillIn);
  const collection = technology?.collections.find(({ way, closed }) => way === "link" && closed === null);
  const row = technology === null ? null : services.views.portfolio.bySlug(technology.slug);
  if (technology === null || collection === undefined || row === null) return null;
  if (takesAnswers(services, technology, collection) !== "open") return null;
  return linkOf(services, { technology: row.id, collection: collection.collection });
}

/** Made for the plan in force and the demonstration's clock, so that attaching it is like attaching one's own. */
async function sampleOf(services: Services, file: string): Promise<Iterable<string> | null> {
  const wanted = samples.find(({ sample }) => sample.file === file);
  const technology = wanted === undefined ? null : await technologyNamed(services, wanted.technology);
  if (wanted === undefined || technology === null || technology.plan === null) return null;
  const { plan } = technology.plan;
  const { requestsPerSecond, recordsPerHour } = technology.proposal.demand;
  const pilotFrom = Date.parse(plan.startsOn);
  return write(wanted.sample, {
    random: seeded(file),
    demand: requestsPerSecond ?? 1,
    recordsPerHour: recordsPerHour ?? 1000,
    services: plan.services,
    pilotFrom,
    pilotTo: pilotFrom + plan.days * 86_400_000,
    now: Date.parse(services.clock.now()),
  });
}
