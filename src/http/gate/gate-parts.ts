import type { Request, Response } from "express";
import { actionsFor, gateView } from "../../application/gate.ts";
import type { GateView } from "../../application/gate.ts";
import type { TextResult } from "../../application/texts.ts";
import { peopleThen } from "../../application/people/people-then.ts";
import { gates } from "../../domain/policy/policy.ts";
import type { Gate } from "../../domain/policy/policy.ts";
import type { Decided, Vote } from "../../domain/technology/state/gate.ts";
import { officeOf } from "../../domain/technology/gate/office.ts";
import { findPerson } from "../../domain/technology/state/people.ts";
import { panelNow } from "../../domain/technology/state/committee.ts";
import { wordsOfPanel } from "../../domain/technology/state/panel-words.ts";
import type { Ballot, Technology, TechnologyCommandType } from "../../domain/technology/state/technology.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import type { House } from "../house.ts";
import { technologyPage } from "../technology-page.ts";
import type { TechnologyPage } from "../technology-page.ts";
import type { Crumb } from "../view/chrome.ts";
import { pathValue, queryValue } from "../request-values.ts";
import { namedOwners } from "./condition-owners.ts";
import { waitingVoters } from "./voters.ts";
import { wordsFor } from "../private-words.ts";
import type { Words } from "../private-words.ts";

/**
 * What every part of a gate's page is made from; `technology` is as it stands today, whatever the page shows: who may
 * read what is decided by it.
 */
export type GateParts = TechnologyPage & {
  readonly view: GateView;
  readonly open: readonly TechnologyCommandType[];
  readonly words: ReadonlyMap<string, TextResult>;
  readonly names: ReadonlyMap<string, string>;
  readonly asOf: number | null;
  /** As it stands where the page looks from, whatever lay before who decided. */
  readonly latest: Technology;
  /** The decision that closed this gate, where it is not open again. */
  readonly decided: Decided | null;
  /** Every decision at this gate, oldest first. */
  readonly past: readonly Decided[];
  /** Where each condition is met. */
  readonly metAt: House["conditions"];
};

/** As a sheet names them, which has no reader. */
const nobody = "";

export function gateOf(req: Request): Gate {
  const asked = pathValue(req, "gate");
  return gates.find((gate) => gate === asked) ?? notFound();
}

export async function partsOf(deps: Deps, req: Request, res: Response): Promise<GateParts> {
  const { services } = deps;
  const page = await technologyPage(services, req, res);
  const asOf = positionAsked(queryValue(req, "asOf"), services.views.position().position);
  const wordsOf = (digests: Digests) => wordsFor(services, res, page.technology, digests);
  return partsAt(deps, { page, gate: gateOf(req), asOf, wordsOf });
}

type Digests = Iterable<string | null>;

export type PartsAsked = {
  readonly page: TechnologyPage;
  readonly gate: Gate;
  /** The past that is asked for; null: now. */
  readonly asOf: number | null;
  /** A sheet is made as of the entry up to which it tells: a decision up to there is told as a decision. */
  readonly upTo?: number | undefined;
  /** The words that may be read. */
  readonly wordsOf: (digests: Digests) => Promise<Words>;
};

export async function partsAt(
  { services, people, house }: Deps,
  { page, gate, asOf, upTo, wordsOf }: PartsAsked,
): Promise<GateParts> {
  const { row, person } = page;
  const position = asOf ?? upTo;
  const then = upTo === undefined ? {} : { people: await peopleThen(services, upTo), asPresent: asOf === null };
  const now =
    (await gateView(services, row.id, gate, { ...then, ...(position !== undefined && { asOf: position }) })) ??
    notFound();
  const decided =
    asOf === null && !now.open ? (now.state.decisions.findLast((decision) => decision.gate === gate) ?? null) : null;
  // A gate that was decided shows what lay before the approvers: the last vote stands one entry before the decision.
  const view =
    decided === null
      ? now
      : ((await gateView(services, row.id, gate, {
          ...then,
          asOf: decided.position - 1,
          recorded: decided.record.conditions,
        })) ?? notFound());
  const { state } = view;
  const ballot = state.ballots[view.gate];
  return {
    ...page,
    view,
    open: position === undefined ? await actionsFor(services, row.id, person) : [],
    words: await wordsOf(digestsOf(view)),
    names: await people.names([
      person.id,
      row.sponsor,
      ...waitingVoters(view, nobody).named,
      ...(findPerson(view.facts, person.id)?.deputyFor ?? []),
      ...state.recused,
      ...votesOf(ballot).flatMap((vote) => [vote.person, officeOf(vote)]),
      ...(ballot?.draft.map(({ owner }) => owner) ?? []),
      ...state.conditions.map(({ owner }) => owner),
      ...namedOwners(view),
    ]),
    asOf,
    latest: now.state,
    decided,
    past: now.state.decisions.filter((decision) => decision.gate === gate),
    metAt: house.conditions,
  };
}

/** A position before the newest entry; anything else means now. */
function positionAsked(typed: string | undefined, newest: number): number | null {
  const asked = Number(typed);
  return Number.isSafeInteger(asked) && asked > 0 && asked < newest ? asked : null;
}

export const gateCrumb = ({ language, at }: Pick<TechnologyPage, "language" | "at">, gate: Gate): Crumb => ({
  text: language.t(`words:gate.${gate}`),
  href: at(`gates/${gate}`),
});

/** Those that stand and those that lapsed. */
const votesOf = (ballot: Ballot | undefined): readonly Vote[] =>
  ballot === undefined ? [] : [...ballot.votes, ...ballot.lapsed.map(({ vote }) => vote)];

/** The needs, which a verdict may say nothing about, and what the experts advise. */
function ofRollout(state: Technology): (string | null)[] {
  const panel = panelNow(state);
  return [...state.needs.map(({ text }) => text), ...(panel === null ? [] : wordsOfPanel(panel))];
}

function digestsOf({ state, gate }: GateView): (string | null)[] {
  const ballot = state.ballots[gate];
  return [
    state.proposal.risks,
    ...(gate === "admission" ? [state.proposal.need, state.proposal.needOf, state.imported?.label ?? null] : []),
    ...(gate === "rollout" ? ofRollout(state) : []),
    state.rollout?.hold?.text ?? null,
    ...(state.plan?.amendments.map(({ reason }) => reason) ?? []),
    ...state.dissents.map(({ text }) => text),
    ...state.waivers.flatMap(({ reason, control }) => [reason, control]),
    ...votesOf(ballot).map(({ reason }) => reason),
    ...(ballot?.draft.map(({ text }) => text) ?? []),
    ...state.conditions.map(({ text }) => text),
  ];
}
