/** The branch that applied plans are kept on. */
export const branchName = "keysteps";
