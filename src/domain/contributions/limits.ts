/** How long what somebody says may be; what is longer goes into a letter, whose points staff type in. */
export const contributionLimits = {
  /** Characters. */
  text: 8_000,
} as const;
