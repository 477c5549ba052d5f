import { z } from "zod";
import { collectionLimits } from "../../domain/technology/collections/limits.ts";
import { optionalText, wholeNumber } from "../forms/fields.ts";
import { plainWords } from "../private-words.ts";
import { askedGroup } from "../say/collection.ts";
import type { Form as Fields } from "../view/form.ts";
import type { CollectionPage } from "./page.ts";

export const issueSchema = z.object({
  count: wholeNumber({ least: 1, most: collectionLimits.codes }),
  group: optionalText(200),
  place: optionalText(10).transform((text) => (/^\d+$/.test(text) ? Number(text) : null)),
  key: z.string("errors:form.incomplete").regex(/^[\w-]{43}$/, "errors:form.incomplete"),
});

/** How many codes, for whom and where they are handed out. */
export function issueFields({ collection, words, language }: CollectionPage, fields: Fields) {
  const { t, format } = language;
  const { groups, places, questionnaire } = collection;
  return {
    count: fields.number("count", {
      label: t(questionnaire === "tasks" ? "collections:codes.moderators" : "collections:codes.count"),
      hint: t("collections:codes.countHint", { most: format.number(collectionLimits.codes) }),
    }),
    group:
      groups.length === 0 || questionnaire === "tasks"
        ? null
        : fields.select("group", {
            label: t("collections:codes.group"),
            hint: t("collections:codes.groupHint"),
            options: [
              { value: "", label: t("collections:codes.anybody") },
              ...groups.map((value) => ({ value, label: askedGroup(language, value) })),
            ],
          }),
    place:
      places.length === 0
        ? null
        : fields.select("place", {
            label: t("collections:codes.place"),
            options: [
              { value: "", label: t("collections:codes.anywhere") },
              ...places.map(({ place }, at) => ({ value: String(at + 1), label: plainWords(words, place) })),
            ],
          }),
  };
}
