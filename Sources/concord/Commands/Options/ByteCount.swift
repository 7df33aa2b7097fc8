internal import ArgumentParser

/// A number of bytes, as in `64M`.
struct ByteCount: ExpressibleByArgument {
  let bytes: Int

  init?(argument: String) {
    let units: [Character: Int] = ["k": 10, "m": 20, "g": 30]
    let unit = argument.last.flatMap { units[Character($0.lowercased())] }
    // Offsets in a file have 32 bits.
    guard let number = Int(unit == nil ? argument : String(argument.dropLast())), number > 0, number <= 1 << 32 else {
      return nil
    }
    let bytes = number << (unit ?? 0)
    guard bytes <= 1 << 32 else { return nil }
    self.bytes = min(bytes, Int(UInt32.max))
  }
}
