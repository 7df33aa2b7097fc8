#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif
internal import ArgumentParser
internal import SystemPackage
internal import TextSupport

/// A question to the person at the terminal.
///
/// Only a person is asked: where standard input or standard error is something else, the option that answers the question is named instead.
enum Question {
  /// Whether a person sees the question and can type the answer.
  static var canBeAsked: Bool { isatty(0) == 1 && isatty(2) == 1 }

  /// Asks, and returns the line that was typed, without its end; nil at the end of input, which is a no.
  ///
  /// - Throws: the exit status if nobody can be asked, after naming the option that answers.
  static func ask(_ words: String, answeredBy option: String) throws -> String? {
    guard canBeAsked else {
      Output.error("concord: this asks a question, and there is no terminal to ask it on; answer it with `\(option)`\n")
      throw ExitCode(2)
    }
    Output.error(words)
    let line = readLine()
    // The line feed after the answer was the person's; at the end of input there is none.
    if line == nil { Output.error("\n") }
    return line
  }

  /// Asks for a yes or a no.
  static func confirm(_ words: String, answeredBy option: String) throws -> Bool {
    let answer = try ask("\(words) (yes or no) ", answeredBy: option) ?? ""
    return ["y", "yes"].contains(Folding.fold(answer).lowercased())
  }

  /// The most bytes of an answer.
  private static let limit = 16_384

  /// Reads byte by byte, so that the next question finds what was typed after the line.
  private static func readLine() -> String? {
    var bytes: [UInt8] = []
    while bytes.count < limit {
      var byte: UInt8 = 0
      let count = try? withUnsafeMutableBytes(of: &byte) { try FileDescriptor.standardInput.read(into: $0) }
      guard count == 1 else { return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self) }
      if byte == 0x0A { break }
      bytes.append(byte)
    }
    if bytes.last == 0x0D { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
