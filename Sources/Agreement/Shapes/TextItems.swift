internal import Diagnostics
internal import TextSupport
internal import YAMLSyntax

extension Decoder {
  /// Reports, once for all of them, a list of texts where each item takes lines with keys, such as commitments; says whether it did.
  mutating func reportTexts(in node: NodeID, _ expected: ShapeDescription) -> Bool {
    guard !document.isFlow(node), let key else { return false }
    var texts: [NodeID] = []
    for item in document.items(of: node) where !document.isAbsent(item) {
      guard document.kind(of: item) == .scalar else { return false }
      texts.append(item)
    }
    guard let first = texts.first else { return false }
    let indent = indentation(of: first)
    // The dash counts along, and the lines below it start under the text.
    let dash = String(indent.dropLast(2)) + "- "
    let isPromise = document.bytes(of: key).equals("commitments")
    var lines = [
      isPromise
        ? "write who does it, and what, on lines of their own:" : "write each on lines of its own, with its day:"
    ]
    for text in texts.prefix(8) {
      let whole = Self.plainText(Folding.fold(document.string(of: text)))
      if isPromise {
        let (owner, does) = promise(Folding.fold(document.string(of: text)))
        lines += ["\(dash)owner: \(owner ?? "")", "\(indent)does: \(Self.plainText(does))"]
      } else {
        lines += ["\(dash)what: \(whole)", "\(indent)date:"]
      }
    }
    report(
      .wrongShape, at: document.range(of: first), "\(keyName) takes \(expected.name), but \(hereIs(first))",
      help: lines.joined(separator: "\n"),
      notes: texts.dropFirst().prefix(40).map { Note(at: document.range(of: $0), "the same here") })
    return true
  }

  /// The id of whoever a promise begins with, and the rest of it.
  private mutating func promise(_ text: String) -> (owner: String?, does: String) {
    let words = text.split(separator: " ")
    for count in [4, 3, 2, 1] where count < words.count {
      let name = words.prefix(count).joined(separator: " ").filter { $0 != ":" && $0 != "," }
      guard name.first?.isUppercase == true, let ids = ids(named: name, .reference(to: "party")), ids.count == 1 else {
        continue
      }
      let rest = words.dropFirst(count).drop { $0 == "will" || $0 == "-" || $0 == "–" }
      return (ids[0], rest.joined(separator: " "))
    }
    return (nil, text)
  }
}
