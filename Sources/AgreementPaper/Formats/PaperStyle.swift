/// The style sheet of printed pages. Paper comes first: black on white, without a page size, so that Letter and A4 both
/// work.
///
/// No text of an author is kept on one line: a single long word in such a cell would make the browser shrink the whole
/// print. Only our own days are.
enum PaperStyle {
  static let css = """
    :root { color-scheme: light; --ink: #111; --gray: #555; --rule: #999; --hair: #ccc; --alarm: #8a1c00;
      --sans: "Helvetica Neue", Arial, "Liberation Sans", sans-serif; }
    * { box-sizing: border-box; min-width: 0; overflow-wrap: anywhere; }
    body { margin: 0; color: var(--ink); background: #fff;
      font: 10pt/1.36 Charter, "Bitstream Charter", Georgia, "Liberation Serif", "Noto Serif", serif; }
    main { max-width: 46rem; margin: 0 auto; padding: 2rem 1rem; }
    h1, h2, h3, th, .small, .tag, .end { font-family: var(--sans); }
    h1 { font-size: 21pt; line-height: 1.15; margin: 3pt 0 4pt; }
    h2 { font-size: 12pt; margin: 14pt 0 4pt; padding-bottom: 2pt; border-bottom: .75pt solid var(--rule); }
    h3 { font-size: 9pt; margin: 8pt 0 1pt; color: var(--gray); font-weight: 600; }
    p, ul, ol { margin: 0 0 2.5pt; }
    ul, ol { padding-left: 14pt; }
    header { border-bottom: 2pt solid var(--ink); padding-bottom: 8pt; margin-bottom: 12pt; }
    header p { margin: 0; }
    .lead { font-size: 12pt; }
    .small { font-size: 8.5pt; color: var(--gray); }
    time { white-space: nowrap; }
    code { font: 8.5pt/1.4 Menlo, Consolas, "Liberation Mono", monospace; }
    .tag { font-size: 8pt; font-weight: 700; border: .75pt solid currentColor; border-radius: 2pt; padding: 0 3pt; }
    .warn, .notice { color: var(--alarm); }
    .notice { border: 1pt solid currentColor; padding: 5pt 8pt; margin: 8pt 0; }
    table { width: 100%; border-collapse: collapse; table-layout: fixed; margin-bottom: 5pt; }
    th, td { text-align: left; vertical-align: top; padding: 2pt 8pt 2pt 0; border-bottom: .5pt solid var(--hair); }
    thead th { font-size: 8.5pt; color: var(--gray); font-weight: 600; }
    tbody th { font: inherit; font-weight: 600; }
    th.name { width: 8.5rem; }
    th.day { width: 10rem; }
    .steps th:first-child { width: 6rem; }
    .steps th:nth-child(2) { width: 4.5rem; }
    .steps ul { columns: 2; column-gap: 14pt; }
    .steps p { margin: 2pt 0; }
    td:last-child, th:last-child { padding-right: 0; }
    dl { margin: 0; }
    dl > div { display: grid; grid-template-columns: 10.5rem 1fr; gap: 0 10pt; padding: 2pt 0;
      border-bottom: .5pt solid var(--hair); }
    dt { font-weight: 600; }
    dd { margin: 0; }
    dd > :last-child { margin-bottom: 0; }
    dd ul { padding-left: 12pt; }
    .told { font-style: italic; }
    .does { padding-left: 12pt; text-indent: -12pt; }
    .does::before { content: "\\2192\\00a0"; }
    .columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: 0 14pt; }
    .box { border: .75pt solid var(--ink); padding: 5pt 8pt 3pt; margin-top: 8pt; }
    .box h3 { margin-top: 0; color: var(--ink); }
    .signing { display: grid; grid-template-columns: 1fr 1fr; gap: 0 22pt; }
    .signer { padding: 9pt 0 4pt; }
    .signer p { margin: 0; }
    .signer .who { font-weight: 600; }
    .signer .line { display: grid; grid-template-columns: 1fr 6rem; gap: 0 12pt; margin-top: 30pt; }
    .line span { border-top: .75pt solid var(--ink); padding-top: 1pt; font: 7.5pt/1.2 var(--sans); color: var(--gray); }
    .question { display: grid; grid-template-columns: 1.1rem 1fr 38%; gap: 0 8pt; padding: 3pt 0 2pt;
      border-bottom: .5pt solid var(--hair); }
    .question p { margin: 0; line-height: 1.25; }
    .question code { color: var(--gray); }
    .tick { width: 8.5pt; height: 8.5pt; margin-top: 2.5pt; border: .75pt solid var(--ink); font: 700 8pt/7.5pt var(--sans);
      text-align: center; }
    .room { border-left: .5pt solid var(--hair); min-height: 32pt; }
    .end { margin-top: 14pt; padding-top: 5pt; border-top: .75pt solid var(--rule); font-size: 8pt; color: var(--gray); }
    .end code { color: var(--ink); }
    @media print {
      main { max-width: none; padding: 0; }
      h1, h2, h3 { break-after: avoid; }
      tr:not(.long), tbody:not(.long), dl > div:not(.long), li, .signer, .question, .notice, .columns:not(.long), .box:not(.long),
      section.together { break-inside: avoid; }
      thead { display: table-header-group; break-after: avoid; }
      h3 + dl > div:first-child { break-before: avoid; }
      .sheet + .sheet { break-before: page; }
      p, li, dd { orphans: 2; widows: 2; }
    }
    @media screen {
      html { background: #eee; }
      main { background: #fff; box-shadow: 0 0 12px #0002; margin: 1rem auto; padding: 2.5rem; }
      .sheet + .sheet { margin-top: 4rem; }
    }
    @media screen and (max-width: 36rem) {
      main { padding: 1rem; margin: 0; }
      dl > div, .signing { grid-template-columns: 1fr; }
      .question { grid-template-columns: 1.1rem 1fr; }
      .room { display: none; }
      .steps ul { columns: 1; }
      th.name { width: 5.5rem; }
      th.day { width: 6rem; }
    }
    """
}
