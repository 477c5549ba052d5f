import type { Refusal } from "../../authority/mail-readers.ts";
import type { Deps } from "../deps.ts";
import type { Language } from "../view/languages.ts";
import type { Person } from "../visitor.ts";

/** Somebody whose address takes no mail, and since when. */
interface RefusedPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly refusal: Refusal;
}

/** Of the addresses that people have now: one that was corrected is none of them. */
export async function refusedPeople(deps: Deps): Promise<readonly RefusedPerson[]> {
  const marked = await deps.services.mailReaders.refused();
  return (await Promise.all(marked.map((id) => refusedPerson(deps, id)))).flat();
}

export const refusedOn = ({ services }: Deps, { format }: Language, { at }: Refusal): string =>
  format.date(services.dayOf(new Date(at).toISOString()));

/** Said where everybody looks first: to the person, and to whoever can correct addresses, that of others. */
export async function refusalNotices(deps: Deps, language: Language, person: Person) {
  const { t } = language;
  const own = await refusedPerson(deps, person.id);
  const others = person.roles.includes("administrator")
    ? (await refusedPeople(deps)).filter(({ id }) => id !== person.id)
    : [];
  return [
    ...own.map(({ email, refusal }) => ({
      text: t("mails:refused.own", { email, day: refusedOn(deps, language, refusal) }),
      link: t("mails:refused.ownLink"),
      href: "/account/notifications",
    })),
    ...(others.length === 0
      ? []
      : [
          {
            text: t("mails:refused.others", { count: others.length }),
            link: t("mails:refused.othersLink"),
            href: "/administration/mails",
          },
        ]),
  ];
}

async function refusedPerson({ services, people }: Deps, id: string): Promise<readonly RefusedPerson[]> {
  const identity = await people.find(id);
  const refusal = identity === null ? null : await services.mailReaders.refusalOf(id, identity.email);
  return identity === null || refusal === null ? [] : [{ id, name: identity.name, email: identity.email, refusal }];
}
