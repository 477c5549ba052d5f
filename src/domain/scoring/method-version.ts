/**
 * Version of everything between statistics and verdict: methods, simulation, rules. Raise it with any change that may
 * move a recorded number; a replay then reports the cause `method`. It is part of every seed.
 */
export const scoringVersion = "2";
