import Agreement
import AgreementEditing
import Diagnostics
import TestSupport
import Testing
import YAMLSyntax

/// Entries are written, changed and deleted in the style of their neighbors, and no other byte changes.
@Suite struct FileEditorTests {
  /// A file to edit, an edit, and the lines afterward.
  private struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let tail: String
    let edit: @Sendable (inout FileEditor) throws -> Void
    let result: String
    var testDescription: String { name }
  }

  /// What comes before in every case, with comments in all places.
  private static let head = """
    # first
    format: 1 # the only one
    id: brookside
    school-year: 2026-27
    starts: 2026-08-17
    ends: 2027-05-28
    status: agreed   # since August

    campuses:
      brookside: Brookside Elementary

    """

  private static let novak = NewEntry(
    "novak", .entries([NewEntry("signed", .word("2026-08-13")), NewEntry("method", .word("typed"))]))

  @Sendable private static func sign(_ editor: inout FileEditor) throws {
    try editor.put(novak, in: ["signatures"])
  }

  private static let people = """
    participants:
      # the coach
      novak: {name: Jill Novak, role: instructional-coach}
      tran: {name: Linh Tran, role: principal} # since 2019
      # last about people
    """

  private static let cases: [Case] = [
    Case(
      name: "no signatures yet", tail: people, edit: sign,
      result: people + "\nsignatures:\n  novak:\n    signed: 2026-08-13\n    method: typed"),
    Case(
      name: "a blank line between the parts", tail: people + "\n\nx-note: a\n# the end\n...",
      edit: sign,
      result: people
        + "\n\nx-note: a\n\nsignatures:\n  novak:\n    signed: 2026-08-13\n    method: typed\n# the end\n..."),
    Case(
      name: "an empty key", tail: people + "\nsignatures: # here\n  # each of us\n# the end", edit: sign,
      result: people
        + "\nsignatures: # here\n  # each of us\n  novak:\n    signed: 2026-08-13\n    method: typed\n# the end"),
    Case(
      name: "empty braces", tail: people + "\nsignatures: { } # nobody", edit: sign,
      result: people + "\nsignatures: {novak: {signed: 2026-08-13, method: typed} } # nobody"),
    Case(
      name: "after the last one",
      tail: people
        + "\nsignatures:\n  tran:\n    signed: 2026-08-12\n    method: typed # at her desk\n    # she read it twice\n  # next\n\n# the end",
      edit: sign,
      result: people
        + "\nsignatures:\n  tran:\n    signed: 2026-08-12\n    method: typed # at her desk\n    # she read it twice\n  novak:\n    signed: 2026-08-13\n    method: typed\n  # next\n\n# the end"
    ),
    Case(
      name: "four spaces",
      tail: people + "\nsignatures:\n    tran:\n          signed: 2026-08-12\n          method: typed", edit: sign,
      result: people
        + "\nsignatures:\n    tran:\n          signed: 2026-08-12\n          method: typed\n    novak:\n          signed: 2026-08-13\n          method: typed"
    ),
    Case(
      name: "each in braces",
      tail: people + "\nsignatures:\n  tran: {signed: 2026-08-12, method: typed} # she\nx-last: 1", edit: sign,
      result: people
        + "\nsignatures:\n  tran: {signed: 2026-08-12, method: typed} # she\n  novak: {signed: 2026-08-13, method: typed}\nx-last: 1"
    ),
    Case(
      name: "all in braces, on one line",
      tail: people + "\nsignatures: {tran: {signed: 2026-08-12, method: typed}} # all", edit: sign,
      result: people
        + "\nsignatures: {tran: {signed: 2026-08-12, method: typed}, novak: {signed: 2026-08-13, method: typed}} # all"),
    Case(
      name: "all in braces, on lines of their own",
      tail: people + "\nsignatures: {\n  tran: {signed: 2026-08-12, method: typed} # she\n  # next\n  }", edit: sign,
      result: people
        + "\nsignatures: {\n  tran: {signed: 2026-08-12, method: typed}, # she\n  novak: {signed: 2026-08-13, method: typed}\n  # next\n  }"
    ),
    Case(
      name: "with a comma at the end",
      tail: people + "\nsignatures: {\n  tran: {signed: 2026-08-12, method: typed}, # she\n  }", edit: sign,
      result: people
        + "\nsignatures: {\n  tran: {signed: 2026-08-12, method: typed}, # she\n  novak: {signed: 2026-08-13, method: typed},\n  }"
    ),
    Case(
      name: "a name without a signature",
      tail: people + "\nsignatures:\n  novak: # on Monday\n  tran: {signed: 2026-08-12, method: typed}", edit: sign,
      result: people
        + "\nsignatures:\n  novak: # on Monday\n    signed: 2026-08-13\n    method: typed\n  tran: {signed: 2026-08-12, method: typed}"
    ),
    Case(
      name: "value by value",
      tail: people
        + "\nsignatures:\n  novak:\n    # her own words\n    signed:   2026-08-01 # a Saturday\n    method: paper  # on the form\n    recorded-by: tran # she has it\n    withdrawn: 2026-08-03\n  tran: {signed: 2026-08-12, method: typed}",
      edit: { editor in
        try sign(&editor)
        try editor.remove("recorded-by", in: ["signatures", "novak"])
        try editor.remove("withdrawn", in: ["signatures", "novak"])
      },
      result: people
        + "\nsignatures:\n  novak:\n    # her own words\n    signed:   2026-08-13 # a Saturday\n    method: typed  # on the form\n    # she has it\n  tran: {signed: 2026-08-12, method: typed}"
    ),
    Case(
      name: "value by value in braces",
      tail: people
        + "\nsignatures:\n  novak: {withdrawn: 2026-08-03, signed: 2026-08-01, recorded-by: tran, method: paper, digest: }",
      edit: { editor in
        try sign(&editor)
        try editor.remove("recorded-by", in: ["signatures", "novak"])
        try editor.remove("withdrawn", in: ["signatures", "novak"])
      },
      result: people + "\nsignatures:\n  novak: {signed: 2026-08-13, method: typed, digest: }"),
    Case(
      name: "armor",
      tail: people
        + "\nsignatures:\n  tran: {signed: 2026-08-12, method: typed}\n  novak:\n    signed: 2026-08-01\n    method: ssh\n    signature: |2 # keep\n        old\n       lines\n    # after",
      edit: { editor in
        try editor.put(NewEntry("signature", .lines(["-----BEGIN", "AAAA", "-----END"])), in: ["signatures", "novak"])
      },
      result: people
        + "\nsignatures:\n  tran: {signed: 2026-08-12, method: typed}\n  novak:\n    signed: 2026-08-01\n    method: ssh\n    signature: | # keep\n      -----BEGIN\n      AAAA\n      -----END\n    # after"
    ),
    Case(
      name: "armor in braces",
      tail: people + "\nsignatures:\n  novak: {signed: 2026-08-01, method: ssh, signature: \"old\"} # keep",
      edit: { editor in
        try editor.put(NewEntry("signature", .lines(["-----BEGIN", "AAAA"])), in: ["signatures", "novak"])
      },
      result: people
        + "\nsignatures:\n  novak: {signed: 2026-08-01, method: ssh, signature: \"-----BEGIN\\nAAAA\\n\"} # keep"),
    Case(
      name: "a line after another", tail: people,
      edit: { try $0.put(NewEntry("amended", .word("2026-10-01")), in: [], after: "status") }, result: people),
    Case(
      name: "a person among people in braces", tail: people,
      edit: { editor in
        try editor.put(
          NewEntry(
            "pratt", .entries([NewEntry("name", .text("Dana Pratt, Ed.D.")), NewEntry("role", .word("principal"))])),
          in: ["participants"])
      },
      result: people.replacing(
        "\n  # last", with: "\n  pratt: {name: \"Dana Pratt, Ed.D.\", role: principal}\n  # last")),
    Case(
      name: "a key of a person in braces", tail: people,
      edit: { try $0.put(NewEntry("left", .word("2027-03-06")), in: ["participants", "tran"]) },
      result: people.replacing("role: principal}", with: "role: principal, left: 2027-03-06}")),
  ]

  @Test(arguments: cases) private func onlyTheEntryChanges(_ given: Case) throws {
    let old = Self.head + given.tail + "\n"
    var expected = Self.head + given.result + "\n"
    if given.name == "a line after another" {
      expected = expected.replacing("# since August\n", with: "# since August\namended: 2026-10-01\n")
    }
    let result = try Self.edited(old, given.edit)
    #expect(result == expected)
    // However the file is stored, the edit is the same.
    for form in Self.forms {
      #expect(Array(try Self.edited(form(old), given.edit).utf8) == Array(form(expected).utf8))
    }
    #expect(try Self.edited(String(old.dropLast()), given.edit) == expected)
    #expect(
      try Self.edited("\u{FEFF}" + old.replacing("\n", with: "\r\n").dropLast(), given.edit) == "\u{FEFF}"
        + expected.replacing("\n", with: "\r\n"))
  }

  private static let forms: [@Sendable (String) -> String] = [
    { $0.replacing("\n", with: "\r\n") }, { "\u{FEFF}" + $0 }, { "\u{FEFF}" + $0.replacing("\n", with: "\r\n") },
  ]

  private static func edited(_ text: String, _ edit: (inout FileEditor) throws -> Void) throws -> String {
    let reading = AgreementReader.read(SourceFile(name: "a", bytes: Array(text.utf8)))
    #expect(reading.isSound, "\(reading.diagnostics.map(\.message))")
    var editor = FileEditor(reading)
    try edit(&editor)
    let after = try editor.checked(against: reading, digest: nil)
    return String(decoding: after.document.source.bytes, as: UTF8.self)
  }

  /// The whole file between braces.
  @Test func aFileInBraces() throws {
    let text = """
      {format: 1, id: a, school-year: 2026-27, starts: 2026-08-17, ends: 2027-05-28, status: draft, # still
       campuses: {a: A}, participants: {novak: {name: Jill Novak, role: principal}}} # done

      """
    #expect(
      try Self.edited(text, Self.sign)
        == text.replacing(
          "role: principal}}}", with: "role: principal}}, signatures: {novak: {signed: 2026-08-13, method: typed}}}"))
  }

  /// Real agreements, each with everybody's signature changed and a new one added.
  @Test(arguments: Root.riverbend + Root.otherSamples + Root.voices) func realAgreements(path: String) throws {
    let reading = AgreementReader.read(try Root.source(path))
    let agreement = try #require(reading.agreement)
    try #require(reading.isSound)
    var editor = FileEditor(reading)
    for person in agreement.participants {
      try editor.put(
        NewEntry(person.id, .entries([NewEntry("signed", .word("2026-08-13")), NewEntry("method", .word("typed"))])),
        in: ["signatures"])
    }
    try editor.put(NewEntry("amended", .word("2026-10-01")), in: [], after: "status")
    let after = try editor.checked(against: reading, digest: .different)
    #expect(after.agreement?.content.signatures.value?.count ?? 0 >= agreement.participants.count)
    // Every old line is still there, in its order, except for the days and methods of the old signatures.
    let lines = String(decoding: after.document.source.bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    var place = 0
    for line in String(decoding: reading.document.source.bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    where !line.contains("signed:") && !line.contains("method:") && !line.hasPrefix("amended:") {
      let found = try #require(lines[place...].firstIndex(of: line), "\(path): \(line)")
      place = found + 1
    }
  }

  /// What an edit must not do is found.
  @Test func otherChangesAreFound() throws {
    let before = AgreementReader.read(try Root.source(Root.riverbend[0]))
    let bytes = before.document.source.bytes
    func problem(_ old: String, _ new: String, meant: [[String]] = [["signatures", "okafor", "signed"]]) -> String? {
      let text = String(decoding: bytes, as: UTF8.self).replacing(old, with: new, maxReplacements: 1)
      #expect(Array(text.utf8) != bytes)
      return EditCheck.problem(
        before, AgreementReader.read(SourceFile(name: "a", bytes: Array(text.utf8))), meant: meant)
    }
    let signed = try #require(
      String(decoding: bytes, as: UTF8.self).split(separator: "\n").first { $0.contains("    signed:") })
    #expect(problem(String(signed), "    signed: 2024-08-30") == nil)
    #expect(
      problem(String(signed), "    signed: 2024-08-30", meant: []) == "`signatures.okafor.signed` would change, too")
    #expect(problem("status: agreed", "status: draft") == "`status` would change, too")
    #expect(problem("status: agreed", "status: agreed\nx-more: 1")?.hasSuffix("would change, too") == true)
    #expect(problem("role: principal", "role: facilitator") == "`participants.okafor.role` would change, too")
    #expect(problem("# ", "#  ") == "a comment would change")
    #expect(problem("status: agreed", "statsu: agreed")?.hasPrefix("the file would have an error") == true)
  }
}
