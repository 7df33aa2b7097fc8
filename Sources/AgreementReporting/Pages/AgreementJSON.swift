public import Agreement
internal import TextSupport

/// An agreement as indented JSON: all that was decoded, and the digest.
public enum AgreementJSON {
  /// The text, with a final line feed.
  public static func text(of reading: AgreementReading, digest: Digest) -> String {
    guard let agreement = reading.agreement else { return "{}\n" }
    var bytes = Array("{\"digest\":\"\(digest)\",\"agreement\":".utf8)
    bytes += agreement.fullForm
    bytes.append(0x7D)
    return JSONWriter.indent(bytes) + "\n"
  }
}
