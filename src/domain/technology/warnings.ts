import { isBefore, isDay } from "../words/days.ts";
import type { Day, Instant } from "../words/text.ts";
import { parts } from "./chapters.ts";
import type { Listed } from "./chapters.ts";
import { inOrder } from "./manifest/in-order.ts";
import type { DayOrInstant, EarlyWarning, WarningGround } from "./manifest/warnings.ts";
import { isEnd } from "./state/stage.ts";
import type { Technology } from "./state/technology.ts";

export type WarningKind = KindsOf<Listed>;

type KindsOf<C> = C extends {
  readonly warnings: readonly { readonly items: (...of: never) => readonly (infer Item)[] }[];
}
  ? Item extends EarlyWarning<infer Kind>
    ? Kind
    : never
  : never;

/** A moment of reading: the instant, and its day in the configured time zone. */
export interface ReadAt {
  readonly now: Instant;
  readonly today: Day;
}

/** All that one technology warns of, what is still ahead among it. What has ended warns of nothing. */
export const warningsOf = (t: Technology, ground: WarningGround): readonly EarlyWarning<WarningKind>[] =>
  isEnd(t.stage) ? [] : rules.flatMap(({ items }) => items(t, ground) as readonly EarlyWarning<WarningKind>[]);

/** Whether it is there by now. */
export const isOn = ({ from, until }: Pick<EarlyWarning, "from" | "until">, at: ReadAt): boolean =>
  hasCome(from, at) && !(until !== undefined && hasCome(until, at));

/** A day has come when it begins; something due on a day is late when the day is over. */
const hasCome = (moment: DayOrInstant, { now, today }: ReadAt): boolean =>
  isDay(moment) ? moment <= today : Date.parse(moment) <= Date.parse(now);

export const isLate = ({ due }: Pick<EarlyWarning, "due">, { now, today }: ReadAt): boolean =>
  due !== null && (isDay(due) ? isBefore(due, today) : Date.parse(due) < Date.parse(now));

const rules = inOrder(parts.flatMap((chapter) => chapter.warnings ?? []));
