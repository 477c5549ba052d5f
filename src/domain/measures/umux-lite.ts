import { hundredPoints } from "./hundred-points.ts";

export const umuxLite = hundredPoints("umux-lite");
