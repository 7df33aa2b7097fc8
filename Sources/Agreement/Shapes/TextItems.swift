internal import Diagnostics
internal import TextSupport
internal import YAMLSyntax

extension Decoder {
  /// Reports, once for all of them, a list of texts in which each item takes lines with keys, such as commitments; says
  /// whether it did.
  mutating func reportTexts(in node: NodeID, _ expected: ShapeDescription) -> Bool {
    guard !document.isFlow(node), let key else { return false }
    guard case .list(of: .mapping(let mapping)) = expected else { return false }
    var texts: [NodeID] = []
    var hasOthers = false
    for item in document.items(of: node) where !document.isAbsent(item) {
      if document.kind(of: item) == .scalar || isLabeled(item, mapping) {
        texts.append(item)
      } else {
        hasOthers = true
      }
    }
    // A text among valid items is reported where it is read.
    if hasOthers { texts.removeAll { document.kind(of: $0) == .scalar } }
    guard let first = texts.first else { return false }
    sentences.formUnion(texts)
    let indent = indentation(of: first)
    // The dash counts as indentation, and the lines below it start under the text.
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
      } else if let (what, date) = meeting(text) {
        lines += ["\(dash)what: \(Self.plainText(what))", "\(indent)date: \(date)"]
      } else {
        lines += ["\(dash)what: \(whole)", "\(indent)date:"]
      }
    }
    report(
      .wrongShape, at: document.range(of: first), "\(keyName) takes \(expected.name), but \(hereIs(first))",
      help: lines.joined(separator: "\n"),
      notes: texts.dropFirst().prefix(40).map { Note(at: document.range(of: $0), "the same here") })
    return !hasOthers
  }

  /// Whether an item is one line with a word before the colon that is not a key there, as in
  /// `- novak: Offer six cycles`.
  private mutating func isLabeled(_ item: NodeID, _ mapping: MappingDescription) -> Bool {
    guard document.kind(of: item) == .mapping, !document.isFlow(item), document.hasEntryText(item),
      let entry = document.entries(of: item).first(where: { _ in true }),
      document.kind(of: entry.value) == .scalar, !document.isAbsent(entry.value)
    else { return false }
    let word = document.string(of: entry.key)
    let keys = mapping.fields.map(\.key)
    return !document.bytes(of: entry.key).isOwnKey && !keys.contains(word) && !isNear(word, keys)
      && KeySynonyms.key(for: word, among: keys) == nil
  }

  /// The name and the day of a meeting written as `- Fall review: October 14`.
  private func meeting(_ item: NodeID) -> (what: String, date: CalendarDate)? {
    guard document.kind(of: item) == .mapping, let entry = document.entries(of: item).first(where: { _ in true }) else {
      return nil
    }
    let text = Folding.fold(document.string(of: entry.value))
    guard let date = CalendarDate(Array(text.utf8)) ?? DateGuess.date(in: text) ?? dateInYear(text) else { return nil }
    return (Folding.fold(document.string(of: entry.key)), date)
  }

  /// The id of the person named at the start of a promise, and the rest of it.
  private mutating func promise(_ text: String) -> (owner: String?, does: String) {
    let words = text.split(separator: " ")
    for count in [4, 3, 2, 1] where count < words.count {
      let name = words.prefix(count).joined(separator: " ").filter { $0 != ":" && $0 != "," }
      // Before a colon, an id is as likely as a name.
      guard name.first?.isUppercase == true || count == 1 && words[0].hasSuffix(":"),
        let ids = ids(named: name, .reference(to: "party")), ids.count == 1
      else {
        continue
      }
      let rest = words.dropFirst(count).drop { $0 == "will" || $0 == "-" || $0 == "–" }
      return (ids[0], rest.joined(separator: " "))
    }
    return (nil, text)
  }
}
