import { allowedIn, commandTypes, rolesFor } from "../domain/technology/terms.ts";
import { stages } from "../domain/technology/state/stage.ts";
import { linesInColumns } from "./columns.ts";
import type { CommandIo, ExitStatus } from "./io.ts";

/**
 * `touchstone actions`: each command on a technology, whose it is and the stages in which it can be given at all: what
 * `decide` reads before any other rule.
 */
export function actionsCommand(args: readonly string[], io: CommandIo): ExitStatus {
  const [option, ...more] = args;
  if (more.length > 0 || (option !== undefined && option !== "--json")) {
    io.err("usage: touchstone actions [--json]");
    return 2;
  }
  const actions = commandTypes.map((command) => ({ command, roles: rolesFor[command], stages: allowedIn[command] }));
  if (option === "--json") io.out(JSON.stringify(actions, null, 2));
  else
    for (const line of linesInColumns([
      ["COMMAND", "STAGES", "WHO"],
      ...actions.map(({ command, roles, stages: open }) => [command, stagesText(open), roles.join(" ")]),
    ]))
      io.out(line);
  return 0;
}

function stagesText(allowed: readonly string[]): string {
  if (allowed.length === 0) return "before there is anything";
  if (allowed.length === stages.length) return "all";
  const without = stages.filter((stage) => !allowed.includes(stage));
  return without.length < allowed.length ? `all but ${without.join(", ")}` : allowed.join(", ");
}
