import type { Request, Response } from "express";
import { doorOf } from "../../../application/collections/answering.ts";
import type { Door, OpenDoor } from "../../../application/collections/answering.ts";
import type { Deps } from "../../deps.ts";
import { pathValue } from "../../request-values.ts";
import { setStranger, strangerOf } from "../../outside/stranger.ts";
import type { Stranger } from "../../outside/stranger.ts";
import type { AskedLanguage } from "../../../domain/technology/state/collections.ts";

/** What stands behind the code of an address, and who reads it in which language. */
export interface Visit {
  readonly door: Door;
  readonly stranger: Stranger;
}

/** In a language that is asked in: where the browser wants another one, the first of the collection. */
export async function visitOf({ services, templates }: Deps, req: Request, res: Response): Promise<Visit> {
  const door = await doorOf(services, pathValue(req, "code"));
  const stranger = strangerOf(res);
  if (!("collection" in door)) return { door, stranger };
  const { languages } = door.collection;
  const known = languages.find((language) => language === stranger.language.locale);
  const [first] = languages;
  if (known !== undefined || first === undefined) return { door, stranger };
  const spoken = { ...stranger, language: templates.languages.of(first) };
  setStranger(res, spoken);
  return { door, stranger: spoken };
}

export const spokenIn = ({ language: { locale } }: Stranger): AskedLanguage => locale;

/** Words of the collection that everybody reads; a withheld or erased one is called by its number. */
export async function wordsOf(
  { services }: Deps,
  { collection: { introduction, tasks, places } }: OpenDoor,
  { language: { t } }: Stranger,
) {
  const digests = [
    ...(introduction === null ? [] : [introduction]),
    ...tasks.map(({ task }) => task),
    ...places.map(({ place }) => place),
  ];
  const words = await services.privateTexts.find(digests);
  const text = (digest: string): string | null => {
    const known = words.get(digest);
    return known === undefined || known === "erased" ? null : known.text;
  };
  return {
    introduction: introduction === null ? null : text(introduction),
    tasks: tasks.map(({ task }, at) => text(task) ?? t("answering:taskNumber", { number: at + 1 })),
  };
}

/** What the technology is called, for everybody. */
export const nameOf = ({ technology }: OpenDoor): string => technology.proposal.name;

/** What the device keeps half-filled answers under; another collection has another. */
export const storeOf = ({ technology, collection }: OpenDoor): string => `${technology.slug} ${collection.collection}`;

/** What a code leads to, whether or not it takes answers now; null where it leads nowhere. */
export const reached = (door: Door): OpenDoor | null => ("collection" in door ? door : null);
