import { readConfig, readSettings } from "../../config.ts";
import type { Config } from "../../config.ts";
import { dayOf } from "../clock.ts";
import { clockRemarks, serverRemarks, shippingRemarks } from "./doors.ts";
import { machineRemarks } from "./machine.ts";
import { mailRemarks } from "./mail.ts";
import { recordRemarks } from "./record.ts";
import type { Remark } from "./remark.ts";
import { settingRemarks, settingsTogether } from "./settings.ts";

/**
 * Looks at an installation without changing anything in it, also beside a running server.
 *
 * @param env where one variable cannot be used, the settings alone are looked at: what they name is not known.
 * @param clockOf an address whose date the clock is held against, or null.
 */
export async function examine(
  env: NodeJS.ProcessEnv,
  clockOf: string | null = null,
  now: () => Date = () => new Date(),
): Promise<readonly Remark[]> {
  const settings = readSettings(env);
  const remarks = settingRemarks(settings);
  if (settings.some(({ variable, fault }) => fault !== null && isRead(variable, settings))) return remarks;
  return [...remarks, ...(await ofConfig(readConfig(env), clockOf, now))];
}

async function ofConfig(config: Config, clockOf: string | null, now: () => Date): Promise<readonly Remark[]> {
  const today = dayOf(now().toISOString(), config.timeZone);
  const parts = [
    settingsTogether(config),
    machineRemarks(config, { today }),
    await recordRemarks(config.dataDir, now()),
    await clockRemarks(clockOf, now),
    shippingRemarks(config),
    await mailRemarks(config),
    await serverRemarks(config),
  ];
  return parts.flat();
}

/** A variable that nobody reads keeps nothing from being looked at. */
const isRead = (variable: string, settings: ReturnType<typeof readSettings>): boolean =>
  settings.find((setting) => setting.variable === variable)?.fault !== "is no variable of this version";
