import { readFileSync } from "node:fs";
import type { Json } from "../domain/words/json.ts";
import { MethodInputError } from "../domain/methods/method-input.ts";
import { methodNames, methods, runMethod } from "../domain/methods/methods.ts";
import type { CommandIo, ExitStatus } from "./io.ts";
import { isMisuse, Misuse } from "./misuse.ts";

export const methodUsage = [
  "touchstone method NAME [FILE|-]",
  "  Reads one JSON document (standard input without FILE) and prints the method's answer as JSON.",
  "touchstone method --list",
].join("\n");

/** `method`: runs one measurement method. 2 for an unknown method or an input it cannot take. */
export function methodCommand(args: readonly string[], io: Pick<CommandIo, "out" | "err">): ExitStatus {
  const names = args.filter((arg) => arg !== "--json");
  if (names[0] === "--list" && names.length === 1) return list(io, args.includes("--json"));
  const [name, file = "-", ...rest] = names;
  if (name === undefined || rest.length > 0 || name.startsWith("--")) return refuse(io, methodUsage);
  if (!methodNames().includes(name))
    return refuse(io, `There is no method “${name}”; touchstone method --list names all`);
  const input = parse(file, name);
  if (isMisuse(input)) return refuse(io, input.message);
  return run(name, input.json, io);
}

function list(io: Pick<CommandIo, "out">, json: boolean): ExitStatus {
  if (json)
    io.out(
      JSON.stringify(
        methodNames().map((name) => ({
          name,
          about: methods.get(name)?.about,
          sources: methods.get(name)?.sources.map(({ reference }) => reference),
          example: methods.get(name)?.example,
        })),
      ),
    );
  else for (const name of methodNames()) io.out(`${name.padEnd(36)}${methods.get(name)?.about ?? ""}`);
  return 0;
}

/** Some methods take nothing; an empty standard input is theirs. */
function parse(file: string, name: string): { readonly json: Json } | Misuse {
  const place = file === "-" ? "Standard input" : file;
  let text: string;
  try {
    text = readFileSync(file === "-" ? 0 : file, "utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    return new Misuse(`${place} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (text.trim() === "" && methods.get(name)?.takesNothing === true) return { json: {} };
  try {
    return { json: JSON.parse(text) as Json };
  } catch (error) {
    return new Misuse(`${place} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function run(name: string, input: Json, io: Pick<CommandIo, "out" | "err">): ExitStatus {
  try {
    io.out(JSON.stringify(runMethod(name, input)));
    return 0;
  } catch (error) {
    if (error instanceof MethodInputError || error instanceof RangeError)
      return refuse(io, `${name}: ${error.message}`);
    throw error;
  }
}

function refuse(io: Pick<CommandIo, "err">, message: string): ExitStatus {
  io.err(message);
  return 2;
}
