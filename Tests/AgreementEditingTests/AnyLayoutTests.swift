import Agreement
import AgreementEditing
import Diagnostics
import TestSupport
import Testing
import YAMLSyntax

/// However a file is laid out, an entry can be written, changed and deleted, and every other byte stays.
@Suite struct AnyLayoutTests {
  private static let day = NewValue.word("2026-09-20")

  private static let signature = NewValue.entries([
    NewEntry("signed", day), NewEntry("method", .word("ssh")),
    NewEntry("digest", .word(String(repeating: "7", count: 64))),
    NewEntry("signature", .lines(["-----BEGIN SSH SIGNATURE-----", "AAAA", "-----END SSH SIGNATURE-----"])),
  ])

  @Test(arguments: 0..<8) func editsChangeNothingElse(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var layout = RandomLayout(SeededGenerator(seed: seed + 100))
    var count = 0
    for _ in 0..<80 {
      let text = layout.file()
      let reading = AgreementReader.read(SourceFile(name: "a", bytes: Array(text.utf8)))
      try #require(reading.isSound, "\(reading.diagnostics.map(\.message))\n\(text)")
      var editor = FileEditor(reading)
      let person = ["novak", "tran", "lee"].randomElement(using: &random) ?? ""
      let isNew = !editor.hasValue(at: ["signatures", person])
      switch Int.random(in: 0..<5, using: &random) {
      case 0:
        try editor.put(NewEntry(person, Self.signature), in: ["signatures"])
        try editor.remove("withdrawn", in: ["signatures", person])
      case 1: try editor.put(NewEntry("amended", Self.day), in: [], after: "status")
      case 2: try editor.put(NewEntry("left", Self.day), in: ["participants", person])
      case 3:
        let new: [NewEntry] = [NewEntry("name", .text("Zoë: #1, the new one")), NewEntry("role", .word("other"))]
        try editor.put(NewEntry("zoe", .entries(new)), in: ["participants"])
      default: try editor.put(NewEntry("joined", Self.day), in: ["participants", person], after: "name")
      }
      let after = try Self.checked(editor, reading, text)
      count += 1
      let bytes = after.document.source.bytes
      // Only a signature that was there is changed in its place; everything else is added.
      var old = reading.document.source.bytes[...]
      for byte in bytes where byte == old.first { old.removeFirst() }
      let isChange = editor.hasValue(at: ["signatures", person, "signature"]) && !isNew
      #expect(isChange || old.isEmpty, "\(text)\n=>\n\(String(decoding: bytes, as: UTF8.self))")
      if text.contains("\r\n") {
        #expect(!String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "").utf8.contains(0x0A))
      }
      #expect(bytes.last == 0x0A)
    }
    #expect(count == 80)
  }

  private static func checked(_ editor: FileEditor, _ before: AgreementReading, _ text: String) throws
    -> AgreementReading
  {
    do {
      return try editor.checked(against: before, digest: nil)
    } catch {
      Issue.record("\(error.reason)\n\(text)\n=>\n\(String(decoding: editor.source.bytes, as: UTF8.self))")
      throw error
    }
  }
}
