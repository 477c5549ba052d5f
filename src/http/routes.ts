import type { Router } from "express";
import { accountPage } from "./account/account.ts";
import * as account from "./account/changes.ts";
import { ownLinkActions } from "./account/links.ts";
import { noticePages, noticeSchema } from "./account/notice.ts";
import { linkPages, linkSchema } from "./auth/link.ts";
import { resumePages, resumeSchema } from "./auth/resume.ts";
import { setUpPages, setUpSchema } from "./auth/set-up.ts";
import { signInPages, signInSchema } from "./auth/sign-in.ts";
import { signOut, signOutSchema } from "./auth/sign-out.ts";
import { clockSchema, demoClock } from "./demo/clock.ts";
import type { Deps } from "./deps.ts";
import { anyone, anyRole, requireRole, signedIn } from "./middleware/access.ts";
import { askAgain } from "./middleware/ask-again.ts";
import { languageSchema, switchLanguage } from "./middleware/language.ts";
import { missesBrake } from "./middleware/limits.ts";
import { addPersonPages, addPersonSchema } from "./people/add.ts";
import * as person from "./people/commands.ts";
import * as departments from "./people/departments.ts";
import { linkActions, linkSchema as newLinkSchema } from "./people/link.ts";
import { listPeople } from "./people/list.ts";
import { personPage } from "./people/person.ts";
import { comparisonPage } from "./policy/comparison.ts";
import { defaultsPage } from "./policy/defaults.ts";
import { policyPages } from "./policy/policy-page.ts";
import { publishPages } from "./policy/publish.ts";
import { makeSchema, qualityPages } from "./policy/quality/quality.ts";
import { policySchema } from "./policy/schema.ts";
import { runSchema, simulatorPages } from "./policy/simulator/simulator.ts";
import { createRoutes } from "./route.ts";
import type { Routes } from "./route.ts";
import { administrationRoutes } from "./routes/administration.ts";
import { apiRoutes } from "./routes/api.ts";
import { evaluationRoutes } from "./routes/evaluation.ts";
import { evidenceRoutes } from "./routes/evidence.ts";
import { gateRoutes } from "./routes/gates.ts";
import { helpRoutes } from "./routes/help.ts";
import { ledgerRoutes } from "./routes/ledger.ts";
import { methodRoutes } from "./routes/methods.ts";
import { pilotRoutes } from "./routes/pilot.ts";
import { portfolioRoutes } from "./routes/portfolio.ts";
import { proposalRoutes } from "./routes/proposal.ts";
import { rolloutRoutes } from "./routes/rollout.ts";
import { tokenRoutes } from "./routes/tokens.ts";

/** Every address of the product, grouped: who may use it, what it takes, who answers. */
export function routes(deps: Deps): Routes & { readonly api: Router } {
  // What an upload that broke off leaves there, the sweep takes away.
  const all = createRoutes(deps.services.vault.incoming, { costs: deps.costs, askAgain: askAgain(deps) });
  const { get, post, router } = all;
  const administrator = requireRole("administrator");
  // What could keep a person out of an account, or let another in: the password is asked for once more.
  const again = { again: "asked" } as const;
  const administratorOrAuditor = requireRole("administrator", "auditor");

  // signing in, and what leads there
  // Sign-in itself counts its failures by account, address and browser; see throttle.ts.
  router.use(["/set-up/:token", "/link/:token"], missesBrake(60, deps.accounts.links));
  const signInPage = signInPages(deps);
  get("/sign-in", anyone, signInPage.show);
  post("/sign-in", anyone, signInSchema, signInPage.submit);
  post("/sign-out", anyone, signOutSchema, signOut(deps));
  const setUpPage = setUpPages(deps);
  get("/set-up/:token", anyone, setUpPage.show);
  post("/set-up/:token", anyone, setUpSchema, setUpPage.submit);
  const link = linkPages(deps);
  get("/link/:token", anyone, link.show);
  post("/link/:token", anyone, linkSchema, link.submit);
  const kept = resumePages(deps, router);
  get("/resume/:token", signedIn, kept.show);
  post("/resume/:token", signedIn, resumeSchema, kept.submit);
  post("/language", anyone, languageSchema, switchLanguage(deps.config));

  // one's own account
  const own = account.accountChanges(deps);
  get("/account", signedIn, accountPage(deps));
  post("/account/language", signedIn, account.languageSchema, own.language);
  post("/account/password", signedIn, account.passwordSchema, own.password, { again: "in-form" });
  post("/account/session-end", signedIn, account.sessionSchema, own.endSession, again);
  post("/account/session-end-all", signedIn, account.nothingSchema, own.endOthers, again);
  post("/account/deputy", requireRole("approver"), account.deputySchema, own.nameDeputy, again);
  post("/account/deputy-end", requireRole("approver"), account.nothingSchema, own.endDeputy, again);
  const ownLink = ownLinkActions(deps);
  post("/account/link", signedIn, account.nothingSchema, ownLink.ask, again);
  post("/account/link/confirmation", signedIn, account.nothingSchema, ownLink.confirm, again);
  post("/account/link/refusal", signedIn, account.nothingSchema, ownLink.refuse);
  const notice = noticePages(deps);
  get("/account/notice", signedIn, notice.show);
  post("/account/notice", signedIn, noticeSchema, notice.acknowledge);

  // people and departments
  const addPerson = addPersonPages(deps);
  get("/people", administratorOrAuditor, listPeople(deps));
  get("/people/new", administrator, addPerson.show);
  post("/people", administrator, addPersonSchema, addPerson.submit, again);
  const department = departments.departmentPages(deps);
  get("/people/departments", administratorOrAuditor, department.list);
  post("/people/departments", administrator, departments.addDepartmentSchema, department.add);
  get("/people/departments/:key", administrator, department.edit);
  post("/people/departments/:key", administrator, departments.renameDepartmentSchema, department.rename);
  post("/people/departments/:key/closing", administrator, departments.closeDepartmentSchema, department.close);
  const one = person.personCommands(deps);
  get("/people/:person", administratorOrAuditor, personPage(deps));
  post("/people/:person/roles", administrator, person.roleSchema, one.grant, again);
  post("/people/:person/revocations", administrator, person.roleSchema, one.revoke, again);
  post("/people/:person/department", administrator, person.departmentSchema, one.move);
  post("/people/:person/deputy", administrator, person.deputySchema, one.nameDeputy, again);
  post("/people/:person/deputy-end", administrator, person.nothingSchema, one.endDeputy, again);
  post("/people/:person/disabling", administrator, person.nothingSchema, one.disable, again);
  post("/people/:person/enabling", administrator, person.nothingSchema, one.enable, again);
  post("/people/:person/details", administrator, person.detailsSchema, person.changeDetails(deps), again);
  post("/people/:person/session-end", administrator, person.nothingSchema, one.endSessions, again);
  const links = linkActions(deps);
  post("/people/:person/link", administrator, newLinkSchema, links.ask, again);
  post("/people/:person/link/confirmation", administrator, person.nothingSchema, links.confirm, again);
  post("/people/:person/link/refusal", administrator, person.nothingSchema, links.refuse);

  // the policy
  const policy = policyPages(deps);
  const publish = publishPages(deps);
  get("/policy", anyRole, policy.current);
  get("/policy/versions/:version", anyRole, policy.version);
  get("/policy/comparison", anyRole, comparisonPage(deps));
  const simulator = simulatorPages(deps);
  get("/policy/simulator", anyRole, simulator.show, { costs: "simulator" });
  get("/policy/defaults", administrator, defaultsPage(deps));
  post("/policy/simulator/runs", anyRole, runSchema, simulator.run, { costs: "simulator" });
  const quality = qualityPages(deps);
  get("/policy/quality", anyRole, quality.show);
  post("/policy/quality/runs", anyRole, makeSchema, quality.make, { costs: "simulator" });
  get("/policy/new", administrator, publish.show);
  post("/policy/simulator/drafts", administrator, policySchema, publish.simulate);
  post("/policy/versions", administrator, policySchema, publish.submit, again);

  proposalRoutes(all, deps);
  portfolioRoutes(all, deps);
  pilotRoutes(all, deps);
  evidenceRoutes(all, deps);
  tokenRoutes(all, deps);
  evaluationRoutes(all, deps);
  gateRoutes(all, deps);
  rolloutRoutes(all, deps);
  ledgerRoutes(all, deps);
  administrationRoutes(all, deps);
  helpRoutes(all);
  methodRoutes(all);

  // the demonstration's clock; elsewhere it does not exist
  post("/demo/clock", anyRole, clockSchema, demoClock(deps));

  // for programs: in front of cookies and what guards them
  return { ...all, api: apiRoutes(deps) };
}
