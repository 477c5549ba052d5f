import type { Language } from "../view/languages.ts";
import type { Figure } from "./figures.ts";
import { countOfAll, within } from "./ground.ts";
import type { Ground } from "./ground.ts";

/** A share of a whole: its counts, whose quotient is told only where there are enough of them. */
export interface Share {
  readonly part: readonly Figure[];
  readonly whole: readonly Figure[];
}

/** "31 of 40 (78 %)", or the counts alone with why there is no share. */
export function shareSentence(ground: Ground, share: Share): string {
  const { language, rules } = ground;
  const { t, format } = language;
  const [part, whole] = countsOf(ground, share);
  if (whole === 0) return t("leadership:share.none");
  const of = { part: format.number(part), whole: format.number(whole) };
  if (whole < rules.smallest) return t("leadership:share.few", { ...of, smallest: rules.smallest });
  return t("leadership:share.said", { ...of, share: format.percent(part / whole, 0) }) + beside(ground, share);
}

/** What all departments together have, beside one of them: only where neither is few. */
function beside(ground: Ground, share: Share): string {
  if (ground.asked.department === null) return "";
  const [part, whole] = countsOf(within(ground, null), share);
  if (whole < ground.rules.smallest) return "";
  return ` ${saidOfAll(ground.language, part / whole)}`;
}

const saidOfAll = ({ t, format }: Language, share: number): string =>
  t("leadership:share.all", { share: format.percent(share, 0) });

const countsOf = (ground: Ground, { part, whole }: Share): readonly [number, number] => [
  countOfAll(ground, part),
  countOfAll(ground, whole),
];
