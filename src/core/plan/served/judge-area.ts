import type { CoverageArea } from "../../model/coverage.ts";

/** The first that fits; what fits none is business logic. */
const signs: readonly (readonly [CoverageArea, RegExp])[] = [
  ["testing", /\b(?:tests?|tested|testing|test suite|test coverage)\b/i],
  [
    "security",
    /\b(?:security|secure[ds]?|securely|auth|authenti\w+|authori[sz]\w+|passwords?|encrypt\w*|permissions?|privileges?|credentials?|access control|roles?|csrf|xss|sanitis\w+|sanitiz\w+|audit\w*|secrets?|tokens?|rate.?limit\w*|sign(?:ed)?.in|log.?in)\b/i,
  ],
  [
    "api endpoints",
    /\b(?:apis?|endpoints?|webhooks?|rest|graphql|grpc|GET|POST|PUT|PATCH|DELETE|https?|status codes?|requests?|responses?)\b/,
  ],
  [
    "database",
    /\b(?:databases?|schemas?|tables?|migrations?|persist\w*|stored?|stores|columns?|index(?:es)?|quer(?:y|ies)|records?|sql|backups?)\b/i,
  ],
];

/** Which part of the product a requirement is about, by its words. */
export function judgeArea(text: string): CoverageArea {
  return signs.find(([, sign]) => sign.test(text))?.[0] ?? "business logic";
}
