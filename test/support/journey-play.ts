import { afterAll, beforeAll, beforeEach, describe, it } from "vitest";
import { admit, keepDraft, propose, somethingSimilar } from "./journey-proposal.ts";
import { Story } from "./journey-story.ts";
import type { StoryOptions } from "./journey-story.ts";

type Chapter = readonly [string, (story: Story) => Promise<void>];

const chapters: readonly Chapter[] = [
  ["a planner keeps a draft", keepDraft],
  ["completes it, is shown what is similar, and proposes", propose],
  ["an approver admits it", admit],
];

/** One technology from draft to adopted, chapter after chapter; after one has failed the rest is not played. */
export function play(options: StoryOptions): void {
  describe(`from draft to adopted (${options.name})`, () => {
    const story = new Story(options);
    let broken = false;
    beforeAll(async () => {
      await story.begin();
      await somethingSimilar(story);
    });
    afterAll(() => story.end());
    beforeEach((context) => context.skip(broken, "an earlier chapter failed"));
    for (const [title, chapter] of chapters) {
      it(title, async () => {
        broken = true;
        await chapter(story);
        broken = false;
      });
    }
  });
}
