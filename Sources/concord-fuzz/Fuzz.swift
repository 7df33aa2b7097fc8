internal import TestSupport

/// What libFuzzer calls with each input: the invariants of the mutation tests, for bytes that coverage led it to.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let violations = Invariants.violations(in: Array(UnsafeBufferPointer(start: start, count: count)))
  // libFuzzer knows a failure by a crash and has no other way to be told: it keeps the input and ends.
  if let first = violations.first { fatalError(first) }
  return 0
}
