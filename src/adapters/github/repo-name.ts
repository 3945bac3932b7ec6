/** A repository as routes name it. */
export interface RepoName {
  readonly owner: string;
  readonly repo: string;
}
