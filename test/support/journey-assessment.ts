import { defaultPolicy } from "../../src/domain/policy/default/default-policy.ts";
import { accept, state } from "./journey-statements.ts";
import type { Story } from "./journey-story.ts";

/** The least of everything: it stays in the lowest tier. */
export async function assess(story: Story): Promise<void> {
  const { questions } = defaultPolicy.safeguards.impact;
  const least = questions.flatMap(({ key, choices, when }) =>
    when === undefined ? [[key, choices[0]?.key ?? ""] as const] : [],
  );
  await state(story, "planner", "impact-assessment", Object.fromEntries(least));
  await accept(story, "evaluator", "impact-assessment");
  const planner = await story.as("planner");
  await planner.open(`${story.path}/gates/admission`);
}
