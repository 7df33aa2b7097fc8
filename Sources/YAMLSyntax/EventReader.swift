internal import CLibYAML

/// libyaml's event stream over bytes that stay in place as long as the stream exists.
///
/// libyaml's parser keeps pointers into itself, so it lives on the heap and never moves.
@safe
struct EventReader: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let event: UnsafeMutablePointer<yaml_event_t>
  private let isReady: Bool
  private var hasEvent = false

  /// Starts reading; the bytes must not be empty, because libyaml aborts on a null pointer.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    unsafe parser = .allocate(capacity: 1)
    unsafe parser.initialize(to: yaml_parser_t())
    unsafe event = .allocate(capacity: 1)
    unsafe event.initialize(to: yaml_event_t())
    isReady = unsafe yaml_parser_initialize(parser) == 1
    if isReady {
      unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
      unsafe yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    }
  }

  deinit {
    if hasEvent { unsafe yaml_event_delete(event) }
    if isReady { unsafe yaml_parser_delete(parser) }
    unsafe parser.deallocate()
    unsafe event.deallocate()
  }

  /// Reads the next event, which invalidates the one before. False if libyaml failed; `failure` then says why.
  mutating func advance() -> Bool {
    if hasEvent { unsafe yaml_event_delete(event) }
    hasEvent = unsafe isReady && yaml_parser_parse(parser, event) == 1
    return hasEvent
  }

  /// The event that was read last.
  var current: UnsafeMutablePointer<yaml_event_t> { unsafe event }

  /// What libyaml says after it failed; offsets count characters, or bytes if its reader failed.
  var failure: Failure {
    let state = unsafe parser.pointee
    let isReader = unsafe state.error == YAML_READER_ERROR
    return unsafe Failure(
      problem: state.problem.map { unsafe String(cString: $0) } ?? "out of memory",
      problemOffset: isReader ? state.problem_offset : state.problem_mark.index,
      context: state.context.map { unsafe String(cString: $0) },
      contextOffset: state.context == nil || isReader ? nil : state.context_mark.index,
      isReader: isReader)
  }
}

/// Where and why libyaml stopped.
struct Failure {
  /// libyaml's own words.
  var problem: String
  /// The offset where it noticed, in characters, or in bytes after `Composer` has converted it.
  var problemOffset: Int
  /// What it was reading.
  var context: String?
  /// The offset where that began.
  var contextOffset: Int?
  /// Whether the bytes themselves were refused; if so, the offset already counts bytes.
  var isReader = false
}
