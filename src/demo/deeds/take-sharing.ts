import type { Story } from "../story-of.ts";
import type { SharingDeed } from "./sharing-deed.ts";

export async function takeSharing({ desk, proposed, technology }: Story, by: string, does: SharingDeed): Promise<void> {
  switch (does.do) {
    case "offer-piece": {
      const evidence = desk.attached(technology, does.title);
      return desk.ask(by, "planner", technology, { type: "OfferEvidence", evidence, to: does.to });
    }
    case "borrow-piece": {
      const origin = proposed.get(does.from);
      // In a part of the portfolio whoever offers it may not be there.
      if (origin === undefined) return;
      const evidence = desk.attached(origin, does.title);
      return desk.ask(by, "planner", technology, { type: "BorrowEvidence", technology: origin, evidence });
    }
    case "put-away": {
      const borrowed = `b${does.number}`;
      const { borrowed: copies } = await desk.state(technology);
      if (!copies.some((copy) => copy.borrowed === borrowed)) return;
      return desk.ask(by, "planner", technology, { type: "PutBorrowedAway", borrowed, reason: desk.say(does.why) });
    }
    default:
      return does satisfies never;
  }
}
