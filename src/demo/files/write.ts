import type { Random } from "../random.ts";
import { wcagCsv } from "./accessibility.ts";
import { gatlingLog } from "./gatling.ts";
import { jmeterCsv } from "./jmeter.ts";
import { k6Csv, k6Json } from "./k6.ts";
import { loadTableCsv, locustHistoryCsv } from "./load-totals.ts";
import { openApiJson } from "./openapi.ts";
import { cycloneDxJson } from "./components.ts";
import { paperPdf } from "./paper.ts";
import { outcomesCsv, satisfactionCsv } from "./people.ts";
import { plainRun, requests, type LoadLevel } from "./requests.ts";
import type { Level, LoadSample, OutageSample, Sample, Window } from "./samples.ts";
import { seqCsv, susCsv, susLongCsv, susWordsCsv, tasksCsv, umuxCsv } from "./usability.ts";
import { volumeCsv } from "./volume.ts";
import { kumaJson, outageRows, probeRows, serviceDeskRows, type Stretch } from "./watched.ts";

/** What a file is about and when it was made; times are epoch milliseconds. */
export interface Circumstances {
  readonly random: Random;
  readonly demand: number;
  readonly recordsPerHour: number;
  readonly services: readonly string[];
  readonly pilotFrom: number;
  readonly pilotTo: number;
  /** When it is handed in: nothing in it is later. */
  readonly now: number;
}

const hour = 3_600_000;
const day = 24 * hour;

/** The file's content, in pieces. */
export function write(sample: Sample, circumstances: Circumstances): Iterable<string> {
  const { random, recordsPerHour, now } = circumstances;
  const made = new Date(now - day).toISOString().slice(0, 10);
  switch (sample.kind) {
    case "load":
      return loadRun(sample, circumstances);
    case "locust-history": {
      const levels = levelsOf(sample.levels, circumstances, {});
      return locustHistoryCsv(random, beginOf(levels, now), levels);
    }
    case "load-table":
      return [loadTableCsv(random, levelsOf(sample.levels, circumstances, {}))];
    case "outages":
      return watched(sample, circumstances);
    case "sus": {
      const writeAs = { wide: susCsv, long: susLongCsv, words: susWordsCsv }[sample.shape];
      return [writeAs(random, sample.prefix ?? "r", { ...sample, respondents: sample.people })];
    }
    case "tasks":
      return [tasksCsv(random, "p", { participants: sample.people, success: sample.success }, sample.tasks)];
    case "umux":
      return [umuxCsv(random, "u", sample.people, sample.mean)];
    case "seq":
      return [seqCsv(random, "p", sample.people, sample.mean, sample.tasks)];
    case "volume":
      return [volumeCsv(random, sample.runs, recordsPerHour * sample.share, sample.minutes)];
    case "ratings":
      return [satisfactionCsv(random, sample.people, sample.mean)];
    case "audit":
      return [wcagCsv(made, sample.pages, sample.failed)];
    case "paper":
      return [paperPdf(sample.lines)];
    case "openapi":
      return [openApiJson(sample.describes)];
    case "components":
      return [cycloneDxJson(sample.components)];
    case "outcomes":
      return [outcomesCsv(random, sample.groups)];
    default:
      return sample satisfies never;
  }
}

function loadRun(sample: LoadSample, circumstances: Circumstances): Iterable<string> {
  const { random, now } = circumstances;
  const levels = levelsOf(sample.levels, circumstances, sample);
  const style = { asks: sample.asks, spread: sample.spread ?? plainRun.spread, wobble: sample.wobble ?? 0 };
  const start = beginOf(levels, now);
  if (sample.tool === "jmeter") return jmeterCsv(random, start, levels, style);
  const asked = requests(random, start, levels, style);
  switch (sample.tool) {
    case "k6-csv":
      return k6Csv(asked);
    case "k6-json":
      return k6Json(asked);
    case "gatling":
      return gatlingLog(sample.file.replace(/\..*/, ""), asked);
    default:
      return sample.tool satisfies never;
  }
}

/** A run ends an hour before it is handed in. */
const beginOf = (levels: readonly LoadLevel[], now: number): number =>
  now - hour - levels.reduce((sum, { seconds }) => sum + seconds * 1000, 0);

/** Requests a second: a spell of ten seconds in which nothing was asked shows nothing. */
const inEverySpell = 0.11;

const levelsOf = (
  levels: readonly Level[],
  { demand }: Circumstances,
  { stalling }: Pick<LoadSample, "stalling">,
): LoadLevel[] =>
  levels.map(([threads, share, minutes, medianMs, failing = 0.0002]) => ({
    threads,
    seconds: minutes * 60,
    requestsPerSecond: Math.max(inEverySpell, demand * share),
    medianMs,
    failing,
    ...(stalling !== undefined && { stalling }),
  }));

function watched({ tool, down, planned = [] }: OutageSample, circumstances: Circumstances): Iterable<string> {
  const { services, pilotFrom, pilotTo, now } = circumstances;
  const to = Math.min(pilotTo, Math.floor(now / day) * day);
  const stretch = ([service, after, at, minutes]: Window): Stretch => {
    const from = pilotFrom + after * day + Math.round(at * 60) * 60_000;
    return { service: services[service] ?? "", from, to: from + minutes * 60_000 };
  };
  const seen = { services, from: pilotFrom, to, down: down.map(stretch), planned: planned.map(stretch) };
  switch (tool) {
    case "outages":
      return [outageRows(seen)];
    case "service-desk":
      return [serviceDeskRows(seen)];
    case "probes":
      return probeRows(seen);
    case "kuma":
      return [kumaJson(seen)];
    default:
      return tool satisfies never;
  }
}
