/** The documentation in the console's ink and paper; it stands alone so that the API serves it without the console. */
export const stylesheet = `
:root { color-scheme: light dark; --paper: light-dark(#F2F4F3, #0E1113); --sheet: light-dark(#FDFDFC, #14181A); --jiao: light-dark(#12171A, #F3F4F1); --nong: light-dark(#2A3136, #DADDDA); --zhong: light-dark(#50595F, #A9B0B1); --line: light-dark(#DFE3E1, #252B2E); --edge: light-dark(#868E92, #6B7478); --zhu: light-dark(#BE2F1B, #C63A26); --hua: light-dark(#2B5475, #8DB4D6);
  --ui: "Inter", -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", system-ui, sans-serif; --record: "Iowan Old Style", Charter, Georgia, "Songti SC", "Noto Serif SC", "Noto Serif CJK SC", serif; --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--nong); font: 400 15px/1.65 var(--ui); }
header { display: flex; flex-wrap: wrap; gap: 8px 24px; align-items: center; padding: 12px 24px; border-bottom: 1px solid var(--line); position: sticky; top: 0; background: var(--paper); z-index: 1; }
header nav { display: flex; gap: 16px; font-size: 14px; }
.brand { display: flex; gap: 8px; align-items: center; font-weight: 600; color: var(--jiao); text-decoration: none; }
.brand span { background: var(--zhu); color: #fff; width: 24px; height: 24px; display: grid; place-items: center; font-size: 16px; }
.frame { display: flex; max-width: 1240px; margin: 0 auto; }
aside { width: 300px; flex: none; padding: 32px 0 32px 24px; }
aside nav { position: sticky; top: 72px; max-height: calc(100vh - 96px); overflow: auto; }
aside ul { list-style: none; margin: 0; padding: 0; font: 12px/1.9 var(--mono); }
aside a { color: var(--zhong); text-decoration: none; white-space: nowrap; }
main { flex: 1; min-width: 0; padding: 32px 24px 80px; max-width: 900px; }
h1 { font: 700 30px/1.3 var(--record); color: var(--jiao); border-bottom: 3px double var(--jiao); padding-bottom: 12px; }
h2 { font: 700 22px/1.35 var(--record); color: var(--jiao); margin: 48px 0 8px; text-transform: capitalize; }
article h2 { text-transform: none; font-size: 19px; margin-top: 32px; }
h3 { font-size: 16px; color: var(--jiao); margin: 0; overflow-wrap: anywhere; }
h4 { font-size: 13px; color: var(--zhong); margin: 16px 0 4px; }
section { padding: 24px 0; border-top: 1px solid var(--line); scroll-margin-top: 56px; }
a { color: var(--hua); } a:focus-visible { outline: 2px solid var(--jiao); outline-offset: 2px; }
code { font: 0.92em var(--mono); }
pre { background: var(--sheet); border: 1px solid var(--line); padding: 14px; overflow: auto; border-radius: 4px; }
.method { font: 600 11px var(--mono); color: var(--jiao); border: 1px solid var(--edge); border-radius: 2px; padding: 0 4px; }
.who, small { color: var(--zhong); font-size: 13px; }
table { border-collapse: collapse; width: 100%; font-size: 14px; display: block; overflow-x: auto; }
th { text-align: left; border-bottom: 1px solid var(--edge); } th, td { padding: 8px 16px 8px 0; vertical-align: top; } td { border-bottom: 1px solid var(--line); }
.members td:first-child { min-width: 150px; } .answers td:first-child { font-family: var(--mono); width: 60px; }
@media (max-width: 900px) { .frame { display: block; } aside { display: none; } h1 { font-size: 26px; } }
`;
