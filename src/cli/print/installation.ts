import { userInfo } from "node:os";
import { resolve } from "node:path";
import type { Config } from "../../config.ts";

/** What is printed for: this machine's paths and account, and the settings that are in force. */
export type Installation = {
  readonly config: Config;
  /** Folder of the product. */
  readonly program: string;
  /** The Node that runs this. */
  readonly node: string;
  readonly account: string;
  /** Variables of ours that are set, but for secrets, which belong into a file that only root reads. */
  readonly variables: readonly (readonly [name: string, value: string])[];
  /** Names of those that are set and secret. */
  readonly secrets: readonly string[];
};

const secret = new Set(["TOUCHSTONE_SMTP_URL", "TOUCHSTONE_SHIP_TO", "TOUCHSTONE_METRICS"]);

export function installationOf(config: Config, env: NodeJS.ProcessEnv): Installation {
  const given = Object.entries(env).flatMap(([name, value]) =>
    isOurs(name) && value !== undefined && value !== "" ? [[name, value] as const] : [],
  );
  const { username } = userInfo();
  return {
    config,
    program: resolve(import.meta.dirname, "../../.."),
    node: process.execPath,
    // A service never runs as root.
    account: username === "root" ? "touchstone" : username,
    variables: given
      .filter(([name]) => !secret.has(name) && name !== "TOUCHSTONE_DATA")
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    secrets: given
      .map(([name]) => name)
      .filter((name) => secret.has(name))
      .toSorted(),
  };
}

const isOurs = (name: string): boolean => name.startsWith("TOUCHSTONE_") || name === "PORT" || name === "HOST";
