/** The style of every web page: light and dark, phone and paper, both directions of writing. */
export const PAGE_STYLE = `
:root{color-scheme:light dark;--bg:#fdfdfb;--fg:#1c1c21;--dim:#5a5a64;--line:#e2e1db;--card:#f5f4ef;--accent:#27498a;--on-accent:#fff;
--del-bg:#fbe4e2;--del:#8a1b1b;--ins-bg:#dff1e3;--ins:#125229;--critical:#931b1b;--serious:#8f4408;--watch:#6a5200;--note:#4a5565;--green:#125229}
@media (prefers-color-scheme:dark){:root{--bg:#17181c;--fg:#e6e6ea;--dim:#a7a8b3;--line:#34363f;--card:#1f2127;--accent:#a3c2ff;--on-accent:#12131a;
--del-bg:#452024;--del:#ffbaba;--ins-bg:#183924;--ins:#a8e8b9;--critical:#ff9f9f;--serious:#ffb47e;--watch:#ead077;--note:#b9c6da;--green:#a8e8b9}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--fg);font:1rem/1.55 system-ui,-apple-system,"Segoe UI","Noto Sans","Noto Naskh Arabic",sans-serif}
.page{max-width:84rem;margin-inline:auto;padding:2rem 1.5rem 4rem}
.skip{position:absolute;inset-inline-start:-99rem}.skip:focus{position:static}
a{color:var(--accent);text-underline-offset:.18em;text-decoration-thickness:1px}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
h1,h2,h3{line-height:1.3;font-weight:650;text-wrap:balance}
h1{font-size:1.6rem;margin:0 0 1rem;max-width:50rem}h2{font-size:1.15rem;margin:3rem 0 .75rem}h3{font-size:1rem;margin:0}h2::first-letter{text-transform:uppercase}
.of{color:var(--dim);margin:0 0 .3rem}
dl.head{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.15rem 1rem;margin:0}dl.head dt{color:var(--dim)}dl.head dd{margin:0;overflow-wrap:anywhere}
.model{color:var(--serious)}
.counts{margin:1rem 0 0}
.worst{list-style:none;margin:0;padding:0;border-block-start:1px solid var(--line)}
.worst>li{display:grid;grid-template-columns:minmax(0,20rem) minmax(0,1fr);gap:.1rem 1.5rem;padding:.5rem 0;border-block-end:1px solid var(--line)}
.tags{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;margin:0;padding:0}
form{position:sticky;top:0;z-index:2;display:flex;flex-wrap:wrap;align-items:center;gap:.4rem 1.6rem;background:var(--bg);border-block:1px solid var(--line);padding:.6rem 0;margin:2.5rem 0 0}
fieldset{display:flex;flex-wrap:wrap;align-items:center;gap:.3rem;border:0;margin:0;padding:0;min-width:0}
legend{float:inline-start;color:var(--dim);padding:0;margin-inline-end:.6rem}
label{position:relative;border:1px solid var(--line);border-radius:1rem;padding:.1rem .75rem;cursor:pointer}
label:hover{border-color:var(--dim)}
label input{position:absolute;inset:0;opacity:0;margin:0;cursor:pointer}
label:has(:checked){background:var(--accent);border-color:var(--accent);color:var(--on-accent)}
label:has(:focus-visible){outline:3px solid var(--accent);outline-offset:2px}
form details{order:9}form details[open]{flex-basis:100%}form details fieldset{margin-block:.5rem}
form [role=status]{margin:0;margin-inline-start:auto;color:var(--dim);font-size:.9rem}
summary{cursor:pointer;padding:.1rem 0;color:var(--accent)}
button{font:inherit;color:inherit;background:none;border:1px solid var(--line);border-radius:1rem;padding:.1rem .9rem;cursor:pointer}
article{border-block-start:1px solid var(--line);padding:1.1rem 0 1.3rem;break-inside:avoid-page;scroll-margin-block-start:5rem}
article:focus{outline:none}article:focus-visible{outline:3px solid var(--accent);outline-offset:.4rem}
article header{display:flex;flex-wrap:wrap;gap:.2rem .8rem;align-items:baseline;margin-block-end:.5rem}
.kind,.was,.by,.which,.sum{color:var(--dim);font-size:.875rem}
.which{margin:0}
.cell{min-width:0}
.words{font-family:Charter,"Source Serif 4","Noto Serif",Georgia,"Noto Naskh Arabic","Noto Serif CJK SC",serif;white-space:pre-wrap;overflow-wrap:anywhere;margin:.1rem 0 0;text-align:start;max-width:44rem}
.words[lang=ar]{font-size:1.15em;line-height:1.8}
.label{color:var(--dim);margin-inline-end:.6em}
.absent{color:var(--dim);font-style:italic;margin:.1rem 0 0}
del{background:var(--del-bg);color:var(--del);text-decoration:line-through;text-decoration-thickness:1px}
ins{background:var(--ins-bg);color:var(--ins);text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:.18em}
del,ins{border-radius:.15em;box-decoration-break:clone;-webkit-box-decoration-break:clone}
.side{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:0 2.5rem}
.margin{margin-block-start:.9rem;font-size:.94rem}
.flags,.notes{list-style:none;margin:0;padding:0}
.flags>li,.notes>li{border-inline-start:3px solid currentColor;padding:.1rem 0 .1rem .9rem;margin-block-end:.9rem}
[dir=rtl] .flags>li{padding:.1rem .9rem .1rem 0}
.flags>li>*,.notes>li>*{color:var(--fg)}.flags>li>.badge{color:inherit}.notes>li{color:var(--accent)}
.flags p,.notes p{margin:.15rem 0;white-space:pre-wrap;overflow-wrap:anywhere}
.flags .by,.notes .by{color:var(--dim)}
.badge{font-size:.875rem;font-weight:650}
.critical{color:var(--critical)}.serious{color:var(--serious)}.watch{color:var(--watch)}.note{color:var(--note)}.green{color:var(--green)}
.flags dl{margin:.3rem 0}.flags dt{color:var(--dim);font-size:.875rem}.flags dd{margin:0 0 .4rem}
blockquote{margin:.3rem 0;padding-inline-start:.8rem;border-inline-start:2px solid var(--line);white-space:pre-wrap;overflow-wrap:anywhere}
ul.plain{padding-inline-start:1.2rem;overflow-wrap:anywhere}ul.plain li{margin-block:.3rem}
.scroll{overflow-x:auto;margin-block:1rem}
table{border-collapse:collapse;font-size:.94rem}
th,td{text-align:start;vertical-align:top;padding:.35rem .8rem;border-block-end:1px solid var(--line)}
thead th{position:sticky;top:0;background:var(--bg);white-space:nowrap;z-index:1}tbody th{font-weight:400;min-width:14rem;max-width:26rem}td.words{min-width:20rem;width:70%;max-width:none}
td.number{text-align:end;font-variant-numeric:tabular-nums}
.quiet td,.quiet th{color:var(--dim)}
.agreed{background:var(--ins-bg)}.clash{background:var(--del-bg)}td.flagged{color:var(--critical);font-weight:650}
.who{color:var(--dim);font-size:.8em;font-family:system-ui,sans-serif;white-space:nowrap}.bracket{color:var(--serious);font-weight:700}
.year{color:var(--accent);font-size:.75em;font-family:system-ui,sans-serif;vertical-align:.3em;margin-inline-end:.2em}
.composite .words{margin-block:.9rem}h2.words{font-size:1rem;font-style:italic;font-weight:400}h2.words::first-letter{text-transform:none}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,22rem),1fr));gap:1.5rem}
figure{margin:0}figcaption{font-weight:650;margin-block-end:.3rem}figcaption .by{font-weight:400;display:block}
svg{display:block;max-width:100%;height:auto}svg text{fill:var(--dim);font:11px system-ui,sans-serif}svg .axis{stroke:var(--line)}svg .line{stroke:var(--accent);fill:none;stroke-width:2}svg .dot{fill:var(--accent)}svg .value{fill:var(--fg)}
svg.spark{display:inline-block;vertical-align:middle}svg.spark rect{fill:var(--accent)}
footer{color:var(--dim);font-size:.875rem;margin-block-start:4rem}
[hidden]{display:none!important}
body.only-inline .side,body:not(.only-inline) .inline{display:none}
@media screen and (min-width:75rem){.body.told{display:grid;grid-template-columns:minmax(0,1fr) 21rem;gap:0 2.5rem}.body:not(.told){padding-inline-end:23.5rem}.margin{margin-block-start:0}}
@media (max-width:44rem){.page{padding:1rem 1rem 3rem}h1{font-size:1.35rem}.side{grid-template-columns:minmax(0,1fr);gap:.7rem}.worst>li{grid-template-columns:minmax(0,1fr)}
form{position:static;gap:.8rem}form fieldset{flex-basis:100%}legend{float:none;width:100%;margin-block-end:.3rem}form [role=status]{margin-inline-start:0}label,summary,button{padding-block:.3rem}tbody th{min-width:9rem}dl.head{grid-template-columns:minmax(0,1fr)}dl.head dd{margin-block-end:.4rem}}
@media print{:root{color-scheme:light;--bg:#fff;--fg:#000;--dim:#444;--line:#bbb;--card:#fff;--accent:#000;--del-bg:none;--del:#8a1b1b;--ins-bg:none;--ins:#125229;--critical:#931b1b;--serious:#8f4408;--watch:#6a5200;--note:#4a5565;--green:#125229}
@page{margin:18mm 16mm}body{font-size:9.5pt}.page{max-width:none;padding:0}form,.skip{display:none}h1{font-size:15pt}h2{font-size:12pt;margin-block-start:1.6rem;break-after:avoid}article{padding:.7rem 0}article header{break-after:avoid}.scroll{overflow:visible}thead th{position:static}a{text-decoration:none;color:inherit}.flags summary{display:none}.flags dt,.flags dd{display:inline}.flags dt::after{content:": "}.flags dd::after{content:"\\A";white-space:pre}.margin{margin-block-start:.5rem}.flags>li,.notes>li{margin-block-end:.5rem}}
`.trim();
