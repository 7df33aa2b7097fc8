internal import Agreement
package import AgreementDiff
internal import TextSupport

/// The outputs of `concord history`.
package enum HistoryPages {
  /// For people at a terminal, in lines that fit its width.
  package static func text(_ history: History, _ threads: [Thread], _ style: DiffStyle) -> String {
    let words = HistoryWords(history: history, namesID: style.namesIDs)
    let (lines, paint) = (Lines(style.width), style.text)
    func heading(_ text: String) -> String {
      lines.paragraph(text).split(separator: "\n").map { paint.bold(String($0)) + "\n" }.joined()
    }
    func row(_ year: String, _ text: String) -> String {
      lines.paragraph(text, first: "  \(year)  ", indent: String(repeating: " ", count: year.count + 4))
    }
    var result = heading(words.title)
    for (year, text) in words.years { result += row(year, text) }
    for thread in threads {
      result += "\n" + heading(HistoryWords.title(thread))
      for entry in HistoryWords.entries(thread) {
        result += row(entry.year, entry.text + (entry.changes.isEmpty ? "" : " [\(entry.changes)]"))
      }
      result += lines.paragraph(HistoryWords.end(thread), first: "  ", indent: "  ")
    }
    return result + "\n"
  }

  /// For minutes.
  package static func markdown(_ history: History, _ threads: [Thread], _ style: DiffStyle) -> String {
    let words = HistoryWords(history: history, namesID: style.namesIDs)
    var result = "## \(MarkdownText.escape(words.title))\n\n"
    for (year, text) in words.years { result += "- \(year): \(MarkdownText.escape(text))\n" }
    for thread in threads {
      result += "\n### \(MarkdownText.escape(HistoryWords.title(thread)))\n\n"
      for entry in HistoryWords.entries(thread) {
        result += "- \(entry.year): \(MarkdownText.escape(entry.text))"
        result += (entry.changes.isEmpty ? "" : " (\(entry.changes))") + "\n"
      }
      result += "- \(HistoryWords.end(thread))\n"
    }
    return result + "\n"
  }

  /// For a meeting or a printer: what comes before all agreements.
  package static let htmlHead = HTMLPage.head("Through the years") + "<h1>Through the years</h1>\n"

  /// What comes after them.
  package static let htmlTail = HTMLPage.tail

  /// For a meeting or a printer: one agreement as part of a page.
  package static func html(_ history: History, _ threads: [Thread], _ style: DiffStyle) -> String {
    func escape(_ text: String) -> String { HTMLPage.escape(text) }
    func row(_ year: String, _ text: String, _ changes: String?) -> String {
      "<tr><th scope=\"row\">\(escape(year))</th><td>\(HTMLPage.text(text))</td>"
        + (changes.map { "<td>\(escape($0))</td>" } ?? "") + "</tr>\n"
    }
    let words = HistoryWords(history: history, namesID: style.namesIDs)
    var result = "<section>\n<h2>\(escape(words.title))</h2>\n<table class=\"years\">\n<tbody>\n"
    for (year, text) in words.years { result += row(year, text, nil) }
    result += "</tbody>\n</table>\n"
    for thread in threads {
      result += "<article>\n<h3>\(escape(HistoryWords.title(thread)))</h3>\n<table class=\"years\">\n<tbody>\n"
      let entries = HistoryWords.entries(thread)
      let hasChanges = entries.contains { !$0.changes.isEmpty }
      for entry in entries { result += row(entry.year, entry.text, hasChanges ? entry.changes : nil) }
      result += "</tbody>\n</table>\n<p class=\"why\">\(escape(HistoryWords.end(thread)))</p>\n</article>\n"
    }
    return result + "</section>\n"
  }

  /// For programs: one agreement as an object on one line.
  package static func json(_ history: History, _ threads: [Thread]) -> String {
    var writer = JSONWriter()
    func string(_ key: String, _ value: String?, _ writer: inout JSONWriter) {
      writer.key(key)
      if let value { writer.string(value) } else { writer.null() }
    }
    writer.object { writer in
      string("id", history.id, &writer)
      writer.key("years")
      writer.array { writer in
        for year in history.years {
          writer.object { writer in
            string("school-year", year.year?.description, &writer)
            string("path", year.name, &writer)
            writer.key("agreed-by")
            writer.array { writer in
              for name in year.agreedBy { writer.string(name) }
            }
          }
        }
      }
      writer.key("threads")
      writer.array { writer in
        for thread in threads {
          writer.object { writer in
            string("kind", thread.kind.rawValue, &writer)
            string("topic", thread.topic, &writer)
            string("topic-title", thread.topicTitle, &writer)
            string("last-changed", thread.lastChanged?.description, &writer)
            writer.key("years")
            writer.number(thread.years)
            writer.key("ended")
            writer.bool(thread.hasEnded)
            writer.key("entries")
            writer.array { writer in
              for entry in thread.entries {
                writer.object { writer in
                  string("school-year", entry.year?.description, &writer)
                  string("text", entry.text, &writer)
                  string("note", entry.note, &writer)
                  string("owner", entry.owners.first, &writer)
                  writer.key("owners")
                  writer.array { writer in for owner in entry.owners { writer.string(owner) } }
                  writer.key("changes")
                  writer.array { writer in
                    for kind in entry.changes { writer.string(kind.id) }
                  }
                }
              }
            }
          }
        }
      }
    }
    return TerminalText.escapeJSON(writer.text)
  }
}
