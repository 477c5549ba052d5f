import { z } from "zod";
import type { Deps } from "../deps.ts";
import { attachPages, attachSchema } from "../evidence/attach.ts";
import { downloadFile } from "../evidence/download.ts";
import { eraseFilePages } from "../erasure/erase-file.ts";
import { eraseTextPages } from "../erasure/erase-text.ts";
import { forgetMapping } from "../evidence/mapping.ts";
import { measurementPage } from "../evidence/measurement.ts";
import { erasureSchema } from "../erasure/erasure-form.ts";
import { evidencePages } from "../evidence/evidence.ts";
import { piecePages } from "../evidence/piece.ts";
import { withdrawalStatement } from "../evidence/withdrawal.ts";
import { withholdEntryPages } from "../erasure/withhold-entry.ts";
import { requireRole, anyRole } from "../middleware/access.ts";
import type { Routes } from "../route.ts";
import { acts } from "./acts.ts";

const nothingSchema = z.object({});

/** Evidence: figures, pieces and their files; erasure on a legal ground. */
export function evidenceRoutes(all: Routes, deps: Deps): void {
  const { get, post, upload } = all;
  const attacher = requireRole("planner", "evaluator");
  const administrator = requireRole("administrator");
  const attacherOrAdministrator = requireRole("planner", "evaluator", "administrator");
  const evidence = evidencePages(deps);
  get("/technologies/:slug/evidence", anyRole, evidence.show);
  const attach = attachPages(deps);
  const rules = {
    field: "files",
    mostFiles: deps.config.uploadFiles,
    mostBytes: deps.config.uploadBytes,
    // They may have come with an earlier try of the same form.
    required: false,
  };
  get("/technologies/:slug/evidence/new", attacher, attach.show);
  upload("/technologies/:slug/evidence", attacher, attachSchema, rules, attach.attach);
  acts(all, deps, withdrawalStatement);
  const piece = piecePages(deps);
  get("/technologies/:slug/evidence/:piece", anyRole, piece.show);
  get("/technologies/:slug/evidence/:piece/files/:digest", anyRole, downloadFile(deps), { costs: "download" });
  post("/technologies/:slug/evidence/:piece/measurement", anyRole, nothingSchema, measurementPage(deps), {
    costs: "measurement",
  });
  post(
    "/technologies/:slug/evidence/:piece/mapping/forgetting",
    attacherOrAdministrator,
    nothingSchema,
    forgetMapping(deps),
  );
  const file = eraseFilePages(deps);
  get("/technologies/:slug/evidence/:piece/files/:digest/erasure", administrator, file.show);
  post("/technologies/:slug/evidence/:piece/files/:digest/erasure", administrator, erasureSchema, file.submit, {
    again: "asked",
  });
  const entry = withholdEntryPages(deps);
  get("/technologies/:slug/evidence/:piece/withholding", administrator, entry.show);
  post("/technologies/:slug/evidence/:piece/withholding", administrator, erasureSchema, entry.submit, {
    again: "asked",
  });
  const text = eraseTextPages(deps);
  get("/technologies/:slug/erasure", administrator, text.list);
  get("/technologies/:slug/erasure/:digest", administrator, text.show);
  post("/technologies/:slug/erasure/:digest", administrator, erasureSchema, text.submit, { again: "asked" });
}
