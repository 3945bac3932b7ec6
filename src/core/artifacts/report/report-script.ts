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

  function pick(id) {
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
    reveal(nodes.find((node) => node.dataset.id === id));
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
      button.addEventListener("click", () => pick(id));
      item.append(" " + (tasks.get(id) ? tasks.get(id).title : ""));
      list.append(item);
    }
    parent.append(list);
  }

  const graph = $("graph");
  const [width, height] = [Number(graph.dataset.width), Number(graph.dataset.height)];
  let scale = 1;
  const first = graph.closest(".pane");
  first.scrollTop = (height - first.clientHeight) / 2;
  function zoom(to) {
    scale = Math.min(3, Math.max(0.05, to));
    graph.setAttribute("width", String(width * scale));
    graph.setAttribute("height", String(height * scale));
  }
  $("bigger").addEventListener("click", () => zoom(scale * 1.25));
  $("smaller").addEventListener("click", () => zoom(scale / 1.25));
  $("whole").addEventListener("click", () => {
    const pane = graph.closest(".pane");
    zoom(Math.min((pane.clientWidth - 4) / width, (0.7 * window.innerHeight) / height));
  });
  $("actual").addEventListener("click", () => zoom(1));

  $("filters").addEventListener("input", filter);
  $("filters").addEventListener("submit", (event) => event.preventDefault());
  $("filters").addEventListener("reset", () => setTimeout(filter));
  for (const element of [...nodes, ...rows, ...chips]) element.addEventListener("click", () => pick(element.dataset.id));
  for (const node of nodes) node.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") { event.preventDefault(); pick(node.dataset.id); }
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") pick(undefined); });
  $("close").addEventListener("click", () => pick(undefined));
  $("theme").addEventListener("click", () => {
    const root = document.documentElement;
    const isDark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = isDark ? "light" : "dark";
  });
  document.documentElement.dataset.ready = "yes";
})();
`;
