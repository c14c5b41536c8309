/// How the page looks: the system's letters, blue for enough and orange for missing, which are told
/// apart with every kind of colour vision, and light or dark as the reader's system has it.
let styleSheet: Markup = """
  :root {
    --paper: #ffffff; --card: #f5f7f9; --ink: #1b2733; --dim: #5a6774; --line: #dce2e8;
    --blue: #1f5f9e; --orange: #a84a00; --bar: #4a86bd; --night: #1f3f66; --rest: #c4daed;
    --u1: #fbd9b5; --u2: #f5b06a; --u3: #df7d22; --u4: #9c4300; --n: #edf0f3;
    --o1: #d3e4f2; --o2: #9cc4e2; --o3: #4f94c7; --o4: #14568f; --weak: #1b2733; --firm: #ffffff;
    --q0: #8db7dc; --q1: #f3c58e; --q2: #a6d0b6; --q3: #d6b2d0; --q4: #c3c8cd; --q5: #efe09c;
    --q6: #9ad2d6; --q7: #dba893;
  }
  @media (prefers-color-scheme: dark) {
    :root {
      --paper: #12181f; --card: #1b232c; --ink: #e4eaf0; --dim: #9aa8b5; --line: #313c47;
      --blue: #7db8ec; --orange: #f2a35e; --bar: #3f7bb0; --night: #8d7fd0; --rest: #1d3b56;
      --u1: #54391d; --u2: #8a5419; --u3: #c9752a; --u4: #ffb067; --n: #212a33;
      --o1: #20394f; --o2: #2b5c85; --o3: #4190cb; --o4: #9bd0ff; --weak: #e4eaf0; --firm: #12181f;
      --q0: #3b6a94; --q1: #94652c; --q2: #46795a; --q3: #7d5376; --q4: #5d666f; --q5: #857630;
      --q6: #377b80; --q7: #8d5642;
    }
  }
  * { box-sizing: border-box; }
  html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
  body { margin: 0 auto; max-width: 1320px; padding: 28px 28px 56px; background: var(--paper);
    color: var(--ink); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans",
    "Liberation Sans", sans-serif; font-variant-numeric: tabular-nums; }
  h1 { font-size: 30px; line-height: 1.15; margin: 2px 0 8px; letter-spacing: -.01em; }
  h2 { font-size: 21px; margin: 44px 0 6px; }
  h3 { font-size: 15px; margin: 24px 0 6px; }
  h4 { font-size: 13px; margin: 16px 0 4px; color: var(--dim); }
  p { margin: 0 0 8px; max-width: 76ch; }
  a { color: var(--blue); }
  .centre { color: var(--dim); font-weight: 600; }
  .about, section > p, .note { color: var(--dim); }
  .kind { color: var(--dim); font-weight: 400; }
  nav { display: flex; flex-wrap: wrap; gap: 4px 18px; margin-top: 12px; padding: 8px 0;
    border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); }
  nav a { text-decoration: none; }
  nav a:hover, nav a:focus { text-decoration: underline; }
  .tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(200px, 1fr)); gap: 10px;
    margin-top: 20px; }
  .tile { background: var(--card); border-radius: 8px; padding: 12px 14px 10px;
    border-left: 4px solid var(--line); }
  .tile.good { border-color: var(--blue); } .tile.bad { border-color: var(--orange); }
  .tile h2 { font-size: 13px; font-weight: 600; color: var(--dim); margin: 0; }
  .tile p { margin: 0; font-size: 13px; color: var(--dim); }
  .tile .figure { font-size: 25px; font-weight: 650; line-height: 1.3; color: var(--ink);
    letter-spacing: -.01em; }
  .scroll { overflow-x: auto; }
  .scroll:focus-visible { outline: 2px solid var(--blue); outline-offset: 1px; }
  table { border-collapse: collapse; font-size: 13.5px; }
  caption { position: absolute; clip-path: inset(50%); height: 1px; overflow: hidden; }
  th, td { padding: 5px 13px 5px 0; border-bottom: 1px solid var(--line); text-align: right;
    white-space: nowrap; vertical-align: top; }
  thead th { color: var(--dim); font-weight: 600; font-size: 12.5px; vertical-align: bottom; }
  th:first-child, .w { text-align: left; } tbody th { font-weight: 600; }
  td.w:last-child { white-space: normal; min-width: 20ch; }
  .goalwords { color: var(--dim); font-weight: 400; font-size: 12px; }
  .share svg { display: block; margin-top: 4px; }
  .track { fill: var(--n); } .bar.good { fill: var(--bar); } .bar.bad { fill: var(--u3); }
  .goal { stroke: var(--ink); stroke-width: 2; fill: none; }
  .verdict { font-size: 12px; } .good { color: var(--blue); } .bad { color: var(--orange); }
  .verdict.bad { font-weight: 650; } .none { color: var(--dim); }
  figure { margin: 0 0 6px; }
  .plot { display: flex; margin-top: 4px; }
  .names { flex: none; } .plot .scroll { flex: 1; min-width: 0; }
  .plot svg { display: block; font-size: 12px; fill: var(--ink); }
  svg text { unicode-bidi: isolate; stroke: none; }
  .tick, .daylabel, .peak { text-anchor: middle; } .value { text-anchor: end; }
  .tick, .value { font-size: 10.5px; fill: var(--dim); } .daylabel { font-weight: 600; }
  .hour, path.level { stroke: var(--line); stroke-width: 1; fill: none; }
  .hour { stroke-opacity: .6; }
  path.day { stroke: var(--dim); stroke-width: 1; stroke-opacity: .55; fill: none; }
  .cell { stroke-width: 20; fill: none; }
  .cell.n { stroke: var(--n); } .cell.shut { stroke: var(--paper); }
  .cell.u1 { stroke: url(#h1); } .cell.u2 { stroke: url(#h2); }
  .cell.u3 { stroke: url(#h3); } .cell.u4 { stroke: url(#h4); }
  .cell.o1 { stroke: var(--o1); } .cell.o2 { stroke: var(--o2); }
  .cell.o3 { stroke: var(--o3); } .cell.o4 { stroke: var(--o4); }
  .fu1 { fill: var(--u1); } .fu2 { fill: var(--u2); } .fu3 { fill: var(--u3); }
  .fu4 { fill: var(--u4); } .hatch { stroke: var(--paper); stroke-width: 1.5; }
  .peak { font-size: 10px; fill: var(--weak); font-weight: 600; }
  .pu1, .pu2, .pu3, .pu4 { paint-order: stroke; stroke: var(--u1); stroke-width: 3px; }
  .po3, .po4 { fill: var(--firm); }
  .legend { display: flex; flex-wrap: wrap; gap: 4px 12px; max-width: none; font-size: 12.5px;
    color: var(--dim); align-items: center; }
  .key { white-space: nowrap; } .side { font-weight: 600; }
  .sw { display: inline-block; width: 20px; height: 12px; margin-right: 6px;
    vertical-align: -1px; border-radius: 2px; }
  .sw.n { background: var(--n); }
  .sw.shut { background: var(--paper); border: 1px solid var(--line); }
  .sw.u1 { background: repeating-linear-gradient(-45deg, var(--u1) 0 5px, var(--paper) 5px 7px); }
  .sw.u2 { background: repeating-linear-gradient(-45deg, var(--u2) 0 4px, var(--paper) 4px 6px); }
  .sw.u3 { background: repeating-linear-gradient(-45deg, var(--u3) 0 3.5px, var(--paper) 3.5px 5px); }
  .sw.u4 { background: repeating-linear-gradient(-45deg, var(--u4) 0 2.5px, var(--paper) 2.5px 4px); }
  .sw.o1 { background: var(--o1); } .sw.o2 { background: var(--o2); }
  .sw.o3 { background: var(--o3); } .sw.o4 { background: var(--o4); }
  .fill { stroke: var(--paper); stroke-width: .5; }
  .q0 { fill: var(--q0); background: var(--q0); } .q1 { fill: var(--q1); background: var(--q1); }
  .q2 { fill: var(--q2); background: var(--q2); } .q3 { fill: var(--q3); background: var(--q3); }
  .q4 { fill: var(--q4); background: var(--q4); } .q5 { fill: var(--q5); background: var(--q5); }
  .q6 { fill: var(--q6); background: var(--q6); } .q7 { fill: var(--q7); background: var(--q7); }
  .duty, .expected, .past { fill: none; stroke-linejoin: round; }
  path.duty { stroke: var(--ink); stroke-width: 1.5; } .sw.duty { height: 0; vertical-align: 4px;
    border-top: 2px solid var(--ink); }
  path.expected { stroke: var(--blue); stroke-width: 1.5; }
  .sw.expected { height: 0; vertical-align: 4px; border-top: 2px solid var(--blue); }
  .band { fill: var(--o2); fill-opacity: .45; } .sw.band { background: var(--o2); opacity: .6; }
  path.before { fill: none; stroke: var(--dim); stroke-width: 1.2; stroke-dasharray: 4 3; }
  .sw.before { height: 0; vertical-align: 4px; border-top: 2px dashed var(--dim); }
  path.now { stroke: var(--orange); stroke-width: 1.5; }
  .core { fill: var(--o3); fill-opacity: .4; } .sw.core { background: var(--o3); opacity: .6; }
  .outer { fill: var(--o1); fill-opacity: .6; } .sw.outer { background: var(--o1); opacity: .8; }
  path.holiday { fill: var(--q5); fill-opacity: .38; } .sw.holiday { background: var(--q5); }
  path.event { fill: var(--q1); fill-opacity: .38; } .sw.event { background: var(--q1); }
  .mark { font-size: 10.5px; fill: var(--dim); }
  .league { margin: 2px 0 10px; } .league td, .league th { padding-top: 2px; padding-bottom: 2px;
    font-size: 12.5px; }
  path.past { stroke: var(--dim); stroke-width: .7; stroke-opacity: .6; }
  .sw.past { height: 0; vertical-align: 4px; border-top: 1px solid var(--dim); }
  .closed { fill: var(--card); } .sw.closed { background: var(--card);
    border: 1px solid var(--line); }
  .group { fill: var(--card); } .grouplabel { font-weight: 650; font-size: 12px; }
  .zonelabel { font-size: 11px; fill: var(--dim); }
  .row { stroke: var(--line); stroke-width: 1; stroke-opacity: .6; }
  .work { fill: var(--bar); } .night { fill: var(--night); }
  .sw.work { background: var(--bar); } .sw.night { background: var(--night); }
  .broken { stroke: var(--orange); stroke-width: 2.5; }
  .sw.broken { outline: 2.5px solid var(--orange); outline-offset: -1px; }
  .meal { fill: var(--paper); } .sw.meal { background: var(--paper);
    border: solid var(--bar); border-width: 0 6px; }
  .rest { fill: var(--rest); } .sw.rest { background: linear-gradient(var(--bar) 50%, var(--rest) 50%); }
  .meeting { fill: var(--q5); } .sw.meeting { background: var(--q5); }
  path.off { fill: none; stroke: var(--dim); stroke-dasharray: 3 2; stroke-width: 1; }
  .sw.off { border: 1px dashed var(--dim); }
  .offlabel { font-size: 10.5px; fill: var(--dim); }
  .times { font-size: 10.5px; fill: var(--firm); } .more { fill: var(--firm); }
  details { margin: 4px 0 10px; } summary { cursor: pointer; }
  details.data > summary { color: var(--dim); font-size: 13px; }
  details.data .scroll { max-height: 420px; overflow: auto; border: 1px solid var(--line);
    border-radius: 6px; padding: 4px 12px; }
  details.data td, details.data th { padding-top: 2px; padding-bottom: 2px; font-size: 12.5px; }
  details.day { border-top: 1px solid var(--line); padding-top: 8px; }
  details.day > summary { font-weight: 600; }
  .tip { position: fixed; z-index: 1; pointer-events: none; white-space: pre; background: var(--ink);
    color: var(--paper); font-size: 12px; line-height: 1.4; padding: 5px 9px; border-radius: 5px; }
  footer { border-top: 1px solid var(--line); margin-top: 44px; }
  footer h2 { margin-top: 20px; }
  @media (max-width: 640px) {
    body { padding: 18px 14px 40px; } h1 { font-size: 24px; } h2 { font-size: 19px; }
    .tiles { grid-template-columns: 1fr 1fr; gap: 8px; } .tile { padding: 9px 10px; }
    .tile .figure { font-size: 19px; } .tile p { font-size: 12px; }
  }
  @media print {
    @page { size: A4 landscape; margin: 10mm; }
    body { max-width: none; padding: 0; font-size: 12px; }
    nav, .tip { display: none; } .scroll { overflow: visible; }
    .plot { zoom: .88; break-inside: avoid; } .league { break-inside: avoid; } h2, h3, h4, .legend, h4 + .note { break-after: avoid; }
    footer { break-inside: avoid; }
    * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  }
  """
