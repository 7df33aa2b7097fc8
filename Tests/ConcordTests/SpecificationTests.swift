import Agreement
import AgreementLint
import Diagnostics
import TestSupport
import Testing

/// The specification says what the program does: its tables and patterns are those of the fields, and nothing is left out on either
/// side.
@Suite struct SpecificationTests {
  /// What a table says of one key.
  struct Row: Hashable, CustomStringConvertible {
    let key: String
    let takes: String
    let isRequired: Bool

    var description: String { "\(key): \(takes)\(isRequired ? ", required" : "")" }
  }

  /// The mappings that have a table of their own, by the last word of the path that leads to them.
  private static let tables = [
    "answer": "an answer", "campuses": "a campus", "commitments": "a commitment", "open": "`open`",
    "others": "one of the others", "participants": "a participant", "schedule": "a meeting",
    "signatures": "a signature",
  ]

  private static func section(_ heading: String, _ page: String) throws -> String {
    let rest = try #require(page.split(separator: "\n## ").first { $0.hasPrefix(heading) })
    return String(rest)
  }

  /// The cells of each line of a table whose first heading is `first`.
  private static func rows(in text: String, under first: String) -> [[String]] {
    var result: [[String]] = []
    var isInside = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("|") else {
        isInside = false
        continue
      }
      let cells = line.split(separator: "|").map { cell in
        String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
      if cells.first == first {
        isInside = true
      } else if isInside, cells.first?.hasPrefix("---") == false {
        result.append(cells)
      }
    }
    return result
  }

  /// The rows of the specification about one mapping.
  private static func specified(_ heading: String, in page: String) -> [Row] {
    rows(in: page, under: heading).map { cells in
      Row(
        key: cells[0].filter { $0 != "`" }, takes: cells.count > 1 ? cells[1] : "",
        isRequired: cells.count > 2 && cells[2] == "yes")
    }
  }

  // MARK: - What the fields say

  /// The rows of a mapping; those of a mapping inside it follow, unless that one has a table of its own.
  private static func rows(of mapping: MappingDescription, under path: String = "") -> [Row] {
    mapping.fields.flatMap { field -> [Row] in
      let key = path + field.key
      let row = Row(key: key, takes: takes(field.shape, field.key), isRequired: field.isRequired)
      guard case .mapping(let inner) = field.shape, tables[field.key] == nil else { return [row] }
      return [row] + rows(of: inner, under: key + ".")
    }
  }

  private static func takes(_ shape: ShapeDescription, _ key: String) -> String {
    switch shape {
    case .text: "text"
    case .textList: "texts"
    case .form(let form): form == .format ? "`1`" : name(of: form)
    case .word(let list): list.words.map { "`\($0)`" }.joined(separator: " ")
    case .reference(let what): what
    case .topicReference: "topic"
    case .list(let item): "list of \(noun(item, key))"
    case .oneOrMore(let item):
      if case .word = item { "one or more of \(takes(item, key))" } else { "one or more \(takes(item, key))" }
    case .someOf(let item): "at least one \(takes(item, key)), as a list"
    case .mapping: "mapping"
    case .dictionary(.form(.share), _, _): "mapping: campus → share"
    case .dictionary(let value, _, _): "mapping: \(key == "signatures" ? "participant" : "id") → \(noun(value, key))"
    case .either(let shapes): shapes.map { takes($0, key) }.joined(separator: "; or ")
    case .topics: "mapping: section → mapping"
    case .roles: "mapping: role of the catalog → text"
    case .ruleLevels: "levels"
    }
  }

  private static func name(of form: ShapeDescription.Form) -> String {
    switch form {
    case .identifier: "id"
    case .schoolYear: "year"
    case .count, .date, .days, .digest, .format, .minutes, .share, .time, .weekday, .years: form.rawValue
    }
  }

  /// What an item or a value is called.
  private static func noun(_ shape: ShapeDescription, _ key: String) -> String {
    let isTable =
      switch shape {
      case .mapping, .either: tables[key] != nil
      default: false
      }
    guard isTable, let table = tables[key] else { return takes(shape, key) }
    return table == "one of the others" ? "other" : table.split(separator: " ").last.map(String.init) ?? table
  }

  /// Every mapping that has a table, with the words that its first heading has after `key of`.
  private static var mappings: [(name: String, mapping: MappingDescription)] {
    var result: [(String, MappingDescription)] = []
    func add(_ shape: ShapeDescription, _ key: String) {
      switch shape {
      case .mapping(let mapping):
        if let table = tables[key] { result.append((table, mapping)) }
        for field in mapping.fields { add(field.shape, field.key) }
      case .list(let item), .oneOrMore(let item), .someOf(let item): add(item, key)
      case .dictionary(let value, _, _): add(value, key)
      case .either(let shapes): for shape in shapes { add(shape, key) }
      case .topics(let answer): add(answer, "answer")
      case .text, .textList, .form, .word, .reference, .topicReference, .roles, .ruleLevels: break
      }
    }
    add(.mapping(Agreement.description), "")
    return result
  }

  // MARK: - Tests

  @Test func theTablesOfSection2AreTheFields() throws {
    let page = try Root.text("schema/README.md")
    let outermost = Set(Self.specified("key", in: try Self.section("2 ", page)))
    let expected = Set(Self.rows(of: Agreement.description))
    #expect(outermost.subtracting(expected) == [], "rows that no field has")
    #expect(expected.subtracting(outermost) == [], "fields that no row has")
    #expect(Self.mappings.map(\.name).sorted() == Self.tables.values.sorted())
    for (name, mapping) in Self.mappings {
      let rows = Set(Self.specified("key of \(name)", in: page))
      let fields = Set(Self.rows(of: mapping))
      #expect(rows.subtracting(fields) == [], "\(name): rows that no field has")
      #expect(fields.subtracting(rows) == [], "\(name): fields that no row has")
    }
  }

  @Test func thePatternsOfSection2AreThoseOfTheProgram() throws {
    let page = try Self.section("2 ", Root.text("schema/README.md"))
    let block = try #require(page.split(separator: "```").dropFirst().first)
    var patterns: [String: String] = [:]
    for line in block.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1)
      try #require(parts.count == 2)
      patterns[String(parts[0])] = String(parts[1].drop { $0 == " " })
    }
    // Counts and days without school are forms of the settings.
    let forms = ShapeDescription.Form.allCases.filter { ![.count, .days, .years].contains($0) }
    #expect(patterns == Dictionary(uniqueKeysWithValues: forms.map { (Self.name(of: $0), $0.pattern) }))
  }

  @Test func theConditionsBetweenKeysAreThoseOfTheFields() throws {
    let page = try Root.text("schema/README.md")
    let rows = Self.rows(in: page, under: "in").map { $0.joined(separator: " | ") }
    let expected = Self.mappings.flatMap { name, mapping in
      mapping.constraints.map { "\(name) | \(Self.words($0))" }
    }
    #expect(Set(rows).subtracting(expected) == [], "conditions that no field has")
    #expect(Set(expected).subtracting(rows) == [], "conditions that are not specified")
  }

  private static func words(_ constraint: MappingDescription.Constraint) -> String {
    func list(_ keys: [String], _ last: String) -> String {
      let names = keys.map { "`\($0)`" }
      return names.dropLast().joined(separator: ", ") + " \(last) " + (names.last ?? "")
    }
    func condition(_ key: String, _ values: [String]) -> String {
      values.isEmpty
        ? "with a value for `\(key)`" : "with " + values.map { "`\(key): \($0)`" }.joined(separator: " or ")
    }
    switch constraint {
    case .atMostOne(let keys): return "at most one of \(list(keys, "and")) has a value | `wrong-shape`"
    case .exactlyOne(let keys): return "exactly one of \(list(keys, "and")) has a value | `missing-key`, `wrong-shape`"
    case .oneWritten(let keys):
      return "at least one of \(list(keys, "and")) is written, even if it has no value | `missing-key`"
    case .needs(let key, let values, let then):
      return "\(condition(key, values)), `\(then)` has a value, too | `missing-key`"
    case .excludes(let key, let other): return "`\(key)` and `\(other)` do not both have a value | `wrong-shape`"
    case .words(let key, let values, let then, let count, _, _):
      let number = count.count == 1 ? "one word" : "\(count.lowerBound) to \(count.upperBound) words"
      return "\(condition(key, values)), `\(then)` has \(number) | `wrong-shape`"
    }
  }

  @Test func theTopicsAndRolesOfSection4AreTheCatalog() throws {
    let page = try Self.section("4 ", Root.text("schema/README.md"))
    let catalog = Catalog.builtIn
    let rows = Self.rows(in: page, under: "section").map { $0.prefix(2).joined(separator: " | ") }
    #expect(
      rows
        == catalog.sections.map { section in
          "`\(section.id)` | " + section.topics.map { "`\(catalog.topics[$0].id)`" }.joined(separator: " ")
        })
    let roles = try #require(page.split(separator: "The coaching roles are").last)
    #expect(
      roles.split(separator: "`").enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
        == catalog.roles.map(\.id))
  }

  /// Every rule of the form is named, and every rule that is named is one.
  @Test func theRulesThatAreNamedAreRules() throws {
    let page = try Root.text("schema/README.md")
    let errors = try #require(
      page.split(separator: "These errors are those of").dropFirst().first?.prefix { $0 != "." })
    let named = errors.split(separator: "`").enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
    // What the reader finds is an error of the form exactly if its rule is one.
    for rule in Rule.all {
      let found = rule.failing.flatMap { example in
        AgreementReader.read(SourceFile(name: example.path, bytes: example.bytes ?? Array(example.text.utf8)))
          .diagnostics
      }.filter { $0.rule == rule.id }
      guard !found.isEmpty else { continue }
      #expect(found.allSatisfy { ($0.severity == .error) == (rule.level == .error) }, "\(rule.id)")
      if rule.level < .error { #expect(page.contains("`\(rule.id)`"), "\(rule.id)") }
    }
    let strict = Rule.all.filter { [.syntax, .structure].contains($0.category) && $0.level == .error }
    #expect(named.sorted() == strict.map(\.id.rawValue))
  }
}
