import type { Services } from "../../application/services.ts";
import type { Language } from "../view/languages.ts";

/** What pieces that count or order technologies are a function of beside what was asked: they stand until anything is written. */
export const listsEdition = ({ views, today }: Pick<Services, "views" | "today">, { locale }: Language): string =>
  `${locale} ${today()} ${views.edition()} ${views.warnings.passed()}`;
