import { settledSince } from "../../domain/technology/gate/settled-since.ts";
import type { Settled } from "../../domain/technology/gate/settled-since.ts";
import type { Decided } from "../../domain/technology/state/gate.ts";
import type { Deps } from "../deps.ts";
import type { Words } from "../private-words.ts";
import { departmentName } from "../say/department.ts";
import { textShown } from "../say/text.ts";
import { consultationDigests, consultationsOf } from "./dossier-consultations.ts";
import { expertIds, expertsOf } from "./dossier-experts.ts";
import {
  answersDigests,
  answersOf,
  conditionsOf,
  costOf,
  decisionOf,
  dissentOf,
  evidenceOf,
  notesOf,
  verdictOf,
  votesOf,
} from "./dossier-sheet.ts";
import type { GateParts } from "./gate-parts.ts";
import { firmLine } from "./sensitivity-parts.ts";
import { settledSaid } from "./settled-said.ts";

/** The end of the ledger that the sheet is made at. */
export type SheetHead = { readonly position: number; readonly root: string; readonly at: string };

export type DossierModel = Awaited<ReturnType<typeof dossierModel>>;

/** What a dossier says, as page, PDF and DOCX alike. */
export async function dossierModel(deps: Deps, parts: GateParts, words: Words, head: SheetHead) {
  const { row, view, language, decided } = parts;
  const { t, format } = language;
  const { state, policy, gate } = view;
  const sheetOn = shownOf(parts, head);
  return {
    head: t("gate:dossier.head", {
      subject: `${row.slug}/${gate}`,
      position: sheetOn.position,
      at: format.dateTime(sheetOn.at),
    }),
    eyebrow: [
      departmentName(language, deps.services.views.departments.all(), row.department),
      t("words:impactTier", { tier: t(`words:tier.${state.tier}`) }),
      t("gate:record.policy", { version: policy.version }),
    ],
    name: t("gate:title", { name: row.name, gate: t(`words:gate.${gate}`) }),
    question: t(`gate:question.${gate}`),
    summary: textShown(language, words.get(state.proposal.summary)),
    need: textShown(language, words.get(state.proposal.need)),
    ...(await sheetOf(deps, parts, words)),
    root: { label: t("gate:dossier.root", { position: head.position }), digest: head.root },
    ground: view.ground,
    command:
      decided === null
        ? "npm run touchstone -- ledger verify"
        : `npm run touchstone -- decision replay ${decided.position}`,
  };
}

/** The private words that the sheet says beside those of the gate's page. */
export const dossierDigests = (parts: GateParts): readonly (string | null)[] => [
  parts.view.state.proposal.need,
  parts.view.state.proposal.summary,
  ...(parts.decided === null ? [] : decisionDigests(parts.decided)),
  ...answersDigests(parts),
  ...consultationDigests(parts),
  ...settledOf(parts).map(({ text }) => text),
];

/** What stands on the sheet between its title and its foot. */
async function sheetOf(deps: Deps, parts: GateParts, words: Words) {
  const { view, decided, language } = parts;
  const { t } = language;
  const names = await namesOf(deps, parts);
  return {
    verdict: await verdictOf(parts),
    decision: decisionOf({ ...parts, words, names }),
    experts: expertsOf({ ...parts, services: deps.services, names }),
    consultations: consultationsOf({ ...parts, words }),
    settled: settledSaid(language, settledOf(parts), words, names),
    answers: answersOf(parts, words),
    firm: await firmLine(deps.services, parts),
    conditions: conditionsOf(parts),
    dissent: dissentOf(parts),
    notes: notesOf(parts),
    cost: costOf(parts),
    // Once it is decided, nothing on the sheet is a matter of what might be.
    ahead:
      decided === null && view.open
        ? {
            returned: t(`gate:consequence.${view.gate}.return`),
            rejected: t(`gate:consequence.${view.gate}.reject`),
          }
        : null,
    evidence: evidenceOf(parts),
    votes: votesOf(parts),
  };
}

/** What the sheet shows: the past that was asked for, the entry before the decision, or now. */
function shownOf({ asOf, decided, view }: GateParts, head: SheetHead): { position: number; at: string } {
  if (asOf !== null) return { position: asOf, at: view.facts.now };
  return decided === null ? head : { position: decided.position - 1, at: decided.at };
}

/** Of every decision of this gate up to what is shown: the gate that is asked again says why it is. */
const settledOf = ({ latest, view }: GateParts): readonly Settled[] =>
  latest.decisions.filter(({ gate }) => gate === view.gate).flatMap(({ position }) => settledSince(latest, position));

const decisionDigests = ({ record, conditions }: Decided): readonly string[] => [
  ...record.votes.map(({ reason }) => reason),
  ...conditions.map(({ text }) => text),
];

/** Of those who decided, who own what the approval asks for, who settled and who were asked as experts, whoever they are by now. */
const namesOf = ({ people }: Deps, parts: GateParts): Promise<ReadonlyMap<string, string>> =>
  people.names([
    ...settledOf(parts).map(({ person }) => person),
    ...(parts.decided?.record.votes.map(({ person }) => person) ?? []),
    ...(parts.decided?.conditions.map(({ owner }) => owner) ?? []),
    ...expertIds(parts),
  ]);
