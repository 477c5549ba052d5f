import { textDigest } from "./text-digest.ts";
import { differencesIn } from "../domain/words/differences.ts";
import type { GateDecision } from "../domain/technology/state/decision.ts";
import type { Technology } from "../domain/technology/state/technology.ts";
import type { Ledger } from "../ledger/port.ts";
import { openSheet } from "./reveal.ts";
import type { ReplayFinding } from "./replay-types.ts";

/** The texts a decision refers to: each must still be the one that was recorded, or have been erased by law. */
export async function checkTexts(
  ledger: Ledger,
  { record, conditions, lessons }: GateDecision,
): Promise<ReplayFinding[]> {
  const named: [string, string | null][] = [
    ...record.votes.map(({ reason }, index): [string, string] => [`votes.${index}.reason`, reason]),
    ...record.dissents.map((digest, index): [string, string] => [`dissents.${index}`, digest]),
    ...conditions.map(({ text }, index): [string, string] => [`drafted.${index}.text`, text]),
    ["lessons", lessons],
  ];
  const findings = await Promise.all(named.map(async ([where, digest]) => checkText(ledger, where, digest)));
  return findings.flat();
}

/** Sheets as submitted against sheets as revealed. */
export async function checkSheets(ledger: Ledger, { evaluation }: Technology): Promise<ReplayFinding[]> {
  const revealed = evaluation?.revealed?.sheets ?? [];
  const findings = await Promise.all(
    revealed.map(async (sheet) => {
      const digest = evaluation?.evaluators.find(({ person }) => person === sheet.evaluator)?.sheet ?? null;
      const place = `score sheet ${digest ?? ""}`;
      const text = await checkText(ledger, place, digest);
      if (text.length > 0) return text;
      const submitted = await openSheet({ ledger }, sheet.evaluator, digest);
      return differencesIn(sheet, submitted).map((difference): ReplayFinding => ({
        ...difference,
        where: `${place}, ${difference.where}`,
        cause: "tampering",
      }));
    }),
  );
  return findings.flat();
}

export async function checkText(ledger: Ledger, where: string, digest: string | null): Promise<ReplayFinding[]> {
  if (digest === null) return [];
  const stored = await ledger.privateText(digest);
  if (stored === "erased") return [{ where, recorded: digest, recomputed: null, cause: "erased", harmless: true }];
  if (stored === null) return [{ where, recorded: digest, recomputed: "missing", cause: "tampering" }];
  const actual = textDigest(stored);
  return actual === digest ? [] : [{ where, recorded: digest, recomputed: actual, cause: "tampering" }];
}
