import { sha256 } from '@noble/hashes/sha2.js';

/** Text in system fonts; colours for light and dark with a contrast of at least 4.5 to 1 for text. */
export const stylesheet = `
:root{color-scheme:light dark;--text:#1b1f24;--muted:#57606a;--paper:#fff;--soft:#f6f8fa;--line:#d0d7de;--accent:#0550ae;--missing:#9a3412;--missing-soft:#fff4e5;--pass:#2c7a5b;--warn:#b07500;--fail:#b3261e;--zone-pass:#bfe3d0;--zone-warn:#f7dc8c;--zone-fail:#f1a9a0;--open:#6e7781;--neutral:#c5ccd3;--series:#2f6db3}
@media (prefers-color-scheme:dark){:root{--text:#e6edf3;--muted:#a0a9b3;--paper:#0d1117;--soft:#161b22;--line:#3a424c;--accent:#79b8ff;--missing:#ffb077;--missing-soft:#2b1d10;--pass:#56c596;--warn:#e3b341;--fail:#ff8178;--zone-pass:#1f5a44;--zone-warn:#7a5c11;--zone-fail:#8c2f28;--open:#8b949e;--neutral:#4a535d;--series:#6ea8e6}}
*{box-sizing:border-box}
html{scroll-behavior:auto;-webkit-text-size-adjust:100%}
body{margin:0 auto;max-width:76rem;padding:0 1.25rem 4rem;color:var(--text);background:var(--paper);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:break-word}
.skip{position:absolute;left:-100vw;padding:.5rem 1rem;background:var(--paper);color:var(--accent);border:2px solid var(--accent)}
.skip:focus{left:1rem;top:1rem}
header{padding:2.5rem 0 1rem;border-bottom:1px solid var(--line);margin-bottom:1.5rem}
h1,h2,h3,h4,h5,h6{line-height:1.25;margin:2rem 0 .75rem;text-wrap:balance}
h1{font-size:1.9rem;margin:0}
h2{font-size:1.4rem;padding-bottom:.3rem;border-bottom:1px solid var(--line);margin-top:3rem}
h3{font-size:1.15rem}
h4,h5,h6{font-size:1rem}
p,ul,ol,dl,figure{margin:.75rem 0}
main>p,main section>p,main li{max-width:48rem}
a{color:var(--accent);text-underline-offset:.15em}
a:focus-visible,.wide:focus-visible,main:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
main:focus{outline:0}
code{font:.875em/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;background:var(--soft);padding:.1em .3em;border-radius:4px;overflow-wrap:break-word}dd code{overflow-wrap:anywhere}
nav{font-size:.9rem}
nav ul{list-style:none;padding:0;margin:0}
nav ul ul{padding-left:.9rem;margin:.15rem 0 .5rem}
nav li{margin:.2rem 0}
nav a{color:var(--muted);text-decoration:none}
nav a:hover{color:var(--accent);text-decoration:underline}
dl{border-top:1px solid var(--line)}
dl>div{display:grid;grid-template-columns:minmax(8rem,15rem) 1fr;gap:.25rem 1.25rem;padding:.4rem .25rem;border-bottom:1px solid var(--line)}
dt{font-weight:600;color:var(--muted)}
dd{margin:0;min-width:0}
.wide{overflow-x:auto;margin:.75rem 0 1.25rem}
table{border-collapse:collapse;width:100%;font-size:.9rem}
caption{text-align:left;color:var(--muted);font-size:.85rem;padding:.25rem 0}
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid var(--line);min-width:5rem}
thead th{background:var(--soft);border-bottom:2px solid var(--line);font-weight:600}
tbody th{font-weight:600}
.note{border-left:4px solid var(--warn);background:var(--soft);padding:.6rem .9rem;border-radius:0 4px 4px 0}
.missing{color:var(--missing)}
.missing code{background:var(--missing-soft)}
figure{overflow-x:auto}
figcaption{color:var(--muted);font-size:.85rem;margin-bottom:.35rem}
svg{max-width:100%;height:auto;font-family:system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif}
.histogram{display:block;max-width:none}
.histogram.reference path{fill:var(--open)}
.histogram.current path{fill:var(--series)}
.boxes rect{fill:var(--soft);stroke:var(--line)}
.boxes text{fill:var(--text);font-size:12px}
.arrows path{fill:none;stroke:var(--muted);stroke-width:1.3}
.arrows .head{fill:var(--muted);stroke:none}
@media (min-width:64rem){body{display:grid;grid-template-columns:15rem minmax(0,1fr);column-gap:2.5rem}header{grid-column:1/-1}nav{position:sticky;top:1.25rem;align-self:start;max-height:calc(100vh - 2.5rem);overflow-y:auto}main>section:first-child>h2:first-child{margin-top:0}}
@media (max-width:63.99rem){nav{max-height:14rem;overflow-y:auto;border:1px solid var(--line);border-radius:4px;padding:.5rem .75rem;margin-bottom:1.5rem}}
@media (max-width:40rem){dl>div{grid-template-columns:1fr}}
@media print{:root{color-scheme:light;--text:#000;--muted:#444;--paper:#fff;--soft:#f2f2f2;--line:#999;--accent:#000;--missing:#7a2a00;--missing-soft:#fff;--zone-pass:#dcefe5;--zone-warn:#f3e2ab;--zone-fail:#e5a59d;--open:#6e7781;--neutral:#ccc;--series:#2f6db3;--pass:#2c7a5b;--warn:#b07500;--fail:#b3261e}@page{size:A4;margin:18mm 15mm}body{display:block;max-width:none;padding:0;font-size:10pt}nav,.skip{display:none}header{padding-top:0}h2{margin-top:1.5rem}h1,h2,h3,h4{break-after:avoid}tr,figure,dl>div,.note{break-inside:avoid}thead{display:table-header-group}.wide,figure{overflow:visible}table{font-size:8.5pt}th,td{min-width:0;padding:.25rem .4rem;overflow-wrap:break-word}td code,th code{overflow-wrap:anywhere}a{text-decoration:none}.boxes rect,.note,thead th{print-color-adjust:exact;-webkit-print-color-adjust:exact}svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;

/** SHA-256 of the stylesheet in base 64, by which the document's policy lets in this stylesheet and no other. */
export function stylesheetDigest(): string {
  return btoa(String.fromCharCode(...sha256(new TextEncoder().encode(stylesheet))));
}
