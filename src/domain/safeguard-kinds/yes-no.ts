export const yesNo = ["yes", "no"] as const;
