import type { Services } from "../../application/services.ts";
import type { Organisation } from "../../domain/committee/seat.ts";
import { departmentName } from "./department.ts";
import type { Language } from "../view/languages.ts";

/** Where a member comes from, in words. */
export const organisationText = (
  { views }: Pick<Services, "views">,
  language: Language,
  organisation: Organisation,
): string =>
  organisation.kind === "outside"
    ? organisation.name
    : departmentName(language, views.departments.all(), organisation.department);
