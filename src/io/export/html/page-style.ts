/** The style of the web page: light and dark, phone and paper, both directions of writing. */
export const PAGE_STYLE = `
:root{color-scheme:light dark;--bg:#fff;--fg:#1a1a1f;--dim:#55555f;--line:#d3d3db;--card:#f7f7fa;--accent:#1f4fa3;
--del-bg:#fde4e4;--del:#8c1616;--ins-bg:#dcf3e0;--ins:#11592a;--critical:#8c1616;--serious:#94400a;--watch:#6b5200;--note:#44546a;--green:#11592a}
@media (prefers-color-scheme:dark){:root{--bg:#15161a;--fg:#e8e8ee;--dim:#a9aab6;--line:#3a3c46;--card:#1e2026;--accent:#9cc0ff;
--del-bg:#471d20;--del:#ffb9b9;--ins-bg:#173a22;--ins:#a6ebb8;--critical:#ff9d9d;--serious:#ffb27a;--watch:#ecd06f;--note:#b7c6dc;--green:#a6ebb8}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--fg);font:1rem/1.55 system-ui,-apple-system,"Segoe UI","Noto Sans","Noto Naskh Arabic",sans-serif}
.page{max-width:76rem;margin-inline:auto;padding:1rem}
.skip{position:absolute;inset-inline-start:-99rem}.skip:focus{position:static}
a{color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
h1{font-size:1.5rem;line-height:1.25;margin:.5rem 0 1rem}h2{font-size:1.2rem;margin:2rem 0 .5rem;border-block-end:1px solid var(--line)}
h3{font-size:1rem;margin:0}
dl.head{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem;margin:0}dl.head dt{color:var(--dim)}dl.head dd{margin:0;overflow-wrap:anywhere}
.model{font-weight:600}
form{position:sticky;top:0;z-index:1;max-height:60vh;overflow:auto;background:var(--bg);border:1px solid var(--line);border-radius:.5rem;padding:.5rem .75rem;margin:1rem 0}
fieldset{display:inline-flex;flex-wrap:wrap;gap:.15rem .9rem;border:0;margin:0 0 .3rem;padding:0;width:100%}
legend{float:inline-start;color:var(--dim);min-width:8rem;padding:0;margin-inline-end:.5rem}
label{white-space:nowrap;padding:.15rem 0}
summary{cursor:pointer;padding:.15rem 0}
button{font:inherit;color:inherit;background:var(--card);border:1px solid var(--line);border-radius:.35rem;padding:.2rem .7rem}
article{border:1px solid var(--line);border-radius:.5rem;margin:.75rem 0;padding:.6rem .8rem;break-inside:avoid-page}
article.quiet{border-style:dashed}
article header{display:flex;flex-wrap:wrap;gap:.3rem .8rem;align-items:baseline;margin-block-end:.4rem}
.kind,.was{color:var(--dim);font-size:.9rem}
.badge{border:1.5px solid currentColor;border-radius:1rem;padding:0 .6rem;font-size:.85rem;font-weight:600}
.critical{color:var(--critical)}.serious{color:var(--serious)}.watch{color:var(--watch)}.note{color:var(--note)}.green{color:var(--green)}
.side{display:grid;grid-template-columns:1fr 1fr;gap:1rem}
.side>div{min-width:0}.side>div+div{border-inline-start:1px solid var(--line);padding-inline-start:1rem}
.which{color:var(--dim);font-size:.8rem;margin:0}
.words{white-space:pre-wrap;overflow-wrap:anywhere;margin:.1rem 0 .5rem;text-align:start}
.words .label{color:var(--dim);margin-inline-end:.6em}
.absent{color:var(--dim);font-style:italic}
del{background:var(--del-bg);color:var(--del);text-decoration:line-through}
ins{background:var(--ins-bg);color:var(--ins);text-decoration:underline;text-underline-offset:.18em}
.flags,.notes{list-style:none;margin:.4rem 0 0;padding:0}
.flags>li,.notes>li{background:var(--card);border-inline-start:.3rem solid currentColor;border-radius:.3rem;padding:.4rem .7rem;margin-block-end:.4rem}
.flags>li>*,.notes>li>*{color:var(--fg)}.flags>li>.badge{color:inherit}
.flags p,.notes p{margin:.2rem 0;white-space:pre-wrap;overflow-wrap:anywhere}
.flags dl{margin:.3rem 0}.flags dt{color:var(--dim);font-size:.9rem}.flags dd{margin:0 0 .3rem}
.notes>li{border-color:var(--accent)}.by{color:var(--dim);font-size:.85rem}
blockquote{margin:.3rem 0;padding-inline-start:.8rem;border-inline-start:2px solid var(--line);white-space:pre-wrap;overflow-wrap:anywhere}
ul.plain{padding-inline-start:1.2rem;overflow-wrap:anywhere}
footer{color:var(--dim);font-size:.9rem;margin-block-start:2rem}
[hidden]{display:none!important}
body.only-inline .side,body:not(.only-inline) .inline{display:none}
@media (max-width:44rem){.page{padding:.6rem}.side{grid-template-columns:1fr;gap:.3rem}.side>div+div{border:0;padding:0;border-block-start:1px dotted var(--line)}
form{position:static;max-height:none}legend{float:none;width:100%}dl.head{grid-template-columns:1fr}dl.head dd{margin-block-end:.4rem}label,summary{padding:.35rem 0}button{padding:.45rem .9rem}}
@media print{:root{color-scheme:light;--bg:#fff;--fg:#000;--dim:#444;--line:#999;--card:#fff;--accent:#000}
body{font-size:10pt}.page{max-width:none;padding:0}form,.skip{display:none}details>*{display:block}a{text-decoration:none;color:inherit}article{border-color:#999}}
`.trim();
