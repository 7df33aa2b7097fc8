import TestSupport
import Testing

/// A reader who has seen enough closes the pipe; that ends the printing and nothing else.
@Suite struct ClosedPipeTests {
  /// Agreements with something to repair, so many that their report is longer than a pipe holds.
  private func archive() async throws -> Scratch {
    let scratch = try Scratch()
    let text = try Root.text("samples/draft/juniper-hill-humanities/2026-27.agreement.yaml")
      .replacing("school-year: 2026-27", with: "school-year: SY27")
    for number in 0..<60 {
      try scratch.write(
        "\(number).agreement.yaml", text.replacing("id: juniper-hill-humanities", with: "id: school-\(number)").utf8)
    }
    return scratch
  }

  /// Runs concord in a folder with a reader that takes one byte; the exit status of concord is what is printed.
  private func run(_ words: String, in scratch: borrowing Scratch) async throws -> Outcome {
    try await Program.run(
      "bash",
      [
        "-c", "cd \"$1\"; \"$0\" \(words) | head -c 1 > /dev/null; echo ${PIPESTATUS[0]}", Program.absoluteConcord,
        scratch.path,
      ])
  }

  @Test func everyFileIsWrittenAndTheVerdictStays() async throws {
    let scratch = try await archive()
    let day = "--today 2026-09-01"
    let report = try await run(
      "lint . \(day) --format text --format sarif=out.sarif --format junit=out.xml", in: scratch)
    #expect(report.output == "1\n")
    #expect(try Root.text(scratch.path + "/out.sarif").hasSuffix("]}]}\n"))
    #expect(try Root.text(scratch.path + "/out.xml").hasSuffix("</testsuites>\n"))
    let baseline = try await run("lint . \(day) --write-baseline known.json", in: scratch)
    #expect(baseline.output == "0\n")
    #expect(try Root.text(scratch.path + "/known.json").hasSuffix("]\n}\n"))
    let fix = try await run("lint . \(day) --fix --fail-on never", in: scratch)
    #expect(fix.output == "0\n")
    for number in 0..<60 { #expect(try !Root.text(scratch.path + "/\(number).agreement.yaml").contains("SY27")) }
  }

  @Test func otherCommandsKeepTheirVerdict() async throws {
    let samples =
      Program.absoluteConcord.isEmpty ? "" : Root.riverbend[0].split(separator: "/").dropLast().joined(separator: "/")
    let outcome = try await Program.run(
      "bash",
      [
        "-c",
        """
        "$0" diff 2025-26 2026-27 \(samples) --exit-code | true; echo ${PIPESTATUS[0]}
        "$0" history --owner nobody \(samples) 2> /dev/null | true; echo ${PIPESTATUS[0]}
        "$0" config show no-such-folder 2> /dev/null | true; echo ${PIPESTATUS[0]}
        "$0" topics | true; echo ${PIPESTATUS[0]}
        """, Program.concord,
      ])
    #expect(outcome.output == "1\n2\n2\n0\n")
  }

  /// A disk that is full is no closed pipe: what somebody wanted is lost.
  @Test func anOutputThatCannotBeWrittenIsAnError() async throws {
    let outcome = try await Program.run("bash", ["-c", "\"$0\" topics > /dev/full; echo $?", Program.concord])
    #expect(outcome.output == "2\n" || outcome.error.contains("/dev/full"))
    #expect(outcome.error.contains("cannot write the output") || outcome.error.contains("/dev/full"))
  }
}
