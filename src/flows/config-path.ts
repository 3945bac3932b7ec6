/** Where a repository keeps its settings. */
export const configPath = ".github/keysteps.yml";
