internal import CLibYAML

/// libyaml's event loop alone, which no linter on top of libyaml can beat.
enum BareLoop {
  /// Reads every event of a file; returns the number of events.
  @discardableResult
  static func run(_ bytes: [UInt8]) -> Int {
    bytes.withUnsafeBufferPointer { buffer in
      let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
      defer { parser.deallocate() }
      var event = yaml_event_t()
      guard !buffer.isEmpty, yaml_parser_initialize(parser) == 1 else { return 0 }
      defer { yaml_parser_delete(parser) }
      yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(parser, buffer.baseAddress, buffer.count)
      var count = 0
      while yaml_parser_parse(parser, &event) == 1 {
        count += 1
        let isEnd = event.type == YAML_STREAM_END_EVENT
        yaml_event_delete(&event)
        if isEnd { break }
      }
      return count
    }
  }
}
