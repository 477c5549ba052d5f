import { gates } from "../../policy/policy.ts";
import { nullable, object, oneOf, text, textRef } from "../../words/shape.ts";
import type { Payloads } from "../manifest/fact.ts";
import { sides } from "../state/questions.ts";
import type { QuestionsEvent } from "../state/questions.ts";

export const questionPayloads: Payloads<QuestionsEvent> = {
  QuestionAsked: object({ question: text, about: nullable(oneOf(...gates)), to: oneOf(...sides), text: textRef }),
  QuestionAnswered: object({ question: text, text: textRef }),
  QuestionSettled: object({ question: text, text: textRef }),
};
