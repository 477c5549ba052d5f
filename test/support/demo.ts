import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Express } from "express";
import { pino } from "pino";
import { createApp } from "../../src/app.ts";
import { openServices } from "../../src/application/open-services.ts";
import type { Services } from "../../src/application/services.ts";
import { readConfig } from "../../src/config.ts";
import { buildDemonstration } from "../../src/demo/build.ts";
import { DemoClock } from "../../src/demo/clock.ts";
import { firstSteps } from "../../src/demo/first-steps.ts";
import { portfolio } from "../../src/demo/portfolio.ts";
import type { Scene } from "../../src/demo/scene.ts";
import { browser } from "./http.ts";
import type { Browser } from "./http.ts";

export const password = "flint-slate-topaz-321";

export type DemoSite = {
  readonly folder: string;
  readonly services: Services;
  readonly app: Express;
  readonly clock: DemoClock;
  readonly progress: readonly number[];
  /** Signed in as one of the cast: "planner", "approver2" … */
  readonly as: (login: string, language?: "en" | "zh-CN") => Promise<Browser>;
  readonly stop: () => Promise<void>;
};

/** Scenes of the portfolio by their English names. */
export const scenesNamed = (...names: readonly string[]): Scene[] =>
  names.map((name) => {
    const found = portfolio.find((scene) => scene.name.en === name);
    if (found === undefined) throw new Error(`No scene ${name}`);
    return found;
  });

/** A few stories of the demonstration, lived through the real use cases in a temporary folder, behind the real app. */
export async function startDemo(scenes: readonly Scene[], language: "en" | "zh" = "en"): Promise<DemoSite> {
  const folder = mkdtempSync(join(tmpdir(), "touchstone-demo-"));
  const config = readConfig({}, { dataDir: folder, demo: true });
  const clock = new DemoClock(join(folder, "clock"));
  const opened = await openServices(config, { clock, log: pino({ level: "silent" }) });
  const progress: number[] = [];
  await buildDemonstration(opened, clock, { language, password }, (done, all) => progress.push(done / all), scenes);
  const services = { ...opened, demonstration: await firstSteps(opened) };
  const app = createApp(services, config);
  return {
    folder,
    services,
    app,
    clock,
    progress,
    as: async (login, locale = "en") => {
      const own = browser(app);
      const page = await own.post("/sign-in", { email: `${login}@demo.invalid`, password });
      if (page.status !== 303) throw new Error(`Not signed in as ${login}: ${page.text}`);
      if (locale !== "en") await own.post("/language", { to: locale, back: "/work" });
      return own;
    },
    stop: async () => {
      await services.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
