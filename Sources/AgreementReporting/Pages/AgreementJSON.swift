package import Agreement
internal import TextSupport

/// An agreement as indented JSON: everything that was decoded, and the digest.
package enum AgreementJSON {
  /// The JSON text, with a final line feed, and with a notice in place of each withheld text.
  package static func text(of reading: AgreementReading, digest: Digest, withheld: WithheldTexts) -> String {
    guard let agreement = reading.agreement else { return "{}\n" }
    var bytes = Array("{\"digest\":\"\(digest)\",\"agreement\":".utf8)
    bytes += covered(agreement.fullForm, withheld)
    bytes.append(UInt8(ascii: "}"))
    return JSONWriter.indent(bytes) + "\n"
  }

  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")

  /// JSON with a notice in place of each withheld string.
  private static func covered(_ json: [UInt8], _ withheld: WithheldTexts) -> [UInt8] {
    guard !withheld.isEmpty else { return json }
    var result: [UInt8] = []
    result.reserveCapacity(json.count)
    var index = 0
    while index < json.count {
      guard json[index] == quote else {
        result.append(json[index])
        index += 1
        continue
      }
      var end = index + 1
      while end < json.count, json[end] != quote { end += json[end] == backslash ? 2 : 1 }
      let literal = json[index..<min(end + 1, json.count)]
      if withheld.repeats(text(of: literal.dropFirst().dropLast())) {
        result += "\"\(WithheldTexts.notice)\"".utf8
      } else {
        result += literal
      }
      index = end + 1
    }
    return result
  }

  /// The text of a string; only the escapes of quotes and backslashes can be parts of words.
  private static func text(of literal: ArraySlice<UInt8>) -> String {
    var bytes: [UInt8] = []
    var isEscaped = false
    for byte in literal {
      if !isEscaped, byte == backslash {
        isEscaped = true
      } else {
        bytes.append(byte)
        isEscaped = false
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
