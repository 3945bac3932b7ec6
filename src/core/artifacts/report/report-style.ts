/** The look of the page, the same for every plan. */
export const reportStyle = `:root{color-scheme:light;--back:#fff;--plane:#f6f7f9;--ink:#1b1f24;--soft:#5b6570;--line:#d5dae0;--edge:#9aa4af;--hot:#c2310f;--hotback:#fdf0ec;--bar:#3b6fb6;--done:#66707b}
:root[data-theme=dark]{color-scheme:dark;--back:#14181d;--plane:#1c2229;--ink:#e7ebef;--soft:#9aa6b2;--line:#333c46;--edge:#5d6976;--hot:#ff8a66;--hotback:#3a211a;--bar:#6fa3e8;--done:#8d98a4}
@media(prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;--back:#14181d;--plane:#1c2229;--ink:#e7ebef;--soft:#9aa6b2;--line:#333c46;--edge:#5d6976;--hot:#ff8a66;--hotback:#3a211a;--bar:#6fa3e8;--done:#8d98a4}}
*{box-sizing:border-box}
body{margin:0;background:var(--back);color:var(--ink);font:14px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
header,section,footer{padding:12px 20px}
h1{margin:0;font-size:22px;overflow-wrap:anywhere}
h2{margin:0 0 8px;font-size:16px}
.sub{color:var(--soft);margin:2px 0 10px;overflow-wrap:anywhere}
.bad{border-left:4px solid var(--hot);background:var(--hotback);padding:8px 12px;margin:8px 0}
dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 16px;margin:0}
dt{color:var(--soft)}
dd{margin:0;overflow-wrap:anywhere}
@media(min-width:1100px){header dl{grid-template-columns:max-content 1fr max-content 1fr}}
form{position:sticky;top:0;z-index:3;display:flex;flex-wrap:wrap;gap:8px 14px;align-items:center;padding:8px 20px;background:var(--plane);border-top:1px solid var(--line);border-bottom:1px solid var(--line)}
input,select,button{font:inherit;color:inherit;background:var(--back);border:1px solid var(--line);border-radius:5px;padding:3px 8px}
select{max-width:220px}
button{cursor:pointer}
output{color:var(--soft);margin-left:auto}
.pane{overflow:auto;max-height:72vh;border:1px solid var(--line);border-radius:6px;background:var(--plane)}
.tools{float:right;display:flex;gap:6px}
.key{color:var(--soft);margin:0 0 8px}
@media(max-width:700px),(max-height:560px){form{position:static}}
.pane.moving{cursor:grabbing;user-select:none}
:focus-visible{outline:2px solid var(--bar);outline-offset:1px}
svg .node:focus-visible .box{stroke:var(--bar);stroke-width:3}
svg text{font-family:inherit;fill:var(--ink)}
svg .box{fill:var(--back);stroke:var(--line)}
svg .node{cursor:pointer}
svg .node.hot .box{stroke:var(--hot);stroke-width:1.6}
svg .node.done .box{fill:var(--plane)}
svg .node.done text{fill:var(--done)}
svg .id{font-size:12px;font-weight:600}
svg .mark{font-size:11px;fill:var(--soft);text-anchor:end}
svg .name{font-size:12px}
svg .edge{fill:none;stroke:var(--edge);stroke-width:1.2;marker-end:url(#tip);opacity:.75}
svg .tip{fill:var(--edge)}
svg .edge.hot{stroke:var(--hot);stroke-width:1.8}
svg .dim{opacity:.13}
svg .edge.dim{opacity:.06}
svg .near .box{stroke:var(--bar);stroke-width:2}
svg .picked .box{stroke:var(--bar);stroke-width:3.5}
svg .edge.near{stroke:var(--bar);stroke-width:2.4;opacity:1}
svg .c0{fill:#3b6fb6}svg .c1{fill:#2f8f5b}svg .c2{fill:#b4662a}svg .c3{fill:#7b56b8}svg .c4{fill:#b03a6a}svg .c5{fill:#2a8c94}svg .c6{fill:#8a7a1e}svg .c7{fill:#6b7785}
.axis{display:block;position:sticky;top:0;z-index:1;background:var(--plane)}
svg .tick{font-size:11px;fill:var(--soft);text-anchor:middle}
svg .tick.first{text-anchor:start}
svg .grid{stroke:var(--line)}
#gantt{display:block}
svg .row{cursor:pointer}
svg .hit{fill:transparent}
svg .row:hover .hit,svg .row.picked .hit{fill:var(--line);opacity:.45}
svg .label{font-size:12px}
svg .bar{fill:var(--bar)}
svg .row.hot .bar{fill:var(--hot)}
svg .row.done .bar{fill:var(--done)}
svg .late{stroke:var(--soft)}
.gone{display:none}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:5px 10px;border-bottom:1px solid var(--line)}
thead th{position:sticky;top:0;background:var(--plane)}
.number{white-space:nowrap;text-align:right;font-variant-numeric:tabular-nums}
.chip{padding:0 7px;margin:1px 0;font-size:12px}
.chip.hot{border-color:var(--hot);color:var(--hot)}
.chip.done{color:var(--done);text-decoration:line-through}
.chip.dim{opacity:.25}
.chip.picked{background:var(--bar);color:var(--back)}
aside{position:fixed;right:0;top:0;bottom:0;z-index:4;width:min(420px,92vw);overflow:auto;padding:16px 20px;background:var(--back);border-left:1px solid var(--line);box-shadow:0 0 24px rgba(0,0,0,.25);overflow-wrap:anywhere}
aside[hidden]{display:none}
aside h2{margin-right:60px}
aside ul{margin:2px 0 10px;padding-left:18px}
.close{position:absolute;right:16px;top:14px}
footer{color:var(--soft)}
`;
