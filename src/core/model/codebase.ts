/** Languages whose files are parsed. */
export type CodeLanguage = "typescript" | "tsx" | "javascript" | "python" | "go" | "java";

/** How people call these languages. */
export const languageNames: Readonly<Record<CodeLanguage, string>> = {
  typescript: "TypeScript",
  tsx: "TypeScript",
  javascript: "JavaScript",
  python: "Python",
  go: "Go",
  java: "Java",
};

/** Something that a source file declares at its top level. */
export interface CodeDeclaration {
  readonly kind: "class" | "abstract-class" | "interface" | "function";
  readonly name: string;
  /** Other files can use it. */
  readonly isExported: boolean;
  /** Names of what it extends and implements, without packages and type arguments. */
  readonly supertypes: readonly string[];
  readonly line: number;
}

/** A call or decorator that may say where a request goes, such as `router.get("/users", …`. */
export interface CodeRoute {
  /** The beginning of the call, on one line. */
  readonly text: string;
  /** A decorator of a class: what it says holds for those within. */
  readonly isOnType: boolean;
  readonly line: number;
}

/** What one source file says, as far as plans need it. */
export interface SourceFacts {
  readonly path: string;
  readonly language: CodeLanguage;
  readonly declarations: readonly CodeDeclaration[];
  /** Names that the file takes from others, each once. */
  readonly imports: readonly string[];
  readonly routes: readonly CodeRoute[];
}

/** A file to parse. */
export interface SourceFile {
  readonly path: string;
  readonly language: CodeLanguage;
}

/** What a look at a repository's code gave; paths repository-relative. */
export interface CodeFacts {
  /** All files but the ignored ones, sorted. */
  readonly paths: readonly string[];
  /** Small files that say how the repository is tested, deployed and owned: text by path. */
  readonly texts: ReadonlyMap<string, string>;
  readonly sources: readonly SourceFacts[];
  /** Source files that were left out, with the reason in a few words. */
  readonly unread: readonly { readonly path: string; readonly reason: string }[];
}

/** Something in the code that a plan can build on. */
export interface CodeElement {
  readonly kind: CodeDeclaration["kind"] | "endpoint";
  /** `AuthService`, `GET /users/:id`. */
  readonly name: string;
  readonly path: string;
  readonly line: number;
  /** Files that import the name. */
  readonly usedBy: number;
  /** Declarations that extend or implement it. */
  readonly extendedBy: number;
}

/** A folder or file that stands for something shared. */
export interface SharedPlace {
  /** Glob of the files. */
  readonly location: string;
  /** What showed it, such as `golang-migrate files`. */
  readonly reason: string;
}

/** Databases that tests share: the services of one compose file or workflow. */
export interface TestDatabases {
  readonly path: string;
  readonly services: readonly string[];
}

/** A line of CODEOWNERS. */
export interface OwnerRule {
  /** Globs that say the same as its pattern. */
  readonly globs: readonly string[];
  /** None takes the files out of what lines before say. */
  readonly owners: readonly string[];
}

/** A command of the repository that shows something about its code. */
export interface CodeCheck {
  readonly kind: "test" | "lint" | "types" | "build";
  readonly command: string;
  /** The file that says so. */
  readonly path: string;
  /** It takes paths of tests behind it. */
  readonly takesPaths: boolean;
  /** Folder that it is run in, with a closing slash; empty for the root. */
  readonly folder: string;
}

/** What there is in a repository that a plan is to fit into. Lists are sorted by how much hangs on an entry. */
export interface Codebase {
  readonly paths: readonly string[];
  /** Files that were parsed, by language. */
  readonly languages: Readonly<Record<string, number>>;
  /** What is declared for use elsewhere, tests left out. */
  readonly elements: readonly CodeElement[];
  readonly endpoints: readonly CodeElement[];
  /** Abstract classes, what others extend or implement, and interfaces of Go. */
  readonly extensionPoints: readonly CodeElement[];
  readonly migrations: readonly SharedPlace[];
  readonly deployments: readonly SharedPlace[];
  /** Names of the environments that workflows deploy to, sorted. */
  readonly environments: readonly string[];
  readonly testDatabases: readonly TestDatabases[];
  readonly owners: readonly OwnerRule[];
  readonly checks: readonly CodeCheck[];
  /** Some source files were not parsed. */
  readonly isPartial: boolean;
  /** What was looked at, and what was not. One sentence. */
  readonly note: string;
}
