import { accepted, rejected } from "./decision.ts";
import type { Decision, Reason } from "./decision.ts";

/** One reason where the fact holds, none otherwise: rules read as a list of what refuses. */
export const when = (
  holds: boolean,
  code: string,
  field?: string,
  params?: NonNullable<Reason["params"]>,
): readonly Reason[] =>
  holds ? [{ code, ...(field === undefined ? {} : { field }), ...(params === undefined ? {} : { params }) }] : [];

/** The events where nothing refuses them; computed only then, so that they may rely on every rule. */
export const unless = <E>(reasons: readonly Reason[], events: () => readonly E[]): Decision<E> =>
  reasons.length > 0 ? rejected(...reasons) : accepted(...events());
