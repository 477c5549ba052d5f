import type { Reason } from "../words/decision.ts";
import { when } from "../words/reasons.ts";
import { rowsOf } from "../safeguards/answers.ts";
import { channelsOf, channelsUntil, channelTypes } from "../safeguards/channels.ts";
import type { SafeguardKind, Shortfall } from "../safeguards/kind.ts";
import type { Given, RowQuestion, SafeguardQuestion } from "../safeguards/question.ts";
import { yesNo } from "./yes-no.ts";

const ends: readonly Given[] = [{ question: "ends", is: ["yes"] }];
const people = ["everyone", "older", "disability", "noDevice", "noLanguage"] as const;

const channel: readonly RowQuestion[] = [
  { key: "channel", type: "choice", options: channelTypes },
  { key: "place", type: "label" },
  { key: "hours", type: "label" },
  { key: "accessibleTo", type: "choices", options: people },
  { key: "how", type: "text" },
  { key: "ends", type: "choice", options: yesNo },
  { key: "until", type: "day", when: ends },
];

const forPublic: readonly Given[] = [{ question: "reaches", is: ["public"] }];

const questions: readonly SafeguardQuestion[] = [
  { key: "reaches", type: "choice", options: ["public", "staff"] },
  { key: "staffWhy", type: "text", when: [{ question: "reaches", is: ["staff"] }] },
  { key: "channels", type: "rows", of: channel, most: 20, when: forPublic },
];

/**
 * Ways that stay open to whoever cannot or will not use the technology online: what, where, when, for whom, until when.
 * They stay for so many months after adoption as the policy says.
 */
export const channelsKept = {
  key: "channels-kept",
  questions: () => questions,
  refusals: ({ answers }): readonly Reason[] =>
    rowsOf(answers, "channels").flatMap((row, index) =>
      when(
        Array.isArray(row["accessibleTo"]) && row["accessibleTo"].length === 0,
        "AnswerMissing",
        `channels.${index}.accessibleTo`,
      ),
    ),
  statedBy: ["planner"],
  reviewedBy: ["evaluator", "approver"],
  shortfalls: (inForce, { technology, policy, today }) =>
    inForce.flatMap(({ answers, item }): readonly Shortfall[] => {
      if (answers["reaches"] !== "public") return [];
      const { leastChannels, channelMonths } = policy.safeguards.people;
      const channels = channelsOf(answers);
      const least = leastChannels ?? 0;
      const types = new Set(channels.map(({ type }) => type)).size;
      const until = channelMonths === null ? null : channelsUntil(technology, today, channelMonths);
      const early = channels.filter(({ until: end }) => until !== null && end !== null && end < until);
      return [
        ...(types < least
          ? [{ code: "few", params: { count: types, least }, id: `${item}/channels`, at: least - types }]
          : []),
        ...early.map(({ index, type, until: end }) => ({
          code: "early",
          params: { part: `channels-kept.${type}`, until: end, least: channelMonths },
          id: `${item}/${index}`,
        })),
      ];
    }),
  days: (answers) => channelsOf(answers).flatMap(({ until }) => until ?? []),
} satisfies SafeguardKind<"channels-kept">;
