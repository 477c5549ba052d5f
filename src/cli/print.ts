import type { Config } from "../config.ts";
import type { CommandIo, ExitStatus } from "./io.ts";
import { containerfile } from "./print/containerfile.ts";
import { installationOf } from "./print/installation.ts";
import type { Installation } from "./print/installation.ts";
import { nginxServer } from "./print/nginx.ts";
import { systemdUnit } from "./print/systemd.ts";

const printed: ReadonlyMap<string, (installation: Installation) => string> = new Map([
  ["systemd", systemdUnit],
  ["containerfile", containerfile],
  ["nginx", nginxServer],
]);

/** `touchstone print …`: a file for whoever runs this installation, with its paths, account and settings; no secret in it. */
export function printCommand(
  args: readonly string[],
  io: CommandIo,
  config: Config,
  env: NodeJS.ProcessEnv = process.env,
): ExitStatus {
  const [name = "", ...more] = args;
  const print = printed.get(name);
  if (print === undefined || more.length > 0) {
    io.err("usage: touchstone print systemd | containerfile | nginx");
    return 2;
  }
  io.out(print(installationOf(config, env)));
  return 0;
}
