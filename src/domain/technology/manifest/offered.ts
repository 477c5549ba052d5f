import { notAssigned } from "../state/evaluators.ts";
import { mayAuthor, mayDecide } from "../state/people.ts";
import type { Offered } from "./act.ts";

/** To whom a page offers what several chapters have. */
export const toAuthors: Offered = (t, f) => mayAuthor(t, f.actor.id).length === 0;
export const toDeciders: Offered = (t, f) => mayDecide(t, f.actor.id, f).length === 0;
export const toEvaluators: Offered = (t, f) => notAssigned(t, f.actor.id).length === 0;
