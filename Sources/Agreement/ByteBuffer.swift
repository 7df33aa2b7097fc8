/// Bytes that grow at their end.
///
/// An array asks at each `append` whether it is shared and has room, and calls for a copy of a few bytes; where a file is written
/// word by word, that took half the time.
struct ByteBuffer: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// How many there are.
  private(set) var count = 0

  /// Makes room for some bytes; more comes when it is needed.
  init(capacity: Int) {
    self.capacity = max(capacity, 64)
    start = .allocate(capacity: self.capacity)
  }

  deinit { start.deallocate() }

  /// The last byte.
  var last: UInt8? { count == 0 ? nil : start[count - 1] }

  /// Adds a byte.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    if count == capacity { grow(by: 1) }
    start[count] = byte
    count += 1
  }

  /// Adds some bytes.
  @inline(__always)
  mutating func append(_ bytes: Span<UInt8>) {
    bytes.withUnsafeBufferPointer { append($0) }
  }

  /// Adds some bytes.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress else { return }
    if bytes.count > capacity - count { grow(by: bytes.count) }
    (start + count).update(from: base, count: bytes.count)
    count += bytes.count
  }

  /// Takes back what came after so many bytes.
  mutating func truncate(to count: Int) {
    precondition(0 <= count && count <= self.count, "only what was added can be taken back")
    self.count = count
  }

  /// Lends the bytes.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    body(UnsafeBufferPointer(start: start, count: count))
  }

  @inline(never)
  private mutating func grow(by least: Int) {
    let larger = max(2 * capacity, capacity + least)
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    copy.update(from: start, count: count)
    start.deallocate()
    start = copy
    capacity = larger
  }
}
