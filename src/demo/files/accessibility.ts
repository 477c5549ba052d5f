/** Success criteria a manual audit of a small service goes through: level A and AA. */
const criteria = [
  ["1.1.1", "A"],
  ["1.3.1", "A"],
  ["1.4.3", "AA"],
  ["1.4.10", "AA"],
  ["2.1.1", "A"],
  ["2.4.3", "A"],
  ["2.4.7", "AA"],
  ["3.3.1", "A"],
  ["3.3.2", "A"],
  ["4.1.2", "A"],
] as const;

const usualPages = ["/", "/search", "/stop", "/alert", "/settings", "/help"];
const usualFailure = [["/settings", "1.4.10", "moderate"]] as const;

/** A checklist of a manual audit: every criterion on every page. */
export function wcagCsv(
  day: string,
  pages: readonly string[] = usualPages,
  failed: readonly (readonly [page: string, criterion: string, impact: string])[] = usualFailure,
): string {
  const rows = ["page,criterion,level,result,impact,date"];
  for (const page of pages) {
    for (const [criterion, level] of criteria) {
      const impact = failed.find(([where, what]) => where === page && what === criterion)?.[2] ?? "";
      rows.push([page, criterion, level, impact === "" ? "pass" : "fail", impact, day].join(","));
    }
  }
  return rows.join("\n") + "\n";
}
