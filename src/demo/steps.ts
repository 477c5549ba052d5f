import type { Coverage } from "../domain/technology/state/needs.ts";
import type { EvidenceRole } from "../domain/technology/state/evidence.ts";
import type { VoteOption } from "../domain/technology/state/decision.ts";
import type { Severity } from "../domain/words/severity.ts";
import type { Gate } from "../domain/policy/policy.ts";
import * as incidents from "./deeds/incidents.ts";
import type { CollectionDeed } from "./deeds/collection-deed.ts";
import type { CommitteeDeed } from "./deeds/committee-deed.ts";
import type { ConsultationDeed } from "./deeds/consultation-deed.ts";
import type { FeedbackDeed } from "./deeds/feedback-deed.ts";
import type { RiskDeed } from "./deeds/risk-deed.ts";
import type { SafeguardDeed } from "./deeds/safeguard-deed.ts";
import type { SharingDeed } from "./deeds/sharing-deed.ts";
import type { Single } from "./deeds/single.ts";
import type { Sample } from "./files/samples.ts";
import type { Plan } from "./plan.ts";
import type { Words } from "./words.ts";

/** What somebody does on a day of a technology's life; `by` is a login of the cast, null its planner. */
export interface Step {
  readonly day: number;
  readonly by: string | null;
  readonly does: Deed;
}

/** One evaluator's scores and why: failure, data handling, error, learning, as the rubrics stand in the policy. */
export type Sheet = readonly [Scored, Scored, Scored, Scored];
/** The score (null: cannot be judged), then the reason in both languages. */
export type Scored = readonly [score: number | null, en: string, zh: string];

export type Deed =
  | { readonly do: "propose" }
  | { readonly do: "withdraw"; readonly why: Words }
  | { readonly do: "state-needs"; readonly needs: readonly Words[] }
  | {
      readonly do: "vote";
      readonly gate: Gate;
      readonly option: VoteOption;
      readonly why: Words;
      readonly lessons?: Words;
      readonly office?: string;
    }
  | { readonly do: "lock"; readonly plan: Plan }
  | { readonly do: "amend"; readonly plan: Plan; readonly why: Words }
  | { readonly do: "open-pilot" }
  | { readonly do: "drill"; readonly minutes: number; readonly how: Words }
  | { readonly do: "enter"; readonly command: Single }
  | {
      readonly do: "attach";
      readonly title: Words;
      readonly sample: Sample;
      readonly role: EvidenceRole;
    }
  | { readonly do: "withdraw-evidence"; readonly title: Words; readonly why: Words }
  | { readonly do: "stop"; readonly why: Words; readonly lessons: Words }
  | { readonly do: "assign"; readonly evaluators: readonly string[] }
  | { readonly do: "interest"; readonly conflict: boolean; readonly text: Words | null }
  | { readonly do: "score"; readonly sheet: Sheet }
  | { readonly do: "moderate"; readonly item: string; readonly scored: Scored }
  | { readonly do: "judge-need"; readonly need: string; readonly coverage: Coverage; readonly why: Words }
  | { readonly do: "dissent"; readonly why: Words }
  | {
      readonly do: "ask-waiver";
      readonly gate: Gate;
      readonly condition: string;
      readonly why: Words;
      readonly control: Words;
      readonly days: number;
    }
  | { readonly do: "grant-waiver"; readonly waiver: string }
  | { readonly do: "draft-condition"; readonly condition: string; readonly text: Words; readonly due: number }
  | { readonly do: "settle-drift"; readonly gate: Gate; readonly reopen: boolean; readonly why: Words }
  | { readonly do: "fulfil"; readonly condition: string; readonly how: Words }
  | { readonly do: "plan-rollout"; readonly waves: readonly Wave[]; readonly guards: readonly Guard[] }
  | { readonly do: "open-wave"; readonly wave: number }
  | { readonly do: "complete-wave"; readonly wave: number }
  | { readonly do: "hold"; readonly why: Words }
  | { readonly do: "resume"; readonly why: Words }
  | { readonly do: "roll-back"; readonly why: Words }
  | { readonly do: "retire"; readonly why: Words }
  | { readonly do: "lessons"; readonly text: Words }
  | { readonly do: "name-deputy"; readonly deputy: string; readonly until: number }
  | SafeguardDeed
  | RiskDeed
  | SharingDeed
  | FeedbackDeed
  | CollectionDeed
  | ConsultationDeed
  | CommitteeDeed
  /** Nobody does anything; what falls due on the day is put on record. */
  | { readonly do: "wait" };

export type Wave = readonly [name: Words, reach: number, starts: number];
export type Guard = readonly [indicator: string, limit: number, minimumSample: number];

const step = (day: number, does: Deed, by: string | null = null): Step => ({ day, by, does });

export const propose = (): Step => step(0, { do: "propose" });
export const withdraw = (day: number, why: Words): Step => step(day, { do: "withdraw", why });
export const stateNeeds = (day: number, ...needs: readonly Words[]): Step => step(day, { do: "state-needs", needs });
export const lock = (day: number, plan: Plan): Step => step(day, { do: "lock", plan });
export const amend = (day: number, plan: Plan, why: Words): Step => step(day, { do: "amend", plan, why });
export const openPilot = (day: number): Step => step(day, { do: "open-pilot" });
export const drill = (day: number, minutes: number, how: Words): Step => step(day, { do: "drill", minutes, how });
export const wentWrong = (day: number, severity: Severity, what: Words): Step =>
  step(day, { do: "enter", command: incidents.recorded(severity, what) });
export const putRight = (day: number, number: number, how: Words): Step =>
  step(day, { do: "enter", command: incidents.closed(number, how) });
export const reported = (day: number, number: number, duty: string, report: Words): Step =>
  step(day, { do: "enter", command: incidents.reported(number, duty, report) });
export const contained = (day: number, number: number, how: Words): Step =>
  step(day, { do: "enter", command: incidents.contained(number, how) });
export const reviewed = (day: number, number: number, review: incidents.Reviewed): Step =>
  step(day, { do: "enter", command: incidents.reviewed(number, review) });
/** Whatever went wrong is put right: of a gate's conditions. */
export const allPutRight: string = incidents.noneOpen;
export const attach = (day: number, title: Words, sample: Sample): Step =>
  step(day, { do: "attach", title, sample, role: "pilot" });
export const attachBaseline = (day: number, title: Words, sample: Sample): Step =>
  step(day, { do: "attach", title, sample, role: "baseline" });
/** By the title it was attached under. */
export const withdrawEvidence = (day: number, title: Words, why: Words): Step =>
  step(day, { do: "withdraw-evidence", title, why });
export const stopPilot = (day: number, by: string | null, why: Words, lessons: Words): Step =>
  step(day, { do: "stop", why, lessons }, by);
export const planRollout = (day: number, waves: readonly Wave[], guards: readonly Guard[]): Step =>
  step(day, { do: "plan-rollout", waves, guards });
export const openWave = (day: number, wave: number): Step => step(day, { do: "open-wave", wave });
export const completeWave = (day: number, wave: number): Step => step(day, { do: "complete-wave", wave });
export const wait = (day: number): Step => step(day, { do: "wait" });

export const vote = (
  day: number,
  by: string,
  gate: Gate,
  option: VoteOption,
  why: Words,
  more: { readonly lessons?: Words; readonly office?: string } = {},
): Step => step(day, { do: "vote", gate, option, why, ...more }, by);

export const assign = (day: number, by: string, ...evaluators: readonly string[]): Step =>
  step(day, { do: "assign", evaluators }, by);
export const noInterest = (day: number, by: string, text: Words | null = null): Step =>
  step(day, { do: "interest", conflict: false, text }, by);
export const score = (day: number, by: string, ...sheet: Sheet): Step => step(day, { do: "score", sheet }, by);
export const moderate = (day: number, by: string, item: string, ...scored: Scored): Step =>
  step(day, { do: "moderate", item, scored }, by);
export const judgeNeed = (day: number, by: string, number: number, coverage: Coverage, why: Words): Step =>
  step(day, { do: "judge-need", need: `n${number}`, coverage, why }, by);
export const dissent = (day: number, by: string, why: Words): Step => step(day, { do: "dissent", why }, by);

export const askWaiver = (
  day: number,
  [gate, condition]: readonly [Gate, string],
  days: number,
  why: Words,
  control: Words,
): Step => step(day, { do: "ask-waiver", gate, condition, days, why, control });
export const grantWaiver = (day: number, by: string, number = 1): Step =>
  step(day, { do: "grant-waiver", waiver: `w${number}` }, by);
export const draftCondition = (day: number, by: string, condition: string, due: number, text: Words): Step =>
  step(day, { do: "draft-condition", condition, due, text }, by);
export const fulfil = (day: number, condition: string, how: Words): Step => step(day, { do: "fulfil", condition, how });
/** What became of an approval's ground is no matter. */
export const confirmDrift = (day: number, by: string, gate: Gate, why: Words): Step =>
  step(day, { do: "settle-drift", gate, reopen: false, why }, by);
/** What became of it is for the gate to decide anew. */
export const reopenGate = (day: number, by: string, gate: Gate, why: Words): Step =>
  step(day, { do: "settle-drift", gate, reopen: true, why }, by);
export const hold = (day: number, by: string, why: Words): Step => step(day, { do: "hold", why }, by);
export const resume = (day: number, by: string, why: Words): Step => step(day, { do: "resume", why }, by);
export const rollBack = (day: number, by: string, why: Words): Step => step(day, { do: "roll-back", why }, by);
export const retire = (day: number, by: string, why: Words): Step => step(day, { do: "retire", why }, by);
export const lessons = (day: number, by: string | null, text: Words): Step => step(day, { do: "lessons", text }, by);
export const nameDeputy = (day: number, by: string, deputy: string, until: number): Step =>
  step(day, { do: "name-deputy", deputy, until }, by);
