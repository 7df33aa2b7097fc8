import TestSupport
import Testing

/// What nobody can hide behind an option, a setting, a comment or a baseline: that a text is not the one that people signed.
@Suite struct AlwaysOnTests {
  /// An agreement that was signed, with one word changed after that.
  private static func changed() throws -> String {
    let text = try Root.text("samples/riverbend/alder-creek-literacy/2026-27.agreement.yaml")
    return text.replacing("Facts first", with: "Facts last")
  }

  /// The same with an error of structure, so that it has no digest.
  private static func broken() throws -> String {
    try changed().replacing(
      "role: instructional-coach", with: "role: instructional-coach\n    nickname: Al", maxReplacements: 1)
  }

  private func lint(_ scratch: borrowing Scratch, _ arguments: [String]) async throws -> Outcome {
    try await Program.concord(["lint", scratch.path, "--today", "2026-09-10", "--format", "short"] + arguments)
  }

  @Test(arguments: [
    [], ["--select", "signatures"], ["--select", "signature-stale"], ["--select", "privacy,completeness"],
    ["--ignore", "structure"], ["--ignore", "unknown-key,signature-unchecked,signatures"],
  ])
  func anErrorOfStructureIsAlwaysTold(options: [String]) async throws {
    let scratch = try Scratch()
    try scratch.write("a.agreement.yaml", try Self.broken().utf8)
    let outcome = try await lint(scratch, options)
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("`nickname` is not a key here [unknown-key]"), "\(outcome.output)")
    #expect(
      outcome.output.contains(
        "the signatures of Alicia Muñoz, Karin Lindqvist and Denise Brandt cannot be checked, because the file has errors"
      ), "\(outcome.output)")
  }

  @Test(arguments: [
    ("rules: {structure: off, signatures: off}", 1), ("rules: {structure: info}", 1), ("rules: {unknown-key: off}", 2),
    ("rules: {unknown-key: warning}", 2), ("rules: {signature-unchecked: info}", 2),
    ("rules: {duplicate-key: info}", 2),
    ("overrides: [{paths: ['**'], rules: {unknown-key: off}}]", 2),
    ("overrides: [{paths: ['**'], rules: {structure: off}}]", 1),
  ])
  func noSettingHidesIt(settings: String, status: Int) async throws {
    let scratch = try Scratch()
    try scratch.write("a.agreement.yaml", try Self.broken().utf8)
    try scratch.write("concord.yaml", (settings + "\n").utf8)
    let outcome = try await lint(scratch, [])
    #expect(outcome.status == status, "\(outcome.output)\(outcome.error)")
    if status == 1 {
      #expect(outcome.output.contains("[unknown-key]") && outcome.output.contains("[signature-unchecked]"))
    } else {
      #expect(outcome.error.contains("cannot be changed"))
    }
  }

  /// An example of a signature in a comment is not a signature, whatever else is wrong with the file.
  @Test func anExampleIsNoSignature() async throws {
    let scratch = try Scratch()
    let unsigned = try Self.broken().split(separator: "\nsignatures:")[0]
    let example = "\n# signatures:\n#   munoz:\n#     signed: 2026-08-11\n#     method: typed\n"
    try scratch.write("a.agreement.yaml", (unsigned + example).utf8)
    let outcome = try await lint(scratch, [])
    #expect(outcome.output.contains("`nickname` is not a key here"))
    #expect(!outcome.output.contains("signature-unchecked"), "\(outcome.output)")
    // The same lines without the marks are one.
    try scratch.write(
      "a.agreement.yaml", (unsigned + example.replacing("# ", with: "").replacing("\n#", with: "\n")).utf8)
    #expect(try await lint(scratch, []).output.contains("signature-unchecked"))
  }

  /// However a file is broken, its signatures are named, and whoever withdrew is not.
  @Test(arguments: [
    ("format: 1", "format: 2", "because this concord cannot read the file"),
    ("signatures:", "signaturse:", "because the file has errors"),
    ("focus:", "focus: \"", "because the file has errors"),
    ("status: agreed", "status: agreed\nstatus: draft", "because the file has errors"),
    ("ends: 2027-05-28", "ends: 2027-05-32", "because the file has errors"),
  ])
  func everyErrorLeavesThemUnchecked(old: String, new: String, reason: String) async throws {
    let scratch = try Scratch()
    let text = try Self.changed().replacing("\n\(old)", with: "\n\(new)", maxReplacements: 1)
    try scratch.write("a.agreement.yaml", text.utf8)
    let outcome = try await lint(scratch, ["--select", "role-count"])
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("cannot be checked, \(reason)"), "\(outcome.output)")
  }

  /// A slip that ends the reading before the signatures hides them from no one, and a baseline does not cover the next change.
  @Test(arguments: [
    ("", "", "{a: b}\n"), ("", "", "%YAML 1.1\n---\n"), ("", "", "|"),
    ("signatures:", "x-a: >\n  a\nsignatures: >", ""),
    ("signatures:", "signatures:\n  |", ""), ("signatures:", "{a: b}\nsignatures:", ""),
    ("norms:", "x-y: {\nnorms:", ""),
  ])
  func whatEndsTheReadingHidesNoSignature(old: String, new: String, before: String) async throws {
    let scratch = try Scratch()
    var text = try Self.changed()
    if !old.isEmpty { text = text.replacing("\n\(old)", with: "\n\(new)", maxReplacements: 1) }
    text = before + text
    try scratch.write("a.agreement.yaml", text.utf8)
    #expect(try await lint(scratch, []).output.contains("[signature-unchecked]"), "\(old) \(new) \(before)")
    let file = scratch.path + "/known.json"
    #expect(try await lint(scratch, ["--write-baseline", file]).status == 0)
    try scratch.write("a.agreement.yaml", text.replacing("Facts last", with: "Facts never").utf8)
    #expect(try await lint(scratch, ["--baseline", file]).status == 1, "\(old) \(new) \(before)")
  }

  /// Windows writes "Unicode" with two bytes for each character.
  @Test func signaturesInAnotherEncodingAreFound() async throws {
    let scratch = try Scratch()
    let wide = try Self.changed().utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    try scratch.write("a.agreement.yaml", [0xFF, 0xFE] + wide)
    #expect(try await lint(scratch, []).output.contains("[signature-unchecked]"))
  }

  /// A baseline knows the text of its day, and no later one.
  @Test(arguments: [true, false])
  func aBaselineHidesNoLaterChange(hasDigest: Bool) async throws {
    let scratch = try Scratch()
    let text = hasDigest ? try Self.changed() : try Self.broken()
    try scratch.write("a.agreement.yaml", text.utf8)
    let file = scratch.path + "/known.json"
    #expect(try await lint(scratch, ["--write-baseline", file]).status == 0)
    #expect(try await lint(scratch, ["--baseline", file]).status == 0)
    try scratch.write("a.agreement.yaml", text.replacing("Facts last", with: "Facts never").utf8)
    let later = try await lint(scratch, ["--baseline", file])
    #expect(later.status == 1)
    #expect(later.output.contains(hasDigest ? "[signature-stale]" : "[signature-unchecked]"), "\(later.output)")
  }

  /// A signature without a digest is known for the text of that day alone, too.
  @Test func aBaselineBindsUnboundSignatures() async throws {
    let scratch = try Scratch()
    let text = try Root.text("samples/riverbend/alder-creek-literacy/2026-27.agreement.yaml")
      .split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.contains("digest:") }
      .joined(separator: "\n")
    try scratch.write("a.agreement.yaml", text.utf8)
    let file = scratch.path + "/known.json"
    #expect(try await lint(scratch, ["--write-baseline", file]).status == 0)
    #expect(try await lint(scratch, ["--baseline", file, "--fail-on", "info"]).status == 0)
    try scratch.write("a.agreement.yaml", text.replacing("Facts first", with: "Facts last").utf8)
    let later = try await lint(scratch, ["--baseline", file, "--fail-on", "info"])
    #expect(later.output.contains("[signature-unbound]"), "\(later.output)")
    #expect(later.status == 1)
  }
}
