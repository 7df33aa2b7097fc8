/// A merged text with its conflicts, and where each unit is in it.
struct MergedText {
  enum Piece {
    case text([UInt8])
    case conflict(Alternatives)
    case begin(UnitTriple)
    case end
  }

  /// What each side has in a conflict, in whole lines.
  struct Alternatives {
    var base: [UInt8]
    var ours: [UInt8]
    var theirs: [UInt8]
  }

  /// How a conflict is written.
  enum Form {
    case ours
    case theirs
    case marked(MergeMarkers)
  }

  /// Where a unit is in a text, in byte offsets.
  struct Place {
    let unit: UnitTriple
    var range: Range<Int>
  }

  private(set) var pieces: [Piece] = []

  /// Whether nothing is written on any side.
  var isEmpty: Bool {
    pieces.allSatisfy { piece in
      switch piece {
      case .begin, .end: true
      case .text(let text): text.isEmpty
      case .conflict: false
      }
    }
  }
  var hasConflict: Bool { pieces.contains { if case .conflict = $0 { true } else { false } } }

  mutating func append(_ text: [UInt8]) {
    if !text.isEmpty { pieces.append(.text(text)) }
  }

  mutating func append(_ alternatives: Alternatives) { pieces.append(.conflict(alternatives)) }

  mutating func append(_ other: MergedText) { pieces += other.pieces }

  /// The same as the text of a unit.
  func marked(as unit: UnitTriple) -> MergedText {
    var result = MergedText()
    result.pieces = [.begin(unit)] + pieces + [.end]
    return result
  }

  /// The same with a dash before its first entry, on every side; nil if a side has no entry there.
  func dashed(at column: Int) -> MergedText? {
    var result = self
    for index in pieces.indices {
      switch pieces[index] {
      case .begin, .end: continue
      case .text(let text):
        if LineText.split(text[...]).allSatisfy({ LineText.isBlank($0) || LineText.isComment($0) }) { continue }
        guard let dashed = LineText.dashed(text, at: column) else { return nil }
        result.pieces[index] = .text(dashed)
        return result
      case .conflict(var alternatives):
        guard let ours = LineText.dashed(alternatives.ours, at: column),
          let theirs = LineText.dashed(alternatives.theirs, at: column)
        else { return nil }
        alternatives.ours = ours
        alternatives.theirs = theirs
        alternatives.base = LineText.dashed(alternatives.base, at: column) ?? alternatives.base
        result.pieces[index] = .conflict(alternatives)
        return result
      }
    }
    return nil
  }

  /// The text, and where the units are in it, an outer one before those in it.
  func written(_ form: Form) -> (bytes: [UInt8], places: [Place]) {
    var bytes: [UInt8] = []
    var places: [Place] = []
    var open: [Int] = []
    for piece in pieces {
      switch piece {
      case .text(let text): bytes += text
      case .conflict(let alternatives):
        switch form {
        case .ours: bytes += alternatives.ours
        case .theirs: bytes += alternatives.theirs
        case .marked(let markers): bytes += markers.text(of: alternatives)
        }
      case .begin(let unit):
        open.append(places.count)
        places.append(Place(unit: unit, range: bytes.count..<bytes.count))
      case .end:
        if let last = open.popLast() { places[last].range = places[last].range.lowerBound..<bytes.count }
      }
    }
    return (bytes, places)
  }
}
