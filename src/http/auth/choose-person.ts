import type { Request, Response } from "express";
import { hasSeat } from "../../domain/committee/seat.ts";
import { z } from "zod";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { optionalText } from "../forms/fields.ts";
import type { Form } from "../forms/form.ts";
import { localPath } from "../middleware/language.ts";
import { departmentName } from "../say/department.ts";
import type { Language } from "../view/languages.ts";
import { enter, wayIn } from "./enter.ts";

export const choiceSchema = z.object({ login: optionalText(40), next: optionalText(4096) });

/** Whom a visitor of a demonstration may be; none where real data are kept. */
export async function demoPeople({ services, people }: Deps, language: Language) {
  const { t } = language;
  const { demonstration, views } = services;
  const all = views.departments.all();
  const rows = (demonstration?.people ?? []).map(async ({ login, person }) => {
    const [held, identity] = [views.people.of(person), await people.find(person)];
    if (held === null || held.disabled || identity === null) return [];
    const seat = held.roles.length === 0 && hasSeat(views.committee.seats(), person) ? (["member"] as const) : [];
    const roles = language.format.list([...held.roles, ...seat].map((role) => t(`words:role.${role}`)));
    const department = held.department === null ? "" : departmentName(language, all, held.department);
    return [{ login, name: identity.name, roles, department, does: t(`demo:does.${login}`) }];
  });
  return (await Promise.all(rows)).flat();
}

/**
 * One click and a visitor is somebody of the cast. It exists in a demonstration only: a server of real data was opened
 * without one, whatever its settings say.
 */
export function choosePerson(deps: Deps) {
  return async (req: Request, res: Response, form: Form<z.output<typeof choiceSchema>>): Promise<void> => {
    const { services, config } = deps;
    const { demonstration } = services;
    if (!config.demo || demonstration === undefined) notFound();
    const { login, next } = form.typed;
    const chosen = demonstration.people.find((offered) => offered.login === login);
    const held = chosen === undefined ? null : services.views.people.of(chosen.person);
    if (chosen === undefined || held === null || held.disabled) notFound();
    await enter(req, res, deps, chosen.person);
    res.redirect(303, wayIn(services, chosen.person, localPath(next)));
  };
}
