import { accessSync, constants, statSync, statfsSync } from "node:fs";
import type { Config } from "../../config.ts";
import { finding, good, note } from "./remark.ts";
import type { Remark } from "./remark.ts";

/** What a house needs of its machine: its folder, room on its disk, a time zone. */
export function machineRemarks(config: Config, { today }: { readonly today: string }): readonly Remark[] {
  return [...folderRemarks(config.dataDir), diskRemark(config), zoneRemark(config, today)].flat();
}

function folderRemarks(dataDir: string): readonly Remark[] {
  const about = "Data folder";
  try {
    const { mode, uid } = statSync(dataDir);
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    return [
      (mode & 0o007) === 0 || uid !== process.getuid?.()
        ? good(about, `${dataDir} can be written, and is closed to others.`)
        : finding(
            about,
            `${dataDir} is open to everybody on this machine (mode ${(mode & 0o777).toString(8)}): names, texts and files lie in it.`,
            `chmod o= ${dataDir}`,
          ),
    ];
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    return [
      code === "ENOENT"
        ? note(about, `${dataDir} is not there yet: the first start makes it.`)
        : finding(
            about,
            `${dataDir} cannot be read and written by this account (${code}).`,
            "Run this as the server's account, or give the folder to it: chown -R ACCOUNT on the folder.",
          ),
    ];
  }
}

const gigabyte = 1024 ** 3;

/** Below this nothing large can come in, and a ledger grows by itself. */
const least = gigabyte;

function diskRemark({ dataDir, uploadBytes }: Config): readonly Remark[] {
  try {
    const { bavail, bsize } = statfsSync(dataDir);
    const free = bavail * bsize;
    const says = `${(free / gigabyte).toFixed(1)} GB are free where the data lie`;
    if (free < least)
      return [finding("Disk", `${says}: it is nearly full.`, "Make room; pages go on, nothing is recorded.")];
    return [
      free < 2 * uploadBytes
        ? note(
            "Disk",
            `${says}: two of the largest uploads would fill it.`,
            "Make room, or lower TOUCHSTONE_UPLOAD_MEGABYTES.",
          )
        : good("Disk", `${says}.`),
    ];
  } catch {
    return [];
  }
}

function zoneRemark({ timeZone }: Config, today: string): Remark {
  const says = `days end by ${timeZone}; there it is ${today}.`;
  return timeZone === "UTC"
    ? note(
        "Time zone",
        says,
        "Set TOUCHSTONE_TIME_ZONE where people live by another one: it decides on which day a deadline ends.",
      )
    : good("Time zone", says);
}
