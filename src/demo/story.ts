import { milestonesOf } from "./endings.ts";
import { milestones } from "./milestones.ts";
import type { Story } from "./story-of.ts";

/** One technology's life up to its ending: yields the day on which the next thing happens. */
export async function* live(story: Story): AsyncGenerator<number> {
  let technology = "";
  for (const milestone of milestonesOf(story.scene)) {
    yield story.when(milestone);
    const given = await milestones[milestone].deed(story, technology);
    if (typeof given === "string") technology = given;
  }
}
