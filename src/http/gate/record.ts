import type { Request, Response } from "express";
import type { Services } from "../../application/services.ts";
import { driftOf } from "../../domain/technology/gate/drift.ts";
import type { Drift } from "../../domain/technology/gate/drift.ts";
import { unsettled } from "../../domain/technology/gate/settle.ts";
import { settledSince } from "../../domain/technology/gate/settled-since.ts";
import type { Settled } from "../../domain/technology/gate/settled-since.ts";
import { standingDecisions, toConfirm } from "../../domain/technology/state/lower-tier.ts";
import type { Deps } from "../deps.ts";
import { piecesByDigest } from "../say/marks.ts";
import { textShown } from "../say/text.ts";
import { verdictModel } from "../say/verdict.ts";
import { renderTechnology } from "../technology-page.ts";
import type { FactModel } from "../view/components.ts";
import { html } from "../view/html.ts";
import type { Content } from "../view/html.ts";
import { languageOf } from "../visitor.ts";
import { wordsFor } from "../private-words.ts";
import type { Words } from "../private-words.ts";
import { recordedConditions } from "./conditions.ts";
import { decisionPage } from "./decision-page.ts";
import type { DecisionPage } from "./decision-page.ts";
import { driftSaid } from "./drift-said.ts";
import { gateCrumb } from "./gate-parts.ts";
import { settledSaid } from "./settled-said.ts";
import { firmOfRecord } from "./sensitivity-parts.ts";

/** The record of one decision: what it looked at, who voted how and why, and whether its ground still stands. */
export function recordPages({ services, people }: Deps) {
  return {
    async show(req: Request, res: Response): Promise<void> {
      const page = await decisionPage(services, req, languageOf(res));
      const { position, row, state, decision, language } = page;
      const { record, gate, outcome, conditions, lessons } = decision;
      const { t } = language;
      const policy = services.views.policies.pinnedBy(record, state.tier);
      const words = await wordsFor(services, res, state, digestsOf(page));
      const names = await people.names([
        ...record.votes.map(({ person }) => person),
        ...conditions.map(({ owner }) => owner),
        ...settlersOf(page).map(({ person }) => person),
      ]);
      const drift = driftNow(services, page);
      await renderTechnology(
        res,
        page,
        "pages/gate/record",
        {
          title: t("gate:record.title", { name: row.name, gate: t(`words:gate.${gate}`) }),
          trail: [gateCrumb(page, gate)],
          eyebrow: eyebrowOf(page),
          lead: t.html("gate:record.lead", {
            outcome: t(`words:option.${outcome}`),
            votes: record.votes.length,
            quorum: record.quorum,
          }),
        },
        {
          drift: drift.length === 0 ? null : drift.map((change) => driftSaid(language, state, change)),
          confirm: confirmLink(page),
          settled: settledSaid(language, settlersOf(page), words, names),
          firm: await firmOfRecord(services, row, state, decision, language),
          verdict:
            record.verdict === null
              ? null
              : verdictModel(language, policy, record.verdict, { pieces: piecesByDigest(record.evidence) }),
          conditions: recordedConditions(language, policy, record.conditions),
          ...peoplesWords(page, words, names),
          lessons: lessons === null ? null : textShown(language, words.get(lessons)),
          facts: recordFacts(page),
          replay: `/decisions/${position}/replay`,
          entry: `/ledger/${position}`,
          command: `npm run touchstone -- decision replay ${position}`,
        },
      );
    },
  };
}

/** As of today, whether or not anything has run since something lapsed. */
function driftNow({ views, today }: Services, { state, decision }: DecisionPage): readonly Drift[] {
  const policy = views.policies.pinnedBy(state.plan, state.tier);
  return unsettled(state, decision.position, driftOf(decision, state, policy, today()));
}

/** Where an approval of a lower tier, or one whose ground drifted, is settled; whoever may not is told so there. */
function confirmLink({ state, row, position, language: { t } }: DecisionPage) {
  return toConfirm(state).some((decided) => decided.position === position)
    ? { text: t("gate:confirmation.link"), href: `/technologies/${row.slug}/confirmations/${position}` }
    : standingDecisions(state).some((decided) => decided.position === position)
      ? { text: t("gate:settling.link"), href: `/technologies/${row.slug}/drift/${position}` }
      : null;
}

const settlersOf = ({ state, position }: DecisionPage): readonly Settled[] => settledSince(state, position);

const digestsOf = (page: DecisionPage): readonly (string | null)[] => [
  ...settlersOf(page).map(({ text }) => text),
  ...decidedDigests(page),
];

const decidedDigests = ({ decision: { record, conditions, lessons } }: DecisionPage): readonly (string | null)[] => [
  ...record.votes.map(({ reason }) => reason),
  ...record.dissents,
  ...conditions.map(({ text }) => text),
  lessons,
];

const eyebrowOf = ({ decision, position, language: { t, format } }: DecisionPage): readonly string[] => [
  t("gate:record.decided", { day: format.dateTime(decision.at) }),
  t("gate:record.policy", { version: decision.record.policyVersion }),
  t("ledger:entry.title", { position }),
];

/** The dated conditions, the votes and the dissents, each with its words where the reader may have them. */
function peoplesWords({ decision, language }: DecisionPage, words: Words, names: ReadonlyMap<string, string>) {
  const { t, format } = language;
  const { record, conditions } = decision;
  const nameOf = (id: string): string => names.get(id) ?? t("technology:unknownPerson");
  return {
    dated: conditions.map(({ text, owner, dueOn }) => ({
      text: textShown(language, words.get(text)),
      who: `${nameOf(owner)} · ${format.date(dueOn)}`,
    })),
    votes: record.votes.map(({ person, option, reason }) => ({
      who: nameOf(person),
      vote: t(`words:option.${option}`),
      reason: textShown(language, words.get(reason)),
    })),
    dissents: record.dissents.map((digest) => textShown(language, words.get(digest))),
  };
}

function recordFacts({ decision: { record }, language: { t, format } }: DecisionPage): readonly FactModel[] {
  const evidence = record.evidence.map((piece) => `${piece.evidence} ${format.digest(piece.digest)}`);
  const methods = Object.entries(record.methods).map(([name, version]) => `${name} ${version}`);
  return [
    { term: t("gate:record.position"), value: format.number(record.position) },
    { term: t("gate:record.ground"), value: format.digest(record.ground) },
    { term: t("gate:record.eligible"), value: String(record.eligible) },
    { term: t("gate:record.evidence"), value: evidence.length === 0 ? "–" : lines(evidence) },
    { term: t("gate:record.methods"), value: lines(methods) },
  ];
}

/** One a line, as a narrow column wants it. */
const lines = (texts: readonly string[]): Content =>
  texts.reduce<Content>((all, text) => (all === "" ? text : html`${all}<br />${text}`), "");
