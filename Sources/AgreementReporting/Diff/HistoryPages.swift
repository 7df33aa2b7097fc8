internal import Agreement
public import AgreementDiff
internal import TextSupport

/// The outputs of `concord history`.
public enum HistoryPages {
  /// For people at a terminal.
  public static func text(_ history: History, _ threads: [Thread], _ style: TextStyle) -> String {
    var result = style.bold("\(TerminalText.escape(history.id))") + "\n"
    for year in history.years {
      result +=
        "  \(name(year.year))  \(year.agreedBy.isEmpty ? "not signed" : "agreed by \(TerminalText.escape(Prose.list(year.agreedBy)))")\n"
    }
    for thread in threads {
      result += "\n" + style.bold(TerminalText.escape(title(thread))) + "\n"
      for (place, entry) in thread.entries.enumerated() {
        result += "  \(name(entry.year))  \(TerminalText.escape(words(thread, place)))"
        if !entry.changes.isEmpty {
          result += "  " + style.blue("[\(entry.changes.map(\.title).joined(separator: ", "))]")
        }
        result += "\n"
      }
      result += "  \(end(thread, history))\n"
    }
    return result + "\n"
  }

  /// For minutes.
  public static func markdown(_ history: History, _ threads: [Thread]) -> String {
    var result = "## \(MarkdownText.escape(history.id))\n\n"
    for year in history.years {
      let names = year.agreedBy.isEmpty ? "not signed" : "agreed by \(Prose.list(year.agreedBy))"
      result += "- \(name(year.year)): \(MarkdownText.escape(names))\n"
    }
    for thread in threads {
      result += "\n### \(MarkdownText.escape(title(thread)))\n\n"
      for (place, entry) in thread.entries.enumerated() {
        let changes = entry.changes.isEmpty ? "" : " (\(entry.changes.map(\.title).joined(separator: ", ")))"
        result += "- \(name(entry.year)): \(MarkdownText.escape(words(thread, place)))\(changes)\n"
      }
      result += "- \(end(thread, history))\n"
    }
    return result + "\n"
  }

  /// For programs: one agreement as an object on one line.
  public static func json(_ history: History, _ threads: [Thread]) -> String {
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

  private static func name(_ year: SchoolYear?) -> String { year?.description ?? "?" }

  private static func title(_ thread: Thread) -> String {
    switch thread.kind {
    case .commitment: "commitment: \(thread.topicTitle ?? thread.topic ?? "")"
    case .norm: "norm"
    case .topic: thread.topicTitle ?? thread.topic ?? ""
    }
  }

  /// What a year says; a text that stayed is not said twice.
  private static func words(_ thread: Thread, _ place: Int) -> String {
    let entry = thread.entries[place]
    let note = entry.note.isEmpty ? "" : " (\(entry.note))"
    if place > 0, entry.changes.isEmpty { return "unchanged" + (thread.kind == .commitment ? note : "") }
    return entry.text + note
  }

  private static func end(_ thread: Thread, _ history: History) -> String {
    if thread.hasEnded { return "gone after \(name(thread.entries.last?.year))" }
    let years = Prose.count(thread.years, "year")
    return thread.years > 1
      ? "unchanged for \(years), since \(name(thread.lastChanged))"
      : "new or changed in \(name(thread.lastChanged))"
  }
}
