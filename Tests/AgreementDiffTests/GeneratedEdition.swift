import Agreement
import AgreementDiff
import Diagnostics
import TestSupport

extension AgreementGenerator {
  /// The agreement, read; a layout that is wrong shows as a failure of the test.
  func edition(_ layout: SeededGenerator? = nil) throws -> Edition {
    var layout = layout
    return try Self.edition(of: text(&layout))
  }

  /// The agreement as a text that the examples of the classes can edit.
  var edited: EditedText {
    var layout: SeededGenerator?
    return EditedText(text(&layout), year: year)
  }

  /// A text, read.
  static func edition(of text: String) throws -> Edition {
    let reading = AgreementReader.read(SourceFile(name: "generator.agreement.yaml", bytes: Array(text.utf8)))
    guard let edition = Edition(reading, withheld: .none) else {
      throw SketchFailure(description: "\(reading.diagnostics.map(\.message))\n\(text)")
    }
    return edition
  }
}

/// A generator that is no agreement.
struct SketchFailure: Error, CustomStringConvertible {
  let description: String
}
