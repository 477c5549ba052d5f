import type { Request, Response } from "express";
import { actionsFor } from "../../application/gate.ts";
import { gatherFacts } from "../../application/facts.ts";
import type { Services } from "../../application/services.ts";
import type { Facts } from "../../domain/technology/state/facts.ts";
import type { Question } from "../../domain/technology/state/questions.ts";
import type { TechnologyCommandType } from "../../domain/technology/state/technology.ts";
import { wordsFor } from "../private-words.ts";
import type { Words } from "../private-words.ts";
import { queryValue } from "../request-values.ts";
import { crumbAt, technologyPage } from "../technology-page.ts";
import type { TechnologyPage } from "../technology-page.ts";
import type { Crumb } from "../view/chrome.ts";
import { pageOf } from "../view/pages.ts";
import type { Page } from "../view/pages.ts";
import { inOrder } from "./order.ts";

const pageSize = 25;

/** What every page of the questions is made from. */
export type QuestionsPage = TechnologyPage & {
  /** The questions that are shown, of all in their order. */
  readonly listed: Page<Question>;
  readonly words: Words;
  /** What the person who looks may do now. */
  readonly open: readonly TechnologyCommandType[];
  readonly facts: Facts;
};

export async function questionsPage(services: Services, req: Request, res: Response): Promise<QuestionsPage> {
  const page = await technologyPage(services, req, res);
  const listed = pageOf(inOrder(page.technology), ({ question }) => question, {
    after: queryValue(req, "after"),
    size: pageSize,
  });
  return {
    ...page,
    listed,
    words: await wordsFor(services, res, page.technology, listed.entries.flatMap(textsOf)),
    open: await actionsFor(services, page.row.id, page.person),
    facts: gatherFacts(services, page.person),
  };
}

export const textsOf = ({ text, answers, settled }: Question): readonly (string | null)[] => [
  text,
  ...answers.map((answer) => answer.text),
  settled?.text ?? null,
];

export const questionsCrumb = (page: Pick<TechnologyPage, "language" | "at">): Crumb =>
  crumbAt(page, "questions:crumb", "questions");
