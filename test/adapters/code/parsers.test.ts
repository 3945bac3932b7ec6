import { describe, expect, it } from "@jest/globals";
import { babelParser } from "../../../src/adapters/code/parse/babel-parser.ts";
import { loadParser } from "../../../src/adapters/code/parse/load-parser.ts";
import type { CodeLanguage } from "../../../src/core/model/codebase.ts";

const native = await loadParser();

const typescript = `// Grüße 😀
import Logger, { type Config as Settings, Store } from "./store";
import * as all from "./all";

@Controller("orders")
export class OrderController<T extends Store> extends BaseController<Map<T, string>> implements Closable, api.Named {
  @Get(":id")
  find(@Param("id") id: string) { return all.find(id); }
}
export abstract class BaseController<T> {}
export default interface Closable extends Disposable, Iterable<Map<string, number>> { close(): void }
interface Hidden {}
export function handle() {}
function inner() { class Local {} }
router.post("/users", async (c) => cache.get(c));
map.get(key);
`;

const javascript = `const { Store } = require("./store");
class Cart extends mixin(Store) {}
function add() {}
app
  .get("/cart/:id", show)
  .delete("/cart/:id", drop);
module.exports = { Cart, add };
`;

function parse(language: CodeLanguage, text: string, parser = native) {
  return parser.parse({ path: "file", language }, text);
}

describe.each([
  ["ast-grep", native],
  ["babel", babelParser],
] as const)("%s", (_, parser) => {
  it("finds what TypeScript declares, whom it extends and what it imports", () => {
    const { declarations, imports } = parse("typescript", typescript, parser);

    expect(
      declarations.map(({ kind, name, isExported, supertypes, line }) =>
        [line, kind, name, isExported, ...supertypes].join(" "),
      ),
    ).toEqual([
      "6 class OrderController true BaseController Closable Named",
      "10 abstract-class BaseController true",
      "11 interface Closable true Disposable Iterable",
      "12 interface Hidden false",
      "13 function handle true",
      "14 function inner false",
    ]);
    expect(imports).toEqual(["Config", "Logger", "Store"]);
  });

  it("finds calls and decorators that may be routes", () => {
    const { routes } = parse("typescript", typescript, parser);

    expect(routes.map(({ text, isOnType }) => [text, isOnType])).toEqual([
      ['@Controller("orders")', true],
      ['@Get(":id")', false],
      ["cache.get(c)", false],
      ['router.post("/users", async (c) => cache.get(c))', false],
      ["map.get(key)", false],
    ]);
  });

  it("takes what a CommonJS file declares as exported", () => {
    const { declarations, routes } = parse("javascript", javascript, parser);

    expect(declarations.map(({ name, isExported }) => [name, isExported])).toEqual([
      ["Cart", true],
      ["add", true],
    ]);
    expect(declarations[0]?.supertypes).toEqual(["mixin"]);
    expect(routes).toHaveLength(2);
  });

  it("takes what CommonJS requires by name as imported", () => {
    const text = `const { Store, Log: log } = require("./a");
const Cart = require("./cart");
const fs = require("fs");
`;

    expect(parse("javascript", text, parser).imports).toEqual(["Cart", "Log", "Store"]);
  });

  it("takes a constant that holds a function as a function", () => {
    const text = `export const start = async () => {};
const stop = function () {};
export const limit = 3, ask = (x: string) => x;
function outer() { const inner = () => {}; }
`;

    const { declarations } = parse("typescript", text, parser);

    expect(declarations.map(({ kind, name, isExported }) => [kind, name, isExported])).toEqual([
      ["function", "start", true],
      ["function", "stop", false],
      ["function", "ask", true],
      ["function", "outer", false],
    ]);
  });
});

it("says the same of a file with either parser", () => {
  for (const [language, text] of [
    ["typescript", typescript],
    ["javascript", javascript],
    [
      "tsx",
      "export class Page extends Component<Props> { render() { return <a href='/x'>y</a>; } }",
    ],
  ] as const) {
    expect(parse(language, text, babelParser)).toEqual(parse(language, text));
  }
});

it("reads Python: classes, protocols, abstract ones, functions, imports and routes", () => {
  const facts = parse(
    "python",
    `from shop.store import (Store, Cart as Basket)
class Service(Base, metaclass=Meta):
    @property
    def x(self): pass
class Port(Protocol): ...
class _Hidden(ABC): ...
@app.route("/orders", methods=["POST"])
def create(): ...
`,
  );

  expect(facts.declarations).toEqual([
    { kind: "class", name: "Service", isExported: true, supertypes: ["Base"], line: 2 },
    { kind: "interface", name: "Port", isExported: true, supertypes: ["Protocol"], line: 5 },
    { kind: "abstract-class", name: "_Hidden", isExported: false, supertypes: ["ABC"], line: 6 },
    { kind: "function", name: "create", isExported: true, supertypes: [], line: 8 },
  ]);
  expect(facts.imports).toEqual(["Cart", "Store"]);
  expect(facts.routes.map(({ text }) => text)).toEqual(['@app.route("/orders", methods=["POST"])']);
});

it("reads Go: types, functions by their capital, used types and routes", () => {
  const facts = parse(
    "go",
    `package shop
import "net/http"
type Store interface { Get() error }
type cart struct { h http.Handler }
func New() {}
func helper() { r.GET("/orders", list); http.HandleFunc("POST /orders", create) }
`,
  );

  expect(facts.declarations.map(({ kind, name, isExported }) => [kind, name, isExported])).toEqual([
    ["interface", "Store", true],
    ["class", "cart", false],
    ["function", "New", true],
    ["function", "helper", false],
  ]);
  expect(facts.imports).toEqual(["Handler"]);
  expect(facts.routes.map(({ text }) => text)).toEqual([
    'http.HandleFunc("POST /orders", create)',
    'r.GET("/orders", list)',
  ]);
});

it("reads Java: classes with what they extend, imports and mappings", () => {
  const facts = parse(
    "java",
    `package shop;
import shop.base.Controller;
@RestController
@RequestMapping("/api")
public abstract class Orders extends Controller<Order> implements Closeable, shop.Named {
  @GetMapping("/orders") public void list() {}
  static class Inner {}
}
interface Port extends Closeable {}
`,
  );

  expect(facts.declarations).toEqual([
    {
      kind: "abstract-class",
      name: "Orders",
      isExported: true,
      supertypes: ["Controller", "Closeable", "Named"],
      line: 5,
    },
    { kind: "interface", name: "Port", isExported: true, supertypes: ["Closeable"], line: 9 },
  ]);
  expect(facts.imports).toEqual(["Controller"]);
  expect(facts.routes.map(({ text, isOnType }) => [text, isOnType])).toEqual([
    ['@RequestMapping("/api")', true],
    ['@GetMapping("/orders")', false],
  ]);
});
