import type { Collected, CollectionOf, Content, Recorder } from "../../authority/collected.ts";
import type { TaskSheet } from "../../domain/questionnaires/questionnaire.ts";
import type { Collection } from "../../domain/technology/state/collections.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";
import type { Services } from "../services.ts";
import { isIncomplete, newAnswer, takesAnswers } from "./answering.ts";
import type { Answered } from "./answering.ts";

/** A task session of which somebody notes how participants fare. */
export interface Session extends CollectionOf {
  readonly state: Technology;
  readonly terms: Collection;
  readonly by: Recorder;
}

/** @returns the participant's number; null where nothing is taken any more */
export async function noteSheet(
  services: Services,
  { state, terms, by, ...of }: Session,
  { sheet, ...noted }: Omit<Answered, "content" | "device"> & { readonly sheet: TaskSheet },
): Promise<number | null> {
  if (takesAnswers(services, state, terms) !== "open") return null;
  const answered = { ...noted, content: { kind: "tasks", sheet }, device: "" } as const;
  return services.collected.addSheet(of, by, newAnswer(services, of, terms.questionnaire, answered));
}

type Change = { readonly sheet: TaskSheet; readonly group: string | null; readonly reason: string };

/** What stood there before stays beside it, with the reason. @returns false where nothing is taken any more */
export async function correctSheet(
  { collected }: { readonly collected: Collected },
  { terms, by, ...of }: Session,
  number: number,
  { sheet, group, reason }: Change,
): Promise<boolean> {
  const content: Content = { kind: "tasks", sheet };
  const incomplete = isIncomplete(terms.questionnaire, content);
  const { technology, collection } = of;
  return collected.correctSheet({ technology, collection }, by, number, { content, group, reason, incomplete });
}
