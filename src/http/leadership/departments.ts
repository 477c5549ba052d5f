import type { PagerModel } from "../view/components.ts";
import { leadershipAddress } from "./address.ts";
import type { Ground } from "./ground.ts";

/** Departments in the order of the register, from the one behind a key; of a key that is gone, from the first. */
export const departmentsAfter = ({ departments }: Ground, after: string): Ground["departments"] =>
  departments.slice(departments.findIndex(({ key }) => key === after) + 1);

/** To the departments that a table has no room for; null where it has all. */
export function departmentPager(ground: Ground, path: string, after: string, size: number): PagerModel | null {
  const {
    language: { t },
    asked,
  } = ground;
  const rest = departmentsAfter(ground, after);
  const last = rest.length > size ? rest[size - 1] : undefined;
  if (after === "" && last === undefined) return null;
  return {
    ...(after !== "" && { previous: { text: t("leadership:first"), href: leadershipAddress(path, asked) } }),
    ...(last !== undefined && {
      next: { text: t("leadership:more"), href: leadershipAddress(path, asked, { after: last.key }) },
    }),
  };
}
