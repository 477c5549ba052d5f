import { addMonths } from "../words/days.ts";
import { dayIn } from "../words/calendar-day.ts";
import type { Day } from "../words/text.ts";
import type { SafeguardAnswers } from "../technology/state/safeguards.ts";
import type { Technology } from "../technology/state/technology.ts";
import { zoneOf } from "../technology/state/zone-of.ts";
import { rowsOf, textOf } from "./answers.ts";

export const channelTypes = ["phone", "counter", "paper", "other"] as const;

interface KeptChannel {
  readonly index: number;
  readonly type: string;
  /** The last day on which it is open; null: no end is planned. */
  readonly until: Day | null;
}

export const channelsOf = (answers: SafeguardAnswers): readonly KeptChannel[] =>
  rowsOf(answers, "channels").flatMap((row, index) => {
    const type = textOf(row, "channel");
    return type === null ? [] : [{ index, type, until: row["ends"] === "yes" ? textOf(row, "until") : null }];
  });

/**
 * The first day on which a channel may end: so many months after the adoption, and before it after the last day that is
 * planned for a wave, or today where that is over.
 */
export function channelsUntil({ passages, rollout, evidence }: Technology, today: Day, months: number): Day {
  const adopted = passages.findLast(({ stage }) => stage === "adopted");
  if (adopted !== undefined) return addMonths(dayIn(adopted.at, zoneOf({ evidence })), months);
  const planned = (rollout?.waves ?? []).map(({ startsOn }) => startsOn);
  return addMonths(
    [today, ...planned].reduce((last, on) => (on > last ? on : last)),
    months,
  );
}
