import { z } from "zod";
import { sides } from "../../../domain/technology/state/questions.ts";
import type { Question } from "../../../domain/technology/state/questions.ts";
import type { Deps } from "../../deps.ts";
import type { TechnologyCall } from "../caller.ts";
import { readingOne } from "../route.ts";
import { pageOf } from "../shapes/page-of.ts";
import { gate, instant, paging, shownWords, wordsFor, wordsShape } from "../shapes/words.ts";
import type { Words } from "../shapes/words.ts";

// Who spoke is left out, as on the page: there evaluators are letters.
const remark = z.object({ role: z.string(), at: instant(), text: wordsShape });

export const questionShape = z
  .object({
    question: z.string().meta({ description: "api:about.question", examples: ["q1"] }),
    about: gate().nullable(),
    to: z.enum(sides),
    asked: remark,
    answers: z.array(remark),
    settled: remark.nullable(),
  })
  .meta({ id: "Question", description: "api:shape.Question" });

export const questionsRoute = readingOne({
  path: "/technologies/{slug}/questions",
  id: "listQuestions",
  tag: "questions",
  scopes: ["answer"],
  query: paging,
  answer: z
    .object({ questions: z.array(questionShape) })
    .meta({ id: "QuestionList", description: "api:shape.QuestionList" }),
  reply: async (deps, call, asked) => {
    const { part, next } = pageOf(call.technology.questions, ({ question }) => question, asked);
    return { body: { questions: await questionDocuments(deps, call, part) }, next };
  },
});

export async function questionDocuments(
  deps: Deps,
  call: TechnologyCall,
  questions: readonly Question[],
): Promise<z.input<typeof questionShape>[]> {
  const digests = questions.flatMap((asked) => [
    asked.text,
    ...asked.answers.map(({ text }) => text),
    asked.settled?.text ?? null,
  ]);
  const words = await wordsFor(deps, call, digests);
  return questions.map((asked) => ({
    question: asked.question,
    about: asked.about,
    to: asked.to,
    asked: remarkOf(asked, words),
    answers: asked.answers.map((answer) => remarkOf(answer, words)),
    settled: asked.settled === null ? null : remarkOf(asked.settled, words),
  }));
}

const remarkOf = (
  { role, at, text }: Pick<Question, "role" | "at" | "text">,
  words: Words,
): z.input<typeof remark> => ({
  role,
  at,
  text: shownWords(words, text),
});
