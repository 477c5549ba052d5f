/** Whoever writes without an account: no role, and known by a receipt code alone. */
export const thePublic = "public";
