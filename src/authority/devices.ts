/** Browsers on which somebody signed in before; they are not held up by strangers who guess at the account. */
export interface Devices {
  /** The token to put into a cookie of its own. */
  remember(person: string): Promise<string>;
  /** Used within half a year; using it begins that time again. */
  knows(token: string, person: string): Promise<boolean>;
  /** After a reset: whoever knew the old password may have left a cookie. */
  forgetAll(person: string): Promise<void>;
}
