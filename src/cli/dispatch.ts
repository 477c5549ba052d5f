import { version } from "../application/version.ts";
import { readConfig } from "../config.ts";
import type { Config } from "../config.ts";
import { explain } from "./explain.ts";
import type { CommandIo, ExitStatus } from "./io.ts";
import { ask, endWithReader, err, out, outSlowly } from "./streams.ts";

type Run = (args: readonly string[], io: CommandIo, config: Config) => Promise<ExitStatus> | ExitStatus;

interface Command {
  readonly usage: string;
  readonly about: string;
  /** It says itself what is wrong with the settings. */
  readonly anySettings?: true;
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
    usage:
      "ledger verify [--checkpoint FILE] [--payloads] | export | prove ENTRY | ship [TO…] | vkey [--all] | rotate-key",
    about: "check or hand out the record",
    load: async () => (await import("./ledger.ts")).ledgerCommand,
  },
  decision: {
    usage: "decision replay ENTRY|SLUG/GATE [--json]",
    about: "recompute a decision from ledger and vault",
    load: async () => (await import("./decision.ts")).decisionCommand,
  },
  dossier: {
    usage: "dossier verify FILE",
    about: "make a dossier's PDF again from the ledger and compare every byte",
    load: async () => (await import("./dossier.ts")).dossierCommand,
  },
  policy: {
    usage:
      "policy show [VERSION] [--json] | policy simulate FILE [--tier I|II|III|IV]… [--truth good|decent] [--pilots N] [--looks N] " +
      "[--days N] [--load-hours N] [--respondents N] [--participants N] … [--json]",
    about: "a version of the policy as JSON; what a policy in a file lets pass, reckoned and simulated",
    load: async () => (await import("./policy.ts")).policyCommand,
  },
  routes: {
    usage: "routes [--json]",
    about: "every address with its method, who may use it and the room that answers",
    load: async () => (await import("./routes.ts")).routesCommand,
  },
  actions: {
    usage: "actions [--json]",
    about: "every command on a technology, whose it is and in which stages",
    load: async () => (await import("./actions.ts")).actionsCommand,
  },
  doctor: {
    usage: "doctor [--clock-of ADDRESS] [--json]",
    about: "look at settings, folder, disk, clock, ledger, key, mail and server of this installation, changing nothing",
    anySettings: true,
    load: async () => {
      const { doctorCommand } = await import("./doctor.ts");
      return (args, io) => doctorCommand(args, io);
    },
  },
  print: {
    usage: "print systemd | containerfile | nginx",
    about: "a unit, a Containerfile or a proxy's server block for this installation, with its paths and settings",
    load: async () => (await import("./print.ts")).printCommand,
  },
  rebuild: {
    usage: "rebuild",
    about: "make the read models again from the ledger",
    load: async () => (await import("./rebuild.ts")).rebuildCommand,
  },
  backup: {
    usage: "backup DIR | backup FILE --passphrase-file FILE | backup FILE --key-file FILE",
    about:
      "copy ledger and vault to a new folder, without the signing key; or sealed to one file of age, with the passphrase " +
      "in a file's first line (- is standard input) or to the age1… keys in a file, one a line",
    load: async () => (await import("./backup.ts")).backupCommand,
  },
  restore: {
    usage:
      "restore DIR|FILE [--passphrase-file FILE | --key-file FILE] [--accept-loss] [--accept-malformed] [--yes | --dry-run]",
    about:
      "put a backup in place; says first what will be void, asks whoever sits at a terminal (not with --yes), and only " +
      "tells with --dry-run; " +
      "a sealed one opens with its passphrase, or with an AGE-SECRET-KEY-… in the key file",
    load: async () => (await import("./restore.ts")).restoreCommand,
  },
  user: {
    usage:
      "user add --name NAME --email EMAIL | user link --email EMAIL | user list [--json] | user disable --email EMAIL",
    about:
      "a link for a new administrator, where the last one is lost; a link for a new password of somebody known; who is " +
      "here; somebody out, as an entry of the ledger",
    load: async () => (await import("./user.ts")).userCommand,
  },
};

/** Runs one command of `touchstone`; answers the exit status: 0 good, 1 a negative finding, 2 wrong use. */
export async function runCommand(args: readonly string[]): Promise<ExitStatus> {
  endWithReader();
  const [name, ...rest] = args;
  if (name === undefined || name === "help" || name === "--help") {
    const print = name === undefined ? err : out;
    print(help());
    return name === undefined ? 2 : 0;
  }
  if (name === "--version" || name === "version") {
    out(`touchstone ${version()} on Node ${process.version}`);
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    err(`There is no command ${name}.\n\n${help()}`);
    return 2;
  }
  if (rest.includes("--help")) {
    out(`usage: touchstone ${command.usage}\n  ${command.about}`);
    return 0;
  }
  return run(command, rest);
}

async function run(command: Command, args: readonly string[]): Promise<ExitStatus> {
  try {
    const config = command.anySettings === true ? readConfig({}) : readConfig();
    const start = await command.load();
    const io = { out, outSlowly, err, timeZone: config.timeZone, ...(process.stdin.isTTY && { ask }) };
    return await start(args, io, config);
  } catch (error) {
    err(explain(error, command.usage));
    return 2;
  }
}

function help(): string {
  const lines = Object.values(commands).map(({ usage, about }) => `  ${usage}\n      ${about}`);
  return ["usage: npm run touchstone -- COMMAND | --version", "", ...lines].join("\n");
}
