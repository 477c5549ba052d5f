import type { LedgerEvent } from "../ledger/port.ts";
import type { PastEvent } from "../domain/technology/state/envelope.ts";
import type { SchemaOf, TechnologyEventType } from "../domain/technology/state/technology.ts";

/** An event these projections cannot place: a newer version wrote it. Going on would show pages that are wrong. */
export class UnknownEvent extends Error {
  override readonly name = "UnknownEvent";

  constructor({ type, schema, position, stream }: LedgerEvent) {
    super(
      `Event ${position} of ${stream} is of a kind this version does not know (${type}, schema ${schema}): ` +
        "start the version of Touchstone that wrote it.",
    );
  }
}

const technologyEvents = {
  TechnologyProposed: 1,
  ProposalRevised: 1,
  ProposalWithdrawn: 1,
  PilotPlanLocked: 2,
  PilotPlanAmended: 2,
  PilotOpened: 1,
  EvidenceAttached: 2,
  EvidenceWithdrawn: 1,
  EvidenceExpired: 1,
  IncidentRecorded: 1,
  IncidentClosed: 1,
  LookTaken: 1,
  PilotStopped: 1,
  EvaluatorsAssigned: 1,
  InterestDeclared: 1,
  PersonRecused: 1,
  ScoresSubmitted: 1,
  EvaluatorReleased: 1,
  ScoresRevealed: 1,
  ScoreModerated: 1,
  DissentRecorded: 1,
  WaiverRequested: 1,
  WaiverSupported: 1,
  WaiverGranted: 1,
  WaiverRefused: 1,
  WaiverLapsed: 1,
  ConditionsDrafted: 1,
  VoteCast: 1,
  VotesLapsed: 1,
  GateDecided: 1,
  ConditionFulfilled: 1,
  RolloutPlanned: 1,
  DrillRecorded: 1,
  WaveOpened: 1,
  GuardAssessed: 1,
  RolloutHeld: 1,
  RolloutResumed: 1,
  WaveCompleted: 1,
  RolledBack: 1,
  TechnologyRetired: 1,
  LessonsRecorded: 1,
  EntryCorrected: 1,
  TextErased: 1,
  FileErased: 1,
  EntryWithheld: 1,
} satisfies { readonly [T in TechnologyEventType]: SchemaOf<T> };

const newestSchema: ReadonlyMap<string, number> = new Map(Object.entries(technologyEvents));

export const technologyPrefix = "technology-";

/** The technology a stream tells of, or null. */
export const technologyOf = (stream: string): string | null =>
  stream.startsWith(technologyPrefix) ? stream.slice(technologyPrefix.length) : null;

export const technologyStream = (id: string): string => technologyPrefix + id;

/** @throws {UnknownEvent} where the type or its schema is not known here. */
export function asTechnologyEvent(event: LedgerEvent): PastEvent {
  if (newestSchema.get(event.type) !== event.schema) throw new UnknownEvent(event);
  // The ledger stores what deciders gave; the type and schema just checked say which shape that was.
  return event as unknown as PastEvent;
}
