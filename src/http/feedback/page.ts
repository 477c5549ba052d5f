import type { Request, Response } from "express";
import { gatherFacts } from "../../application/facts.ts";
import { readMessage } from "../../application/feedback/on-feedback.ts";
import type { Services } from "../../application/services.ts";
import type { Message } from "../../domain/feedback/message.ts";
import { answersFeedback } from "../../domain/technology/state/answers-feedback.ts";
import type { FeedbackRow } from "../../projections/feedback/table.ts";
import { notFound } from "../faults.ts";
import { wordsFor } from "../private-words.ts";
import type { Words } from "../private-words.ts";
import { pathValue } from "../request-values.ts";
import { crumbAt, technologyPage } from "../technology-page.ts";
import type { TechnologyPage } from "../technology-page.ts";
import type { Crumb } from "../view/chrome.ts";

/** What pages about the messages of one technology are made from. */
export type FeedbackPage = TechnologyPage & {
  /** Whoever looks answers for the technology, and may do all that is offered. */
  readonly answers: boolean;
};

export async function feedbackPage(services: Services, req: Request, res: Response): Promise<FeedbackPage> {
  const page = await technologyPage(services, req, res);
  const { people } = gatherFacts(services, page.person);
  return { ...page, answers: answersFeedback(page.technology, page.person.id, { people }) };
}

/** One message with its words, as far as they are for whoever looks. */
export type MessagePage = FeedbackPage & {
  readonly id: string;
  readonly message: Message;
  readonly version: number;
  readonly words: Words;
};

/** @throws Fault 404 where there is no such message of this technology */
export async function messagePage(services: Services, req: Request, res: Response): Promise<MessagePage> {
  const page = await feedbackPage(services, req, res);
  const id = pathValue(req, "message");
  const read = /^[0-9a-f]{32}$/.test(id) ? await readMessage(services, id) : null;
  // The ledger says whose it is: a row of the views that was edited leads nowhere.
  if (read === null || read.message.technology !== page.row.id) notFound();
  const { message, version } = read ?? notFound();
  return { ...page, id, message, version, words: await wordsFor(services, res, page.technology, message.texts) };
}

/** Everybody here calls a message by the number of the entry it came in by. */
export const numberOf = ({ key }: Pick<FeedbackRow, "key">): string => String(key);

export const feedbackCrumb = (page: Pick<TechnologyPage, "language" | "at">): Crumb =>
  crumbAt(page, "feedback:crumb", "feedback");
