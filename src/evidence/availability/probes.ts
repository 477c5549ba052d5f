import { textKey } from "../../domain/words/plain-text.ts";
import type { Findings } from "../format.ts";
import { probes } from "../layouts/availability.ts";
import { LeftOut } from "../people/left-out.ts";
import { unknownWord } from "../questions.ts";
import { tableFormat } from "../table.ts";
import { noData, type Row, type TableReading } from "../table-reading.ts";
import { truthOf } from "../truth.ts";
import { seen, type Sighting } from "./probe-log.ts";
import { ServiceLogs } from "./service-logs.ts";
import { sumsUp } from "./sums.ts";
import { isUnreadable, Unreadable } from "../unreadable.ts";
import { up } from "../vocabulary.ts";

/**
 * Probes of services (layout "probes-csv") as outages. A probe stands for the time to the next, at most the usual
 * interval of its stretch (probe-steps.ts); a gap of more than one and a half intervals holds unknown time. Probes
 * at one instant that disagree count as down. A run of probes with an announcement is a planned window, and counts
 * when it was announced before its first probe.
 */
export const probesCsv = tableFormat({
  layout: probes,
  version: 4,
  changes: [
    {
      version: 2,
      change:
        "further ways of writing a time; a day begins with its first minute; an interval for each stretch of probes instead of one for all",
    },
    { version: 3, change: "months in further languages, digits of day and time without signs; sums are left out" },
    { version: 4, change: "services that differ in case or width alone are one" },
  ],
  streamed: true,
  reading: (_options, findings) => new ProbesReading(findings),
});

const upWords = new Map<string, Sighting>([
  ...[
    "up",
    "ok",
    "online",
    "available",
    "operational",
    "success",
    "passed",
    "healthy",
    "正常",
    "在线",
    "可用",
    "成功",
    "通过",
  ].map((word) => [word, seen.up] as const),
  ...[
    "down",
    "fail",
    "failed",
    "failure",
    "offline",
    "unavailable",
    "unhealthy",
    "error",
    "故障",
    "离线",
    "不可用",
    "异常",
    "失败",
    "中断",
    "不正常",
  ].map((word) => [word, seen.down] as const),
  ...["unknown", "未知"].map((word) => [word, seen.unknown] as const),
]);

class ProbesReading implements TableReading {
  readonly #findings: Findings;
  readonly #leftOut: LeftOut;
  readonly #logs: ServiceLogs;

  constructor(findings: Findings) {
    this.#findings = findings;
    this.#leftOut = new LeftOut(findings, [], false);
    this.#logs = new ServiceLogs(findings);
  }

  row(row: Row): Unreadable | null {
    if (sumsUp(row, "time")) {
      this.#leftOut.add(row, "sum");
      return noData;
    }
    const service = row.cell("service");
    if (service === "") return new Unreadable("missing", { name: "service" });
    const time = row.time("time");
    if (isUnreadable(time)) return time.at("time");
    const answer = answerOf(row.cell("up"));
    if (answer === null) return unknownWord(this.#findings.questions, row, "up", up);
    const announced = announcedIn(row);
    if (isUnreadable(announced)) return new Unreadable("planned-untold", { why: announced });
    this.#findings.limits.count("probe", { file: row.file, row: row.line });
    this.#logs.log(service).add(time, answer, announced);
    return null;
  }

  figures() {
    this.#leftOut.tell();
    return this.#logs.figures();
  }
}

/** Null where the word says neither that it was up nor that it was down. */
function answerOf(word: string): Sighting | null {
  const truth = truthOf(word);
  if (truth !== null) return truth ? seen.up : seen.down;
  return upWords.get(textKey(word)) ?? null;
}

/** NaN outside a planned window, Infinity in one that nobody can show to have been announced. */
function announcedIn(row: Row): number | Unreadable {
  const planned = row.cell("planned");
  const truth = planned === "" ? false : truthOf(planned);
  if (truth === null) return row.time("planned");
  return truth ? Infinity : NaN;
}
