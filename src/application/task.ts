import type { Reason } from "../domain/words/decision.ts";
import type { JsonObject } from "../domain/words/json.ts";
import type { DecidedOf, Envelope, Stream } from "../domain/stream.ts";
import type { Claim, PrivateText } from "../ledger/port.ts";
import type { Submission } from "./outcome.ts";
import type { Services } from "./services.ts";

export type Past = Envelope & { readonly type: string; readonly schema: number; readonly payload: object };

/** One command on one stream: what the ways of deciding differ in from stream to stream and from case to case. */
export interface Task<P extends Past, State, Command, Facts> {
  readonly stream: Stream<P, State, Command, Facts>;
  /** Of the stream: the technology's or person's id. */
  readonly id: string;
  /** The state as it is kept in memory, with its version; it is believed at the version the ledger says, else read anew. */
  readonly kept?: (services: Services, id: string) => Promise<StateAt<State> | null>;
  /** What the command id is bound to. Random parts (ids, slugs) stay out: a repetition draws others. */
  readonly bound: JsonObject;
  /** False: the command begins the stream. */
  readonly exists: boolean;
  /** What the stream cannot know, as it is now. */
  readonly facts: (services: Services, submission: Submission) => Facts | Promise<Facts>;
  /** The command as the domain takes it, anew for each attempt. */
  readonly prepare: (services: Services, state: State, submission: Submission) => Promise<Prepared<Command> | Refused>;
  /** Puts in place what the events name, before they are written. */
  readonly place?: (events: readonly DecidedOf<P>[]) => Promise<void>;
  /** The field that an entry too large to be written is said at. */
  readonly tooLargeAt?: string;
  /** What an accepted command brings about beyond its own stream's rules. */
  readonly after?: (services: Services) => Promise<unknown>;
}

interface StateAt<State> {
  readonly state: State;
  readonly version: number;
}

/** A command with what its commit writes beside the events. */
export interface Prepared<Command> {
  readonly command: Command;
  readonly texts?: readonly PrivateText[];
  readonly claims?: readonly Claim[];
  readonly releases?: readonly Claim[];
  readonly erasures?: readonly string[];
  readonly withholds?: readonly number[];
}

interface Refused {
  readonly refused: readonly Reason[];
}
