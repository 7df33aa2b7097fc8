package import Agreement
internal import TextSupport

/// What the catalog contains, as text for a terminal: sections, topics, roles and purposes.
package enum TopicPages {
  /// Every id that has a page.
  package static func ids(_ catalog: Catalog) -> [String] {
    catalog.topics.map(\.id) + catalog.sections.map(\.id) + catalog.roles.map(\.id) + catalog.purposes.map(\.id)
      + [Group.purposes.rawValue, Group.roles.rawValue]
  }

  /// Words for a whole list.
  private enum Group: String {
    case purposes
    case roles
  }

  /// All sections with their topics.
  package static func list(_ catalog: Catalog) -> String {
    var lines: [String] = []
    for section in catalog.sections {
      lines.append("\(section.id): \(section.question)\(note(on: section))")
      let width = section.topics.map { catalog.topics[$0].id.count }.max() ?? 0
      for index in section.topics {
        let topic = catalog.topics[index]
        lines.append("  \(topic.id)\(String(repeating: " ", count: width - topic.id.count))  \(topic.title)")
      }
      lines.append("")
    }
    lines += [
      "purposes: \(catalog.purposes.map(\.id).joined(separator: ", "))",
      "roles: \(catalog.roles.map(\.id).joined(separator: ", "))",
      "",
      "`concord topics <id>` says more about a section, topic, purpose or role.",
      "After: \(catalog.source.title). \(catalog.source.credit)",
    ]
    return text(lines)
  }

  private static func note(on section: CatalogSection) -> String {
    if section.isMultiCampusOnly { return " (only for a coach on two or more campuses)" }
    return section.isAsked ? "" : " (optional)"
  }

  /// The page of an id; nil if the id is unknown.
  package static func page(_ id: String, in catalog: Catalog) -> String? {
    var pages: [[String]] = []
    if let section = catalog.sections.first(where: { $0.id == id }) {
      pages.append([section.title, section.question])
      if !section.isAsked {
        pages[0].append(
          "Optional: answer what helps you. `catalog: {ask: [\(section.id)]}` in concord.yaml asks for all of it.")
      }
      pages += section.topics.map { page(of: catalog.topics[$0], in: catalog) }
    }
    if let topic = catalog.topics.first(where: { $0.id == id }) { pages.append(page(of: topic, in: catalog)) }
    for role in catalog.roles where role.id == id || id == Group.roles.rawValue {
      pages.append(["roles / \(role.id)", "  \(role.title): \(role.means)", "  It goes under `focus`, in `roles`."])
    }
    for purpose in catalog.purposes where purpose.id == id || id == Group.purposes.rawValue {
      pages.append([
        "purposes / \(purpose.id)", "  \(purpose.means)", "  It goes under `conversation`, in `purposes`.",
      ])
    }
    return pages.isEmpty ? nil : pages.map(text).joined(separator: "\n")
  }

  private static func page(of topic: Topic, in catalog: Catalog) -> [String] {
    var lines = [
      "\(catalog.sections[topic.section].id) / \(topic.id)", "  \(topic.question)", "  Hint: \(topic.hint)",
      "  For example: \(topic.example)",
    ]
    switch topic.telling {
    case .expected:
      lines.append("  Also say how teachers are told: `told-to-teachers`, here or once for the section.")
    case .asked: lines.append("  Also say how teachers are told: `told-to-teachers`.")
    case .optional: break
    }
    if topic.isRequired { lines.append("  It cannot be set aside or left open.") }
    lines.append("  Source: \(topic.source)")
    return lines
  }

  /// A district writes its own catalog, so its text is escaped before it reaches a terminal.
  private static func text(_ lines: [String]) -> String {
    lines.map { String(TerminalText.escape($0)) + "\n" }.joined()
  }
}
