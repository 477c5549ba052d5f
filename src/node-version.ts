const least = [22, 18] as const;

/** Ends the process with one sentence where Node is too old to run this. */
export function refuseOldNode(version: string = process.versions.node): void {
  if (isEnough(version)) return;
  process.stderr.write(
    `Touchstone needs Node ${least.join(".")} or newer, this is ${version}: start it with npm, which brings its own.\n`,
  );
  process.exit(2);
}

export function isEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > least[0] || (major === least[0] && minor >= least[1]);
}
