internal import Agreement
internal import Diagnostics
internal import TextSupport
internal import YAMLSyntax

/// The comments in a file that say why a finding is intended:
/// `# concord: allow <rule>[, <rule>] -- <reason>`.
///
/// A comment goes on the line before the entry that a finding is about, which is the innermost entry that contains it;
/// before the first key it applies to the whole file.
///
/// Lines are counted only once a finding needs them.
final class Suppressions {
  /// A comment that can be understood.
  struct Comment {
    let range: SourceRange
    /// The rules, each with the place of its name.
    let rules: [(id: RuleID, range: SourceRange)]
    let reason: String
  }

  /// What a comment applies to.
  enum Reach {
    case file
    /// The entries that begin on a line, 0-based; the number of lines stands for comments at the end of the file.
    case line(Int)
  }

  private(set) var comments: [Comment] = []
  /// Findings about comments that cannot be understood.
  private(set) var invalid: [Diagnostic] = []
  private let document: Document
  private lazy var lines = LineIndex(document.source.bytes, from: document.source.byteOrderMarkCount)
  /// For each line, the first line at or after it that has more than a comment, or else the number of lines.
  private lazy var contentLines = Self.contentLines(lines, in: document.source.bytes)

  /// The most rules in one comment, and the most comments with a hint where the finding is, so that time stays linear.
  private static let mostRules = 20
  private static let mostHints = 200

  /// Finds the comments; nil if there are none, which is nearly always the case and takes no time.
  init?(_ document: Document) {
    let bytes = document.source.bytes
    let marked = document.comments.filter { Self.isMarked(bytes[$0.indices]) }
    guard !marked.isEmpty else { return nil }
    self.document = document
    for range in marked { read(range) }
  }

  private static let mark = Array("concord:".utf8)

  private static func isMarked(_ comment: ArraySlice<UInt8>) -> Bool {
    var rest = comment.drop { $0 == 0x23 || $0 == 0x20 || $0 == 0x09 }
    for byte in mark {
      guard let first = rest.popFirst(), first == byte || first | 0x20 == byte else { return false }
    }
    return true
  }

  // MARK: - Reading

  private func read(_ range: SourceRange) {
    let bytes = document.source.bytes
    func fail(_ message: String, _ help: String, at place: SourceRange? = nil) {
      invalid.append(Diagnostic(.invalidSuppression, .mild, at: place ?? range, message, help: help))
    }
    let form = "write `# concord: allow <rule> -- <the reason>` on the line above"
    guard isAlone(range) else {
      return fail(
        "concord ignores a comment on the same line as an answer", "move it to a line of its own, above this one")
    }
    var words = CommentReader(bytes: bytes, position: Int(range.start), end: Int(range.end))
    words.skip { $0 == 0x23 }
    words.skip(count: Self.mark.count)
    guard let verb = words.next(), verb.text == "allow" else {
      return fail("after `concord:`, write `allow` and a rule", form)
    }
    var rules: [(id: RuleID, range: SourceRange)] = []
    var isReason = false
    while let word = words.next() {
      if ["--", "—", "–"].contains(word.text) {
        isReason = true
        break
      }
      guard let rule = Rule.named(word.text) else {
        let near = DidYouMean.nearest(to: word.text, among: Rule.all.map(\.id.rawValue))
        return fail(
          "there is no rule `\(word.text.prefix(60))`",
          near.map { "did you mean `\($0)`?" } ?? "`concord rules` lists them; the reason comes after `--`",
          at: word.range)
      }
      guard rule.isSuppressible else {
        return fail("`\(rule.id)` cannot be allowed", rule.unsuppressibleReason, at: word.range)
      }
      rules.append((rule.id, word.range))
      guard rules.count <= Self.mostRules else {
        return fail("more than \(Self.mostRules) rules are named", "allow only what is meant to be so here")
      }
    }
    guard !rules.isEmpty else { return fail("no rule is named", form) }
    let reason = Folding.fold(String(decoding: bytes[words.position..<Int(range.end)], as: UTF8.self))
    guard isReason, reason.contains(where: \.isLetter) else {
      return fail("the reason is missing", "add ` -- ` and the reason")
    }
    comments.append(Comment(range: range, rules: rules, reason: reason))
  }

  /// Whether a comment has its line for itself.
  private func isAlone(_ comment: SourceRange) -> Bool {
    let before = document.source.bytes[document.source.byteOrderMarkCount..<Int(comment.start)]
    guard let last = before.last(where: { $0 != 0x20 && $0 != 0x09 }) else { return true }
    return last == 0x0A || last == 0x0D
  }

  /// Before the first key a comment applies to the whole file, otherwise to the next line with content.
  private func reach(of comment: Comment) -> Reach {
    guard let root = document.root else { return .file }
    let line = lines.line(at: Int(comment.range.start))
    if lines.starts[line] < Int(document.range(of: root).start) { return .file }
    return .line(contentLine(from: line + 1))
  }

  /// The bytes that a comment applies to; nil for the whole file.
  func reachedBytes(of comment: Comment) -> SourceRange? {
    switch reach(of: comment) {
    case .file: nil
    case .line(let line): line < lines.starts.count ? SourceRange(lines.range(of: line)) : SourceRange(0..<0)
    }
  }

  /// The first line at or after a line that has more than a comment; past the last one, the number of lines.
  private func contentLine(from line: Int) -> Int {
    line < contentLines.count ? contentLines[line] : contentLines.count
  }

  private static func contentLines(_ lines: LineIndex, in bytes: [UInt8]) -> [Int] {
    var result = Array(repeating: lines.starts.count, count: lines.starts.count)
    var next = lines.starts.count
    for line in result.indices.reversed() {
      let first = lines.content(of: line, in: bytes).first { bytes[$0] != 0x20 && bytes[$0] != 0x09 }
      if let first, bytes[first] != 0x23 { next = line }
      result[line] = next
    }
    return result
  }

  /// The words of a comment, separated by white space and commas.
  private struct CommentReader {
    let bytes: [UInt8]
    var position: Int
    let end: Int

    mutating func skip(while condition: (UInt8) -> Bool) {
      while position < end, condition(bytes[position]) || Self.isSeparator(bytes[position]) { position += 1 }
    }

    mutating func skip(count: Int) { position = min(end, position + count) }

    mutating func next() -> (text: String, range: SourceRange)? {
      skip { _ in false }
      let start = position
      while position < end, !Self.isSeparator(bytes[position]) { position += 1 }
      guard position > start else { return nil }
      return (String(decoding: bytes[start..<position], as: UTF8.self), SourceRange(start..<position))
    }

    private static func isSeparator(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x2C }
  }

  // MARK: - Applying

  /// The reasons for which findings are allowed, each by the index of its finding, and diagnostics for rule names that
  /// no finding needs.
  ///
  /// Findings are in file order. `mayBeUnused` says whether a rule ran, and so could have found something.
  func apply(to findings: [Diagnostic], mayBeUnused: (RuleID) -> Bool) -> (reasons: [Int: String], unused: [Diagnostic])
  {
    var used: Set<Use> = []
    var reasons: [Int: String] = [:]
    let named = rules
    let places = findings.indices.filter { named.contains(findings[$0].rule) }
    if !places.isEmpty {
      let reaches = reachesByRule()
      let homes = homeLines(of: places.map { Int(findings[$0].range.start) })
      for (place, home) in zip(places, homes) {
        let rule = findings[place].rule
        guard let reach = reaches[rule], let comment = reach.lines[home] ?? reach.file else { continue }
        reasons[place] = comments[comment].reason
        used.insert(Use(comment: comment, rule: rule))
      }
    }
    var unused: [Diagnostic] = []
    for (place, comment) in comments.enumerated() {
      let idle = comment.rules.filter { mayBeUnused($0.id) && !used.contains(Use(comment: place, rule: $0.id)) }
      guard !idle.isEmpty else { continue }
      unused.append(
        unusedDiagnostic(
          comment, idle, elsewhere: place < Self.mostHints ? findings.filter { $0.rule == idle[0].id } : []))
    }
    return (reasons, unused)
  }

  /// The rules that a comment allows somewhere.
  var rules: RuleSet { RuleSet(comments.lazy.flatMap { $0.rules.lazy.map(\.id) }) }

  /// For each rule, the comment that allows it in the whole file, and those that allow it on some lines.
  private func reachesByRule() -> [RuleID: (file: Int?, lines: [Int: Int])] {
    var result: [RuleID: (file: Int?, lines: [Int: Int])] = [:]
    for (place, comment) in comments.enumerated() {
      let reach = reach(of: comment)
      for (id, _) in comment.rules {
        switch reach {
        case .file: result[id, default: (nil, [:])].file = place
        case .line(let line): result[id, default: (nil, [:])].lines[line] = place
        }
      }
    }
    return result
  }

  private struct Use: Hashable {
    let comment: Int
    let rule: RuleID
  }

  /// The line, 0-based, of the innermost entry or item that contains each of some sorted places; for a place in a
  /// comment, the line that the comment is about.
  private func homeLines(of offsets: [Int]) -> [Int] {
    var result = Array(repeating: 0, count: offsets.count)
    let bytes = document.source.bytes
    document.forEachPath(of: offsets) { index, holders in
      let own = lines.line(at: offsets[index])
      if let comment = document.comment(at: offsets[index]) {
        result[index] = isAlone(comment) ? contentLine(from: own + 1) : own
      } else {
        var line = holders.last.map { lines.line(at: Int(document.range(of: $0.node).start)) } ?? own
        // A dash may be alone on its line, with its item on the next one.
        if case .item = holders.last, line > 0,
          bytes[lines.content(of: line - 1, in: bytes)].allSatisfy({ $0 == 0x20 || $0 == 0x2D }),
          bytes[lines.content(of: line - 1, in: bytes)].contains(0x2D)
        {
          line -= 1
        }
        result[index] = line
      }
    }
    return result
  }

  /// A finding about a comment, with the edit that removes what is not used.
  func unusedDiagnostic(
    _ comment: Comment, _ idle: [(id: RuleID, range: SourceRange)], elsewhere: [Diagnostic]
  ) -> Diagnostic {
    let names = Prose.list(idle.map { "`\($0.id)`" }, "or")
    let nearest = elsewhere.first { $0.range.start > comment.range.end } ?? elsewhere.first
    let help =
      nearest.map {
        "there is one on line \(lines.line(at: Int($0.range.start)) + 1); the comment belongs on the line before that entry"
      } ?? "delete \(idle.count == comment.rules.count ? "the comment" : "the rule")"
    return Diagnostic(
      .unusedSuppression, .mild, at: idle.count == comment.rules.count ? comment.range : idle[0].range,
      "this comment allows \(names), but nothing here needs it", help: help,
      fix: nearest == nil ? removal(of: idle, from: comment) : nil)
  }

  private func removal(of idle: [(id: RuleID, range: SourceRange)], from comment: Comment) -> Fix {
    if idle.count == comment.rules.count {
      return Fix(.safe, [Edit(SourceRange(lines.range(of: lines.line(at: Int(comment.range.start)))), with: [])])
    }
    let kept = comment.rules.filter { rule in !idle.contains { $0.range == rule.range } }.map(\.id.rawValue)
    let list = Int(comment.rules[0].range.start)..<Int(comment.rules[comment.rules.count - 1].range.end)
    return Fix(.safe, [Edit(SourceRange(list), with: kept.joined(separator: ", ").utf8)])
  }
}

extension Rule {
  /// Whether a comment in the file can allow what the rule finds.
  ///
  /// Nobody intends a file that cannot be read or that breaks the format. Comments are not signed, so they have no say
  /// about signatures.
  package var isSuppressible: Bool {
    switch category {
    case .syntax, .signatures: false
    case .structure: level < .error && id != .invalidSuppression && id != .unusedSuppression
    case .completeness, .commitments, .privacy, .repository: true
    }
  }

  fileprivate var unsuppressibleReason: String {
    switch category {
    case .signatures: "a comment is not part of what people sign; `concord.yaml` can change the level of the rule"
    case .syntax, .structure, .completeness, .commitments, .privacy, .repository:
      "correct what it finds; without that the file cannot be read"
    }
  }
}
