import type { Response } from "express";
import { eraser } from "../../application/reader.ts";
import type { Services } from "../../application/services.ts";
import { texts } from "../../application/texts.ts";
import { erasureFields } from "./erasing.ts";
import type { FormState } from "./form.ts";
import { textShown } from "../say/text.ts";
import { renderTechnology } from "../technology-page.ts";
import type { TechnologyHead, TechnologyPage } from "../technology-page.ts";

export type WordsToErase = {
  readonly digest: string;
  /** Beneath the technology: where what they stand in is looked at. */
  readonly place: string;
  readonly trail: NonNullable<TechnologyHead["trail"]>;
  /** What they stand in, in words. */
  readonly name: string;
  /** Digests of its words that are gone already. */
  readonly erased: readonly string[];
};

/** The page that removes words of what stands beside a technology on a stream of its own, on a legal ground. */
export async function showWordsErasure(
  services: Services,
  res: Response,
  page: TechnologyPage,
  { digest, place, trail, name, erased }: WordsToErase,
  form: FormState,
): Promise<void> {
  const { language, at } = page;
  const { t } = language;
  const words = await texts(services, eraser, [digest]);
  await renderTechnology(
    res,
    page,
    "pages/erasure/erase",
    { title: t("erasure:text.title"), trail, lead: t("erasure:text.lead"), form },
    {
      action: at(`${place}/erasure/${digest}`),
      back: at(place),
      facts: [
        { term: t("erasure:stands"), value: name },
        { term: t("erasure:words"), value: textShown(language, words.get(digest)) },
      ],
      gone: erased.includes(digest) ? t("erasure:already") : null,
      submit: t("erasure:submit"),
      ...erasureFields(form, language, t("erasure:text.sure")),
    },
  );
}
