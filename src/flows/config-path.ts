/** Where a repository keeps its settings, unless a run names another path. */
export const configPath = ".github/keysteps.yml";
