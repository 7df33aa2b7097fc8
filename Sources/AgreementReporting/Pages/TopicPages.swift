public import Agreement

/// The topics of the catalog as text for a terminal.
public enum TopicPages {
  /// All sections with their topics.
  public static func list(_ catalog: Catalog) -> String {
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
    lines.append("`concord topics <topic or section>` shows the questions, hints and example answers.")
    lines.append("After: \(catalog.source.title). \(catalog.source.credit)")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func note(on section: CatalogSection) -> String {
    if section.isMultiCampusOnly { return " (only for a coach on two or more campuses)" }
    return section.isAsked ? "" : " (optional)"
  }

  /// A topic, or all topics of a section; nil for an unknown name.
  public static func page(_ id: String, in catalog: Catalog) -> String? {
    if let section = catalog.sections.first(where: { $0.id == id }) {
      let topics = section.topics.map { page(of: catalog.topics[$0], in: catalog) }
      let optional =
        section.isAsked
        ? ""
        : "Optional: answer what helps you. `catalog: {ask: [\(section.id)]}` in concord.yaml asks for all of it.\n"
      return "\(section.title)\n\(section.question)\n\(optional)\n" + topics.joined(separator: "\n")
    }
    return catalog.topics.first { $0.id == id }.map { page(of: $0, in: catalog) }
  }

  private static func page(of topic: Topic, in catalog: Catalog) -> String {
    var lines = [
      "\(catalog.sections[topic.section].id) / \(topic.id)", "  \(topic.question)", "  Hint: \(topic.hint)",
      "  For example: \(topic.example)",
    ]
    switch topic.telling {
    case .expected:
      lines.append("  Say also how teachers hear of it: `told-to-teachers`, here or once for the section.")
    case .asked: lines.append("  Say also how teachers hear of it: `told-to-teachers`.")
    case .optional: break
    }
    if topic.isRequired { lines.append("  It cannot be set aside or left open.") }
    lines.append("  Source: \(topic.source)")
    return lines.joined(separator: "\n") + "\n"
  }
}
