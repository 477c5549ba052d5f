import type { Request, RequestHandler } from "express";
import type { Deps } from "../deps.ts";
import type { Visit } from "../view/chrome.ts";
import { setVisitor } from "../visitor.ts";
import type { Person } from "../visitor.ts";
import { localeOf } from "./language.ts";
import { referenceOf } from "./request-log.ts";

/** Finds out who asks and in which language. Roles are read at each request: a grant or a disabling counts from the next one on. */
export function visitors(deps: Deps): RequestHandler {
  const { templates, services } = deps;
  return async (req, res, next) => {
    await services.views.catchUp();
    const person = await personOf(req, deps);
    setVisitor(res, {
      views: templates,
      language: templates.languages.of(localeOf(req)),
      person,
      frame: () => frame(deps, person),
      reference: referenceOf(req),
      resumed: false,
    });
    next();
  };
}

async function personOf(req: Request, { services, accounts }: Deps): Promise<Person | null> {
  const id = req.session.person;
  if (id === undefined) return null;
  const [held, identity] = [services.views.people.of(id), await accounts.identities.find(id)];
  if (held === null || held.disabled || identity === null) {
    accounts.sessions.endAll(id);
    delete req.session.person;
    return null;
  }
  return { id, name: identity.name, roles: held.roles, department: held.department };
}

async function frame({ services, config }: Deps, person: Person | null): Promise<Omit<Visit, "path">> {
  const clock = config.demo && services.clock.advance !== undefined ? { clock: { today: services.today() } } : {};
  const common = {
    demonstration: config.demo,
    ...(person === null ? {} : clock),
    ...(services.ledger.readOnly !== null && { readOnly: true }),
  };
  if (person === null) return common;
  const { position, time } = services.views.position();
  const seesPeople = person.roles.includes("administrator") || person.roles.includes("auditor");
  return {
    ...common,
    person: { name: person.name, openWork: services.views.work.count(person), administrator: seesPeople },
    ledger: { position, checkpoint: position, ...(time !== null && { at: time }) },
  };
}
