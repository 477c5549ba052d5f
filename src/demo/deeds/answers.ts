import type { Scene } from "../scene.ts";
import type { Story } from "../story-of.ts";
import type { Words } from "../words.ts";
import type { StoryAnswer, StoryAnswers, StoryRow } from "./story-answers.ts";

/** The answers as a form sends them, free text as it was typed. */
export async function answersOf(story: Story, given: StoryAnswers): Promise<Readonly<Record<string, unknown>>> {
  const answers: Record<string, unknown> = {};
  for (const [question, answer] of Object.entries(given))
    if (isRows(answer)) answers[question] = await Promise.all(answer.map((row) => answersOf(story, row)));
    // In a part of the portfolio the other end may not be there: it lies outside then.
    else if (isAbsent(story, answer)) answers["outside"] = answer.technology;
    else answers[question] = await answerOf(story, answer);
  return answers;
}

async function answerOf({ desk, calendar, scene, technology, proposed }: Story, answer: StoryAnswer): Promise<unknown> {
  if (typeof answer === "string" || typeof answer === "number") return answer;
  if (isWords(answer)) return desk.say(answer);
  if ("en" in answer) return answer[desk.language];
  if ("daysAgo" in answer) return calendar.day(dayOf(scene, answer.daysAgo));
  if ("ticks" in answer) return answer.ticks;
  if ("piece" in answer) return [desk.attached(technology, answer.piece)];
  if ("person" in answer) return desk.id(answer.person);
  return (await desk.state(proposed.get(answer.technology) ?? "")).slug;
}

/** The day of a story that lies so many days before the demonstration's. */
export const dayOf = ({ course, ago }: Pick<Scene, "course" | "ago">, daysAgo: number): number =>
  Math.max(...course.map(({ day }) => day)) + ago - daysAgo;

const isAbsent = (
  { proposed }: Story,
  answer: StoryAnswer,
): answer is Extract<StoryAnswer, { readonly technology: string }> =>
  typeof answer === "object" && "technology" in answer && !proposed.has(answer.technology);

const isRows = (answer: StoryAnswer | readonly StoryRow[]): answer is readonly StoryRow[] =>
  Array.isArray(answer) && answer.every((row) => typeof row === "object");
const isWords = (answer: StoryAnswer): answer is Words => Array.isArray(answer);
