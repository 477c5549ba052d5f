import type { ActorFacts } from "../people/facts.ts";
import { barredReasons } from "../people/barred.ts";
import { thePublic } from "../people/the-public.ts";
import type { Policy } from "../policy/policy.ts";
import { feedbackSeverities } from "../policy/safeguards/feedback.ts";
import type { Facts } from "../technology/state/facts.ts";
import { answersFeedback } from "../technology/state/answers-feedback.ts";
import { inService } from "../technology/state/stage.ts";
import type { Technology } from "../technology/state/technology.ts";
import { addDays } from "../words/days.ts";
import type { Decision, Reason } from "../words/decision.ts";
import { unless, when } from "../words/reasons.ts";
import { required } from "../words/required.ts";
import { answerDue, daysTaken, workingDayOn } from "./answer-term.ts";
import type { AnswerDue, Pause } from "./answer-term.ts";
import { isOpenMessage, openQuestion } from "./message.ts";
import type { FeedbackCommand, FeedbackEvent, Message } from "./message.ts";
import { pausesOf, roundOf, termGround } from "./message-term.ts";

export interface FeedbackFacts extends Pick<Facts, "now" | "today" | "people" | "policy"> {
  /** Id "public": the writer, who showed the receipt code. */
  readonly actor: ActorFacts;
  /** What the message is about; null: there is none. */
  readonly technology: Technology | null;
}

/** How far back what staff type in may have come. */
const mostDaysBack = 366;

/**
 * A message is received, asked about, answered; its writer, who is known by the receipt code alone, replies, rates the answer
 * and says once that it is none. Whoever answers for the technology does the rest.
 */
export function decideMessage(
  state: Message | null,
  command: FeedbackCommand,
  f: FeedbackFacts,
): Decision<FeedbackEvent> {
  if (command.type === "ReceiveFeedback") return receive(state, command, f);
  if (state === null) return unless([{ code: "FeedbackUnknown" }], () => []);
  switch (command.type) {
    case "AskWriter":
      return ask(state, command, f);
    case "ReplyFeedback":
      return reply(state, command, f);
    case "ExtendFeedback":
      return extend(state, command, f);
    case "AnswerFeedback":
      return answer(state, command, f);
    case "ReopenFeedback":
      return reopen(state, command, f);
    case "RateFeedback":
      return rate(state, command, f);
    case "CallBack":
      return callBack(state, command, f);
    case "EraseFeedbackText":
      return erase(state, command, f);
    default:
      return command satisfies never;
  }
}

type Of<T extends FeedbackCommand["type"]> = Extract<FeedbackCommand, { readonly type: T }>;

function receive(state: Message | null, c: Of<"ReceiveFeedback">, f: FeedbackFacts): Decision<FeedbackEvent> {
  const { type: _, ...received } = c;
  const { technology: t, policy, today } = f;
  const rules = policy.safeguards.feedback;
  const writer = f.actor.id === thePublic;
  const form = t?.feedback.form ?? null;
  const reasons = [
    ...(writer ? [] : byStaff(f)),
    ...when(state !== null, "FeedbackReceivedAlready"),
    ...when(t !== null && !inService.includes(t.stage), "FeedbackNotInUse"),
    ...when(writer && form?.open !== true, "FeedbackFormShut"),
    ...when((c.channel === "page") !== writer, "FeedbackChannelUnfit", "channel"),
    ...when(!rules.categories.some(({ key }) => key === c.category), "FeedbackCategoryUnknown", "category"),
    ...when(!feedbackSeverities.includes(c.severity), "FeedbackSeverityUnknown", "severity"),
    ...when(c.place !== null && !(form?.places ?? []).includes(c.place), "FeedbackPlaceUnknown", "place"),
    ...when(c.group !== null && !(form?.groups ?? []).includes(c.group), "FeedbackGroupUnknown", "group"),
    ...when(c.receivedOn > today, "FeedbackNotYetReceived", "receivedOn"),
    ...when(writer && c.receivedOn !== today, "FeedbackDayUnfit", "receivedOn"),
    ...when(c.receivedOn < addDays(today, -mostDaysBack), "FeedbackTooLongAgo", "receivedOn", { days: mostDaysBack }),
    ...required(c.text, "text"),
  ];
  return unless(reasons, () => {
    const days = rules.answerDays[c.severity];
    const due = answerDue(policy, { receivedOn: c.receivedOn, days, pauses: [] });
    return [{ type: "FeedbackReceived", schema: 1, payload: { ...received, days, due } }];
  });
}

/** The clock stands from the day after until the reply, and no longer than the policy says; once late it stands no more. */
function ask(m: Message, { text }: Of<"AskWriter">, f: FeedbackFacts): Decision<FeedbackEvent> {
  const reasons = [
    ...byStaff(f),
    ...stillOpen(m),
    ...when(openQuestion(m) !== null, "FeedbackAskedAlready"),
    ...required(text, "text"),
  ];
  return unless(reasons, () => {
    const { policy, today: on } = f;
    const stops = on <= m.due.on;
    const until = stops ? workingDayOn(policy.safeguards.workingDays, on, policy.safeguards.feedback.replyDays) : on;
    const due = stops ? dueWith(m, policy, [...pausesOf(m), { from: on, to: until }]) : m.due;
    return [{ type: "FeedbackQuestioned", schema: 1, payload: { text, on, stops, until, due } }];
  });
}

/** From the writer, or from a caller whom staff had on the telephone. */
function reply(m: Message, { text }: Of<"ReplyFeedback">, f: FeedbackFacts): Decision<FeedbackEvent> {
  const question = openQuestion(m);
  const reasons = [
    ...byWriterOrStaff(f),
    ...stillOpen(m),
    ...when(question === null, "FeedbackNothingAsked"),
    ...required(text, "text"),
  ];
  return unless(reasons, () => {
    const on = f.today;
    const closed =
      question === null
        ? m
        : { ...m, questions: m.questions.with(-1, { ...question, reply: { ...madeUp, text, on } }) };
    const due = question?.stops === true ? dueWith(m, f.policy, pausesOf(closed)) : m.due;
    return [{ type: "FeedbackReplied", schema: 1, payload: { text, on, due } }];
  });
}

/** Once, with a reason that the writer reads, and before it is late. */
function extend(m: Message, { text }: Of<"ExtendFeedback">, f: FeedbackFacts): Decision<FeedbackEvent> {
  const reasons = [
    ...byStaff(f),
    ...stillOpen(m),
    ...when(m.extension !== null, "FeedbackExtendedAlready"),
    ...when(f.today > m.due.on, "FeedbackOverdueAlready", undefined, { due: m.due.on }),
    ...required(text, "text"),
  ];
  return unless(reasons, () => {
    const { extensionDays: days } = f.policy.safeguards.feedback;
    const extended: Message = { ...m, extension: { ...madeUp, days, text, round: roundOf(m) } };
    const due = dueWith(extended, f.policy, pausesOf(m));
    return [{ type: "FeedbackExtended", schema: 1, payload: { days, text, due } }];
  });
}

/** Nothing is closed without one: what is out of scope is answered too, with the reason. */
function answer(m: Message, { text, outcome }: Of<"AnswerFeedback">, f: FeedbackFacts): Decision<FeedbackEvent> {
  const reasons = [...byStaff(f), ...stillOpen(m), ...required(text, "text")];
  return unless(reasons, () => {
    const on = f.today;
    const calendar = f.policy.safeguards.workingDays;
    const workingDays = daysTaken(calendar, termGround(m), on);
    return [{ type: "FeedbackAnswered", schema: 1, payload: { text, outcome, on, workingDays } }];
  });
}

/** Once: an endless exchange is for an office, not for a form. */
function reopen(m: Message, { text }: Of<"ReopenFeedback">, f: FeedbackFacts): Decision<FeedbackEvent> {
  const reasons = [
    ...byWriterOrStaff(f),
    ...when(m.reopened !== null, "FeedbackReopenedAlready"),
    ...when(m.reopened === null && isOpenMessage(m), "FeedbackNotAnswered"),
    ...required(text, "text"),
  ];
  return unless(reasons, () => {
    const on = f.today;
    const due = answerDue(f.policy, { receivedOn: on, days: m.days, pauses: [] });
    return [{ type: "FeedbackReopened", schema: 1, payload: { text, on, due } }];
  });
}

/** By the writer alone: nobody gives marks to themselves. */
function rate(m: Message, { rating }: Of<"RateFeedback">, f: FeedbackFacts): Decision<FeedbackEvent> {
  const fits = Number.isInteger(rating) && rating >= 1 && rating <= 5;
  const reasons = [
    ...when(f.actor.id !== thePublic, "FeedbackNotYours"),
    ...when(isOpenMessage(m), "FeedbackNotAnswered"),
    ...when(m.rating !== null, "FeedbackRatedAlready"),
    ...when(!fits, "FeedbackRatingUnfit", "rating"),
  ];
  return unless(reasons, () => {
    const { workingDays, feedback } = f.policy.safeguards;
    const bad = feedback.callBackBelow !== null && rating < feedback.callBackBelow;
    const due = bad ? workingDayOn(workingDays, f.today, feedback.callBackDays) : null;
    return [{ type: "FeedbackRated", schema: 1, payload: { rating, callBack: due } }];
  });
}

/** What was said, or that nobody could be reached, and what follows. */
function callBack(m: Message, { text, reached }: Of<"CallBack">, f: FeedbackFacts): Decision<FeedbackEvent> {
  const reasons = [
    ...byStaff(f),
    ...when(m.callBack === null, "FeedbackNoCallBack"),
    ...when((m.callBack?.done ?? null) !== null, "FeedbackCalledAlready"),
    ...required(text, "text"),
  ];
  return unless(reasons, () => [{ type: "FeedbackCalledBack", schema: 1, payload: { text, reached, on: f.today } }]);
}

function erase(m: Message, { digest, ground }: Of<"EraseFeedbackText">, f: FeedbackFacts): Decision<FeedbackEvent> {
  const { id, roles } = f.actor;
  const reasons = [
    ...when(!roles.includes("administrator"), "RoleMissing", undefined, { person: id, roles: ["administrator"] }),
    ...barredReasons(f, id),
    ...when(!m.texts.includes(digest), "FeedbackTextUnknown"),
    ...when(m.erased.includes(digest), "FeedbackTextErasedAlready"),
    ...required(ground, "ground"),
  ];
  return unless(reasons, () => [{ type: "FeedbackTextErased", schema: 1, payload: { digest, ground } }]);
}

/** Of a state that is only reckoned with. */
const madeUp = { at: "", by: "" } as const;

const dueWith = (m: Message, policy: Policy, pauses: readonly Pause[]): AnswerDue =>
  answerDue(policy, { ...termGround(m), pauses });

const stillOpen = (m: Message): readonly Reason[] => when(!isOpenMessage(m), "FeedbackAnsweredAlready");

/** Planners and evaluators of the department, and whoever planned it: checked here, whatever a page offered. */
function byStaff(f: FeedbackFacts): readonly Reason[] {
  const { actor, technology: t } = f;
  if (t === null) return [{ code: "TechnologyUnknown" }];
  return [
    ...when(!answersFeedback(t, actor.id, f), "FeedbackNotForYou", undefined, { person: actor.id }),
    ...barredReasons(f, actor.id),
  ];
}

const byWriterOrStaff = (f: FeedbackFacts): readonly Reason[] => (f.actor.id === thePublic ? [] : byStaff(f));
