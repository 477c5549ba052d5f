import type { SafeguardKey } from "../../domain/safeguard-kinds/kinds.ts";
import { riskKey } from "../../domain/safeguards/risk-register.ts";
import { safeguardsOf } from "../../domain/technology/state/safeguards.ts";
import type { Safeguard } from "../../domain/technology/state/safeguards.ts";
import type { Story } from "../story-of.ts";
import { answersOf } from "./answers.ts";
import type { SafeguardDeed } from "./safeguard-deed.ts";

type Of<D extends SafeguardDeed["do"]> = Extract<SafeguardDeed, { do: D }>;

export async function stateSafeguard(story: Story, by: string, statement: Of<"state-safeguard">): Promise<void> {
  const { desk, technology } = story;
  const before = await earlier(story, statement);
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

/** The statement that this one takes the place of: the only one of its kind, or the risk of that name. */
async function earlier(story: Story, { kind, answers }: Of<"state-safeguard">): Promise<Safeguard | undefined> {
  const stated = await statements(story, kind);
  if (kind !== riskKey) return stated.at(-1);
  const { riskName } = await answersOf(story, answers);
  return riskName === undefined ? undefined : stated.find((risk) => risk.answers["riskName"] === riskName);
}

const statements = async ({ desk, technology }: Story, kind: SafeguardKey): Promise<readonly Safeguard[]> =>
  safeguardsOf(await desk.state(technology), kind);
