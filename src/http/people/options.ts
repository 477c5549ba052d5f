import type { Identities } from "../../authority/identities.ts";
import type { Services } from "../../application/services.ts";
import type { Role } from "../../domain/people/roles.ts";
import { departmentName } from "../say/department.ts";
import type { Option } from "../view/fields.ts";
import type { Language } from "../view/languages.ts";

/** Departments that exist, and none. */
export function departmentOptions({ views }: Services, language: Language): readonly Option[] {
  const open = views.departments.open();
  const none = { value: "", label: language.t("people:noDepartment") };
  return [none, ...open.map(({ key }) => ({ value: key, label: departmentName(language, open, key) }))];
}

/** Those who hold a role now, by name. */
export async function holderOptions(
  { views }: Services,
  people: Identities,
  role: Role,
  except: string,
): Promise<readonly Option[]> {
  const ids = views.people.holding(role).flatMap(({ id }) => (id === except ? [] : [id]));
  const names = await people.names(ids);
  return ids.map((id) => ({ value: id, label: names.get(id) ?? id })).sort((a, b) => a.label.localeCompare(b.label));
}
