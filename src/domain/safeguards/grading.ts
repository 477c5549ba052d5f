import { dataGrades } from "../policy/safeguards/grading.ts";
import type { DataGrade, GradingRules, HarmDegree, HarmedObject } from "../policy/safeguards/grading.ts";

/** What misuse of an item of data would harm, and how badly. */
export interface Harm {
  readonly object: HarmedObject;
  readonly degree: HarmDegree;
}

/** Source: GB/T 43697-2024, the table of objects and degrees, as the policy holds it. */
export const gradeOfHarm = ({ table }: Pick<GradingRules, "table">, { object, degree }: Harm): DataGrade =>
  table[object][degree];

/**
 * The grade of a data set: the highest of what misuse of any of its items would harm (就高从严). A merged or derived set is
 * graded anew by all its harms, those that only the whole can do among them.
 *
 * @returns null where no harm is named: such a set is not graded, and not of the lowest grade either
 */
export const gradeOfHarms = (rules: Pick<GradingRules, "table">, harms: readonly Harm[]): DataGrade | null =>
  highestGrade(harms.map((harm) => gradeOfHarm(rules, harm)));

/** Null of none. */
export const highestGrade = (grades: readonly DataGrade[]): DataGrade | null =>
  grades.reduce<DataGrade | null>((highest, grade) => (isHigher(grade, highest) ? grade : highest), null);

const isHigher = (grade: DataGrade, than: DataGrade | null): boolean =>
  than === null || dataGrades.indexOf(grade) > dataGrades.indexOf(than);
