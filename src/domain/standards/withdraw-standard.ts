import { isBefore } from "../words/days.ts";
import type { Reason } from "../words/decision.ts";
import { when } from "../words/reasons.ts";
import { required } from "../words/required.ts";
import { dayReasons, endOrderReasons, gapReasons, lastDayReasons } from "./publish-standard.ts";
import type { DayFacts } from "./publish-standard.ts";
import type { Standard, StandardVersion, VersionEnding, WithdrawStandard } from "./standard.ts";
import { stateOn, successorOf, versionIn } from "./standing.ts";

/** Its last day is set or moved, with a reason; where no version follows, it is said that the standard ends. */
export function withdrawReasons(state: Standard, command: WithdrawStandard, f: DayFacts): readonly Reason[] {
  const { version, reason } = command;
  const there = versionIn(state, version);
  if (there === undefined) return [{ code: "VersionUnknown", params: { version } }];
  if (there.inForceOn === null) return [{ code: "VersionNotPublished", params: { version } }];
  if (stateOn(there, f.today) === "withdrawn") return [{ code: "VersionWithdrawnAlready", params: { version } }];
  return [...untilReasons(state, there, command, f), ...required(reason, "reason")];
}

function untilReasons(
  state: Standard,
  there: StandardVersion,
  { version, until, ends }: WithdrawStandard,
  f: DayFacts,
): readonly Reason[] {
  const successor = successorOf(state, there);
  return [
    ...dayReasons(until, "until", f),
    ...lastDayReasons(version, until, f.today),
    ...when(isBefore(until, there.inForceOn ?? ""), "StandardEndsBeforeItBegins", "until", {
      version,
      from: there.inForceOn ?? "",
    }),
    ...when(there.ending?.until === until, "NothingChanged", "until"),
    ...endOrderReasons(state, version, until),
    ...(successor?.inForceOn == null
      ? when(!ends, "StandardEndUnsaid", "ends", { version })
      : gapReasons(version, until, successor.inForceOn)),
  ];
}

/** Deprecated from the day its successor counts; without one, from today. */
export function withdrawnAs(
  state: Standard,
  { version, until, reason }: WithdrawStandard,
  { today }: DayFacts,
): VersionEnding {
  const there = versionIn(state, version);
  const successor = there === undefined ? null : successorOf(state, there);
  const deprecatedOn = successor?.inForceOn ?? there?.ending?.deprecatedOn ?? today;
  return { deprecatedOn, until, successor: successor?.version ?? null, reason };
}
