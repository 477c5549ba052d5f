import { join, resolve } from "node:path";
import { openServices } from "../application/open-services.ts";
import type { Config } from "../config.ts";
import { lockFolder } from "../ledger/lock.ts";
import { buildDemonstration } from "./build.ts";
import { address } from "./people.ts";
import { cast } from "./cast.ts";
import { DemoClock } from "./clock.ts";
import { firstSteps } from "./first-steps.ts";
import { completeDemoFolder, openDemoFolder, refuseForeignFolder } from "./folder.ts";
import type { DemoMark } from "./folder.ts";

export interface DemoOptions {
  readonly folder: string;
  readonly fresh: boolean;
  readonly language: "en" | "zh" | null;
}

/** Wrong use: the sentence to print. */
export class DemoUsage extends Error {
  override readonly name = "DemoUsage";
}

export function demoOptions(args: readonly string[]): DemoOptions {
  let options: DemoOptions = { folder: resolve("demo-data"), fresh: false, language: null };
  for (let at = 0; at < args.length; at++) {
    const [word, value] = [args[at], args[at + 1]];
    if (word === "--fresh") options = { ...options, fresh: true };
    else if (word === "--data" && value !== undefined) options = { ...options, folder: resolve(args[++at] ?? "") };
    else if (word === "--language" && (value === "en" || value === "zh"))
      options = { ...options, language: args[++at] === "zh" ? "zh" : "en" };
    else throw new DemoUsage(`demo: unknown option ${word ?? ""}. Use: demo [--fresh] [--data DIR] [--language en|zh]`);
  }
  return options;
}

/**
 * Opens the demonstration's own folder, generates what is missing, and hands over services on a clock that can be
 * advanced. The folder is locked before anything in it changes, until the services are closed: a demonstration that
 * runs is not begun anew beneath its visitors.
 */
export async function openDemonstration(config: Config, options: DemoOptions, say: (line: string) => void) {
  refuseForeignFolder(options.folder);
  const lock = lockFolder(options.folder);
  try {
    const opened = await openLocked(config, options, say);
    const close = async (): Promise<void> => {
      await opened.services.close();
      lock.release();
    };
    return { ...opened, services: { ...opened.services, close } };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function openLocked(config: Config, options: DemoOptions, say: (line: string) => void) {
  const mark = openDemoFolder(options.folder, options);
  const demo: Config = { ...config, dataDir: options.folder, demo: true };
  const clock = new DemoClock(join(options.folder, "clock"));
  const services = await openServices(demo, { clock, beside: true });
  const begun = async (made: DemoMark) => {
    const demonstration = await firstSteps(services);
    return { services: { ...services, demonstration }, config: demo, clock, mark: made };
  };
  if (mark.complete) return begun(mark);
  say("Generating the demonstration: a city's technologies in every stage, with their evidence files.");
  let printed = -1;
  await buildDemonstration(services, clock, mark, (done, all) => {
    const tenth = Math.floor((10 * done) / all);
    if (tenth > printed) say(`  ${tenth * 10} %`);
    printed = Math.max(printed, tenth);
  });
  return begun(completeDemoFolder(options.folder, mark));
}

/** How to sign in, for the console. */
export function signInHelp(url: string, { password }: DemoMark): string[] {
  const line = (role: string): string[] => cast.filter(({ roles }) => roles.some((held) => held === role)).map(address);
  return [
    "",
    `Touchstone is open at ${url}`,
    "Everything in it is generated. Everybody's password is:",
    `  ${password}`,
    "Choose a person on the sign-in page, or sign in as",
    ...["planner", "evaluator", "approver", "auditor", "administrator"].map(
      (role) => `  ${role.padEnd(14)} ${line(role).join("  ")}`,
    ),
    "The control at the top of each page advances the demonstration's clock. Stop with Ctrl+C; start again to go on, or with --fresh to begin anew.",
    "",
  ];
}
