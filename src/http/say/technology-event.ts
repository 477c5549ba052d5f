import type { PayloadOf, TechnologyEventType } from "../../domain/technology/state/technology.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { Language } from "../view/languages.ts";
import { conditionTitle, indicatorName } from "./condition.ts";
import type { Telling } from "./house-event.ts";

type Teller<T extends TechnologyEventType> = (language: Language, payload: PayloadOf<T>, policy: Policy) => Telling;

const plain = (): Telling => ({});
const gateWord = ({ t }: Language, gate: string): string => t(`events:gate.${gate}`);

/** What a sentence says beside the role: figures and words, each from the payload. */
export const technologyTellers: { readonly [T in TechnologyEventType]: Teller<T> } = {
  TechnologyProposed: ({ t }, { proposal }) => ({
    values: { tier: t("words:impactTier", { tier: t(`words:tier.${proposal.tier}`) }) },
  }),
  ProposalRevised: ({ t, format }, { changed }) => ({
    values: { fields: fieldNames({ t, format }, changed) },
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
    values: { fields: fieldNames({ t, format }, changed) },
  }),
  PilotOpened: ({ format }, { on }) => ({ values: { day: format.date(on) } }),
  EvidenceAttached: ({ t }, piece) => ({
    values: {
      evidence: piece.evidence,
      kind: t(`words:kind.${piece.kind}`),
      format: t.has(`events:format.${piece.format}`) ? t(`events:format.${piece.format}`) : piece.format,
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
    values: { look, of, outcome: t(`events:outcome.${verdict.outcome}`) },
  }),
  PilotStopped: plain,
  EvaluatorsAssigned: ({ format }, { evaluators, dueOn }) => ({
    values: { count: evaluators.length, day: format.date(dueOn) },
  }),
  InterestDeclared: (_, { conflict }) => ({ variant: conflict ? "InterestDeclared_conflict" : "InterestDeclared" }),
  PersonRecused: ({ t }, payload) => ({ values: { as: t(`events:who.${payload.as}`) } }),
  ScoresSubmitted: plain,
  EvaluatorReleased: plain,
  ScoresRevealed: ({ format }, { sheets, agreement: { alpha, ac2 }, moderate }) => ({
    ...((ac2 ?? null) !== null && { variant: "ScoresRevealed_ac2" }),
    values: {
      count: sheets.length,
      alpha: alpha === null ? "–" : format.number(alpha, 2),
      ac2: (ac2 ?? null) === null ? "–" : format.number(ac2 ?? 0, 2),
      moderate: moderate.length,
    },
  }),
  ScoreModerated: (language, { item }, policy) => ({ values: { item: indicatorName(language, policy, item) } }),
  DissentRecorded: plain,
  WaiverRequested: (language, { waiver, gate, condition, until }) => ({
    values: {
      waiver,
      gate: gateWord(language, gate),
      condition: conditionWord(language, condition),
      day: language.format.date(until),
    },
  }),
  WaiverSupported: (_, { waiver }) => ({ values: { waiver } }),
  WaiverGranted: (_, { waiver, by }) => ({ values: { waiver, count: by.length } }),
  WaiverRefused: (_, { waiver }) => ({ values: { waiver } }),
  WaiverLapsed: (_, { waiver }) => ({ values: { waiver } }),
  ConditionsDrafted: (language, { gate, conditions }) => ({
    values: { gate: gateWord(language, gate), count: conditions.length },
  }),
  VoteCast: (language, { gate, option, onBehalfOf }) => ({
    values: { gate: gateWord(language, gate), option: language.t(`events:option.${option}`) },
    variant: onBehalfOf === null ? "VoteCast" : "VoteCast_deputy",
  }),
  VotesLapsed: (language, { gate, voters, why }) => ({
    values: { gate: gateWord(language, gate), count: voters.length, why: language.t(`events:lapse.${why}`) },
  }),
  GateDecided: (language, { gate, outcome, record }) => ({
    values: {
      gate: language.t(`words:gate.${gate}`),
      outcome: language.t(`events:decided.${outcome}`),
      met: record.conditions.filter(({ status }) => status === "met" || status === "waived").length,
      total: record.conditions.length,
    },
  }),
  ConditionFulfilled: (language, { condition }) => ({ values: { condition: conditionWord(language, condition) } }),
  RolloutPlanned: (_, { waves, guards }) => ({ values: { waves: waves.length, guards: guards.length } }),
  DrillRecorded: ({ format }, { on, minutes }) => ({ values: { day: format.date(on), minutes } }),
  WaveOpened: (_, { wave }) => ({ values: { wave } }),
  GuardAssessed: (language, { wave, indicator, state }, policy) => ({
    values: {
      wave,
      indicator: indicatorName(language, policy, indicator),
      state: language.t(`events:guard.${state}`),
    },
  }),
  RolloutHeld: (language, { cause }, policy) =>
    cause.kind === "guard"
      ? {
          variant: "RolloutHeld_guard",
          values: { indicator: indicatorName(language, policy, cause.indicator), wave: cause.wave },
        }
      : cause.kind === "condition-overdue"
        ? {
            variant: "RolloutHeld_condition",
            values: { day: language.format.date(cause.dueOn), condition: conditionWord(language, cause.condition) },
          }
        : {},
  RolloutResumed: plain,
  WaveCompleted: (_, { wave }) => ({ values: { wave } }),
  RolledBack: plain,
  TechnologyRetired: plain,
  LessonsRecorded: plain,
  EntryCorrected: (_, { corrects }) => ({ values: { corrects } }),
  TextErased: ({ format }, { digest }) => ({ values: { digest: format.digest(digest) } }),
  FileErased: (_, { evidence }) => ({ values: { evidence } }),
  EntryWithheld: (_, { entry, standIn }) => ({ values: { entry, evidence: standIn.payload.evidence } }),
};

/** A drafted condition of its own has no title: its text is private and stands where it is erasable. */
function conditionWord(language: Language, key: string): string {
  return key.startsWith("extra-") ? language.t("events:extra") : conditionTitle(language, key);
}

function fieldNames({ t, format }: Pick<Language, "t" | "format">, changed: readonly string[]): string {
  return format.list([...new Set(changed.map((field) => t(`events:field.${field.split(".")[0] ?? field}`)))]);
}
