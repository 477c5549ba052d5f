import type { Deps } from "./deps.ts";
import { requireRole } from "./middleware/access.ts";
import type { Routes } from "./routes.ts";
import { statementPages, statementSchema } from "./statement.ts";
import type { Statement } from "./statement.ts";

/** Acts that are nothing but their reason: a page that asks for it, and the act, at one address. */
export function statementRoutes({ get, post }: Routes, { services }: Deps, ...statements: readonly Statement[]): void {
  for (const statement of statements) {
    const pages = statementPages(services, statement);
    const path = `/technologies/:slug/${statement.path}`;
    get(path, requireRole(...statement.roles), pages.show);
    post(path, requireRole(...statement.roles), statementSchema, pages.submit);
  }
}
