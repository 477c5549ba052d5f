import type { Request, Response } from "express";
import { replayDecision } from "../../application/replay.ts";
import { fold } from "../../domain/technology/decide.ts";
import { asTechnologyEvent, technologyOf } from "../../projections/known.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { render } from "../page.ts";
import { textShown } from "../say/text.ts";
import { piecesByDigest } from "../say/marks.ts";
import { verdictModel } from "../say/verdict.ts";
import { html } from "../view/html.ts";
import type { Content } from "../view/html.ts";
import { languageOf, pathValue } from "../visitor.ts";
import { wordsFor } from "../words.ts";
import { recordedConditions } from "./conditions.ts";
import { crumbsOf } from "./gate-parts.ts";
import { firmOfRecord } from "./sensitivity-parts.ts";

/** The record of one decision: what it looked at, who voted how and why, and whether its ground still stands. */
export function recordPages({ services, people }: Deps) {
  const found = async (req: Request) => {
    await services.views.catchUp();
    const position = Number(pathValue(req, "position"));
    if (!Number.isSafeInteger(position) || position < 1) notFound();
    const [event] = await services.ledger.readAll(position - 1, 1);
    if (event?.type !== "GateDecided") notFound();
    const row = services.views.portfolio.byId(technologyOf(event.stream) ?? "") ?? notFound();
    const state = fold((await services.ledger.readStream(event.stream)).map(asTechnologyEvent)) ?? notFound();
    const decision = state.decisions.find((one) => one.position === position) ?? notFound();
    return { position, row, state, decision };
  };
  return {
    async show(req: Request, res: Response): Promise<void> {
      const { position, row, state, decision } = await found(req);
      const { record, gate, outcome } = decision;
      const language = languageOf(res);
      const { t, format } = language;
      const policy = services.views.policies.pinnedBy(record, state.tier);
      const words = await wordsFor(services, res, state, [
        ...record.votes.map(({ reason }) => reason),
        ...record.dissents,
        ...decision.conditions.map(({ text }) => text),
        decision.lessons,
      ]);
      const names = await people.names([
        ...record.votes.map(({ person }) => person),
        ...decision.conditions.map(({ owner }) => owner),
      ]);
      const drift = services.views.decisions.at(position)?.drift ?? [];
      await render(
        res,
        "pages/gate/record",
        {
          title: t("gate:record.title", { name: row.name, gate: t(`words:gate.${gate}`) }),
          section: "portfolio",
          crumbs: crumbsOf(language, row, gate),
          eyebrow: [
            t("gate:record.decided", { day: format.dateTime(decision.at) }),
            t("gate:record.policy", { version: record.policyVersion }),
            t("ledger:entry.title", { position }),
          ],
          lead: t.html("gate:record.lead", {
            outcome: t(`words:option.${outcome}`),
            votes: record.votes.length,
            quorum: record.quorum,
          }),
        },
        {
          drift: drift.length === 0 ? null : drift.map(({ kind, subject }) => t(`gate:drift.${kind}`, { subject })),
          firm: await firmOfRecord(services, row, state, decision, language),
          verdict:
            record.verdict === null
              ? null
              : verdictModel(language, policy, record.verdict, { pieces: piecesByDigest(record.evidence) }),
          conditions: recordedConditions(language, policy, record.conditions),
          dated: decision.conditions.map((one) => ({
            text: textShown(language, words.get(one.text)),
            who: `${names.get(one.owner) ?? t("technology:unknownPerson")} · ${format.date(one.dueOn)}`,
          })),
          lessons: decision.lessons === null ? null : textShown(language, words.get(decision.lessons)),
          votes: record.votes.map(({ person, option, reason }) => ({
            who: names.get(person) ?? t("technology:unknownPerson"),
            vote: t(`words:option.${option}`),
            reason: textShown(language, words.get(reason)),
          })),
          dissents: record.dissents.map((digest) => textShown(language, words.get(digest))),
          facts: [
            { term: t("gate:record.position"), value: format.number(record.position) },
            { term: t("gate:record.ground"), value: format.digest(record.ground) },
            { term: t("gate:record.eligible"), value: String(record.eligible) },
            {
              term: t("gate:record.evidence"),
              value:
                record.evidence.length === 0
                  ? "–"
                  : lines(record.evidence.map(({ evidence, digest }) => `${evidence} ${format.digest(digest)}`)),
            },
            {
              term: t("gate:record.methods"),
              value: lines(Object.entries(record.methods).map(([name, version]) => `${name} ${version}`)),
            },
          ],
          replay: `/decisions/${position}/replay`,
          entry: `/ledger/${position}`,
          command: `npm run touchstone -- decision replay ${position}`,
        },
      );
    },

    /** Recomputes the decision from ledger and vault, for whoever asks why. */
    async replay(req: Request, res: Response): Promise<void> {
      const { position, row, decision } = await found(req);
      const language = languageOf(res);
      const { t } = language;
      const result = await replayDecision(services, String(position));
      if (result === null) notFound();
      await render(
        res,
        "pages/gate/replay",
        {
          title: t(result.same ? "gate:replay.same" : "gate:replay.different"),
          section: "portfolio",
          crumbs: crumbsOf(language, row, decision.gate),
          lead: t(result.same ? "gate:replay.leadSame" : "gate:replay.leadDifferent", {
            count: result.differences.length,
          }),
        },
        {
          table: {
            caption: t("gate:replay.caption"),
            columns: [
              { label: t("gate:replay.where") },
              { label: t("gate:replay.recorded") },
              { label: t("gate:replay.recomputed") },
              { label: t("gate:replay.cause") },
            ],
            rows: result.differences.map(({ where, recorded, recomputed, cause }) => ({
              cells: [
                { content: where, header: true },
                { content: shown(recorded) },
                { content: shown(recomputed) },
                { content: t(`gate:replay.causes.${cause}`) },
              ],
            })),
          },
          any: result.differences.length > 0,
          back: `/decisions/${position}`,
        },
      );
    },
  };
}

const shown = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value)).slice(0, 200);

/** One a line, as a narrow column wants it. */
const lines = (texts: readonly string[]): Content =>
  texts.reduce<Content>((all, text) => (all === "" ? text : html`${all}<br />${text}`), "");
