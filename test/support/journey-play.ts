import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { defaultPolicy } from "../../src/domain/policy/default/default-policy.ts";
import { assign, moderate, restartWhileScoring, reveal } from "./journey-evaluation.ts";
import { complete, drills, evidence, incident, lockAndOpen } from "./journey-pilot.ts";
import { admit, keepDraft, propose, somethingSimilar } from "./journey-proposal.ts";
import { audit, recompute } from "./journey-record.ts";
import { assess } from "./journey-assessment.ts";
import { adopt, approveRollout, planRollout, waive, waves } from "./journey-rollout.ts";
import { Story } from "./journey-story.ts";
import type { StoryOptions } from "./journey-story.ts";

export type Chapter = readonly [string, (story: Story) => Promise<void>];

const chapters = (options: StoryOptions): readonly Chapter[] => [
  ["a planner keeps a draft", keepDraft],
  ["completes it, is shown what is similar, and proposes", propose],
  ...(options.policy === defaultPolicy ? ([["its impact is assessed", assess]] as const) : []),
  ["an approver admits it", admit],
  ["the planner locks the plan, amends it and opens the pilot", lockAndOpen],
  ["an incident is recorded and closed", incident],
  ["the way back from a failure is rehearsed three times", drills],
  ["evidence is uploaded and read", evidence],
  ["the completion gate lets it go on to evaluation", complete],
  ["evaluators are assigned and declare their interests", assign],
  ["they score blind, and a restart in the middle loses nothing", restartWhileScoring],
  ["the absent one is released and the scores are revealed", reveal],
  ["the contested score is moderated; a dissent stays on record", moderate],
  ["waves, guards and a drill are planned", planRollout],
  ["after the look two approvers waive the agreement of the raters", waive],
  ["the rollout gate is approved by its quorum", approveRollout],
  ["both waves run on fresh evidence, once held and resumed", waves],
  ["the adoption gate adopts it", adopt],
  ["nobody was asked much", askedLittle],
  ["an auditor verifies the ledger and recomputes every decision", audit],
  ["the commands recompute the same without the server", recompute],
];

/** One technology from draft to adopted. */
export function play(options: StoryOptions): void {
  tell(`from draft to adopted (${options.name})`, { options, before: somethingSimilar, chapters: chapters(options) });
}

/** What all forms ask together on the way to adoption where no safeguard is asked for; the plain story holds it to the point. */
const asked = 108;

/** Safeguards of the lowest tier add ten questions at most. */
async function askedLittle(story: Story): Promise<void> {
  const questions = [...story.asked.values()].reduce((sum, count) => sum + count, 0);
  const forms = [...story.asked].map(([form, count]) => `${count} ${form}`).join("\n");
  if (story.options.policy === undefined) expect(questions, forms).toBe(asked);
  else {
    expect(questions, forms).toBeGreaterThan(asked);
    expect(questions, forms).toBeLessThanOrEqual(asked + 10);
  }
}

export type Tale = {
  readonly options: StoryOptions;
  /** What happened before the first chapter, by the same use cases but without a browser. */
  readonly before: (story: Story) => Promise<void>;
  readonly chapters: readonly Chapter[];
};

/** Chapter after chapter; after one has failed the rest is not played. */
export function tell(title: string, { options, before, chapters }: Tale): void {
  describe(title, () => {
    const story = new Story(options);
    let broken = false;
    beforeAll(async () => {
      await story.begin();
      await before(story);
    });
    afterAll(() => story.end());
    beforeEach((context) => context.skip(broken, "an earlier chapter failed"));
    for (const [name, chapter] of chapters) {
      it(name, async () => {
        broken = true;
        await chapter(story).catch(async (error: unknown) => {
          await story.leaveTraces();
          throw error;
        });
        broken = false;
      });
    }
  });
}
