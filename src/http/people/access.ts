import { nowOf } from "../../application/facts.ts";
import { isPending, secondAdministrators, waitingAdministrators } from "../../domain/people/links.ts";
import type { PersonView } from "../../projections/people.ts";
import type { Deps } from "../deps.ts";
import { blankForm } from "../forms/form.ts";
import { hiddenOf } from "../forms/show.ts";
import type { Language } from "../view/languages.ts";
import type { Person } from "../visitor.ts";

type Hidden = readonly { readonly name: string; readonly value: string }[];
interface Act {
  readonly action: string;
  readonly hidden: Hidden;
  readonly text: string;
  readonly hint?: string;
}

/** What an administrator can do now about a link to somebody's password: the sentence on where it stands, and the acts. */
export async function linkModel(
  { services, people }: Deps,
  language: Language,
  held: PersonView,
  reader: Person,
): Promise<{ readonly said: readonly string[]; readonly acts: readonly Act[] }> {
  if (held.disabled) return { said: [], acts: [] };
  const { t, format } = language;
  const facts = {
    now: nowOf(services),
    people: services.views.people.facts(services.today()),
    actor: { id: reader.id, roles: reader.roles },
    subject: held.id,
  };
  const act = (rest: string, key: string, more: Hidden = []): Act => ({
    action: `/people/${held.id}/link${rest}`,
    hidden: [...hiddenOf(blankForm({}, held.version)), ...more],
    text: t(`people:${key}`),
    ...(t.has(`people:${key}Hint`) && { hint: t(`people:${key}Hint`, waitsOf(services)) }),
  });
  const aloneAct = (others: boolean): Act => ({
    ...act("", "linkAlone", [{ name: "alone", value: "yes" }]),
    hint: t(others ? "people:linkAloneMeanwhileHint" : "people:linkAloneHint", waitsOf(services)),
  });
  const refuse = act("/refusal", "linkRefuse");
  const open = held.link?.open === true ? [t("people:linkOpen")] : [];
  if (isPending(held, facts) && held.request !== null) {
    const { askedBy, until } = held.request;
    const own = askedBy === reader.id;
    const name = (await people.names([askedBy])).get(askedBy) ?? t("people:erased");
    return {
      said: [t(own ? "people:linkAskedByYou" : "people:linkAskedBy", { name, until: format.dateTime(until) }), ...open],
      acts: own || held.id === reader.id ? [refuse] : [act("/confirmation", "linkConfirm"), refuse],
    };
  }
  const invited = (await people.find(held.id))?.invited === true;
  const alone = !invited && held.id !== reader.id && secondAdministrators(facts).length === 0;
  const waiting = alone ? waitingAdministrators(facts) : [];
  const names = await people.names(waiting.map(({ id }) => id));
  const waits = waiting.map(({ id, until }) =>
    t("people:linkSecondWaits", { name: names.get(id) ?? t("people:erased"), until: format.dateTime(until) }),
  );
  return {
    said: [...open, ...waits],
    acts: [
      act("", invited ? "linkInvite" : "linkAsk"),
      ...(alone ? [aloneAct(waiting.length > 0)] : []),
      ...(held.link?.open === true ? [refuse] : []),
    ],
  };
}

function waitsOf({ views }: Deps["services"]) {
  const { linkWaitHours, soleLinkWaitHours } = views.policies.current().accounts;
  return { hours: linkWaitHours, sole: soleLinkWaitHours };
}
