/** How far requests in the system may lie from throughput × time before a load test contradicts itself. */
const TOLERANCE = 0.1;

/**
 * Little's law: on average L = X·W requests are in the system, X requests a second, W seconds each (think time included where
 * users pause). A load test with a fixed number of users that reports far fewer in the system had users that did not ask, far
 * more: times or counts that do not belong together. All ≥ 0, users > 0. Source: Little 1961, Oper Res 9:383.
 */
export function littlesLaw(throughput: number, seconds: number, users: number) {
  if (!(throughput >= 0 && seconds >= 0 && users > 0))
    throw new RangeError("Throughput and time are 0 or more, users more than 0");
  const inSystem = throughput * seconds;
  const ratio = inSystem / users;
  return { inSystem, ratio, consistent: Math.abs(ratio - 1) <= TOLERANCE };
}
