/** `S` is the newest schema; what was stored in an older one is raised on read. */
export interface Event<T extends string, P, S extends number = 1> {
  readonly type: T;
  readonly schema: S;
  readonly payload: P;
}
