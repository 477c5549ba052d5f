import { safeguardKind } from "../domain/safeguard-kinds/kinds.ts";
import { technologiesNamed } from "../domain/safeguards/technologies-named.ts";
import { isRenamed } from "../domain/technology/proposal/namesakes.ts";
import type { PastEvent } from "../domain/technology/state/envelope.ts";
import type { Facts } from "../domain/technology/state/facts.ts";
import type { CommandOf, Technology, TechnologyCommand } from "../domain/technology/state/technology.ts";
import { technologies } from "../domain/technology/technology-stream.ts";
import type { JsonObject } from "../domain/words/json.ts";
import { feedbackStandingOf } from "./feedback/feedback-standing.ts";
import { contributionCountsOf } from "./consultations/contribution-counts.ts";
import { gatherFacts } from "./facts.ts";
import type { Submission } from "./outcome.ts";
import { knownTexts } from "./known-texts.ts";
import type { Raw } from "./raw-command.ts";
import { seal } from "./seal.ts";
import { claimOf, namesakesOf } from "./names.ts";
import type { Services } from "./services.ts";
import type { Task } from "./task.ts";

export type TechnologyTask = Task<PastEvent, Technology | null, TechnologyCommand, Facts>;

/** What every command on a technology has in common, those too that a use case of its own prepares. */
export const technologyFrame = {
  stream: technologies,
  exists: true,
  kept: async ({ views }, id) => {
    const state = await views.technologyState(id);
    return state && { state, version: state.version };
  },
  facts: (services, { actor }) => gatherFacts(services, actor),
} as const satisfies Partial<TechnologyTask>;

/** Any command on a technology that exists, those too that only use cases give; its words are sealed. */
export const technologyTask = (id: string, command: Raw<TechnologyCommand>): TechnologyTask => ({
  ...technologyFrame,
  id,
  bound: { technology: id, command: command as unknown as JsonObject },
  ...(command.type === "ReviseProposal" && {
    facts: (services, { actor }) => ({
      ...gatherFacts(services, actor),
      namesakes: namesakesOf(services, command.proposal.name, id),
    }),
  }),
  ...(command.type === "StateSafeguard" && { facts: namedFacts(command) }),
  ...(command.type === "BorrowEvidence" && { facts: lendingFacts(id, [command.technology]) }),
  ...(command.type === "NoteFeedback" && {
    facts: (services, { actor }) => ({ ...gatherFacts(services, actor), feedback: feedbackStandingOf(services, id) }),
  }),
  ...(["AnswerConsultation", "CountContributions"].includes(command.type) && {
    facts: (services, { actor }) => ({
      ...gatherFacts(services, actor),
      contributions: contributionCountsOf(services, id),
    }),
  }),
  ...(command.type === "NoteBorrowed" && { facts: lendingFacts(id, null) }),
  prepare: async (services, state) => {
    const { ledger } = services;
    const { value, texts } = seal<TechnologyCommand>(command, await knownTexts(ledger, state, command));
    const renamed = command.type === "ReviseProposal" && state !== null;
    return { command: value, texts, ...(renamed && (await renaming(services, id, state, command.proposal.name))) };
  },
});

/** With those of the technologies that the answers name which there are. */
const namedFacts =
  ({ kind, answers }: Raw<CommandOf<"StateSafeguard">>) =>
  (services: Services, { actor }: Submission): Facts => {
    const facts = gatherFacts(services, actor);
    const { portfolio } = services.views;
    const questions = safeguardKind(kind)?.questions(facts.policy) ?? [];
    // Only addresses are looked at, which are the same before words are sealed.
    const named = technologiesNamed(questions, answers);
    return { ...facts, named: [...new Set(named)].filter((slug) => portfolio.bySlug(slug) !== null) };
  };

/**
 * With the technologies that evidence is taken over from, folded from the ledger as they stand.
 *
 * @param origins their ids; null: those of all that was taken over
 */
const lendingFacts =
  (id: string, origins: readonly string[] | null) =>
  async (services: Services, { actor }: Submission): Promise<Facts> => {
    const here = origins === null ? await services.views.technologyState(id) : null;
    const named = new Set(origins ?? here?.borrowed.map(({ origin }) => origin.technology) ?? []);
    const states = await Promise.all(
      [...named].map(async (technology) => [technology, await services.views.technologyState(technology)] as const),
    );
    const existing = states.flatMap(([technology, state]) => (state === null ? [] : [[technology, state] as const]));
    return { ...gatherFacts(services, actor), lending: { here: id, origins: Object.fromEntries(existing) } };
  };

/** The new name is claimed, the old one free again, where it is another name and not only typed otherwise. */
async function renaming(services: Services, id: string, { proposal }: Technology, name: string) {
  if (!isRenamed(proposal.name, name)) return {};
  const claim = (named: string) => claimOf(named, namesakesOf(services, named, id));
  const before = claim(proposal.name);
  const holder = await services.ledger.claimant(before.kind, before.key);
  // A name of before names were claimed has nothing to release.
  return { claims: [claim(name)], ...(holder === technologies.nameOf(id) && { releases: [before] }) };
}
