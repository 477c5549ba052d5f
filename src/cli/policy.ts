import { parseArgs } from "node:util";
import { openLedger } from "../ledger/sqlite.ts";
import { requireLedger } from "../ledger/reader.ts";
import { openRecords } from "../projections/records.ts";
import { policiesReader } from "../projections/policies.ts";
import type { Config } from "../config.ts";
import { Usage } from "./explain.ts";
import type { CommandIo, ExitStatus } from "./io.ts";
import { simulatePolicy } from "./policy-simulate.ts";

type Io = Pick<CommandIo, "out" | "err">;

/** `touchstone policy show | simulate`: a version as JSON, and what a policy lets pass. */
export async function policyCommand(args: readonly string[], io: Io, config: Config): Promise<ExitStatus> {
  const [command, ...rest] = args;
  if (command === "show") return show(rest, io, config);
  if (command === "simulate") return simulatePolicy(rest, io);
  throw new Usage(command === undefined ? "What is to be done with a policy?" : `There is no policy ${command}.`);
}

/** The version in force, or one before it, in the shape that `policy simulate` reads. */
async function show(args: readonly string[], io: Io, { dataDir }: Config): Promise<ExitStatus> {
  const { positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: "boolean", default: false } },
  });
  const [version, ...more] = positionals;
  if (more.length > 0 || (version !== undefined && !/^[1-9]\d{0,8}$/.test(version)))
    throw new Usage("policy show takes one version, like 2");
  requireLedger(dataDir);
  const ledger = openLedger({ dataDir });
  try {
    const policies = policiesReader(await openRecords(ledger));
    const policy = version === undefined ? policies.current() : policies.version(Number(version));
    if (policy === null) {
      io.err(`There is no version ${version} of the policy.`);
      return 2;
    }
    io.out(JSON.stringify(policy, null, 2));
    return 0;
  } finally {
    ledger.close();
  }
}
