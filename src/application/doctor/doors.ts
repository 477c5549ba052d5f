import { accessSync, constants } from "node:fs";
import { isAbsolute } from "node:path";
import type { Config } from "../../config.ts";
import { finding, good, note } from "./remark.ts";
import type { Remark } from "./remark.ts";

const patience = 3000;

/** A server that runs here, and how it says it is. */
export async function serverRemarks({ host, port }: Pick<Config, "host" | "port">): Promise<readonly Remark[]> {
  const nearby = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  const address = `http://${nearby.includes(":") ? `[${nearby}]` : nearby}:${port}/healthz`;
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(patience) });
    const health = (await answer.json()) as { readonly message?: string; readonly notes?: readonly string[] };
    if (!answer.ok)
      return [
        finding("Server", `says that it is not well: ${health.message ?? answer.status}`, "See its log, on stderr."),
      ];
    return [
      good("Server", `answers at ${address} and is well.`),
      ...(health.notes ?? []).map((text) =>
        finding("Proxies", text, "Set TOUCHSTONE_TRUSTED_PROXIES to their number."),
      ),
    ];
  } catch {
    return [note("Server", `does not answer at ${address}: it is stopped, or another program listens there.`)];
  }
}

/** Folders to which checkpoints go. Addresses are tried when something is sent: `touchstone ledger ship`. */
export const shippingRemarks = ({ shipTo }: Pick<Config, "shipTo">): readonly Remark[] =>
  shipTo.filter((place) => isAbsolute(place)).map(folderRemark);

function folderRemark(folder: string): Remark {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return good("Checkpoints", `can be put into ${folder}.`);
  } catch {
    return finding(
      "Checkpoints",
      `cannot be put into ${folder}.`,
      "Mount it, or give this account the right to write there.",
    );
  }
}

/** This machine's clock against the date that another one says: no time server has to be reachable. */
export async function clockRemarks(address: string | null, now: () => Date): Promise<readonly Remark[]> {
  if (address === null) return [];
  try {
    const { headers } = await fetch(address, {
      method: "HEAD",
      redirect: "manual",
      signal: AbortSignal.timeout(patience),
    });
    const theirs = Date.parse(headers.get("date") ?? "");
    if (Number.isNaN(theirs)) return [note("Clock", `${address} says no date.`)];
    const seconds = Math.round((now().getTime() - theirs) / 1000);
    return [
      Math.abs(seconds) <= 5
        ? good("Clock", `agrees with ${address}.`)
        : finding(
            "Clock",
            `is ${Math.abs(seconds)} seconds ${seconds > 0 ? "ahead of" : "behind"} ${address}.`,
            "Let this machine's clock be kept by NTP.",
          ),
    ];
  } catch {
    return [note("Clock", `${address} cannot be reached.`)];
  }
}
