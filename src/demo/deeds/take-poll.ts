import { randomUUID } from "node:crypto";
import { codesIn } from "../../application/collections/issue-codes.ts";
import { issuePollCodes } from "../../application/consultations/issue-poll-codes.ts";
import { pollDoorOf, takeChoice } from "../../application/consultations/poll-door.ts";
import type { Consultation } from "../../domain/technology/state/consultations.ts";
import { mustAccept } from "../desk.ts";
import type { Story } from "../story-of.ts";

/** Nobody prints these cards: the key need not be anybody's secret. */
const keyOf = (technology: string, consultation: string): string => `demonstration poll ${technology} ${consultation}`;

export async function issueCodes(
  { desk, technology }: Story,
  by: string,
  { consultation }: Consultation,
  count: number,
): Promise<void> {
  const command = { type: "IssuePollCodes", consultation, count } as const;
  const sent = { ...desk.submission(by, "planner"), technology };
  const outcome = await issuePollCodes(desk.services, sent, command, keyOf(technology, consultation));
  mustAccept(outcome, "IssuePollCodes");
}

/** Whoever holds the next cards chooses. @param counts how many of them choose each option */
export async function choose(
  { desk, technology }: Story,
  { consultation, batches }: Consultation,
  counts: readonly number[],
): Promise<void> {
  const { services } = desk;
  const of = { technology, collection: consultation };
  const [stack] = batches;
  const codes = codesIn(of, keyOf(technology, consultation), stack?.count ?? 0);
  const { finished } = await services.collected.progress(of);
  const choices = counts.flatMap((people, at) => Array.from({ length: people }, () => at + 1));
  for (const [at, option] of choices.entries()) {
    const door = await pollDoorOf(services, codes[finished + at] ?? "");
    if (door.kind !== "open") throw new Error(`The poll takes no answer: ${door.kind}`);
    await services.collected.noteOpened(door.hash);
    const taken = await takeChoice(services, door, {
      option,
      language: desk.language === "zh" ? "zh-CN" : "en",
      sending: randomUUID(),
      device: "",
    });
    if (taken !== "taken") throw new Error(`The poll took no answer: ${taken}`);
  }
}
