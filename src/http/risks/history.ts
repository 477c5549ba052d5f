import type { Services } from "../../application/services.ts";
import { listOf, rowsOf } from "../../domain/safeguards/answers.ts";
import { riskOf } from "../../domain/safeguards/risk-register.ts";
import type { RegisteredRisk } from "../../domain/safeguards/risk-register.ts";
import { asEvent } from "../../domain/stream.ts";
import { fold } from "../../domain/technology/evolve.ts";
import type { PastEvent } from "../../domain/technology/state/envelope.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";
import { technologies } from "../../domain/technology/technology-stream.ts";
import { technologyStream } from "../../domain/technology/streams.ts";
import { addDays, isBefore } from "../../domain/words/days.ts";
import type { Day } from "../../domain/words/text.ts";
import { eventSentence } from "../say/event.ts";
import type { Tellings } from "../say/telling.ts";
import type { TableModel } from "../view/components.ts";
import type { Content } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import type { RiskPage } from "./risks-page.ts";
import { levelText } from "./words.ts";

/** What happened to one risk, oldest first, with what it was and what was left of it after each. */
export async function riskHistory(services: Services, tellings: Tellings, page: RiskPage): Promise<TableModel> {
  const { language } = page;
  const { t, format } = language;
  const stream = await services.ledger.readStream(technologyStream(page.row.id));
  const steps = stepsOf(stream.map(asEvent(technologies)), page, (time) => format.isoDay(time));
  return {
    caption: t("risks:history.title"),
    columns: ["day", "what", "inherent", "residual"].map((name) => ({ label: t(`risks:column.${name}`) })),
    rows: steps.map(({ day, event, fallen, risk }) => ({
      cells: [
        { content: format.date(day), header: true },
        {
          content:
            event === null
              ? t("risks:history.fallen", { pieces: format.list(fallen) })
              : eventSentence(tellings, language, event, page.policy),
        },
        { content: level(language, risk?.inherent) },
        { content: level(language, risk?.residual.rating) },
      ],
    })),
  };
}

interface HistoryStep {
  readonly day: Day;
  /** Null: nothing was entered, evidence ran out. */
  readonly event: PastEvent | null;
  readonly fallen: readonly string[];
  readonly risk: RegisteredRisk | null;
}

/** Entries on it, and the days on which a control lost what it had to show: nobody entered those. */
function stepsOf(events: readonly PastEvent[], page: RiskPage, dayOf: (time: string) => Day): readonly HistoryStep[] {
  const { item } = page.risk;
  const steps: HistoryStep[] = [];
  let [t, seen]: readonly [Technology | null, number] = [null, 0];
  const lapsing = (before: Day): void => {
    if (t !== null) steps.push(...runOut(t, steps.at(-1)?.day ?? null, before, page));
  };
  // Nothing is looked at between two entries that may be about it, so nothing is evolved one by one.
  for (const [index, event] of events.entries()) {
    if (!mayBeAbout(event, item)) continue;
    const day = dayOf(event.time);
    lapsing(day);
    t = fold(events.slice(seen, index + 1), t);
    seen = index + 1;
    if (t !== null && isAbout(event, t, item)) steps.push({ day, event, fallen: [], risk: riskThen(t, day, page) });
  }
  t = fold(events.slice(seen), t);
  lapsing(addDays(page.today, 1));
  return steps;
}

/** Days between two entries after which pieces of its controls no longer stand. */
function runOut(t: Technology, from: Day | null, before: Day, page: RiskPage): readonly HistoryStep[] {
  const risk = from === null ? null : riskThen(t, from, page);
  if (risk === null || from === null) return [];
  const ends = risk.residual.controls.flatMap(({ until }) => until ?? []).filter((until) => isBefore(until, before));
  return [...new Set(ends)].toSorted().flatMap((until): readonly HistoryStep[] => {
    const day = addDays(until, 1);
    if (isBefore(before, day) || day === before) return [];
    const fallen = t.evidence.filter(({ expiresOn, evidence }) => expiresOn === until && isNamed(risk, evidence));
    return [{ day, event: null, fallen: fallen.map(({ evidence }) => evidence), risk: riskThen(t, day, page) }];
  });
}

const isNamed = ({ residual }: RegisteredRisk, evidence: string): boolean =>
  residual.controls.some((control) => control.evidence.includes(evidence));

function riskThen(t: Technology, day: Day, { risk, policy }: RiskPage): RegisteredRisk | null {
  const safeguard = t.safeguards.find(({ item }) => item === risk.item);
  return safeguard === undefined ? null : riskOf(safeguard, t, policy, day);
}

function mayBeAbout({ payload, type }: PastEvent, item: string): boolean {
  if (type === "EvidenceWithdrawn") return true;
  const isStatement = type.startsWith("Safeguard") || type.startsWith("Risk");
  return isStatement && "item" in payload && payload.item === item;
}

/** Of pieces that are withdrawn, those on which a control of it rests. */
function isAbout({ payload, type }: PastEvent, { safeguards }: Technology, item: string): boolean {
  if (type !== "EvidenceWithdrawn" || !("evidence" in payload)) return true;
  const safeguard = safeguards.find((stated) => stated.item === item);
  return rowsOf(safeguard?.answers ?? {}, "controls").some((row) => listOf(row, "evidence").includes(payload.evidence));
}

const level = (language: Language, rating: RegisteredRisk["inherent"] | undefined): Content =>
  rating === undefined ? "–" : levelText(language, rating);
