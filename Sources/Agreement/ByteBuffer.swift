/// A growing buffer of bytes.
///
/// An array checks at each `append` whether it is shared, and calls a copy function for a few bytes; the canonical form
/// is written in some two thousand pieces.
@safe
struct ByteBuffer: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// The number of bytes.
  private(set) var count = 0

  /// Makes room for some bytes; it grows when needed.
  init(capacity: Int) {
    self.capacity = max(capacity, 64)
    unsafe start = .allocate(capacity: self.capacity)
  }

  deinit { unsafe start.deallocate() }

  /// The bytes.
  var span: Span<UInt8> {
    @_lifetime(borrow self)
    get {
      let bytes = unsafe UnsafeBufferPointer(start: start, count: count)
      return unsafe _overrideLifetime(Span(_unsafeElements: bytes), borrowing: self)
    }
  }

  /// The last byte.
  var last: UInt8? { count == 0 ? nil : unsafe start[count - 1] }

  /// Adds a byte.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    if count == capacity { grow(by: 1) }
    unsafe start[count] = byte
    count += 1
  }

  /// Adds some bytes.
  mutating func append(_ bytes: Span<UInt8>) {
    if bytes.count > capacity - count { grow(by: bytes.count) }
    let to = unsafe UnsafeMutableRawPointer(start + count)
    // Keys and ids are short, and a call to copy one would take longer than the copy.
    if bytes.count >= 8, bytes.count <= 32 {
      var offset = 0
      while offset &+ 8 < bytes.count {
        unsafe Self.storeWord(Self.word(bytes, offset), to, offset)
        offset &+= 8
      }
      // The last word partly overlaps the one before.
      unsafe Self.storeWord(Self.word(bytes, bytes.count &- 8), to, bytes.count &- 8)
    } else {
      unsafe bytes.withUnsafeBufferPointer { from in
        if let base = from.baseAddress { unsafe to.copyMemory(from: base, byteCount: from.count) }
      }
    }
    count += bytes.count
  }

  /// Appends a text if it is its own canonical form, copying it along the way: printable ASCII without quotes,
  /// backslashes or spaces to fold. Otherwise it appends nothing. A yes is always right; in doubt the answer is no.
  ///
  /// It handles eight bytes at a time: byte by byte this was a twentieth of a lint.
  mutating func appendPlain(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count >= 8, bytes[0] != 0x20, bytes[bytes.count - 1] != 0x20 else { return appendPlainBytewise(bytes) }
    if bytes.count > capacity - count { grow(by: bytes.count) }
    let to = unsafe UnsafeMutableRawPointer(start + count)
    let last = bytes.count &- 8
    var offset = 0
    while true {
      // A pair of spaces between two words lies within the word that overlaps both.
      let word = Self.word(bytes, offset)
      guard Self.isPlain(word) else { return false }
      unsafe Self.storeWord(word, to, offset)
      if offset == last { break }
      offset = min(offset &+ 7, last)
    }
    count += bytes.count
    return true
  }

  private mutating func appendPlainBytewise(_ bytes: Span<UInt8>) -> Bool {
    var wasSpace = true
    for index in bytes.indices {
      let byte = bytes[index]
      if byte < 0x20 || byte >= 0x7F || byte == 0x22 || byte == 0x5C || byte == 0x20 && wasSpace { return false }
      wasSpace = byte == 0x20
    }
    guard !wasSpace else { return false }
    append(bytes)
    return true
  }

  /// Whether eight bytes are printable ASCII without quotes, backslashes and pairs of spaces.
  @inline(__always)
  private static func isPlain(_ bytes: UInt64) -> Bool {
    let word = UInt64(littleEndian: bytes)
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

  /// Eight bytes, which the caller knows to be there.
  @inline(__always)
  private static func word(_ bytes: Span<UInt8>, _ offset: Int) -> UInt64 {
    unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }

  @inline(__always)
  private static func storeWord(_ word: UInt64, _ to: UnsafeMutableRawPointer, _ offset: Int) {
    unsafe to.storeBytes(of: word, toByteOffset: offset, as: UInt64.self)
  }

  /// Removes everything after the first `count` bytes.
  mutating func truncate(to count: Int) {
    precondition(0 <= count && count <= self.count, "only what was added can be taken back")
    self.count = count
  }

  @inline(never)
  private mutating func grow(by least: Int) {
    let larger = max(2 * capacity, capacity + least)
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    unsafe copy.update(from: start, count: count)
    unsafe start.deallocate()
    unsafe start = copy
    capacity = larger
  }
}
