internal import Agreement
internal import AgreementDiff
internal import AgreementReporting
internal import Diagnostics
internal import Repository
internal import SystemPackage
internal import YAMLSyntax

/// The text that somebody signed, as git still has it.
struct SignedText {
  /// The commit, and its day.
  let version: CommittedVersion
  let reading: AgreementReading

  /// The most commits to look at: git takes some milliseconds for each.
  private static let mostCommits = 200

  /// Why what changed since is not listed when git does not have the text.
  static let unknown = "git does not have the text that was signed, so what has changed since is not listed"

  /// Looks for the text with a digest; nil if git does not have it.
  static func find(_ digest: Digest, of file: EditedAgreement) -> SignedText? {
    for version in CommittedVersion.all(of: file.path, most: mostCommits) {
      guard let bytes = version.read(limit: Limits.standard.bytes) else { continue }
      let reading = AgreementReader.read(
        SourceFile(name: file.path.string, bytes: bytes), catalog: file.agreement.catalog)
      if reading.digest == digest { return SignedText(version: version, reading: reading) }
    }
    return nil
  }

  /// What changed between this text and a later one, in words; nil if a side cannot be compared.
  func changes(to later: AgreementReading, _ format: DiffFormat, width: Int) -> String? {
    guard let old = Edition(shown: reading), let new = Edition(shown: later) else { return nil }
    let diff = ReportedDiff(
      Comparison(old, new), old: reading.document.source, new: later.document.source)
    var reporter = format.diff(DiffStyle(text: TextStyle(colored: false), width: width))
    let body = reporter.add(diff)
    var district = DistrictSummary(isAskedFor: false)
    district.add(diff)
    let (head, tail) = reporter.finish(district)
    return head + body + tail
  }
}
