import type { Envelope } from "../stream.ts";
import type { Contribution, ContributionEvent } from "./contribution.ts";

/** The next state of one contribution; an event that cannot follow is a bug and throws. */
export function evolveContribution(state: Contribution | null, event: ContributionEvent & Envelope): Contribution {
  const made = { at: event.time, by: event.actor, position: event.position };
  if (event.type === "ContributionReceived")
    return { ...event.payload, received: made, texts: [event.payload.text], ...nothingYet };
  if (state === null) throw new Error(`A contribution cannot begin with ${event.type}`);
  switch (event.type) {
    case "ContributionPlaced": {
      const { points } = event.payload;
      return { ...state, points, placings: [...state.placings, { points, ...made }] };
    }
    case "ContributionHidden":
      return { ...state, hidden: { ...event.payload, ...made } };
    case "ContributionShown": {
      const { reason } = event.payload;
      const again = state.hidden === null ? [] : [{ why: state.hidden.why, reason, ...made }];
      return {
        ...state,
        hidden: null,
        shownAgain: [...state.shownAgain, ...again],
        texts: [...state.texts, reason],
      };
    }
    case "ContributionTextErased":
      return { ...state, erased: [...state.erased, event.payload.digest] };
    default:
      return event satisfies never;
  }
}

const nothingYet = { points: [], placings: [], hidden: null, shownAgain: [], erased: [] } as const;
