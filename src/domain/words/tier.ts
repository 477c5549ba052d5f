/** Impact tier: what it obliges to, a policy says. */
export type Tier = "I" | "II" | "III" | "IV";
export const tiers: readonly Tier[] = ["I", "II", "III", "IV"];
