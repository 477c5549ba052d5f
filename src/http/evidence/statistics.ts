import type {
  LoadStatistics,
  Statistics,
  SusStatistics,
  TasksStatistics,
  VolumeStatistics,
} from "../../domain/evidence/statistics.ts";
import type { FactModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";
import { groupName } from "./page.ts";

/** What a reader measured in one piece, in figures: exactly what the ledger keeps of it. */
export function statisticsFacts(language: Language, statistics: Statistics): readonly FactModel[] {
  switch (statistics.kind) {
    case "load":
      return loadFacts(language, statistics);
    case "availability":
      return statistics.services.flatMap((service) => serviceFacts(language, service));
    case "volume":
      return volumeFacts(language, statistics);
    case "sus":
      return susFacts(language, statistics);
    case "tasks":
      return tasksFacts(language, statistics);
    case "umux-lite":
    case "seq":
    case "satisfaction":
    case "accessibility":
    case "outcomes":
    case "components":
    case "document":
      return [];
  }
}

const fact = ({ t }: Language, key: string, value: string): FactModel => ({ term: t(`evidence:fact.${key}`), value });

function loadFacts(language: Language, load: LoadStatistics): FactModel[] {
  const { format } = language;
  const { requests, failures, within, latencyMs, steps } = load;
  const share = (events: number, trials: number): string => format.percent(trials === 0 ? 0 : events / trials, 2);
  return [
    fact(language, "requests", format.number(requests)),
    fact(language, "failed", `${share(failures, requests)} (${format.number(failures)})`),
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
  return [{ term: service.service, value: `${outages}; ${value}` }];
}

function volumeFacts(language: Language, { runs, records, bytes, failed }: VolumeStatistics): FactModel[] {
  const { format } = language;
  return [
    fact(language, "runs", format.number(runs)),
    fact(language, "records", format.number(failed.trials)),
    fact(language, "recordsPerHour", format.number(Math.round(records.mean * 3600))),
    fact(language, "bytesPerSecond", format.bytes(bytes.mean)),
    fact(language, "failedRecords", format.percent(failed.trials === 0 ? 0 : failed.events / failed.trials, 2)),
  ];
}

function susFacts(language: Language, { n, mean, sd, dropped, alreadyCounted, groups }: SusStatistics): FactModel[] {
  const { format } = language;
  return [
    fact(language, "respondents", format.number(n)),
    ...(mean === undefined ? [] : [fact(language, "meanSus", format.number(mean, 1))]),
    ...(sd === undefined ? [] : [fact(language, "sd", format.number(sd, 1))]),
    fact(language, "dropped", format.number(dropped)),
    fact(language, "alreadyCounted", format.number(alreadyCounted)),
    ...groups.map((group) => ({
      term: groupName(language, group.group),
      value:
        group.mean === undefined
          ? language.t("evidence:fact.groupSmall", { n: group.n })
          : language.t("evidence:fact.groupMean", { n: group.n, mean: format.number(group.mean, 1) }),
    })),
  ];
}

function tasksFacts(
  language: Language,
  { participants, attempts, successes, alreadyCounted, groups }: TasksStatistics,
): FactModel[] {
  const { t, format } = language;
  const share = (events: number, trials: number): string => format.percent(trials === 0 ? 0 : events / trials, 1);
  return [
    fact(language, "participants", format.number(participants)),
    fact(language, "attempts", format.number(attempts)),
    fact(language, "successes", `${share(successes, attempts)} (${format.number(successes)})`),
    fact(language, "alreadyCounted", format.number(alreadyCounted)),
    ...groups.map(({ group, n, succeeded }) => ({
      term: groupName(language, group),
      value:
        succeeded === undefined
          ? t("evidence:fact.groupSmall", { n })
          : t("evidence:fact.groupShare", { n, share: share(succeeded.events, succeeded.trials) }),
    })),
  ];
}
