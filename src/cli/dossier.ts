import { readFile } from "node:fs/promises";
import { pino } from "pino";
import { openServices } from "../application/open-services.ts";
import type { Config } from "../config.ts";
import { verifyDossier } from "../http/gate/dossier-verify.ts";
import type { DossierVerdict } from "../http/gate/dossier-verify.ts";
import { gateText } from "../http/gate/dossier-subject.ts";
import { depsOf } from "../app.ts";
import { requireLedger } from "../ledger/reader.ts";
import type { CommandIo, ExitStatus } from "./io.ts";

const usage = "usage: touchstone dossier verify FILE";

/** `touchstone dossier verify`: 0 the file is what this ledger gives, 1 it is not, 2 it cannot be said. */
export async function dossierCommand(args: readonly string[], io: CommandIo, config: Config): Promise<ExitStatus> {
  const [action, file, ...rest] = args;
  if (action !== "verify" || file === undefined || rest.length > 0) {
    io.err(usage);
    return 2;
  }
  requireLedger(config.dataDir);
  const bytes = await readFile(file);
  const services = await openServices(config, { log: pino({ level: "silent" }) });
  const deps = depsOf(services, config);
  try {
    await services.views.catchUp();
    const verdict = await verifyDossier(deps, bytes);
    for (const line of linesOf[verdict.is](verdict)) io.out(line);
    return statuses[verdict.is];
  } finally {
    await services.close();
  }
}

const statuses: Readonly<Record<DossierVerdict["is"], ExitStatus>> = {
  same: 0,
  altered: 1,
  "other-content": 1,
  "not-in-ledger": 1,
  "other-version": 2,
  "no-dossier": 2,
  "no-typesetter": 2,
};

const linesOf: Readonly<Record<DossierVerdict["is"], (verdict: DossierVerdict) => readonly string[]>> = {
  same: (verdict) => [ofWhat(verdict), "same: every byte is what this ledger gives"],
  altered: (verdict) => [
    ofWhat(verdict),
    "not the same: the ledger gives a document that says the same by its digest, and the bytes of this file are others",
  ],
  "other-content": (verdict) => [
    ofWhat(verdict),
    "not the same: this ledger says something else there. Either the file is from another ledger or was altered, or a name",
    "or text in it was erased or changed since it was made, or it is of somebody who reads more than others and not all",
  ],
  "other-version": (verdict) => [ofWhat(verdict), ...versionLines(verdict)],
  "not-in-ledger": (verdict) => [ofWhat(verdict), "not the same: this ledger has no such entry or technology"],
  "no-dossier": () => [
    "This is no dossier that can be checked: it does not say what it is of (DOCX files can be edited)",
  ],
  "no-typesetter": () => ["This machine has no typesetter, so that the document cannot be made again"],
};

function versionLines(verdict: DossierVerdict): readonly string[] {
  if (verdict.is !== "other-version") return [];
  const made = verdict.subject.version ?? "before 0.12.0";
  return [
    `made by another version (${made}; this is ${verdict.own}): it cannot be said here whether it was changed, since versions`,
    "set documents differently. Check it with the version that made it, or take the document of the same entry anew and compare",
  ];
}

const ofWhat = (verdict: DossierVerdict): string =>
  "subject" in verdict
    ? `${verdict.subject.gates.map(gateText).join(", ")}, as of entry ${verdict.subject.position}`
    : "";
