const extensions =
  "astro|avsc|bash|bat|c|cc|cfg|cjs|conf|cpp|cs|css|csv|cts|dart|dockerfile|ejs|env|erl|ex|exs|feature|fish|go|gradle|graphql|h|hbs|hpp|hs|htm|html|ini|ipynb|java|jinja|jinja2|js|json|json5|jsonc|jsonl|jsx|kt|kts|less|lock|lua|m|md|mdx|mjs|ml|mod|mts|nix|php|pl|plist|png|prisma|properties|proto|ps1|py|pyi|r|rb|rs|rst|sass|scala|scss|service|sh|sol|sql|sum|svelte|svg|swift|tf|tfvars|toml|ts|tsv|tsx|txt|vue|wasm|xml|yaml|yml|zig|zsh";
const named = new RegExp(`^[\\w@.*{}()\\[\\],+~$-]*[\\w*}\\])]\\.(?:${extensions})$`, "i");
const wellKnown =
  /^(?:Makefile|Dockerfile|Containerfile|Jenkinsfile|Procfile|Gemfile|Rakefile|Vagrantfile|LICENSE|CODEOWNERS|\.env(?:\.[\w-]+)*|\.[a-z][\w-]*(?:ignore|rc|attributes|config|keep)|\.npmrc|\.nvmrc)$/;
const framework = /^[A-Z]?[a-z]+\.(?:js|io|ts)$/;
const roots =
  /^(?:\.github|\.claude|api|app|apps|assets|backend|bin|charts|client|cmd|config|configs|db|deploy|deployment|docs|examples|frontend|infra|internal|k8s|lib|libs|migrations|modules|ops|packages|pkg|prisma|public|scripts|server|services|specs?|src|terraform|tests?|tools|web)$/;

/**
 * Says whether a word is a file or folder of a repository: a path or glob with a known extension, a
 * well-known name, or a folder in a usual place.
 *
 * URLs, absolute paths (routes), versions and names such as `Node.js` or `text/calendar` are not.
 *
 * @param isMarked True for code spans, where a folder or a bare name may be meant.
 */
export function isFilePath(word: string, isMarked: boolean): boolean {
  if (word.length > 300 || /^[/\\]|(?:^|\/)\.\.\/|^-|[=<>]|:\/\/|\/\/|\s/.test(word)) return false;
  const parts = word.replace(/^\.\//, "").split("/");
  const last = parts.at(-1) ?? "";
  if (wellKnown.test(last)) return isMarked || parts.length > 1 || last.startsWith(".");
  if (named.test(last)) return parts.length > 1 || isMarked || !framework.test(last);
  if (parts.length < 2 || !roots.test(parts[0] ?? "")) return false;
  return isMarked ? /^[\w.*@{}[\]-]*$/.test(last) : last === "";
}
