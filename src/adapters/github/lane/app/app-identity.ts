/** Who we are to GitHub. */
export interface AppIdentity {
  readonly appId: number;
  /** Such as `keysteps[bot]`. */
  readonly login: string;
}
