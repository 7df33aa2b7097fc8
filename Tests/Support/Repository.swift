package import Diagnostics
internal import Repository
internal import SystemPackage

/// The files of this repository; tests run in its root.
package enum Root {
  /// The bytes of a file.
  package static func bytes(_ path: String) throws -> [UInt8] { try FileReader.read(FilePath(path), limit: 1 << 26) }

  /// The text of a file.
  package static func text(_ path: String) throws -> String { String(decoding: try bytes(path), as: UTF8.self) }

  /// A file as a source.
  package static func source(_ path: String) throws -> SourceFile { SourceFile(name: path, bytes: try bytes(path)) }

  /// The samples beside that district: an unfinished draft, and one with people in several roles and others who never sign.
  package static let otherSamples = [
    "samples/draft/juniper-hill-humanities/2026-27.agreement.yaml",
    "samples/fox-prairie/fox-prairie-literacy/2026-27.agreement.yaml",
  ]
  /// The agreements of the samples district, sorted.
  package static let riverbend: [String] = AgreementFinder(["samples/riverbend"]).files.map(\.string)

  /// Good agreements in the words of different people, sorted.
  package static let voices: [String] = AgreementFinder(["Tests/Fixtures/voices"]).files.map(\.string)

  /// The test vectors of the canonical form, sorted.
  package static let vectors: [String] = AgreementFinder(["schema/vectors"]).files.map(\.string)
}
