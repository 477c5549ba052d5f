import type { SafeguardKey } from "../../domain/safeguard-kinds/kinds.ts";
import { safeguardsOf } from "../../domain/technology/state/safeguards.ts";
import type { ReviewOutcome, Safeguard } from "../../domain/technology/state/safeguards.ts";
import type { Step } from "../steps.ts";
import type { Story } from "../story-of.ts";
import type { Words } from "../words.ts";
import { answersOf } from "./answers.ts";
import type { StoryAnswers } from "./answers.ts";

export type SafeguardDeed =
  | {
      readonly do: "state-safeguard";
      readonly kind: SafeguardKey;
      readonly answers: StoryAnswers;
      readonly submit: boolean;
      /** One more of a kind of which there may be several. */
      readonly another?: true;
    }
  | {
      readonly do: "review-safeguard";
      readonly kind: SafeguardKey;
      readonly outcome: ReviewOutcome;
      readonly why: Words | null;
    };

/** Handed in for review; a second time it takes the place of the first. */
export const handIn = (day: number, kind: SafeguardKey, answers: StoryAnswers, by: string | null = null): Step => ({
  day,
  by,
  does: { do: "state-safeguard", kind, answers, submit: true },
});
export const handInAnother = (day: number, kind: SafeguardKey, answers: StoryAnswers): Step => ({
  day,
  by: null,
  does: { do: "state-safeguard", kind, answers, submit: true, another: true },
});
/** Begun and not handed in. */
export const begin = (day: number, kind: SafeguardKey, answers: StoryAnswers): Step => ({
  day,
  by: null,
  does: { do: "state-safeguard", kind, answers, submit: false },
});
export const accept = (day: number, by: string, kind: SafeguardKey, why: Words | null = null): Step => ({
  day,
  by,
  does: { do: "review-safeguard", kind, outcome: "accepted", why },
});
export const giveBack = (day: number, by: string, kind: SafeguardKey, why: Words): Step => ({
  day,
  by,
  does: { do: "review-safeguard", kind, outcome: "returned", why },
});

type Of<D extends SafeguardDeed["do"]> = Extract<SafeguardDeed, { do: D }>;

export async function stateSafeguard(story: Story, by: string, statement: Of<"state-safeguard">): Promise<void> {
  const { desk, technology } = story;
  const before = statement.another === true ? undefined : (await statements(story, statement.kind)).at(-1);
  await desk.ask(by, "planner", technology, {
    type: "StateSafeguard",
    kind: statement.kind,
    item: before?.item ?? null,
    // Free text is sealed wherever it stands; the command's type knows only the digests that take its place.
    answers: (await answersOf(story, statement.answers)) as never,
    submit: statement.submit,
  });
}

/** The one that waits longest, in the words that it has now. */
export async function reviewSafeguard(story: Story, by: string, review: Of<"review-safeguard">): Promise<void> {
  const { desk, scene, technology } = story;
  const waiting = (await statements(story, review.kind)).find(({ submitted }) => submitted !== null);
  if (waiting === undefined) throw new Error(`${scene.name.en}: no ${review.kind} waits for a review`);
  await desk.ask(by, desk.roleOf(by), technology, {
    type: "ReviewSafeguard",
    item: waiting.item,
    of: waiting.digest,
    outcome: review.outcome,
    text: review.why === null ? null : desk.say(review.why),
  });
}

const statements = async ({ desk, technology }: Story, kind: SafeguardKey): Promise<readonly Safeguard[]> =>
  safeguardsOf(await desk.state(technology), kind);
