type Hour = { readonly since: number; readonly uses: number };

const anHour = 3_600_000;
const mostRemembered = 10_000;

type Hours = {
  /** Counts one use. @returns 0, or the seconds until the hour of this person is over, where nothing of it is left */
  readonly use: (who: string) => number;
};

/** How often each person did something within an hour of the first time. @param now milliseconds */
export function createHours(mostUses: number, now: () => number): Hours {
  const hours = new Map<string, Hour>();

  function forget(at: number): void {
    for (const [who, { since }] of hours) if (at - since >= anHour) hours.delete(who);
    if (hours.size >= mostRemembered) hours.clear();
  }

  return {
    use(who) {
      const at = now();
      const known = hours.get(who);
      const hour = known === undefined || at - known.since >= anHour ? { since: at, uses: 0 } : known;
      if (hour.uses >= mostUses) return Math.ceil((hour.since + anHour - at) / 1000);
      if (known === undefined && hours.size >= mostRemembered) forget(at);
      hours.set(who, { ...hour, uses: hour.uses + 1 });
      return 0;
    },
  };
}
