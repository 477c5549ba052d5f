import type { PayloadOf, TechnologyEventType } from "../../domain/technology/events.ts";
import type { TagModel } from "../view/components.ts";
import type { Glyph } from "../view/glyphs.ts";
import type { Html } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { tag } from "../view/tag.ts";
import { houseTellers, type Telling } from "./house-event.ts";

/** What a timeline needs of an event: type and payload as the ledger has them. */
export type Told = { readonly type: string; readonly payload: unknown; readonly role: string };

/**
 * One sentence for each event type, in one file per language (events.json). Roles, never names; figures, never free
 * text: what people wrote stays erasable and is shown where it belongs.
 */
export function eventSentence(language: Language, event: Told): Html {
  const { t } = language;
  const role = t(`words:role.${event.role}`);
  const known = tellers[event.type as TechnologyEventType] ?? houseTellers[event.type];
  if (known === undefined) return t.html("events:other", { type: event.type });
  const told = (known as (language: Language, payload: never) => Telling)(language, event.payload as never);
  return t.html(`events:${told.variant ?? event.type}`, { role, ...told.values });
}

/** The mark of an entry that wants attention; most have none. */
export function eventTag({ t }: Language, event: Told): TagModel | undefined {
  const found = marks[event.type as TechnologyEventType];
  if (found === undefined) return undefined;
  const mark = found(event.payload as never);
  return mark === null ? undefined : tag(t, mark.glyph, t(`events:mark.${mark.word}`));
}

type Teller<T extends TechnologyEventType> = (language: Language, payload: PayloadOf<T>) => Telling;

const plain = (): Telling => ({});
const gateWord = ({ t }: Language, gate: string): string => t(`words:gate.${gate}`);

const tellers: { readonly [T in TechnologyEventType]: Teller<T> } = {
  TechnologyProposed: ({ t }, { proposal }) => ({
    values: { tier: t("words:impactTier", { tier: t(`words:tier.${proposal.tier}`) }) },
  }),
  ProposalRevised: ({ t, format }, { changed }) => ({
    values: { fields: format.list(changed.map((field) => t(`events:field.${field.split(".")[0] ?? field}`))) },
  }),
  ProposalWithdrawn: plain,
  PilotPlanLocked: ({ format }, { policyVersion, plan }) => ({
    values: {
      policy: policyVersion,
      days: plan.days,
      sites: plan.siteCount,
      looks: format.list(plan.looks.map((day) => format.date(day))),
    },
  }),
  PilotPlanAmended: ({ t, format }, { changed }) => ({
    values: { fields: format.list(changed.map((field) => t(`events:field.${field.split(".")[0] ?? field}`))) },
  }),
  PilotOpened: ({ format }, { on }) => ({ values: { day: format.date(on) } }),
  EvidenceAttached: ({ t }, piece) => ({
    values: {
      evidence: piece.evidence,
      kind: t(`words:kind.${piece.kind}`),
      format: piece.format,
      version: piece.readerVersion,
      rows: piece.rows,
    },
    variant: piece.kind === "document" ? "EvidenceAttached_document" : "EvidenceAttached",
  }),
  EvidenceWithdrawn: (_, { evidence }) => ({ values: { evidence } }),
  EvidenceExpired: (_, { evidence }) => ({ values: { evidence } }),
  IncidentRecorded: ({ format }, { incident, severity, dueOn }) => ({
    values: { incident, severity, day: format.date(dueOn) },
  }),
  IncidentClosed: (_, { incident }) => ({ values: { incident } }),
  LookTaken: ({ t }, { look, of, verdict }) => ({
    values: { look, of, outcome: t(`words:outcome.${verdict.outcome}`) },
  }),
  PilotStopped: plain,
  EvaluatorsAssigned: ({ format }, { evaluators, dueOn }) => ({
    values: { count: evaluators.length, day: format.date(dueOn) },
  }),
  InterestDeclared: (_, { conflict }) => ({ variant: conflict ? "InterestDeclared_conflict" : "InterestDeclared" }),
  PersonRecused: ({ t }, payload) => ({ values: { as: t(`words:role.${payload.as}`) } }),
  ScoresSubmitted: plain,
  EvaluatorReleased: plain,
  ScoresRevealed: ({ format }, { sheets, agreement, moderate }) => ({
    values: {
      count: sheets.length,
      alpha: agreement.alpha === null ? "–" : format.number(agreement.alpha, 2),
      moderate: moderate.length,
    },
  }),
  ScoreModerated: (_, { item }) => ({ values: { item } }),
  DissentRecorded: plain,
  WaiverRequested: (language, { waiver, gate, until }) => ({
    values: { waiver, gate: gateWord(language, gate), day: language.format.date(until) },
  }),
  WaiverSupported: (_, { waiver }) => ({ values: { waiver } }),
  WaiverGranted: (_, { waiver, by }) => ({ values: { waiver, count: by.length } }),
  WaiverRefused: (_, { waiver }) => ({ values: { waiver } }),
  WaiverLapsed: (_, { waiver }) => ({ values: { waiver } }),
  ConditionsDrafted: (language, { gate, conditions }) => ({
    values: { gate: gateWord(language, gate), count: conditions.length },
  }),
  VoteCast: (language, { gate, option, onBehalfOf }) => ({
    values: { gate: gateWord(language, gate), option: language.t(`words:option.${option}`) },
    variant: onBehalfOf === null ? "VoteCast" : "VoteCast_deputy",
  }),
  VotesLapsed: (language, { gate, voters, why }) => ({
    values: { gate: gateWord(language, gate), count: voters.length, why: language.t(`events:lapse.${why}`) },
  }),
  GateDecided: (language, { gate, outcome, record }) => ({
    values: {
      gate: gateWord(language, gate),
      outcome: language.t(`words:option.${outcome}`),
      met: record.conditions.filter(({ status }) => status === "met" || status === "waived").length,
      total: record.conditions.length,
    },
  }),
  ConditionFulfilled: plain,
  RolloutPlanned: (_, { waves, guards }) => ({ values: { waves: waves.length, guards: guards.length } }),
  DrillRecorded: ({ format }, { on, minutes }) => ({ values: { day: format.date(on), minutes } }),
  WaveOpened: (_, { wave }) => ({ values: { wave } }),
  GuardAssessed: ({ t }, { wave, indicator, state }) => ({
    values: { wave, indicator, state: t(`events:guard.${state}`) },
  }),
  RolloutHeld: ({ format }, { cause }) =>
    cause.kind === "guard"
      ? { variant: "RolloutHeld_guard", values: { indicator: cause.indicator, wave: cause.wave } }
      : cause.kind === "condition-overdue"
        ? { variant: "RolloutHeld_condition", values: { day: format.date(cause.dueOn) } }
        : {},
  RolloutResumed: plain,
  WaveCompleted: (_, { wave }) => ({ values: { wave } }),
  RolledBack: plain,
  TechnologyRetired: plain,
  LessonsRecorded: plain,
  EntryCorrected: (_, { corrects }) => ({ values: { corrects } }),
  TextErased: ({ format }, { digest }) => ({ values: { digest: format.digest(digest) } }),
  FileErased: (_, { evidence }) => ({ values: { evidence } }),
};

type Mark = { readonly glyph: Glyph; readonly word: string } | null;

const marks: { readonly [T in TechnologyEventType]?: (payload: PayloadOf<T>) => Mark } = {
  PilotPlanAmended: ({ afterData }) => (afterData ? { glyph: "late", word: "afterData" } : null),
  RolloutHeld: () => ({ glyph: "held", word: "held" }),
  EvidenceWithdrawn: () => ({ glyph: "withdrawn", word: "withdrawn" }),
  PilotStopped: () => ({ glyph: "unmet", word: "stopped" }),
  RolledBack: () => ({ glyph: "unmet", word: "rolledBack" }),
  GuardAssessed: ({ state }) => (state === "breached" ? { glyph: "unmet", word: "breached" } : null),
};
