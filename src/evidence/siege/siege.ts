import { prints, type Block } from "../load/console.ts";
import { count, figure } from "../load/figure.ts";
import { latency } from "../load/latency.ts";
import { documentRuns, isJson, printedRuns, summaryFormat, type Members, type Summary } from "../load/summaries.ts";
import { isUnreadable, Unreadable } from "../unreadable.ts";

const opening = /Transactions:\s+\d+\s+hits/;

/**
 * siege's summary, as JSON (--json-output) or as it prints it (src/main.c). “Transactions” are answers of any status,
 * “successful” those below 400, “failed” are requests without an answer and none of the transactions. Its “concurrency” is
 * how many were under way on average; the users are said before the run only, and they may pause.
 */
export const siege = summaryFormat({
  name: "siege",
  title: "siege output",
  version: 1,
  closedLoop: true,
  reporting: { meanRoundedToMs: 10 },
  recognises: ({ text }) => isDocument(text) || prints(text, opening, /\bAvailability:\s/),
  runs: (file, findings) =>
    isJson(file.text) ? documentRuns(file, "siege summary", ofDocument) : printedRuns(file, findings, opening, ofText),
});

function isDocument(text: string): boolean {
  return /^\s*[[{]/.test(text) && ['"transactions"', '"successful_transactions"'].every((key) => text.includes(key));
}

interface Figures {
  readonly hits: number | undefined;
  readonly successful: number | undefined;
  readonly failed: number | undefined;
  readonly seconds: number | undefined;
  readonly rate: number | undefined;
  readonly concurrency: number | undefined;
  /** As printed: older versions print seconds, newer ones milliseconds. */
  readonly mean: number | undefined;
  readonly longest: number | undefined;
}

function ofDocument(document: Members): Summary | Unreadable {
  return summaryOf({
    hits: count(document["transactions"]),
    successful: count(document["successful_transactions"]),
    failed: count(document["failed_transactions"]),
    seconds: figure(document["elapsed_time"]),
    rate: figure(document["transaction_rate"]),
    concurrency: figure(document["concurrency"]),
    mean: figure(document["response_time"]),
    longest: figure(document["longest_transaction"]),
  });
}

function ofText({ text, above }: Block): Summary | Unreadable {
  const number = (name: string): number | undefined => {
    const match = new RegExp(`^[ \\t]{0,20}${name}:\\s{0,40}(\\d{1,15}(?:\\.\\d{1,9})?)(?:\\s|$)`, "m").exec(text)?.[1];
    return match === undefined ? undefined : Number(match);
  };
  const run = summaryOf({
    hits: number("Transactions"),
    successful: number("Successful transactions"),
    failed: number("Failed transactions"),
    seconds: number("Elapsed time"),
    rate: number("Transaction rate"),
    concurrency: number("Concurrency"),
    mean: number("Response time"),
    longest: number("Longest transaction"),
  });
  const users = [...above.matchAll(/Preparing (\d{1,7}) concurrent users/g)].at(-1)?.[1];
  return isUnreadable(run) || users === undefined ? run : { ...run, concurrency: Number(users) };
}

function summaryOf(figures: Figures): Summary | Unreadable {
  const { hits, successful, failed, seconds, rate } = figures;
  if (hits === undefined || successful === undefined || failed === undefined)
    return new Unreadable("transactions-successful-or-failed-ones-are-no");
  if (seconds === undefined || seconds === 0) return new Unreadable("the-time-elapsed-is-missing-or-0");
  const requests = hits + failed;
  if (requests === 0) return new Unreadable("there-is-not-a-single-request");
  return {
    requests,
    failures: requests - Math.min(successful, hits),
    seconds,
    statedRate: failed === 0 ? rate : undefined,
    latencyMs: latencyOf(figures, hits, seconds),
  };
}

/**
 * In which unit a version prints its times shows by its own concurrency, which is hits × response time over the time
 * elapsed; where both fit or neither, nothing is said of the times.
 */
function latencyOf({ concurrency, mean, longest }: Figures, hits: number, seconds: number) {
  if (concurrency === undefined || mean === undefined || mean === 0) return {};
  const fits = (perSecond: number): boolean => {
    const underWay = (hits * mean) / perSecond / seconds;
    const rounding = (hits * 0.005) / perSecond / seconds + 0.005;
    return Math.abs(underWay - concurrency) <= rounding + 0.02 * concurrency;
  };
  const [inSeconds, inMs] = [fits(1), fits(1000)];
  if (inSeconds === inMs) return {};
  const ms = inSeconds ? 1000 : 1;
  return latency({ mean: mean * ms, max: longest === undefined ? undefined : longest * ms });
}
