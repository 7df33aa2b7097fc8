package import Agreement
package import Diagnostics
internal import TextSupport
internal import YAMLSyntax

/// The findings that a repository already knows about and will deal with later, so that CI reports only new ones.
///
/// A finding is identified by its rule, its level, its agreement, the keys that lead to it and its words, never by a
/// line number, so moving or quoting a text brings nothing back. For private text only what is said about it counts,
/// because its hash could be guessed. A finding about a signature of another text, or of no text in particular, is
/// known only as long as the text of that day stays.
package struct Baseline: Sendable {
  /// What equivalent findings have in common.
  package struct Key: Hashable, Sendable, Comparable {
    /// The rule.
    package let rule: String
    /// The agreement, by id and school year, or by path.
    package let agreement: String
    /// The keys that lead to the place.
    package let path: String
    /// A hash of the words, as 16 hexadecimal digits.
    package let content: String
    /// The level; a warning that has become an error is new.
    package var level: Level

    /// Keys sort by agreement, place, rule, words and level.
    package static func < (left: Key, right: Key) -> Bool {
      if left.content == right.content, left.rule == right.rule, left.path == right.path,
        left.agreement == right.agreement
      {
        return left.level < right.level
      }
      return (left.agreement, left.path, left.rule, left.content)
        < (right.agreement, right.path, right.rule, right.content)
    }
  }

  /// The number of known findings for each key.
  package private(set) var counts: [Key: Int] = [:]

  /// An empty baseline.
  package init() {}

  /// Reads a baseline; returns nil if it has errors, and lists them.
  package static func read(_ source: SourceFile) -> (baseline: Baseline?, diagnostics: [Diagnostic]) {
    let (file, diagnostics) = BaselineFile.read(source)
    guard let file else { return (nil, diagnostics) }
    var result = Baseline()
    for item in (file.findings.value ?? []).compactMap(\.value) {
      let key = Key(
        rule: item.rule.value ?? "", agreement: item.agreement.value ?? "", path: item.path.value ?? "",
        content: item.content.value ?? "", level: item.level.value.flatMap(Level.init) ?? .info)
      result.add([key], count: item.count.value ?? 1)
    }
    return (result, [])
  }

  /// Adds findings.
  package mutating func add(_ keys: [Key], count: Int = 1) { for key in keys { counts[key, default: 0] += count } }

  /// Removes known findings, each as often as it is known, and returns the places of those that stay.
  ///
  /// A finding that matters less than when it was written down is still known. One that matters more is new, and uses
  /// up its entry.
  package mutating func take(_ keys: [Key]) -> [Int] {
    keys.indices.filter { place in
      let level = keys[place].level
      let isKnown = Level.allCases.filter { $0 >= level }.contains { takes(keys[place], at: $0) }
      if !isKnown { _ = Level.allCases.filter { $0 < level }.contains { takes(keys[place], at: $0) } }
      return !isKnown
    }
  }

  private mutating func takes(_ key: Key, at level: Level) -> Bool {
    var key = key
    key.level = level
    guard let count = counts[key], count > 0 else { return false }
    counts[key] = count - 1
    return true
  }

  /// The keys that are left over, sorted.
  package var unused: [Key] { counts.filter { $0.value > 0 }.keys.sorted() }

  /// The baseline as JSON, sorted, with one line for each key.
  package var json: String {
    // An entry counts up to 999.
    let entries = counts.filter { $0.value > 0 }.sorted { $0.key < $1.key }.flatMap { key, count in
      stride(from: 0, to: count, by: 999).map { (key, min(count - $0, 999)) }
    }
    let lines = entries.map { key, count in
      var writer = JSONWriter()
      writer.object { writer in
        for (name, value) in [
          ("rule", key.rule), ("agreement", key.agreement), ("path", key.path), ("content", key.content),
          ("level", key.level.rawValue),
        ] {
          writer.key(name)
          writer.string(value)
        }
        writer.key("count")
        writer.number(count)
      }
      return "    " + TerminalText.escapeJSON(writer.text)
    }
    return "{\n  \"version\": 1,\n  \"findings\": ["
      + (lines.isEmpty ? "" : "\n" + lines.joined(separator: ",\n") + "\n  ")
      + "]\n}\n"
  }

  /// The keys of the findings in a file, in the same order.
  package static func keys(of findings: [Finding], in reading: AgreementReading, at location: String) -> [Key] {
    guard !findings.isEmpty else { return [] }
    let document = reading.document
    let agreement = agreement(of: reading, at: location)
    let text = findings.contains { boundToText.contains($0.diagnostic.rule) } ? Self.text(of: reading) : ""
    // Whether a text is private does not depend on the rules of this run.
    let withheld = WithheldTexts(reading)
    // Holders are found in file order, and a missing signature comes last wherever it is.
    let order = findings.indices.sorted { left, right in
      (findings[left].diagnostic.range.start, left) < (findings[right].diagnostic.range.start, right)
    }
    var keys: [Key?] = Array(repeating: nil, count: findings.count)
    document.forEachPath(of: order.map { Int(findings[$0].diagnostic.range.start) }) { place, steps in
      let finding = findings[order[place]]
      keys[order[place]] = Key(
        rule: finding.diagnostic.rule.rawValue, agreement: agreement, path: path(steps, in: document),
        content: content(of: finding, steps, in: document, text, isPrivate: isPrivate(finding, withheld)),
        level: finding.level)
    }
    return keys.compactMap(\.self)
  }

  /// Whether what a finding is about, or points to in the same file, is private.
  private static func isPrivate(_ finding: Finding, _ withheld: WithheldTexts) -> Bool {
    finding.isPrivate || withheld.containsPrivate(finding.diagnostic.range)
      || finding.diagnostic.notes.contains { $0.file == nil && withheld.containsPrivate($0.range) }
  }

  /// The agreement in a file, by id and school year, or else by the path of the file.
  package static func agreement(of reading: AgreementReading, at location: String) -> String {
    let content = reading.agreement?.content
    return name(content?.id.value, content?.schoolYear.value, location)
  }

  /// The keys on the way to a place, with `[]` for a list: `topics.access.classroom-access`.
  ///
  /// A key that is not an id may be private text. An answer has the same path with and without `agreed`.
  private static func path(_ holders: [PathStep], in document: Document) -> String {
    var result = ""
    for holder in holders {
      guard case .entry(let key) = holder else {
        result += "[]"
        continue
      }
      let word = document.string(of: key)
      if word == "agreed" { continue }
      let isOwn = word.hasPrefix("x-")
      result +=
        (result.isEmpty ? "" : ".") + (Identifier.isValid(isOwn ? String(word.dropFirst(2)) : word) ? word : "…")
      // What is inside a school's own key does not matter here.
      if isOwn { return result }
    }
    return result
  }

  /// The rules whose findings say that nobody has signed the text as it is. Nobody has signed any later change of the
  /// text either.
  private static let boundToText: RuleSet = [.signatureStale, .signatureUnbound, .signatureUnchecked]

  /// What identifies the text of a file: its digest, or its bytes if it has none.
  private static func text(of reading: AgreementReading) -> String {
    reading.digest?.description ?? String(AgreementFacts.number(of: reading.document.source.bytes), radix: 16)
  }

  private static func content(
    of finding: Finding, _ holders: [PathStep], in document: Document, _ text: String, isPrivate: Bool
  ) -> String {
    let diagnostic = finding.diagnostic
    if boundToText.contains(diagnostic.rule) { return number(diagnostic.message, Array(text.utf8)[...]) }
    if isPrivate {
      let rule = Rule[diagnostic.rule]
      return number(rule.category == .privacy ? diagnostic.message : rule.summary, [])
    }
    var node = document.scalar(at: Int(diagnostic.range.start))
    // A finding at a key says that something is missing, whatever comes after the key; only among list items does the
    // text tell which item is meant.
    let isItem = holders.contains { if case .item = $0 { true } else { false } }
    if isItem, let found = node, case .entry(let key) = holders.last, key == found {
      let value = document.value(ofKey: key)
      node = document.kind(of: value) == .scalar ? value : key
    }
    guard let node else { return number(diagnostic.message, document.source.bytes[diagnostic.range.indices]) }
    return number(diagnostic.message, Array(Folding.fold(document.bytes(of: node)).utf8)[...])
  }

  /// The key of a finding across the repository; for private text only the rule counts.
  package static func key(
    of finding: Finding, in facts: AgreementFacts, at location: String, isPrivate: Bool
  ) -> Key {
    let diagnostic = finding.diagnostic
    let message = isPrivate ? Rule[diagnostic.rule].summary : diagnostic.message
    return Key(
      rule: diagnostic.rule.rawValue, agreement: name(facts.id?.value, facts.year?.value, location), path: "",
      content: number(message, []), level: finding.level)
  }

  private static func name(_ id: String?, _ year: SchoolYear?, _ path: String) -> String {
    guard let id, let year, Identifier.isValid(id) else { return path }
    return "\(id) \(year)"
  }

  private static func number(_ message: String, _ text: ArraySlice<UInt8>) -> String {
    var hash = StableHash()
    hash.add(message)
    hash.add(0)
    // The layout may change.
    for byte in text where byte > 0x20 { hash.add(byte) }
    return hash.digits
  }
}
