import TestSupport
import Testing

/// What `make generate` writes is what is in the repository.
@Suite struct GeneratedFileTests {
  @Test func theyAreUpToDate() async throws {
    let outcome = try await Program.run(Program.built("concord-generate"), ["--check"])
    #expect(outcome.output == "", "run `make generate`")
    #expect(outcome.error == "")
    #expect(outcome.status == 0)
  }
}
