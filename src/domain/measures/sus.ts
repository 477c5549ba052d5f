import { hundredPoints } from "./hundred-points.ts";

export const sus = hundredPoints("sus");
