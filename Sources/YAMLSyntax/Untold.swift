internal import Diagnostics

/// What is said where no known mistake explains libyaml's failure: its words in plain ones, and that reading ends there.
enum Untold {
  static func diagnostic(for failure: Failure, scene: Scene) -> Diagnostic {
    let offset = min(failure.problemOffset, scene.bytes.count)
    let shape = scene.shape(at: offset)
    let range = shape.isBlank ? SourceRange(offset..<offset) : SourceRange(shape.start..<shape.content.upperBound)
    var notes: [Note] = []
    if let context = failure.contextOffset, scene.lines.line(at: context) != shape.line {
      notes.append(Note(at: scene.contentRange(ofLineAt: context), "what it belongs to may begin here"))
    }
    return Diagnostic(
      .yamlSyntax, at: range, "YAML cannot read on from here (\(plain(failure)))",
      help: "compare this line and the one above with an agreement that works; the rest of the file was not checked",
      notes: notes)
  }

  private static func plain(_ failure: Failure) -> String {
    switch failure.problem {
    case let text where text.contains("did not find expected key"): "a key was expected"
    case let text where text.contains("'-' indicator"): "another list item was expected"
    case let text where text.contains("could not find expected ':'"): "a colon was expected"
    case let text where text.contains("document start"): "the agreement had already ended"
    case let text where text.contains("mapping values"): "a colon stands where none can be"
    case let text where text.contains("cannot start any token"): "nothing can begin with this character"
    default: failure.problem
    }
  }
}
