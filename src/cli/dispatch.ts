import { ConfigError, readConfig } from "../config.ts";
import type { Config } from "../config.ts";
import type { CommandIo, ExitStatus } from "./io.ts";

type Run = (args: readonly string[], io: CommandIo, config: Config) => Promise<ExitStatus> | ExitStatus;

interface Command {
  readonly usage: string;
  readonly about: string;
  /** Loaded when asked for: a method on the command line needs no web server. */
  readonly load: () => Promise<Run>;
}

const commands: { readonly [name: string]: Command } = {
  serve: {
    usage: "serve",
    about: "open the ledger and listen on HOST and PORT",
    load: async () => (await import("./serve.ts")).serveCommand,
  },
  demo: {
    usage: "demo [--fresh] [--data DIR] [--language en|zh]",
    about: "a generated city portfolio in a folder of its own",
    load: async () => (await import("./demo.ts")).demoCommand,
  },
  evidence: {
    usage: "evidence read PATH… [--as FORMAT] [--within MS] [--json] | evidence recheck [SLUG [PIECE]] [--json]",
    about: "measure files without storing them; measure stored ones again",
    load: async () => (await import("./evidence.ts")).evidenceCommand,
  },
  method: {
    usage: "method NAME [FILE|-] | method --list",
    about: "run one statistical method, JSON in, JSON out",
    load: async () => (await import("./method.ts")).methodCommand,
  },
  ledger: {
    usage: "ledger verify [--checkpoint FILE] | export | prove POSITION | vkey",
    about: "check or hand out the record",
    load: async () => (await import("./ledger.ts")).ledgerCommand,
  },
  decision: {
    usage: "decision replay POSITION|SLUG/GATE [--json]",
    about: "recompute a decision from ledger and vault",
    load: async () => (await import("./decision.ts")).decisionCommand,
  },
  rebuild: {
    usage: "rebuild",
    about: "make the read models again from the ledger",
    load: async () => (await import("./rebuild.ts")).rebuildCommand,
  },
  backup: {
    usage: "backup DIR",
    about: "copy ledger and vault, without the signing key",
    load: async () => (await import("./backup.ts")).backupCommand,
  },
  restore: {
    usage: "restore DIR [--accept-loss]",
    about: "put a backup in place",
    load: async () => (await import("./backup.ts")).restoreCommand,
  },
  user: {
    usage: "user add --name NAME --email EMAIL",
    about: "a link for a new administrator, where the last one is lost",
    load: async () => (await import("./user.ts")).userCommand,
  },
};

/** Runs one command of `touchstone`; answers the exit status: 0 good, 1 a negative finding, 2 wrong use. */
export async function runCommand(args: readonly string[]): Promise<ExitStatus> {
  const [name, ...rest] = args;
  if (name === undefined || name === "help" || name === "--help") {
    const print = name === undefined ? err : out;
    print(help());
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    err(`There is no command ${name}.\n\n${help()}`);
    return 2;
  }
  return run(command, rest);
}

async function run(command: Command, args: readonly string[]): Promise<ExitStatus> {
  try {
    const config = readConfig();
    const start = await command.load();
    return await start(args, { out, err, timeZone: config.timeZone }, config);
  } catch (error) {
    err(explain(error, command));
    return 2;
  }
}

/** Expected trouble is said in its sentence; a bug keeps its stack. */
function explain(error: unknown, { usage }: Command): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof ConfigError || ["LedgerError", "UnknownEvent"].includes(error.name)) return error.message;
  const code = "code" in error ? String(error.code) : "";
  if (code.startsWith("ERR_PARSE_ARGS")) return `${error.message}\nusage: touchstone ${usage}`;
  if (code === "EADDRINUSE")
    return "Something else listens on this HOST and PORT: stop it, or set PORT to another number.";
  if (code === "EACCES") return `Not allowed: ${error.message}`;
  return error.stack ?? error.message;
}

function help(): string {
  const lines = Object.values(commands).map(({ usage, about }) => `  ${usage}\n      ${about}`);
  return ["usage: npm run touchstone -- COMMAND", "", ...lines].join("\n");
}

const out = (line: string): void => void process.stdout.write(`${line}\n`);
const err = (line: string): void => void process.stderr.write(`${line}\n`);
