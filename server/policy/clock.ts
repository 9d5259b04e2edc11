/** Time enters through one of these and nowhere else. */
export interface Clock {
  now(): Date;
}
