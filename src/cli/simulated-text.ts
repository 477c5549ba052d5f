import { join } from "node:path";
import type { ExactResult, ExactRow, ImaginedPilot } from "../domain/simulation/exact-policy.ts";
import { monteCarloError } from "../domain/simulation/tally.ts";
import type { Tallies, Tally } from "../domain/simulation/tally.ts";
import { qualityText, shareText } from "../http/policy/simulator/words.ts";
import { sampleText } from "../http/policy/words.ts";
import { limitText } from "../http/say/limit.ts";
import { createLanguages } from "../http/view/languages.ts";
import type { Language } from "../http/view/languages.ts";

/** What was reckoned and simulated for pilots of one tier. */
export interface SimulatedTier {
  readonly asked: ImaginedPilot;
  readonly exact: ExactResult;
  readonly simulated: Tallies | null;
}

/** In the words and figures of the simulator's page: a floor of 0.995 is 99.5 %, as everywhere. */
export function simulatedText({ asked, exact, simulated }: SimulatedTier, language: Language): readonly string[] {
  const pass = shareText(language, exact.pass);
  return [
    `Tier ${asked.tier}: every floor cleared in ${pass}, held back most by ${exact.bottleneck?.indicator.key ?? "nothing"}`,
    ...exact.rows.map((row) => rowText(row, language)),
    ...(simulated === null
      ? []
      : [tallyText("calm", simulated.calm, language), tallyText("rough", simulated.rough, language)]),
  ];
}

/** The command speaks English, as its usage does. */
export const english = (): Language =>
  createLanguages({ localesDir: join(import.meta.dirname, "../../views/locales"), timeZone: "UTC" }).of("en");

export const isHopeless = ({ minimum, least }: ExactRow): boolean => minimum < least;

function rowText(row: ExactRow, language: Language): string {
  const { indicator, measure, floor, chances, passesWith, enough, floorPassed } = row;
  const sample = (count: number): string => sampleText(language, { ...indicator, minimumSample: count });
  const limit = (value: number): string => limitText(language, measure, value);
  return [
    `  ${indicator.key.padEnd(24)}floor ${limit(floor)}`.padEnd(42),
    sample(row.sample).padEnd(40),
    `passes ${shareText(language, chances.pass)}`.padEnd(18),
    passesWith === null
      ? "nothing passes in 80 %"
      : `80 % from ${qualityText(language, measure, passesWith, indicator.better)}`,
    enough === null || enough <= row.sample ? "" : `, or with ${sample(enough)}`,
    floorPassed === null || floorPassed === floor ? "" : `, or a floor of ${limit(floorPassed)}`,
    isHopeless(row) ? `  NEVER with ${sample(row.minimum)}: it takes ${atLeast(row, sample)}` : "",
  ].join("");
}

const atLeast = ({ least }: ExactRow, sample: (count: number) => string): string =>
  Number.isFinite(least) ? sample(least) : "more than any sample";

function tallyText(name: string, { outcomes, pilots }: Tally, language: Language): string {
  const share = (count: number): string =>
    `${shareText(language, count / pilots)} ± ${language.format.number(100 * monteCarloError(count, pilots), 1)}`;
  const { pass, fail, "not-enough-evidence": open } = outcomes;
  return `  ${name}: passes ${share(pass)}, fails ${share(fail)}, open ${share(open)} of ${pilots} pilots`;
}
