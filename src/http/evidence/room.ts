import { underTechnology } from "../room-words.ts";
import type { MetAt } from "../room-words.ts";
import type { Room } from "../room.ts";
import { z } from "zod";
import type { Deps } from "../deps.ts";
import { attachPages } from "./attach.ts";
import { attachSchema } from "./attach-schema.ts";
import { downloadFile } from "./download.ts";
import { findingsPages } from "./interface-findings.ts";
import { forgetMapping } from "./mapping.ts";
import { measurementPage } from "./measurement.ts";
import { evidencePages } from "./evidence.ts";
import { piecesFile } from "./pieces-file.ts";
import { piecePages } from "./piece.ts";
import { withdrawalStatement } from "./withdrawal.ts";
import { listRoutes } from "../lists/list-routes.ts";
import { requireRole, anyRole } from "../middleware/access.ts";
import type { Routes } from "../routes.ts";
import { statementRoutes } from "../statement-routes.ts";

const nothingSchema = z.object({});

const attached: MetAt = { see: "evidence", act: { command: "AttachEvidence", at: "evidence/new" } };

/** Evidence: figures, pieces and their files. */
export const evidenceRoom = {
  name: "evidence",
  page: "evidence",
  routes,
  kind: "evidence",
  searched: { kind: "evidence", href: (hit) => underTechnology(hit, `evidence/${hit.item}`) },
  events: {
    EvidenceAttached: {
      tell: ({ t }, piece) => ({
        values: {
          evidence: piece.evidence,
          kind: t(`words:kind.${piece.kind}`),
          format: t.has(`events:format.${piece.format}`) ? t(`events:format.${piece.format}`) : piece.format,
          version: piece.readerVersion,
          rows: piece.rows,
          count: piece.rows,
        },
        ...(piece.kind === "document" && { variant: "EvidenceAttached_document" }),
      }),
      mark: ({ statistics }) => (statistics.kind === "withheld" ? { glyph: "blind", word: "withheld" } : null),
    },
    EvidenceWithdrawn: {
      tell: (_, { evidence }) => ({ values: { evidence } }),
      mark: () => ({ glyph: "withdrawn", word: "withdrawn" }),
    },
    EvidenceExpired: { tell: (_, { evidence }) => ({ values: { evidence } }) },
  },
  finals: { EvidenceWithdrawn: { values: (_, { evidence }) => ({ evidence }) } },
  acts: {
    AttachEvidence: { at: "evidence/new", from: ["technology", "pilot"] },
    WithdrawEvidence: { at: "evidence" },
  },
  conditions: {
    "plan-evidence-complete": attached,
    "evidence-fresh": attached,
    "verdict-of-evidence": attached,
  },
  work: {
    evidence: { group: "own", href: (item) => underTechnology(item, "evidence") },
  },
  warnings: {
    "evidence-lapses": {
      href: (warning) => underTechnology(warning, "evidence"),
      values: (_, { params }) => ({ count: Number(params["count"]), piece: String(params["piece"]) }),
    },
  },
} satisfies Room;

function routes(all: Routes, deps: Deps): void {
  const { get, post, upload } = all;
  const attacher = requireRole("planner", "evaluator");
  const attacherOrAdministrator = requireRole("planner", "evaluator", "administrator");
  const evidence = evidencePages(deps);
  get("/technologies/:slug/evidence", anyRole, evidence.show);
  listRoutes(all, "/technologies/:slug/evidence", anyRole, (req, res) => piecesFile(deps.services, req, res));
  const attach = attachPages(deps);
  const rules = {
    field: "files",
    mostFiles: deps.config.uploadFiles,
    mostBytes: deps.config.uploadBytes,
    // They may have come with an earlier try of the same form.
    required: false,
  };
  get("/technologies/:slug/evidence/new", attacher, attach.show);
  upload("/technologies/:slug/evidence", attacher, attachSchema, rules, attach.attach, {
    form: "/technologies/:slug/evidence/new",
  });
  statementRoutes(all, deps, withdrawalStatement);
  const piece = piecePages(deps);
  get("/technologies/:slug/evidence/:piece", anyRole, piece.show);
  get("/technologies/:slug/evidence/:piece/files/:digest", anyRole, downloadFile(deps), { costs: "download" });
  const findings = findingsPages(deps);
  get("/technologies/:slug/evidence/:piece/findings", anyRole, findings.show, { costs: "measurement" });
  listRoutes(all, "/technologies/:slug/evidence/:piece/findings", anyRole, findings.list, "measurement");
  post("/technologies/:slug/evidence/:piece/measurement", anyRole, nothingSchema, measurementPage(deps), {
    costs: "measurement",
  });
  post(
    "/technologies/:slug/evidence/:piece/mapping/forgetting",
    attacherOrAdministrator,
    nothingSchema,
    forgetMapping(deps),
  );
}
