internal import TextSupport

/// A self-contained page for a browser or paper, which runs no script and loads nothing.
package enum HTMLPage {
  /// What comes before the content; without a style sheet, that of reports is taken.
  package static func head(_ title: String, style: String? = nil) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <title>\(escape(title))</title>
    <style>
    \(style ?? Self.style)
    </style>
    </head>
    <body>
    <main>

    """
  }

  /// What comes after the content.
  package static let tail = "</main>\n</body>\n</html>\n"

  /// Text from files, escaped so that it cannot be markup, nor a command to a CI service, and still looks as it was
  /// written.
  package static func escape(_ text: String) -> String {
    var result = ""
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case ":" where previous == ":": result += "&#58;"
      case "#" where previous == "#": result += "&#35;"
      // Persian and other languages need it within words.
      case "\u{200C}": result.unicodeScalars.append(scalar)
      default:
        if (0x20..<0x7F).contains(scalar.value) {
          result.unicodeScalars.append(scalar)
        } else {
          result += TerminalText.escape(String(scalar))
        }
      }
      previous = scalar
    }
    return result
  }

  /// Text from files, with each date kept on one line.
  static func text(_ text: String) -> String {
    let safe = escape(text)
    guard safe.utf8.contains(UInt8(ascii: "-")) else { return safe }
    return safe.replacing(/\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b/) { "<time>\($0.output)</time>" }
  }

  /// Content that is folded on a screen is next to its `details`, not in it: browsers do not print what is in a closed
  /// one.
  private static let style = """
    :root { color-scheme: light dark; --line: #8885; --soft: #8881; --del: #d73a4926; --ins: #2da44e2e; --bad: #b3261e; --warn: #8a4b00; --good: #1b6b34; }
    @media (prefers-color-scheme: dark) { :root { --bad: #ff8f86; --warn: #ffb95c; --good: #6fd19a; } }
    * { box-sizing: border-box; }
    body { font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; margin: 0; }
    main { max-width: 60rem; margin: 0 auto; padding: 1rem 1.25rem 3rem; overflow-wrap: anywhere; }
    h1 { font-size: 1.9rem; line-height: 1.2; margin: 1rem 0 .25rem; }
    h2 { font-size: 1.5rem; line-height: 1.25; margin: 2.5rem 0 .5rem; border-bottom: 2px solid var(--line); padding-bottom: .25rem; }
    h1 + section > h2 { margin-top: 1rem; }
    h2 small { font-weight: normal; display: block; font-size: 1rem; opacity: .8; }
    h3 { font-size: 1.15rem; margin: 2rem 0 .25rem; }
    h3.decide, h3.confidentiality, h3.lost { color: var(--bad); }
    h3.access, h3.handed-on { color: var(--warn); }
    h3.new, h3.strengthened { color: var(--good); }
    h4 { font-size: 1rem; margin: 1rem 0 .25rem; }
    h4.topic { margin-top: 1.25rem; border-bottom: 1px solid var(--line); }
    h5 { font-size: .95rem; margin: .75rem 0 .25rem; }
    p { margin: .35rem 0; }
    ul { margin: .35rem 0; padding-left: 1.25rem; }
    .part { margin: .5rem 0 .5rem 1.5rem; }
    code { font-size: .8em; opacity: .75; font-weight: normal; }
    .sum { background: var(--soft); padding: .5rem .75rem; border-left: 4px solid var(--line); }
    .why { margin: .25rem 0 .25rem .75rem; }
    .why b { font-weight: 600; }
    table { width: 100%; border-collapse: collapse; table-layout: fixed; margin: .25rem 0; }
    thead th { font-size: .8rem; text-align: left; font-weight: 600; opacity: .8; padding: 0 .75rem; }
    tbody th { text-align: left; vertical-align: top; font-weight: 600; width: 8.5rem; white-space: nowrap; padding: .3rem .75rem .3rem 0; }
    td { vertical-align: top; padding: .3rem .75rem; border: 1px solid var(--line); }
    .years td, .years th { border: 0; border-bottom: 1px solid var(--line); }
    .years td + td { width: 28%; font-size: .9rem; opacity: .85; }
    del { background: var(--del); text-decoration-thickness: 1px; }
    ins { background: var(--ins); text-decoration: none; font-weight: 600; }
    .rolled { border-bottom: 1px dotted; white-space: nowrap; }
    time { white-space: nowrap; }
    td small { opacity: .8; }
    summary { cursor: pointer; margin: 2rem 0 .25rem; }
    summary h3 { display: inline; }
    @media screen { details:not([open]) + .folded { display: none; } }
    @media screen and (max-width: 40rem) {
      main { padding: .5rem .75rem 2rem; }
      .part { margin-left: .5rem; }
      .pair thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
      .pair, .pair tbody, .pair tr, .pair td, .years, .years tbody, .years tr, .years td, .years th { display: block; width: auto; }
      .pair td::before { content: attr(data-side); display: block; font-size: .8rem; font-weight: 600; opacity: .8; }
      .pair td + td { border-top: 0; }
      .pair tr { margin-bottom: .4rem; }
      .years td + td { width: auto; }
      td:empty { display: none; }
      .years th { border: 0; padding-bottom: 0; }
    }
    @page { margin: 15mm 17mm 17mm; }
    @media print {
      body { font-size: 10.5pt; line-height: 1.4; }
      main { max-width: none; padding: 0; }
      h1, h2, h3, h4, h5, summary, .lead { break-after: avoid; }
      section + section { break-before: page; }
      tr, .why, .part > h5 { break-inside: avoid; }
      thead { display: table-header-group; break-after: avoid; }
      article:not(.long) { break-inside: avoid; }
      summary { list-style: none; }
      summary .hint { display: none; }
      ins { text-decoration: underline; }
    }
    """
}
