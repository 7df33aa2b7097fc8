internal import Diagnostics

extension Mistake {
  /// A quote that nothing closes on its line.
  static let unclosedQuote = Mistake("unclosed-quote") { failure, scene in
    guard
      failure.breaksBlock || failure.lacksColon || failure.context?.contains("quoted scalar") == true
        || failure.says("not allowed in this context") || failure.says("cannot start any token")
        || failure.says("document start")
    else { return nil }
    guard !failure.says("escape") && !failure.says("hexdecimal") else { return nil }
    let line: Int
    if let context = failure.context, context.contains("quoted scalar"), let offset = failure.contextOffset {
      line = scene.lines.line(at: offset)
    } else {
      // The quote swallowed lines up to the next quote: look upward from where the rest made no sense.
      guard let open = openQuote(above: scene.lines.line(at: failure.problemOffset), scene) else { return nil }
      line = open
    }
    let shape = scene.shape(of: line)
    guard let mark = unclosedMark(shape, scene) else { return nil }
    let name = scene.bytes[mark] == 0x22 ? "double" : "single"
    let extent = scene.extent(of: shape)
    return Repair(
      at: mark..<max(shape.value.upperBound, mark + 1),
      "this text begins with a \(name) quotation mark that nothing closes",
      help: "type the same mark at the end of the text, or take the first one away",
      [Edit(insert: scene.string(mark..<mark + 1), at: max(extent.upperBound, mark + 1))])
  }

  /// The line above that opens a quote and does not close it, if a line between looks like a new entry.
  private static func openQuote(above line: Int, _ scene: Scene) -> Int? {
    var index = line - 1
    while index >= 0, line - index <= 40 {
      let shape = scene.shape(of: index)
      if unclosedMark(shape, scene) != nil {
        let between = (index + 1)...line
        return between.contains {
          let inner = scene.shape(of: $0); return !scene.continuesText(inner) && !inner.isBlank
        } ? index : nil
      }
      index -= 1
    }
    return nil
  }

  /// The opening mark of an answer that is not closed on its line.
  private static func unclosedMark(_ shape: Scene.Shape, _ scene: Scene) -> Int? {
    guard let first = shape.value.first else { return nil }
    let mark = scene.bytes[first]
    guard mark == 0x22 || mark == 0x27 else { return nil }
    var index = first + 1
    while index < shape.content.upperBound {
      if scene.bytes[index] == 0x5C, mark == 0x22 {
        index += 2
        continue
      }
      if scene.bytes[index] == mark { return nil }
      index += 1
    }
    return first
  }

  /// Quotes around a key and its answer, or around the key and its colon.
  static let quotesAroundKey = Mistake("quotes-around-key") { failure, scene in
    let line = scene.lines.line(at: failure.origin)
    let near = [
      scene.lines.line(at: failure.problemOffset), line,
      scene.previousContentLine(before: scene.lines.line(at: failure.problemOffset)),
    ]
    for candidate in near.compactMap({ $0 }) {
      let shape = scene.shape(of: candidate)
      guard shape.body < shape.content.upperBound, [0x22, 0x27].contains(scene.bytes[shape.body]) else { continue }
      let mark = scene.bytes[shape.body]
      guard let close = scene.bytes[(shape.body + 1)..<shape.content.upperBound].firstIndex(of: mark) else { continue }
      guard let colon = scene.bytes[(shape.body + 1)..<close].firstIndex(of: 0x3A),
        scene.vocabulary.contains(scene.string(shape.body + 1..<colon)),
        colon + 1 == close || scene.bytes[colon + 1] == 0x20,
        close + 1 >= shape.content.upperBound || scene.bytes[close + 1] != 0x3A
      else { continue }
      let key = scene.excerpt(shape.body + 1..<colon)
      return Repair(
        at: shape.body..<close + 1, "the quotation marks go around `\(key)`, too; they belong around the answer alone",
        help: "write `\(key):` without quotation marks, then the answer",
        [Edit(SourceRange(shape.body..<shape.body + 1), with: []), Edit(SourceRange(close..<close + 1), with: [])])
    }
    return nil
  }

  /// A backslash inside double quotes, where it has a meaning of its own.
  static let unknownEscape = Mistake("unknown-escape") { failure, scene in
    guard failure.says("escape character") || failure.says("hexdecimal") || failure.says("invalid Unicode") else {
      return nil
    }
    var place = min(failure.problemOffset, scene.bytes.count - 1)
    let shape = scene.shape(at: place)
    while place > shape.content.lowerBound, scene.bytes[place] != 0x5C { place -= 1 }
    guard scene.bytes[place] == 0x5C else { return nil }
    // Every backslash of the answer has the same cause.
    var edits: [Edit] = []
    var index = place
    while index < shape.content.upperBound {
      if scene.bytes[index] == 0x5C {
        edits.append(Edit(insert: "\\", at: index))
        if index + 1 < shape.content.upperBound, scene.bytes[index + 1] == 0x22 || scene.bytes[index + 1] == 0x5C {
          index += 1
        }
      }
      index += 1
    }
    var end = min(place + 2, shape.content.upperBound)
    while end < shape.content.upperBound, scene.bytes[end] & 0xC0 == 0x80 { end += 1 }
    return Repair(
      at: place..<end, "inside double quotes a backslash begins a code, and `\(scene.excerpt(place..<end))` is none",
      help: "put the text in single quotes, or type the backslash twice", edits)
  }

  /// More text after a quote was closed: `"Yes", in Schoology`.
  static let textAfterQuote = Mistake("text-after-quote") { failure, scene in
    guard
      failure.breaksBlock || failure.says("cannot start any token") || failure.says("not allowed in this context")
        || failure.lacksColon
    else { return nil }
    let shape = scene.shape(at: failure.problemOffset)
    guard let first = shape.value.first, failure.problemOffset > first else { return nil }
    let mark = scene.bytes[first]
    guard mark == 0x22 || mark == 0x27 else { return nil }
    let value = scene.extent(of: shape)
    // A mark that stands alone opens the text and does not close it, too.
    let isClosed = value.count > 2 && scene.bytes[value.upperBound - 1] == mark
    let isApostrophe = isClosed && mark == 0x27
    let isInnerQuote = isClosed && mark == 0x22
    if isApostrophe || isInnerQuote {
      let inner = value.lowerBound + 1..<value.upperBound - 1
      let message =
        isApostrophe
        ? "the apostrophe inside this text ends it, for the text stands in single quotation marks"
        : "a quotation mark inside this text ends it, for the text stands in double quotation marks"
      let help =
        isApostrophe
        ? "write \"\(scene.excerpt(inner))\", or type the apostrophe twice"
        : "put the whole text in single quotation marks: '\(scene.excerpt(inner))'"
      let escape = isApostrophe ? "'" : "\\"
      return Repair(
        at: value, message, help: help,
        inner.filter { scene.bytes[$0] == mark }.map { Edit(insert: escape, at: $0) })
    }
    return Repair(
      at: value, "there is more text after the closing quotation mark",
      help: "put the whole answer in quotes: \(scene.quoted(value))", scene.quote(value))
  }
}
