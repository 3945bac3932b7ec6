// Stands in for @actions/http-client in the built Action: it would bring undici along, which nothing there calls.
const refuse = () => {
  throw new Error("the built Action has no HTTP client but Octokit's");
};
export const HttpClient = refuse;
export const BearerCredentialHandler = refuse;
