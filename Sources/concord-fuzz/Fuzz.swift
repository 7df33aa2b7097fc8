internal import TestSupport

/// Called by libFuzzer with each input: checks the invariants of the mutation tests on bytes that coverage led to.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzzOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let violations = Invariants.violations(in: Array(UnsafeBufferPointer(start: start, count: count)))
  // A crash is the only way to tell libFuzzer about a failure: it keeps the input and ends.
  if let first = violations.first { fatalError(first) }
  return 0
}
