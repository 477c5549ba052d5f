import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publishDefaultPolicy } from "../../src/application/default-policy.ts";
import { openServices } from "../../src/application/open-services.ts";
import type { Services } from "../../src/application/services.ts";
import { listen } from "../../src/cli/serve.ts";
import type { Running } from "../../src/cli/serve.ts";
import { readConfig } from "../../src/config.ts";
import type { Config } from "../../src/config.ts";
import { buildDemonstration } from "../../src/demo/build.ts";
import { cast } from "../../src/demo/cast.ts";
import { DemoClock } from "../../src/demo/clock.ts";
import { Desk } from "../../src/demo/desk.ts";
import { addPeople, address } from "../../src/demo/people.ts";
import type { Scene } from "../../src/demo/scene.ts";
import { plainPolicy } from "../../src/domain/policy/default/default-policy.ts";
import type { Policy } from "../../src/domain/policy/policy.ts";

export const everybodysPassword = "slate-flint-topaz-417";

/**
 * The product as `serve` opens it, on a folder of its own and on the demonstration's clock. It can be stopped and
 * started again on the same folder and port, as an operator would.
 */
export class JourneySite {
  readonly folder = mkdtempSync(join(tmpdir(), "touchstone-journey-"));
  services!: Services;
  clock!: DemoClock;
  private running!: Running;
  private port = 0;

  /** Nobody in it yet. */
  static async empty(policy: Policy = plainPolicy): Promise<JourneySite> {
    const site = new JourneySite();
    await site.start();
    await publishDefaultPolicy(site.services, policy);
    return site;
  }

  /** With the demonstration's departments and people, everyone with the same password. */
  static async peopled(
    language: "en" | "zh",
    policy: Policy = plainPolicy,
  ): Promise<{ readonly site: JourneySite; readonly desk: Desk }> {
    const site = await JourneySite.empty(policy);
    const people = await addPeople(site.services, language, everybodysPassword);
    await site.services.views.catchUp();
    return { site, desk: new Desk(site.services, people, language) };
  }

  /** With lives of the demonstration's portfolio, as they stand today. */
  static async lived(language: "en" | "zh", scenes: readonly Scene[]): Promise<JourneySite> {
    const site = new JourneySite();
    await site.start();
    await buildDemonstration(site.services, site.clock, { language, password: everybodysPassword }, () => {}, scenes);
    return site;
  }

  get url(): string {
    return this.running.url;
  }

  get config(): Config {
    const env = { TOUCHSTONE_DATA: this.folder, TOUCHSTONE_LOG_LEVEL: "error", TOUCHSTONE_GATE_QUALITY: "false" };
    return readConfig(env, { port: this.port, demo: true });
  }

  async start(): Promise<void> {
    this.clock = new DemoClock(join(this.folder, "clock"));
    this.services = await openServices(this.config, { clock: this.clock });
    this.running = await listen(this.services, this.config);
    this.port = Number(new URL(this.running.url).port);
  }

  async stop(): Promise<void> {
    await this.running.stop();
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** How a person of the cast is addressed at sign-in, and called on pages. */
export function member(login: string, language: "en" | "zh"): { readonly email: string; readonly name: string } {
  const found = cast.find((one) => one.login === login);
  if (found === undefined) throw new Error(`Nobody is cast as ${login}`);
  return { email: address(found), name: found.name[language] };
}
