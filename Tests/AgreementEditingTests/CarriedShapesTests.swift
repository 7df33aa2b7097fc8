import Agreement
import AgreementEditing
import Diagnostics
import TestSupport
import Testing

/// An answer becomes last year's in whatever layout it is written; every byte of its text stays.
@Suite struct CarriedShapesTests {
  /// An answer, as it is below its section, and after the renewal.
  struct Shape: Sendable, CustomTestStringConvertible {
    let before: String
    let after: String
    var testDescription: String { before }

    init(_ before: String, _ after: String) { (self.before, self.after) = (before, after) }
  }

  static let shapes = [
    Shape("    classroom-access: Doors are open\n", "    classroom-access:\n      carried: Doors are open\n"),
    Shape(
      "    classroom-access: Doors are open,\n      and the coach knocks\n",
      "    classroom-access:\n      carried: Doors are open,\n        and the coach knocks\n"),
    Shape(
      "    classroom-access: \"Doors: open\"   # since August\n",
      "    classroom-access:\n      carried: \"Doors: open\"   # since August\n"),
    Shape(
      "    classroom-access: 'Doors are\n\n     open'\n",
      "    classroom-access:\n      carried: 'Doors are\n\n       open'\n"),
    Shape(
      "    classroom-access: |\n      Doors are open.\n\n        Always.\n",
      "    classroom-access:\n      carried: |\n        Doors are open.\n\n          Always.\n"),
    Shape(
      "    classroom-access: |2-\n       Doors are open.\n      The coach knocks.\n",
      "    classroom-access:\n      carried: |2-\n         Doors are open.\n        The coach knocks.\n"),
    Shape(
      "    classroom-access: >+   # folded\n     Doors are open,\n     and the coach knocks.\n\n\n",
      "    classroom-access:\n      carried: >+   # folded\n       Doors are open,\n       and the coach knocks.\n\n\n"),
    Shape(
      "    classroom-access:   # we agreed at once\n      Doors are open\n",
      "    classroom-access:   # we agreed at once\n      carried:\n        Doors are open\n"),
    Shape(
      "    classroom-access:\n      # not in May\n      - Doors are open\n      - The coach knocks   # always\n",
      "    classroom-access:\n      carried:\n        # not in May\n        - Doors are open\n        - The coach knocks   # always\n"
    ),
    Shape(
      "    classroom-access:\n    - Doors are open\n    - >-\n      The coach\n      knocks\n",
      "    classroom-access:\n      carried:\n        - Doors are open\n        - >-\n          The coach\n          knocks\n"
    ),
    Shape(
      "    classroom-access: [Doors are open,\n  the coach knocks]\n",
      "    classroom-access:\n      carried: [Doors are open,\n    the coach knocks]\n"),
    Shape(
      "    \"classroom-access\" :  Doors are open\n", "    \"classroom-access\" :\n      carried: Doors are open\n"),
    Shape(
      "    ? classroom-access\n    : Doors are open\n", "    ? classroom-access\n    :\n      carried: Doors are open\n"
    ),
    Shape(
      "    classroom-access:\n         - Harmon: open\n         - Brookside:\n",
      "    classroom-access:\n      carried:\n           - Harmon: open\n           - Brookside:\n"),
    Shape(
      "    classroom-access:\n      agreed: Doors are open\n      carried:\n      notes: The coach knocks\n",
      "    classroom-access:\n      carried: Doors are open\n      notes: The coach knocks\n"),
    Shape(
      "    classroom-access: {\"agreed\":\"Doors are open\", told-to-teachers: By mail}\n",
      "    classroom-access: {\"carried\":\"Doors are open\", told-to-teachers: By mail}\n"),
  ]

  @Test(arguments: shapes, [Layout.plain, .windows, .marked, .unfinished])
  func answersAreCarried(shape: Shape, layout: Layout) throws {
    let before = layout.bytes(YearFile.with(access: shape.before))
    let result = try YearFile.renew(before)
    let expected = layout.bytes(YearFile.with(access: shape.after, isRenewed: true))
    #expect(String(decoding: result.bytes, as: UTF8.self) == String(decoding: expected, as: UTF8.self))
    #expect(result.carried == ["classroom-access"])
  }

  @Test(arguments: [
    (
      "{classroom-access: Doors are open, weekly-planning: [a, b]}",
      "{classroom-access: {carried: Doors are open}, weekly-planning: {carried: [a, b]}}"
    ),
    ("{\"classroom-access\":\"Doors are open\"}", "{\"classroom-access\":{carried: \"Doors are open\"}}"),
    (
      "{\n    classroom-access: Doors\n      are open,   # always\n  }",
      "{\n    classroom-access: {carried: Doors\n      are open},   # always\n  }"
    ),
  ])
  func bracesStayBraces(before: String, after: String) throws {
    let result = try YearFile.renew(Array(YearFile.with(section: " \(before)\n").utf8))
    let expected = YearFile.with(section: " \(after)\n", isRenewed: true)
    #expect(String(decoding: result.bytes, as: UTF8.self) == expected)
  }

  /// Reasons and dates are comments, each line at its place.
  @Test(arguments: [
    Shape(
      "    planning-days:\n      not-relevant: |\n        The district\n\n        decides\n    # ours\n    classroom-access: {open: {until: 2026-10-01}}   # soon\n",
      "    # last year: planning-days:\n    # last year:   not-relevant: |\n    # last year:     The district\n\n    # last year:     decides\n    # ours\n    # last year: classroom-access: {open: {until: 2027-09-30}}   # soon\n"
    ),
    Shape(
      "    not-relevant: No teams here\n    ? planning-days\n    : # why\n      open:\n        until: 2026-10-01\n  # out\n        why: \"Later,\n  they say\"\n",
      "    # last year: not-relevant: No teams here\n    # last year: ? planning-days\n    # last year: : # why\n    # last year:   open:\n    # last year:     until: 2027-09-30\n  # last year: # out\n    # last year:     why: \"Later,\n  # last year: they say\"\n"
    ),
  ])
  func whatIsNotAgreedIsPutAside(shape: Shape) throws {
    let result = try YearFile.renew(Array(YearFile.with(access: shape.before).utf8))
    #expect(
      String(decoding: result.bytes, as: UTF8.self) == YearFile.with(access: shape.after, isRenewed: true))
  }

  /// Between braces there is no place for a comment, so it comes above them.
  @Test func whatIsInBracesIsPutAsideAboveThem() throws {
    let result = try YearFile.renew(
      Array(
        YearFile.with(
          section:
            " {classroom-access: {open: {until: 2026-10-01,\n    why: Later}}, weekly-planning: Tuesdays, not-relevant: No, planning-days: {not-relevant: None}}\n"
        ).utf8))
    let after = String(decoding: result.bytes, as: UTF8.self)
    #expect(
      after.hasSuffix(
        """
          # last year: access: {not-relevant: No}
          # last year: access: {classroom-access: {open: {until: 2027-09-30,
          # last year:     why: Later}}}
          # last year: access: {planning-days: {not-relevant: None}}
          access: {weekly-planning: {carried: Tuesdays}}

        """), "\(after)")
  }
}

/// How a file is written, apart from its text.
enum Layout: CaseIterable {
  case plain
  /// With the line endings of Windows.
  case windows
  /// With a byte order mark.
  case marked
  /// Without the last line ending.
  case unfinished

  func bytes(_ text: String) -> [UInt8] {
    switch self {
    case .plain: Array(text.utf8)
    case .windows: Array(text.replacing("\n", with: "\r\n").utf8)
    case .marked: [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case .unfinished: Array(text.utf8.dropLast())
    }
  }
}

/// Small agreements for renewals.
enum YearFile {
  /// An agreement with a section `access`, before or after its renewal.
  static func with(access: String, isRenewed: Bool = false) -> String {
    with(section: "\n" + access, isRenewed: isRenewed)
  }

  static func with(section: String, isRenewed: Bool = false) -> String {
    """
    format: 1
    id: brookside
    school-year: \(isRenewed ? "2027-28" : "2026-27")
    starts: \(isRenewed ? "2027-08-16" : "2026-08-17")
    ends: \(isRenewed ? "2028-05-26" : "2027-05-28")
    status: draft
    campuses: {brookside: Brookside}
    participants:
      novak: {name: Jill Novak, role: instructional-coach}
      tran: {name: Linh Tran, role: principal}
    topics:
      access:\(section)
    """
  }

  static func reading(_ bytes: [UInt8]) -> AgreementReading {
    AgreementReader.read(SourceFile(name: "2026-27.agreement.yaml", bytes: bytes))
  }

  /// The next year, with the days moved by 52 weeks.
  static func renew(_ bytes: [UInt8], successors: [String: String] = [:], without: Set<String> = []) throws
    -> Renewal.Result
  {
    try renew(reading(bytes), successors: successors, without: without)
  }

  static func renew(_ reading: AgreementReading, successors: [String: String] = [:], without: Set<String> = []) throws
    -> Renewal.Result
  {
    let content = try #require(reading.agreement?.content, "\(reading.diagnostics)")
    let (starts, ends) = (try #require(content.starts.value), try #require(content.ends.value))
    return try Renewal(
      to: #require(content.schoolYear.value?.next), starts: #require(MovedDays.sameWeekday(as: starts, after: 1)),
      ends: #require(MovedDays.sameWeekday(as: ends, after: 1)), successors: successors, without: without
    ).renew(reading)
  }
}
