import type { Config } from "../config.ts";
import { demoOptions, openDemonstration, signInHelp } from "../demo/run.ts";
import type { CommandIo, ExitStatus } from "./io.ts";
import { listen, untilStopped } from "./serve.ts";

/** `touchstone demo`: a generated portfolio on a clock of its own, in a folder of its own. */
export async function demoCommand(args: readonly string[], io: CommandIo, config: Config): Promise<ExitStatus> {
  const { services, config: demo, mark } = await openDemonstration(config, demoOptions(args), (line) => io.err(line));
  const running = await listen(services, demo);
  if (config.gateQuality) services.gateQualities.begin();
  const stopped = untilStopped(running, services);
  for (const line of signInHelp(running.url, mark)) io.err(line);
  await stopped;
  return 0;
}
