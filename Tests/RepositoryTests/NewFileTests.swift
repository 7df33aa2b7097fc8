import Repository
import SystemPackage
import TestSupport
import Testing

/// New files never take the place of old ones.
@Suite struct NewFileTests {
  private func names(in scratch: borrowing Scratch) async throws -> String {
    try await Program.run("ls", ["-A", scratch.path]).output
  }

  @Test func aNewFileIsComplete() async throws {
    let scratch = try Scratch()
    let path = FilePath(scratch.path).appending("a")
    try NewFile.write(Array("first".utf8), to: path)
    #expect(throws: FileFailure.self) { try NewFile.write(Array("second".utf8), to: path) }
    #expect(try Root.text(path.string) == "first")
    // No temporary file is left.
    #expect(try await names(in: scratch) == "a\n")
    #expect(try await Program.run("stat", ["-c", "%h %a", path.string]).output.hasPrefix("1 6"))
  }

  @Test(arguments: ["ln -s nowhere a", "mkdir a", "ln -s . a", "mkfifo a", "touch b; ln b a"])
  func whateverIsThereStays(line: String) async throws {
    let scratch = try Scratch()
    _ = try await Program.run("sh", ["-c", "cd \"$0\" && \(line)", scratch.path])
    let before = try await Program.run("ls", ["-lA", scratch.path]).output
    #expect(throws: FileFailure.self) {
      try NewFile.write(Array("new".utf8), to: FilePath(scratch.path).appending("a"))
    }
    #expect(try await Program.run("ls", ["-lA", scratch.path]).output == before)
  }

  /// Of many who write one name at once, one wins, and its file is whole.
  @Test func oneOfManyWins() async throws {
    let scratch = try Scratch()
    let path = FilePath(scratch.path).appending("a")
    let won = await withTaskGroup(of: Int?.self) { group in
      for number in 0..<20 {
        group.addTask {
          (try? NewFile.write([UInt8](repeating: UInt8(0x41 + number), count: 100_000), to: path)).map { number }
        }
      }
      return await group.reduce(into: [Int]()) { if let number = $1 { $0.append(number) } }
    }
    try #require(won.count == 1)
    #expect(try Root.bytes(path.string) == [UInt8](repeating: UInt8(0x41 + won[0]), count: 100_000))
    #expect(try await names(in: scratch) == "a\n")
  }

  @Test func foldersAreMade() async throws {
    let scratch = try Scratch()
    let path = FilePath(scratch.path)
    try NewFile.makeFolder(path.appending("a").appending("b"))
    try NewFile.makeFolder(path.appending("a").appending("b"))
    try scratch.write("f", [])
    #expect(throws: FileFailure.self) { try NewFile.makeFolder(path.appending("f").appending("c")) }
    _ = try await Program.run("ln", ["-s", "nowhere", scratch.path + "/l"])
    #expect(throws: FileFailure.self) { try NewFile.makeFolder(path.appending("l").appending("c")) }
    #expect(try await Program.run("find", [scratch.path, "-type", "d"]).output.split(separator: "\n").count == 3)
  }
}
