export type RiskLevel = "VL" | "L" | "M" | "H" | "VH";

/** Very low to very high. */
export const riskLevels: readonly RiskLevel[] = ["VL", "L", "M", "H", "VH"];

/** Rows by likelihood, columns by impact from VL to VH. */
const tableI2: { readonly [L in RiskLevel]: readonly [RiskLevel, RiskLevel, RiskLevel, RiskLevel, RiskLevel] } = {
  VH: ["VL", "L", "M", "H", "VH"],
  H: ["VL", "L", "M", "H", "VH"],
  M: ["VL", "L", "M", "M", "H"],
  L: ["VL", "L", "L", "L", "M"],
  VL: ["VL", "VL", "VL", "L", "L"],
};

/** Level of risk by look-up, never a product: very high likelihood of very low impact is very low. Source: NIST SP 800-30 Rev. 1, table I-2. */
export function riskLevel(likelihood: RiskLevel, impact: RiskLevel): RiskLevel {
  return tableI2[likelihood][riskLevels.indexOf(impact)] ?? "VH";
}
