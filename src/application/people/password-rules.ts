import { roles } from "../../domain/people/roles.ts";
import type { Services } from "../services.ts";

/** What the house asks of a password, beside what is asked of every one. */
export interface PasswordRules {
  /** Characters at least. */
  readonly least: number;
  /** Words of the house that anybody would try first: those of the policy, departments, roles, the product. */
  readonly words: readonly string[];
}

const productWords = ["touchstone", "试金石", ...roles, "admin", "规划人", "评估人", "审批人", "审计人", "管理员"];

/** By the newest policy; passwords set before stay good. */
export function passwordRules({ views }: Pick<Services, "views">): PasswordRules {
  const { passwordLength, passwordWords } = views.policies.current().accounts;
  const departments = views.departments.all().flatMap(({ name }) => [name.en, name.zh]);
  return { least: passwordLength, words: [...passwordWords, ...departments, ...productWords] };
}
