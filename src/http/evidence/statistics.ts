import type {
  AccessibilityStatistics,
  ComponentsStatistics,
  InterfaceStatistics,
  LoadStatistics,
  Statistics,
  VolumeStatistics,
} from "../../domain/evidence/statistics.ts";
import type { Piece } from "../../domain/technology/state/evidence.ts";
import { shareText } from "../say/figure.ts";
import type { FactModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";
import { html } from "../view/html.ts";
import { fact } from "./fact.ts";
import { placesOf } from "./interface-section.ts";
import type { EvidencePage } from "./page.ts";
import { outcomesFacts, satisfactionFacts, scaleFacts, tasksFacts } from "./statistics-people.ts";

/** What a reader measured in one piece, in figures: exactly what the ledger keeps of it. */
export function statisticsFacts(page: EvidencePage, piece: Piece): readonly FactModel[] {
  const { language } = page;
  const leftOut = "leftOut" in piece.statistics ? (piece.statistics.leftOut ?? 0) : 0;
  const facts = measuredFacts(page, piece);
  return leftOut === 0 ? facts : [...facts, fact(language, "rowsLeftOut", language.format.number(leftOut))];
}

function measuredFacts(page: EvidencePage, piece: Piece): readonly FactModel[] {
  const { language } = page;
  const { statistics } = piece;
  switch (statistics.kind) {
    case "load":
      return loadFacts(language, statistics);
    case "availability":
      return [
        ...statistics.services.flatMap((service) => serviceFacts(language, service)),
        ...(statistics.otherServices > 0
          ? [fact(language, "otherServices", language.format.number(statistics.otherServices))]
          : []),
      ];
    case "volume":
      return volumeFacts(language, statistics);
    case "sus":
      return scaleFacts(page, piece, statistics);
    case "tasks":
      return tasksFacts(page, piece, statistics);
    case "umux-lite":
    case "seq":
      return scaleFacts(page, piece, statistics);
    case "satisfaction":
      return satisfactionFacts(page, piece, statistics);
    case "accessibility":
      return accessibilityFacts(language, statistics);
    case "outcomes":
      return outcomesFacts(page, piece, statistics);
    case "components":
      return componentsFacts(language, statistics);
    case "interface":
      return interfaceFacts(page, piece, statistics);
    case "document":
    case "withheld":
      return [];
  }
}

function loadFacts(language: Language, load: LoadStatistics): FactModel[] {
  const { format } = language;
  const { requests, failures, within, latencyMs, steps } = load;
  const share = (events: number, trials: number): string => shareText(language, trials === 0 ? 0 : events / trials);
  return [
    fact(language, "requests", format.number(requests)),
    ...(failures === undefined
      ? []
      : [
          fact(
            language,
            "failed",
            language.t("common:bracketed", { text: share(failures, requests), more: format.number(failures) }),
          ),
        ]),
    fact(language, "duration", format.duration(load.durationSeconds)),
    fact(language, "throughput", format.number(load.throughputPerSecond, 1)),
    ...(within === null
      ? []
      : [{ term: language.t("evidence:fact.within", { ms: within.ms }), value: share(within.events, within.trials) }]),
    ...(latencyMs === undefined
      ? []
      : [
          ...(["p95", "p99", "max"] as const).flatMap((name) => {
            const ms = latencyMs[name];
            return ms === undefined ? [] : [fact(language, name === "max" ? "slowest" : name, format.milliseconds(ms))];
          }),
        ]),
    fact(
      language,
      "steps",
      steps === null
        ? language.t("evidence:fact.noSteps")
        : format.list(steps.map(({ concurrency }) => format.number(concurrency))),
    ),
  ];
}

type Service = Extract<Statistics, { kind: "availability" }>["services"][number];

function serviceFacts({ t, format }: Language, service: Service): FactModel[] {
  const value = t("evidence:fact.serviceValue", {
    observed: format.duration(service.observedSeconds),
    down: format.duration(service.downSeconds),
    planned: format.duration(service.plannedSeconds),
    unknown: format.duration(service.unknownSeconds),
  });
  const outages =
    service.outages === null
      ? t("indicators:unknown.totals-only")
      : t("evidence:fact.outages", { count: service.outages.length });
  return [{ term: service.service, value: outages + t("common:semicolon") + value }];
}

function volumeFacts(language: Language, { runs, records, bytes, failed }: VolumeStatistics): FactModel[] {
  const { format } = language;
  return [
    fact(language, "runs", format.number(runs)),
    fact(language, "records", format.number(failed.trials)),
    fact(language, "recordsPerHour", format.number(Math.round(records.mean * 3600))),
    fact(language, "bytesPerSecond", format.bytes(bytes.mean)),
    fact(language, "failedRecords", shareText(language, failed.trials === 0 ? 0 : failed.events / failed.trials)),
  ];
}

function accessibilityFacts(language: Language, audit: AccessibilityStatistics): FactModel[] {
  const { t, format } = language;
  const { pages, needsReview, score, criteria } = audit;
  return [
    fact(language, "pages", format.number(pages)),
    ...(["critical", "serious", "moderate", "minor"] as const).map((impact) => ({
      term: t(`evidence:accessibility.impact.${impact}`),
      value: format.number(audit[impact]),
    })),
    fact(language, "needsReview", format.number(needsReview)),
    ...(score === null ? [] : [fact(language, "toolScore", format.number(score))]),
    ...(criteria === null
      ? []
      : [fact(language, "criteriaAudited", t("evidence:fact.criteriaValue", { ...criteria }))]),
  ];
}

function componentsFacts(language: Language, { components, withLicense }: ComponentsStatistics): FactModel[] {
  const { format } = language;
  return [
    fact(language, "components", format.number(components)),
    fact(language, "withLicense", format.number(withLicense)),
  ];
}

function interfaceFacts({ language, at }: EvidencePage, { evidence }: Piece, audit: InterfaceStatistics): FactModel[] {
  const { t, format } = language;
  const href = at(`evidence/${evidence}/findings`);
  return [
    fact(language, "descriptions", format.number(audit.descriptions)),
    fact(language, "operations", format.number(audit.operations)),
    fact(language, "interfaceErrors", format.number(placesOf(audit, "error"))),
    fact(language, "interfaceWarnings", format.number(placesOf(audit, "warning"))),
    {
      term: t("evidence:interface.where"),
      value: html`<a href="${href}">${t("evidence:interface.link", { evidence })}</a>`,
    },
  ];
}
