import type { Services } from "../../application/services.ts";
import type { VersionName } from "../../domain/standards/register.ts";
import { isDay } from "../../domain/words/days.ts";
import type { Day } from "../../domain/words/text.ts";
import { blankForm } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import type { LinkModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";
import { lapseDay } from "./said.ts";

/** So many are named; of the others it is said how many they are. */
const mostNamed = 50;

/** Who is told, and what lapses when: shown before anything is decided. */
export type AffectedModel = {
  /** "12 technologies lapse on 1 March 2027." */
  readonly finding: string;
  readonly technologies: readonly LinkModel[];
  readonly more: string | null;
};

/** What a page shows of those concerned, so that nothing is decided which its reader did not see. */
export const shownOf = ({ declared }: Services["views"], version: VersionName, until: string): string =>
  isDay(until) ? `${until}:${declared.count(version)}` : "none";

const notShown = "not-shown";

/** Sent before anybody saw whom it concerns: it comes back with them, and nothing was wrong with it. */
export const unsent = ({ typed, version, commandId }: Form<unknown>): FormState => ({
  ...blankForm(typed, version),
  commandId,
  note: notShown,
});

export const againNote = ({ t }: Language, { note }: FormState): { readonly notice?: string } =>
  note === notShown ? { notice: t("standards:affected.again") } : {};

export function affectedBy(
  { views }: Pick<Services, "views">,
  { t, format }: Language,
  version: VersionName,
  until: Day,
): AffectedModel {
  const count = views.declared.count(version);
  const technologies = views.declared.page(version, { after: "", limit: mostNamed });
  const day = format.date(lapseDay(until));
  return {
    finding: t(`standards:affected.${count === 0 ? "none" : "some"}`, { count, day }),
    technologies: technologies.map(({ name, slug }) => ({ text: name, href: `/technologies/${slug}` })),
    more: count <= technologies.length ? null : t("standards:affected.more", { count: count - technologies.length }),
  };
}
