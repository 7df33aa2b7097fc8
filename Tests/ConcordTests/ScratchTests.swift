import TestSupport
import Testing

/// The folders of the tests themselves.
@Suite struct ScratchTests {
  private struct Failure: Error {}

  /// A folder is removed when its scope ends, however that is; links out of it are not followed.
  @Test(arguments: [false, true]) func nothingStays(fails: Bool) async throws {
    let outside = try Scratch()
    try outside.write("kept", "here".utf8)
    var path = ""
    do {
      let scratch = try Scratch()
      path = scratch.path
      let made = "mkdir -p a/b; touch a/b/c $'a/\\xff'; ln -s \"$1\" a/link; ln -s nowhere a/gone; chmod 0 a/b"
      #expect(try await Program.run("bash", ["-c", "cd \"$0\"; \(made)", path, outside.path]).status == 0)
      if fails { throw Failure() }
    } catch is Failure {}
    #expect(!path.isEmpty)
    #expect(try await Program.run("ls", ["-d", path]).status != 0)
    #expect(try Root.text(outside.path + "/kept") == "here")
  }
}
