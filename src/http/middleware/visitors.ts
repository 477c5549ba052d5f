import type { Request, RequestHandler } from "express";
import { catchUpAsFarAsTheDiskLets } from "../../application/catch-up.ts";
import type { Behind } from "../../application/catch-up.ts";
import { nowOf } from "../../application/facts.ts";
import { accountMatters } from "../../application/people/account-matters.ts";
import { advisesToday, wasAskedAbout } from "../../application/experts.ts";
import { hasSeat } from "../../domain/committee/seat.ts";
import { isBarred } from "../../domain/people/barred.ts";
import type { Deps } from "../deps.ts";
import type { Visit } from "../view/chrome.ts";
import { setVisitor } from "../visitor.ts";
import type { Person, Visitor } from "../visitor.ts";
import { localeOf } from "./language.ts";
import { createAuthors } from "../forms/author.ts";
import type { Authors } from "../forms/author.ts";
import { listensToKeys } from "./single-keys.ts";
import { referenceOf } from "./request-log.ts";

/** Finds out who asks and in which language. Roles are read at each request: a grant or a disabling counts from the next one on. */
export function visitors(deps: Deps): RequestHandler {
  const { templates, services, house } = deps;
  const authors = createAuthors(services.accounts);
  return async (req, res, next) => {
    const keysOff = !listensToKeys(req);
    const nobody: Visitor = {
      views: templates,
      language: templates.languages.of(localeOf(req)),
      tellings: house.tellings,
      finals: house.finals,
      person: null,
      wasAsked: () => Promise.resolve(false),
      behind: null,
      frame: async () => ({ ...(await plainFrame(deps)), keysOff }),
      reference: referenceOf(req),
      resumed: false,
      keep: null,
      sent: false,
      now: () => services.clock.now(),
      draft: null,
      asking: null,
      others: [],
      withheld: { texts: new Set(), files: new Set(), sentence: null },
    };
    // First of all the language: whatever fails from here on is said in it.
    setVisitor(res, nobody);
    await services.ledger.checkPlace();
    const behind = await catchUp(req, deps);
    const person = await personOf(req, deps);
    const wasAsked = async (slug: string) => person !== null && (await wasAskedAbout(deps.services, slug, person.id));
    setVisitor(res, {
      ...nobody,
      behind,
      person,
      wasAsked,
      frame: async () => ({ ...(await frame(deps, authors, person)), keysOff }),
    });
    next();
  };
}

/** Who only reads gets the views as they stand. Who writes would decide on roles that may have changed: they are told. */
async function catchUp({ method }: Request, { services }: Deps): Promise<Behind | null> {
  if (method === "GET" || method === "HEAD") return catchUpAsFarAsTheDiskLets(services, { reading: true });
  await services.views.catchUp();
  return null;
}

async function personOf(req: Request, { services }: Deps): Promise<Person | null> {
  const id = req.session.person;
  if (id === undefined) return null;
  const [held, identity] = [services.views.people.of(id), await services.accounts.identities.find(id)];
  if (held === null || held.disabled || identity === null) {
    await services.accounts.sessions.endAll(id);
    delete req.session.person;
    return null;
  }
  const { roles, department } = held;
  const seats = services.views.committee.seats();
  const advises = advisesToday(services, id, roles);
  return { id, name: identity.name, roles, department, seat: hasSeat(seats, id), advises };
}

/** What every frame says, whoever asks; reads no view. */
export async function plainFrame({ services, config }: Deps): Promise<Omit<Visit, "path">> {
  const trouble = await services.storage.trouble();
  return {
    demonstration: config.demo,
    ...(services.ledger.readOnly !== null && { readOnly: true }),
    ...(trouble !== null && { trouble }),
  };
}

async function frame(deps: Deps, authors: Authors, person: Person | null): Promise<Omit<Visit, "path">> {
  const { services, config } = deps;
  if (person === null) return plainFrame(deps);
  const { position, time } = services.views.position();
  const now = nowOf(services);
  const works = person.roles.length > 0;
  const seesPeople = person.roles.includes("administrator") || person.roles.includes("auditor");
  return {
    ...(await plainFrame(deps)),
    ...(works && config.demo && services.clock.advance !== undefined && { clock: { today: services.today() } }),
    tour: services.demonstration !== undefined,
    person: {
      name: person.name,
      openWork: services.views.work.count(person) + accountMatters(services.views.people, person, now).length,
      administrator: seesPeople,
      works,
      seat: person.seat,
    },
    author: authors(person.id),
    ...accountOf(services, person.id, now),
    ...(works && { ledger: { position, checkpoint: position, ...(time !== null && { at: time }) } }),
  };
}

/** What every page tells the owner of an account: that others changed it, and that it decides nothing for a while. */
function accountOf({ views }: Deps["services"], id: string, now: string): Pick<Visit, "untold" | "barredUntil"> {
  const held = views.people.of(id);
  if (held === null) return {};
  return {
    ...(held.untold.length > 0 && { untold: held.untold.length }),
    ...(held.barredUntil !== null && isBarred(held, now) && { barredUntil: held.barredUntil }),
  };
}
