import type { StoryAnswers } from "../deeds/story-answers.ts";
import type { Words } from "../words.ts";

/** Short, since many say no to the same. */
const no = {
  sensitive: ["Nothing sensitive is in it.", "不含敏感个人信息。"],
  automated: ["A person decides in each case.", "每件都由人决定。"],
  passedOn: ["It stays with the department.", "只在本部门使用。"],
  abroad: ["It never leaves the city’s own network.", "不出政务网。"],
  majorEffect: ["Nobody gains or loses by it.", "对个人没有重大影响。"],
} satisfies { readonly [trigger: string]: Words };

/** The five questions of an assessment of personal information: yes with its reason where one is given, else no. */
export function triggers(yes: { readonly [T in keyof typeof no]?: Words }): StoryAnswers {
  const answers: Record<string, Words | "yes" | "no"> = {};
  for (const trigger of Object.keys(no) as (keyof typeof no)[]) {
    const why = yes[trigger];
    answers[trigger] = why === undefined ? "no" : "yes";
    answers[`${trigger}Why`] = why ?? no[trigger];
  }
  return answers;
}

/** An item of the security baseline that is there: how, since when it is known, and what shows it. */
export const securityItem = (item: string, how: Words, daysAgo: number, proof: Words): StoryAnswers => ({
  [item]: "yes",
  [`${item}How`]: how,
  [`${item}On`]: { daysAgo },
  [`${item}Proof`]: { piece: proof },
});
