import type { Upcasts as Steps } from "../domain/stream.ts";
import { streams } from "../domain/streams/streams.ts";

/** Raises payloads of old shapes on read, by the type they are of. Stored leaves never change. */
export type Upcasts = { readonly [type: string]: Steps };

/** What each shape meant before it had the fields it has now stands beside the event, in the catalogue of its stream. */
export const upcasts: Upcasts = Object.fromEntries(
  streams
    .flatMap(({ events }) => Object.entries(events))
    .flatMap(([type, { upcasts: steps }]) => (steps === undefined ? [] : [[type, steps]])),
);
