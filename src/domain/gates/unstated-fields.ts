import type { Thing } from "../technology/state/thing.ts";

/** Fields of the proposal that are not stated. */
export const fields = (missing: readonly string[]): readonly Thing[] => missing.map((id) => ({ kind: "field", id }));
