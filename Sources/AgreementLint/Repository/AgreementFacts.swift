package import Agreement
package import Diagnostics
internal import TextSupport
internal import YAMLSyntax

/// What the cross-repository rules keep of an agreement, so that its tree can be freed: under a kilobyte.
package final class AgreementFacts: Sendable {
  /// The name of the file, as shown.
  package let path: String
  /// A hash of the file's bytes, to see whether it is still the same when its lines are shown.
  package let content: UInt64
  /// The id of the agreement; nil if it has none that can be read.
  package let id: Located<String>?
  /// The school year; nil if it has none that can be read.
  package let year: Located<SchoolYear>?
  /// The first and the last day.
  package let days: ClosedRange<CalendarDate>?
  /// Whether its school year has ended.
  package let isClosed: Bool
  /// The ids of the topics, as `answer(to:)` counts them.
  package let catalog: Catalog
  /// Where the topics are.
  package let topicsRange: SourceRange
  /// The first line, for findings about the file as a whole.
  package let firstLine: SourceRange
  /// Whether only the name of the file is known, because the name keeps it from being read.
  package let isMisnamed: Bool
  /// What comments allow.
  let allowances: [Allowance]
  private let lists: PackedLists

  /// The number of its people and campuses.
  package var nameCount: Int { lists.nameCount }
  /// A person or a campus, in file order; nil past the last one.
  package func name(_ place: Int) -> NamedID? { lists.name(place) }
  /// Its id and those of its people and campuses: what the cross-repository rules compare.
  package var ids: Set<String> {
    Set((0..<nameCount).compactMap { name($0)?.id }).union(id.map { [$0.value] } ?? [])
  }
  /// The coaches who have not left, as indices for `name`.
  package var coaches: [Int] { lists.values(.coaches, of: UInt32.self).map(Int.init) }
  /// When its people meet.
  package var meetings: [MeetingTime] { lists.values(.meetings, of: MeetingTime.self) }
  /// A hash of the answer to a topic of the catalog; zero if there is none, or one of only a few words.
  package func answer(to topic: Int) -> UInt32 { lists.value(topic, .answers, of: UInt32.self) ?? 0 }

  /// A comment that allows a cross-repository rule.
  struct Allowance: Sendable {
    let rule: RuleID
    /// The bytes of the line that it applies to; nil for the whole file.
    let line: SourceRange?
    let reason: String
    /// What to report if nothing needs it.
    let unused: Diagnostic
  }

  /// Takes the facts from an agreement; nil if its structure has errors that leave nothing to compare.
  package convenience init?(_ reading: AgreementReading, today: CalendarDate) {
    guard reading.agreement != nil else { return nil }
    self.init(any: reading, today: today)
  }

  /// Takes whatever facts there are, even from a file that holds no agreement.
  ///
  /// Whoever found the file says whether it is misnamed, since its name alone may not tell.
  package init(any reading: AgreementReading, today: CalendarDate, isMisnamed: Bool = false) {
    let content = reading.agreement?.content
    let document = reading.document
    path = document.source.name
    self.content = Self.number(of: document.source.bytes)
    if case .present(let located) = content?.id { id = located } else { id = nil }
    if case .present(let located) = content?.schoolYear { year = located } else { year = nil }
    if let starts = content?.starts.value, let ends = content?.ends.value, starts <= ends {
      days = starts...ends
    } else {
      days = nil
    }
    isClosed = content?.ends.value.map { today > $0 } ?? false
    catalog = reading.agreement?.catalog ?? .builtIn
    topicsRange = content?.topics.keyRange ?? SourceRange(0..<0)
    let start = document.source.byteOrderMarkCount
    let end = document.source.bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? document.source.bytes.count
    firstLine = SourceRange(start..<end)
    self.isMisnamed = isMisnamed || MisnamedName(path: document.source.name).map { !$0.needsCompany } ?? false
    allowances = Self.allowances(in: document)
    lists = reading.agreement.map { PackedLists(of: $0) } ?? PackedLists()
  }

  /// A hash of a file's bytes.
  package static func number(of bytes: [UInt8]) -> UInt64 {
    var hash = BlockHash()
    hash.add(bytes.span)
    return hash.value
  }

  private static func allowances(in document: Document) -> [Allowance] {
    guard let suppressions = Suppressions(document) else { return [] }
    return suppressions.comments.flatMap { comment in
      comment.rules.filter { RuleSet.repository.contains($0.id) }.map { rule in
        Allowance(
          rule: rule.id, line: suppressions.reachedBytes(of: comment), reason: comment.reason,
          unused: suppressions.unusedDiagnostic(comment, [rule], elsewhere: []))
      }
    }
  }
}
