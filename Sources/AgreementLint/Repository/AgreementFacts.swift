public import Agreement
public import Diagnostics
internal import TextSupport
internal import YAMLSyntax

/// What the rules across the repository remember of an agreement, so that its tree can go: under a kilobyte.
public final class AgreementFacts: Sendable {
  /// The name of the file, as it is shown.
  public let path: String
  /// A number for the bytes of the file, to see whether it is still the same when its lines are shown.
  public let content: UInt64
  /// The id of the agreement; nil where it has none that can be read.
  public let id: Located<String>?
  /// The school year; nil where it has none that can be read.
  public let year: Located<SchoolYear>?
  /// The first and the last day.
  public let days: ClosedRange<CalendarDate>?
  /// Whether its school year has ended.
  public let isClosed: Bool
  /// The names of its people and campuses.
  public let names: NamedIDs
  /// The places in `names` of the coaches who have not left.
  public let coaches: [Int]
  /// When its people meet.
  public let meetings: [MeetingTime]
  /// For each topic of the catalog a number for its answer; zero where there is none, or one of a few words.
  public let answers: [UInt64]
  /// The ids of the topics, as `answers` counts them.
  public let catalog: Catalog
  /// Where the topics are.
  public let topicsRange: SourceRange
  /// What comments allow.
  let allowances: [Allowance]

  /// A comment that allows a rule across the repository.
  struct Allowance: Sendable {
    let rule: RuleID
    /// The bytes of the line that it counts for; nil for the whole file.
    let line: SourceRange?
    let reason: String
    /// What is said if nothing needs it.
    let unused: Diagnostic
  }

  /// An answer with fewer bytes says too little to be suspicious.
  private static let leastBytes = 40

  /// Takes from an agreement what is remembered; nil where its structure has errors that leave nothing to compare.
  public init?(_ reading: AgreementReading, today: CalendarDate) {
    guard let agreement = reading.agreement else { return nil }
    let content = agreement.content
    let document = agreement.document
    path = document.source.name
    self.content = Self.number(of: document.source.bytes)
    if case .present(let located) = content.id { id = located } else { id = nil }
    if case .present(let located) = content.schoolYear { year = located } else { year = nil }
    if let starts = content.starts.value, let ends = content.ends.value, starts <= ends {
      days = starts...ends
    } else {
      days = nil
    }
    isClosed = content.ends.value.map { today > $0 } ?? false
    var names = NamedIDs()
    var coaches: [Int] = []
    for entry in agreement.participants {
      guard let person = entry.part.value, let name = person.name.value else { continue }
      if person.role.value == .instructionalCoach, person.left.isAbsent { coaches.append(names.count) }
      names.add(.person, entry.id, agreement.folded(name), at: entry.keyRange)
    }
    for entry in agreement.campuses {
      guard let name = entry.part.value?.name.value else { continue }
      names.add(.campus, entry.id, agreement.folded(name), at: entry.keyRange)
    }
    self.names = names.packed
    self.coaches = Array(coaches)
    // A copy has no room to grow, and there is one for each file of an archive.
    meetings = Array(
      (content.meetings.value?.schedule.value ?? []).compactMap { $0.value.flatMap { MeetingTime($0) } }[...])
    var answers = Array(repeating: UInt64(0), count: agreement.catalog.topics.count)
    for answer in agreement.topics.answers {
      guard case .agreed(let texts) = answer.part.value?.state else { continue }
      var hash = BlockHash()
      var count = 0
      for text in texts {
        hash.add(document.bytes(of: text.node))
        count += document.textCount(of: text.node)
      }
      if count >= Self.leastBytes { answers[answer.index] = hash.value | 1 }
    }
    self.answers = answers
    catalog = agreement.catalog
    topicsRange = content.topics.keyRange
    allowances = Self.allowances(in: document)
  }

  /// A number for the bytes of a file.
  public static func number(of bytes: [UInt8]) -> UInt64 {
    var hash = BlockHash()
    hash.add(bytes.span)
    return hash.value
  }

  private static func allowances(in document: Document) -> [Allowance] {
    guard let suppressions = Suppressions(document) else { return [] }
    let rules = Set(Rule.all.filter { $0.category == .repository }.map(\.id))
    return suppressions.comments.flatMap { comment in
      comment.rules.filter { rules.contains($0.id) }.map { rule in
        Allowance(
          rule: rule.id, line: suppressions.bytes(of: comment.reach), reason: comment.reason,
          unused: suppressions.unusedDiagnostic(comment, [rule], elsewhere: []))
      }
    }
  }
}

/// The ids of people and campuses with their names, in one piece of memory.
public struct NamedIDs: Sendable {
  private var text: [UInt8] = []
  private var ranges: [SourceRange] = []

  /// What an id stands for.
  public enum Kind: UInt8, Sendable {
    case person = 0x70
    case campus = 0x63
  }

  /// An id and its name.
  public struct Entry: Sendable {
    /// What it stands for.
    public let kind: Kind
    /// The id.
    public let id: String
    /// The name, folded.
    public let name: String
    /// Where the id stands.
    public let range: SourceRange
  }

  /// How many there are.
  public var count: Int { ranges.count }

  /// The same without room to grow.
  var packed: NamedIDs {
    var result = NamedIDs()
    result.text = Array(text[...])
    result.ranges = Array(ranges[...])
    return result
  }

  mutating func add(_ kind: Kind, _ id: String, _ name: String, at range: SourceRange) {
    text.append(kind.rawValue)
    text += id.utf8
    text.append(0)
    text += name.utf8
    text.append(0)
    ranges.append(range)
  }

  /// All of them, in the order of the file.
  public var entries: [Entry] {
    // Neither an id nor a name holds a zero: a file with one is not read.
    let parts = text.split(separator: 0, omittingEmptySubsequences: false)
    return ranges.indices.compactMap { place in
      guard 2 * place + 1 < parts.count, let first = parts[2 * place].first, let kind = Kind(rawValue: first) else {
        return nil
      }
      return Entry(
        kind: kind, id: String(decoding: parts[2 * place].dropFirst(), as: UTF8.self),
        name: String(decoding: parts[2 * place + 1], as: UTF8.self), range: ranges[place])
    }
  }
}
