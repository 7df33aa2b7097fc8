import TestSupport
import Testing

/// The digests of concord beside those of a second implementation, written from the specification alone.
@Suite struct DigestTests {
  /// A second implementation of the canonical form, written from the specification alone, has the same digests.
  @Test func digestsAreThoseOfTheSpecification() async throws {
    let files = Root.riverbend + Root.vectors + Root.otherSamples
    let outcome = try await Python.run(["Tests/Peers/canonical.py"] + files)
    #expect(outcome.status == 0, "\(outcome.error)")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == files.count)
    for line in lines {
      let file = String(line.dropFirst(66))
      #expect(Findings.digest(of: try Root.bytes(file)) == String(line.prefix(64)), "\(file)")
    }
  }

  /// Other layout, quotes, order and forms keep the digest; another word, owner, date or state changes it.
  @Test func variantsKeepOrChangeTheDigest() async throws {
    let scratch = try Scratch()
    let samples = Root.riverbend + Root.otherSamples
    let made = try await Python.run(
      ["Tests/Peers/variants.py", "--seed", "1", "--count", "600", "--output", scratch.path] + samples)
    #expect(made.status == 0, "\(made.error)")
    let listed = try await Python.run([
      "-c", "import json,sys\nfor v in json.load(open(sys.argv[1])): print(v['kind'], v['file'], v['sample'])",
      scratch.path + "/manifest.json",
    ])
    let variants = listed.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    #expect(variants.count >= 500)
    let outcome = try await Python.run(["Tests/Peers/canonical.py"] + variants.map { Self.path($0[1], in: scratch) })
    let independent = outcome.output.split(separator: "\n").map { String($0.prefix(64)) }
    #expect(independent.count == variants.count)
    var counts = ["same": 0, "other": 0]
    for (variant, digest) in zip(variants, independent) {
      let ours = Findings.digest(of: try Root.bytes(Self.path(variant[1], in: scratch)))
      let original = Findings.digest(of: try Root.bytes(variant[2]))
      #expect(ours == digest, "\(variant[1])")
      #expect((ours == original) == (variant[0] == "same"), "\(variant[1])")
      counts[variant[0], default: 0] += 1
    }
    #expect(counts.values.allSatisfy { $0 >= 100 })
  }

  private static func path(_ file: String, in scratch: borrowing Scratch) -> String {
    file.hasPrefix("/") ? file : scratch.path + "/" + file
  }
}
