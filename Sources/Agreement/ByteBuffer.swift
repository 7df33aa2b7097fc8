/// A growing buffer of bytes.
///
/// An array checks at each `append` whether it is shared, and calls a copy function for a few bytes; the canonical form
/// is written in some two thousand pieces.
struct ByteBuffer: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// The number of bytes.
  private(set) var count = 0

  /// Makes room for some bytes; it grows when needed.
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
    let (from, to) = (UnsafeRawPointer(base), UnsafeMutableRawPointer(start + count))
    // Keys and ids are short, and a call to copy one would take longer than the copy.
    if bytes.count >= 8, bytes.count <= 32 {
      var offset = 0
      while offset &+ 8 < bytes.count {
        Self.copyWord(from, to, offset)
        offset &+= 8
      }
      // The last word partly overlaps the one before.
      Self.copyWord(from, to, bytes.count &- 8)
    } else {
      to.copyMemory(from: from, byteCount: bytes.count)
    }
    count += bytes.count
  }

  /// Appends a text if it is its own canonical form, copying it along the way: printable ASCII without quotes,
  /// backslashes or spaces to fold. Otherwise it appends nothing. A yes is always right; in doubt the answer is no.
  ///
  /// It handles eight bytes at a time: byte by byte this was a twentieth of a lint.
  mutating func appendPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = bytes.baseAddress, bytes.count >= 8, bytes[0] != 0x20, bytes[bytes.count - 1] != 0x20 else {
      return appendPlainBytewise(bytes)
    }
    if bytes.count > capacity - count { grow(by: bytes.count) }
    let (from, to) = (UnsafeRawPointer(base), UnsafeMutableRawPointer(start + count))
    let last = bytes.count &- 8
    var offset = 0
    while offset < last {
      // A pair of spaces between two words lies within the word that overlaps both.
      guard Self.isPlain(from, offset) else { return false }
      Self.copyWord(from, to, offset)
      offset &+= 7
    }
    guard Self.isPlain(from, last) else { return false }
    Self.copyWord(from, to, last)
    count += bytes.count
    return true
  }

  private mutating func appendPlainBytewise(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var wasSpace = true
    for byte in bytes {
      if byte < 0x20 || byte >= 0x7F || byte == 0x22 || byte == 0x5C || byte == 0x20 && wasSpace { return false }
      wasSpace = byte == 0x20
    }
    guard !wasSpace else { return false }
    append(bytes)
    return true
  }

  /// Whether eight bytes are printable ASCII without quotes, backslashes and pairs of spaces.
  @inline(__always)
  private static func isPlain(_ bytes: UnsafeRawPointer, _ offset: Int) -> Bool {
    let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    let high: UInt64 = 0x8080_8080_8080_8080
    let ones: UInt64 = 0x0101_0101_0101_0101
    // A byte below a bound, or equal to another, borrows into its high bit; a wrong guess only takes the slower path.
    let quotes = word ^ 0x22 &* ones
    let backslashes = word ^ 0x5C &* ones
    let others = word | (word &- 0x20 &* ones) | (word &+ ones) | (quotes &- ones) | (backslashes &- ones)
    // For bytes below 0x80, the high bit of this marks the spaces and only those; shifted up one byte it marks the next
    // byte, because the first byte is the lowest.
    let spaces = ~((word ^ 0x20 &* ones) &+ 0x7F &* ones) & high
    return others & high | spaces & (spaces << 8) == 0
  }

  @inline(__always)
  private static func copyWord(_ from: UnsafeRawPointer, _ to: UnsafeMutableRawPointer, _ offset: Int) {
    to.storeBytes(
      of: from.loadUnaligned(fromByteOffset: offset, as: UInt64.self), toByteOffset: offset, as: UInt64.self)
  }

  /// Removes everything after the first `count` bytes.
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
