/**
 * What the page does: filters, picking a task, zoom, light and dark. The same for every plan; runs in
 * the browser, so it is no TypeScript. Texts of the plan only ever become text nodes.
 */
export const reportScript = `"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const all = (query) => [...document.querySelectorAll(query)];
  const tasks = new Map(JSON.parse($("plan").textContent).map((task) => [task.id, task]));
  const texts = new Map([...tasks.values()].map((task) => [task.id,
    [task.id, task.title, task.description, task.owner, task.place, ...task.files, ...task.resources].join(" ").toLowerCase()]));
  const nodes = all("#graph .node");
  const byId = new Map(nodes.map((node) => [node.dataset.id, node]));
  const edges = all("#graph .edge");
  const rows = all("#gantt .row");
  const chips = all(".chip[data-id]");
  const waves = all("tr[data-wave]");
  const gantt = $("gantt");
  const rowHeight = Number(gantt.dataset.row);

  function filter() {
    const words = $("text").value.toLowerCase().split(/\\s+/).filter(Boolean);
    const [wave, feature, resource] = ["wave", "feature", "resource"].map((id) => $(id).value);
    const isCritical = $("critical").checked;
    const shown = new Set();
    for (const task of tasks.values()) {
      const fits = (wave === "" || String(task.wave) === wave) &&
        (feature === "" || task.feature === feature) &&
        (resource === "" || task.resources.includes(resource)) &&
        (!isCritical || task.isCritical) &&
        words.every((word) => texts.get(task.id).includes(word));
      if (fits) shown.add(task.id);
    }
    for (const node of nodes) node.classList.toggle("dim", !shown.has(node.dataset.id));
    for (const edge of edges) edge.classList.toggle("dim", !shown.has(edge.dataset.from) || !shown.has(edge.dataset.to));
    for (const chip of chips) chip.classList.toggle("dim", !shown.has(chip.dataset.id));
    for (const row of waves) row.classList.toggle("gone", ![...row.querySelectorAll(".chip")].some((chip) => shown.has(chip.dataset.id)));
    let place = 0;
    for (const row of rows) {
      const isShown = shown.has(row.dataset.id);
      row.classList.toggle("gone", !isShown);
      if (isShown) row.setAttribute("transform", "translate(0 " + rowHeight * place++ + ")");
    }
    gantt.setAttribute("height", String(Math.max(1, place) * rowHeight));
    $("count").textContent = shown.size + " of " + tasks.size + " tasks";
    if (shown.size > 0 && shown.size < tasks.size) reveal(nodes.find((node) => shown.has(node.dataset.id)));
  }

  function reveal(element) {
    const pane = element && element.closest(".pane");
    if (!pane) return;
    const [a, b] = [element.getBoundingClientRect(), pane.getBoundingClientRect()];
    if (a.left < b.left || a.right > b.right) pane.scrollLeft += a.left - b.left - 40;
    if (a.top < b.top || a.bottom > b.bottom) pane.scrollTop += a.top - b.top - b.height / 3;
  }

  let picked;
  function pick(id, isByKey) {
    if (id === undefined && picked !== undefined && !$("panel").hidden) focusNode(picked);
    picked = id;
    const task = tasks.get(id);
    const near = new Set(task ? [...task.before, ...task.after] : []);
    for (const node of nodes) {
      node.classList.toggle("picked", node.dataset.id === id);
      node.classList.toggle("near", near.has(node.dataset.id));
    }
    for (const edge of edges) edge.classList.toggle("near", edge.dataset.from === id || edge.dataset.to === id);
    for (const element of [...rows, ...chips]) element.classList.toggle("picked", element.dataset.id === id);
    $("panel").hidden = !task;
    if (!task) return;
    $("panel-title").textContent = task.id + " " + task.title;
    const body = $("panel-body");
    body.replaceChildren();
    add(body, "p", task.description);
    const list = add(body, "dl", "\\u200b");
    list.textContent = "";
    for (const [name, value] of [
      ["State", task.state], ["Priority", task.priority], ["Owner", task.owner],
      ["Wave", task.wave > 0 ? String(task.wave) : ""],
      ["Time", task.start + " h to " + task.finish + " h, at the latest " + task.latest + " h"],
      ["Dates", task.dates], ["Resources", task.resources.join(", ")], ["Spec", task.place],
    ]) if (value) { add(list, "dt", name); add(list, "dd", value); }
    links(body, "Waits for", task.before);
    links(body, "Blocks", task.after);
    lines(body, "Done when", task.criteria);
    lines(body, "Files", task.files);
    reveal(byId.get(id));
    if (isByKey) $("close").focus();
  }

  function focusNode(id) {
    const node = byId.get(id);
    if (!node) return;
    for (const other of nodes) other.setAttribute("tabindex", other === node ? "0" : "-1");
    node.focus({ preventScroll: true });
    reveal(node);
  }

  function add(parent, name, text) {
    if (!text) return undefined;
    const element = document.createElement(name);
    element.textContent = text;
    parent.append(element);
    return element;
  }

  function lines(parent, name, texts) {
    if (texts.length === 0) return;
    add(parent, "strong", name);
    const list = document.createElement("ul");
    for (const text of texts) add(list, "li", text);
    parent.append(list);
  }

  function links(parent, name, ids) {
    if (ids.length === 0) return;
    add(parent, "strong", name);
    const list = document.createElement("ul");
    for (const id of ids) {
      const item = document.createElement("li");
      const button = add(item, "button", id);
      button.className = "chip";
      button.addEventListener("click", () => pick(id, true));
      item.append(" " + (tasks.get(id) ? tasks.get(id).title : ""));
      list.append(item);
    }
    parent.append(list);
  }

  const graph = $("graph");
  const field = $("field");
  const [width, height] = [Number(graph.dataset.width), Number(graph.dataset.height)];
  const legible = 0.7;
  let scale = 1;
  function zoom(to) {
    const [x, y] = [(field.scrollLeft + field.clientWidth / 2) / scale, (field.scrollTop + field.clientHeight / 2) / scale];
    scale = Math.min(3, Math.max(0.05, to));
    graph.setAttribute("width", String(width * scale));
    graph.setAttribute("height", String(height * scale));
    field.scrollLeft = x * scale - field.clientWidth / 2;
    field.scrollTop = y * scale - field.clientHeight / 2;
  }
  function measureFit() {
    return Math.min((field.clientWidth - 4) / width, (0.7 * window.innerHeight) / height);
  }
  $("bigger").addEventListener("click", () => zoom(scale * 1.25));
  $("smaller").addEventListener("click", () => zoom(scale / 1.25));
  $("whole").addEventListener("click", () => zoom(measureFit()));
  $("actual").addEventListener("click", () => zoom(1));
  field.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    zoom(event.deltaY < 0 ? scale * 1.1 : scale / 1.1);
  }, { passive: false });

  let grip;
  field.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "mouse" || event.button !== 0) return;
    grip = { x: event.clientX, y: event.clientY, left: field.scrollLeft, top: field.scrollTop, isMoving: false };
  });
  window.addEventListener("pointermove", (event) => {
    if (!grip) return;
    const [x, y] = [event.clientX - grip.x, event.clientY - grip.y];
    if (!grip.isMoving && Math.hypot(x, y) < 5) return;
    grip.isMoving = true;
    field.classList.add("moving");
    field.scrollLeft = grip.left - x;
    field.scrollTop = grip.top - y;
  });
  window.addEventListener("pointerup", () => {
    const wasMoving = grip && grip.isMoving;
    grip = undefined;
    field.classList.remove("moving");
    if (wasMoving) window.addEventListener("click", stop, { capture: true, once: true });
    setTimeout(() => window.removeEventListener("click", stop, { capture: true }));
  });
  function stop(event) { event.stopPropagation(); }

  /** The whole of a small drawing; of a big one where the work begins, at a size that can be read. */
  function showFirst() {
    const fit = measureFit();
    if (fit >= legible) return zoom(Math.min(1, fit));
    const open = [...tasks.values()].filter((task) => task.state !== "done" && byId.has(task.id));
    open.sort((a, b) => a.start - b.start || Number(b.isCritical) - Number(a.isCritical));
    const first = open.length > 0 ? byId.get(open[0].id) : nodes[0];
    if (!first) return;
    const [a, b] = [first.getBoundingClientRect(), field.getBoundingClientRect()];
    field.scrollLeft += a.left - b.left - 40;
    field.scrollTop += a.top - b.top - field.clientHeight / 2;
  }

  /** Fonts differ in width: a text that would leave its box is set closer. */
  function fitTexts() {
    const texts = all("text[data-room]").map((text) => [text, Number(text.dataset.room), text.getComputedTextLength()]);
    for (const [text, room, length] of texts) if (length > room) {
      text.setAttribute("textLength", String(room));
      text.setAttribute("lengthAdjust", "spacingAndGlyphs");
    }
  }

  /** The nearest node in the direction of an arrow key. */
  function findNext(from, key) {
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
    if (!way) return undefined;
    const middle = (node) => {
      const matrix = node.transform.baseVal.consolidate().matrix;
      return [matrix.e, matrix.f];
    };
    const [x, y] = middle(from);
    let best;
    let least = Infinity;
    for (const node of nodes) {
      const [dx, dy] = [middle(node)[0] - x, middle(node)[1] - y];
      const ahead = dx * way[0] + dy * way[1];
      const aside = Math.abs(dx * way[1] + dy * way[0]);
      if (ahead < 1 || ahead + 3 * aside >= least) continue;
      least = ahead + 3 * aside;
      best = node;
    }
    return best;
  }

  $("filters").addEventListener("input", filter);
  $("filters").addEventListener("submit", (event) => event.preventDefault());
  $("filters").addEventListener("reset", () => setTimeout(filter));
  for (const element of [...nodes, ...rows, ...chips]) element.addEventListener("click", () => pick(element.dataset.id));
  for (const node of nodes) node.addEventListener("keydown", (event) => {
    const next = findNext(node, event.key);
    if (next) { event.preventDefault(); focusNode(next.dataset.id); }
    if (event.key === "Enter" || event.key === " ") { event.preventDefault(); pick(node.dataset.id, true); }
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") pick(undefined); });
  $("close").addEventListener("click", () => pick(undefined));
  $("theme").addEventListener("click", () => {
    const root = document.documentElement;
    const isDark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = isDark ? "light" : "dark";
  });
  fitTexts();
  showFirst();
  if (nodes[0]) nodes[0].setAttribute("tabindex", "0");
  document.documentElement.dataset.ready = "yes";
})();
`;
