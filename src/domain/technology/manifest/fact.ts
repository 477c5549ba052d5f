import type { EventKind } from "../../stream.ts";
import type { Shape } from "../../words/shape.ts";
import type { Correction } from "./correction.ts";
import type { TechnologyEnvelope } from "../state/envelope.ts";
import type {
  EventOf,
  PayloadOf,
  Technology,
  TechnologyCommandType,
  TechnologyEventType,
} from "../state/technology.ts";

/** One event: its shape, where it comes from, and how it changes the state. */
export interface Fact<T extends TechnologyEventType> extends EventKind<EventOf<T>> {
  /** The command it is entered by, then those it follows from too, in the same breath. */
  readonly enteredBy: readonly [TechnologyCommandType, ...TechnologyCommandType[]];
  readonly apply: (t: Technology, payload: PayloadOf<T>, at: TechnologyEnvelope) => Technology;
  /** Which figures of it may be corrected; absent, it is put right by a statement alone. */
  readonly correct?: Correction;
  /** True where an entry of it follows from others, whoever's act brought it about, so that no role answers for it. */
  readonly follows?: (payload: PayloadOf<T>) => boolean;
  /** The part of its payload that names texts and files; absent, all of it. */
  readonly naming?: (payload: PayloadOf<T>) => unknown;
}

/** How the events of one chapter change the state. */
export type Applies<T extends TechnologyEventType> = { readonly [K in T]: Fact<K>["apply"] };

/** What the events of one chapter hold, as it has to look where it comes from elsewhere. */
export type Payloads<E extends { readonly type: string; readonly payload: object }> = {
  readonly [T in E["type"]]: Shape<Extract<E, { readonly type: T }>["payload"]>;
};
