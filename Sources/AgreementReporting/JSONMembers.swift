internal import Diagnostics
package import TextSupport

/// Members of an object: a key with its value.
extension JSONWriter {
  package mutating func member(_ key: String, _ value: String?) {
    self.key(key)
    if let value { string(value) } else { null() }
  }

  package mutating func member(_ key: String, _ value: Int) {
    self.key(key)
    number(value)
  }

  package mutating func member(_ key: String, _ value: Bool) {
    self.key(key)
    bool(value)
  }

  package mutating func member(_ key: String, _ values: [String]) {
    self.key(key)
    array { writer in for value in values { writer.string(value) } }
  }

  package mutating func object(_ key: String, _ body: (inout JSONWriter) -> Void) {
    self.key(key)
    object(body)
  }

  /// An array with an object for each item.
  package mutating func objects<Items: Sequence>(
    _ key: String, _ items: Items, _ body: (Items.Element, inout JSONWriter) -> Void
  ) {
    self.key(key)
    array { writer in for item in items { writer.object { body(item, &$0) } } }
  }

  /// The start and the end of a text in a file.
  mutating func range(_ start: LineColumn, _ end: LineColumn) {
    object("range") { writer in
      for (key, place) in [("start", start), ("end", end)] {
        writer.object(key) { writer in
          writer.member("line", place.line)
          writer.member("column", place.column)
          writer.member("offset", place.offset)
        }
      }
    }
  }
}
