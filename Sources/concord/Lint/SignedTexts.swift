internal import Agreement
internal import AgreementDiff
internal import AgreementLint
internal import Diagnostics
internal import Repository
internal import SystemPackage
internal import TextSupport
internal import YAMLSyntax

/// Looks in git for texts that people signed and that have changed since, and says what changed.
enum SignedTexts {
  /// The most files in a run that looks anything up, and the most commits for each file: git takes some milliseconds
  /// per commit.
  static let mostFiles = 100
  private static let mostCommits = 50

  /// The findings of a file, with what git knows about the one on a changed text.
  static func explain(
    _ findings: [Finding], _ reading: AgreementReading, at path: FilePath, from tip: String, limits: Limits
  ) -> [Finding] {
    guard let agreement = reading.agreement,
      let place = findings.firstIndex(where: {
        $0.diagnostic.rule == .signatureStale && $0.suppression == nil
      }),
      let signed = digest(at: findings[place].diagnostic.range, in: agreement),
      let (version, old) = find(signed, agreement.catalog, at: path, from: tip, limits: limits)
    else { return findings }
    var result = findings
    result[place] = explained(findings[place], version, old, reading)
    return result
  }

  /// What git knows of the text that a person signed; nil if it does not have it.
  static func since(
    _ signed: Digest, _ reading: AgreementReading, at path: FilePath, from tip: String, limits: Limits
  ) -> String? {
    guard let agreement = reading.agreement,
      let (version, old) = find(signed, agreement.catalog, at: path, from: tip, limits: limits)
    else { return nil }
    return since(version, old, reading)
  }

  private static func find(
    _ signed: Digest, _ catalog: Catalog, at path: FilePath, from tip: String, limits: Limits
  ) -> (version: CommittedVersion, reading: AgreementReading)? {
    for version in CommittedVersion.all(of: path, from: tip, most: mostCommits) {
      guard let bytes = version.read(limit: limits.bytes) else { continue }
      let source = SourceFile(name: path.string, bytes: bytes)
      let old = AgreementReader.read(source, catalog: catalog, limits: limits)
      if old.digest == signed { return (version, old) }
    }
    return nil
  }

  /// The digest of the signature at a place.
  private static func digest(at range: SourceRange, in agreement: Agreement) -> Digest? {
    for entry in agreement.content.signatures.value ?? [] {
      if case .present(let digest)? = entry.part.value?.digest, digest.range == range { return digest.value }
    }
    return nil
  }

  private static func explained(
    _ finding: Finding, _ version: CommittedVersion, _ old: AgreementReading, _ new: AgreementReading
  ) -> Finding {
    var diagnostic = finding.diagnostic
    if let explained = SignedBefore.explain(diagnostic, signed: old, now: new) {
      diagnostic = explained
      diagnostic.help =
        "the signed text is that of commit \(version.commit), \(version.day). "
        + (explained.help.map { $0.prefix(1).uppercased() + $0.dropFirst() } ?? "")
      return Finding(
        diagnostic: diagnostic, level: finding.level, isWithheld: finding.isWithheld, isPrivate: finding.isPrivate,
        suppression: finding.suppression)
    }
    diagnostic.help =
      since(version, old, new)
      + (diagnostic.help.map { ". " + $0.prefix(1).uppercased() + $0.dropFirst() } ?? "")
    return Finding(
      diagnostic: diagnostic, level: finding.level, isWithheld: finding.isWithheld, isPrivate: finding.isPrivate,
      suppression: finding.suppression)
  }

  /// "the signed text is that of commit 1234567, 2026-08-13; since then: …".
  private static func since(_ version: CommittedVersion, _ old: AgreementReading, _ new: AgreementReading) -> String {
    let changes = Comparison(Edition(old, withheld: .none), Edition(new, withheld: .none)).changes.filter {
      !$0.kind.isStanding && $0.partOf == nil
    }
    // Titles without any of the words, because not everybody who reads a report was at the table.
    var names: [String] = []
    for change in changes {
      let name = change.kind.title + (change.topicTitle.map { " (\($0))" } ?? "")
      if !names.contains(name) { names.append(name) }
    }
    let shown = names.count <= 4 ? names : names.prefix(3) + ["\(names.count - 3) more"]
    let since = names.isEmpty ? "" : "; since then: \(Prose.list(Array(shown)))"
    return "the signed text is that of commit \(version.commit), \(version.day)\(since)"
  }
}
