/** Raised where what the read models write changes while their tables stay the same: files of before are made again. */
export const written = 4;
