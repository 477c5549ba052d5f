import { nowOf } from "../../application/facts.ts";
import { isPending } from "../../domain/people/links.ts";
import type { Deps } from "../deps.ts";
import { blankForm } from "../forms/form.ts";
import { hiddenOf } from "../forms/show.ts";
import type { Language } from "../view/languages.ts";
import type { Person } from "../visitor.ts";

/** Where a link to one's own new password stands, and what its owner can do about it. */
export async function ownLinkModel({ services, people }: Deps, { t, format }: Language, { id }: Person) {
  const held = services.views.people.of(id);
  const pending = held !== null && isPending(held, { now: nowOf(services) }) ? held.request : null;
  const hidden = () => hiddenOf(blankForm({}, held?.version ?? null));
  const asker = pending === null ? "" : ((await people.names([pending.askedBy])).get(pending.askedBy) ?? "–");
  const until = pending === null ? "" : format.dateTime(pending.until);
  const own = pending?.askedBy === id;
  return {
    said:
      pending === null
        ? held?.link?.open === true
          ? t("account:link.open")
          : t("account:link.explain")
        : own
          ? t("account:link.waits", { until })
          : t("account:link.askedBy", { name: asker, until }),
    ask: pending === null ? { hidden: hidden() } : undefined,
    confirm: pending !== null && !own ? { hidden: hidden() } : undefined,
    refuse: pending !== null || held?.link?.open === true ? { hidden: hidden() } : undefined,
  };
}
