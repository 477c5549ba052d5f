import type { Deps } from "./deps.ts";
import { requireRole } from "./middleware/access.ts";
import type { Routes } from "./route.ts";
import { statementPages, statementSchema } from "./statement.ts";
import type { Statement } from "./statement.ts";

/** Acts that are nothing but their reason: a page that asks for it, and the act, at one address. */
export function acts({ get, post }: Routes, { services }: Deps, ...list: readonly Statement[]): void {
  for (const statement of list) {
    const pages = statementPages(services, statement);
    const path = `/technologies/:slug/${statement.path}`;
    get(path, requireRole(...statement.roles), pages.show);
    post(path, requireRole(...statement.roles), statementSchema, pages.submit);
  }
}
