import Agreement
import Diagnostics
import TestSupport
import Testing

/// `concord sign`: who may sign what and how, and what is written.
@Suite struct SignCommandTests {
  /// An agreement that two of three people have signed.
  private static func text() throws -> String {
    let text = try Root.text("samples/riverbend/alder-creek-literacy/2026-27.agreement.yaml")
    let last = try #require(text.split(separator: "  brandt:\n").last)
    return String(text.dropLast(last.count + "  brandt:\n".count))
  }

  private static let digest = "c65008396bdec04c4adf2f9c111d2c6ce19fdf9bb89a7af52b550a4743340bf3"
  private static let today = ["--today", "2026-08-20"]

  private static let page = """
    Alder Creek Elementary, 2026-27: text c6500839 6bdec04c 4adf2f9c 111d2c6c e19fdf9b b89a7af5 2b550a47 43340bf3
    31 topics agreed, none open or carried; 7 commitments, none of them yours

    """

  private static func sign(_ path: String, _ arguments: String...) async throws -> Outcome {
    try await Program.concord(["sign", path] + today + arguments)
  }

  @Test func aTypedNameSigns() async throws {
    let scratch = try Scratch()
    let path = try scratch.write("a.agreement.yaml", Self.text().utf8)
    let outcome = try await Program.concordOnTerminal(
      ["sign", path, "--as", "brandt", "--date", "2026-08-11"] + Self.today, typing: "denise  BRANDT\n")
    #expect(outcome.status == 0 && outcome.output == "")
    #expect(
      outcome.error == "denise  BRANDT\n" + Self.page
        + "To sign, type your name as it stands here (Denise Brandt): Denise Brandt has signed (typed, 2026-08-11). Everyone has signed.\n"
        || outcome.error == Self.page
          + "To sign, type your name as it stands here (Denise Brandt): denise  BRANDT\nDenise Brandt has signed (typed, 2026-08-11). Everyone has signed.\n",
      "\(outcome.error)")
    #expect(
      try Root.text(path) == Self.text()
        + "  brandt:\n    signed: 2026-08-11\n    method: typed\n    digest: \(Self.digest)\n")
    #expect(try await Program.concord(["lint", path, "--today", "2026-08-20"]).status == 0)
    let again = try await Self.sign(path, "--as", "brandt")
    #expect(again.status == 0 && again.error == "Denise Brandt has already signed this text (typed, 2026-08-11).\n")
  }

  @Test(arguments: ["Karin Lindqvist\n", "brandt\n", "\n", "yes\n", "\u{4}", "Denise Brandt\u{200B}\n"])
  func anythingElseDoesNot(typed: String) async throws {
    let scratch = try Scratch()
    let path = try scratch.write("a.agreement.yaml", Self.text().utf8)
    let outcome = try await Program.concordOnTerminal(["sign", path, "--as", "brandt"] + Self.today, typing: typed)
    #expect(outcome.status == 1)
    #expect(outcome.error.hasSuffix("concord: nothing was signed\n"), "\(outcome.error)")
    #expect(try Root.text(path) == Self.text())
  }

  @Test func marksOnLettersMayBeTypedInEitherForm() async throws {
    let scratch = try Scratch()
    let text = try Self.text().replacing("  munoz:\n    signed:", with: "  brandt:\n    signed:")
    let path = try scratch.write("a.agreement.yaml", text.utf8)
    let outcome = try await Program.concordOnTerminal(
      ["sign", path, "--as", "munoz"] + Self.today, typing: "alicia mun\u{303}oz\n")
    #expect(outcome.status == 0, "\(outcome.error)")
  }

  @Test func withoutATerminalTheOptionIsNamed() async throws {
    let scratch = try Scratch()
    let path = try scratch.write("a.agreement.yaml", Self.text().utf8)
    let outcome = try await Self.sign(path, "--as", "brandt")
    #expect(outcome.status == 2 && outcome.output == "")
    #expect(
      outcome.error == Self.page
        + "concord: this asks a question, and there is no terminal to ask it on; answer it with `--yes`\n")
    #expect(try Root.text(path) == Self.text())
    #expect(try await Self.sign(path, "--as", "brandt", "--yes").status == 0)
  }

  /// What is typed, the exit status, and what is said.
  @Test(arguments: [
    (["--as", "brant", "--yes"], 2, "there is no participant 'brant'; did you mean 'brandt'?"),
    (["--as", "Denise Brandt", "--yes"], 2, "there is no participant 'Denise Brandt'; did you mean 'brandt'?"),
    (["--as", "office", "--yes"], 2, "'office' is under `others`"),
    (["--as", "", "--yes"], 2, "--as takes the id of a participant"),
    (["--as", "-x", "--yes"], 2, ""),
    (["--as", "stroud", "--yes"], 2, "Ann Stroud only leads the conversation, and a facilitator does not sign"),
    (["--as", "haugen", "--yes"], 2, "Nils Haugen left on 2026-08-18"),
    (["--as", "brandt,lindqvist", "--yes"], 2, "each person signs for themselves"),
    (["--as", "brandt", "--yes", "--date", "2026-08-21"], 2, "2026-08-21 has not come yet; today is 2026-08-20"),
    (["--as", "brandt", "--yes", "--date", "2026-08-05"], 2, "the conversation is on 2026-08-06"),
    (["--as", "brandt", "--yes", "--date", "yesterday"], 2, "'yesterday' is not a day"),
    (["--as", "brandt", "--yes", "--method", "paper"], 2, "--witness munoz"),
    (["--as", "brandt", "--yes", "--method", "paper", "--witness", "brandt"], 2, "cannot record their own signature"),
    (["--as", "brandt", "--yes", "--method", "paper", "--witness", "nobody"], 2, "there is no participant 'nobody'"),
    (["--as", "brandt", "--yes", "--witness", "munoz"], 2, "--witness goes with --method paper"),
    (["--as", "brandt", "--yes", "--key", "k"], 2, "--key goes with --method ssh"),
    (["--as", "brandt", "--yes", "--method", "pen"], 2, "there is no method 'pen'; there are "),
    (["--as", "brandt", "--yes", "--method", "ssh", "--date", "2026-08-11"], 2, "has the day on which it is made"),
    (["--as", "brandt", "--yes", "--today", "2027-06-01"], 2, "the school year ended on 2027-05-28"),
  ])
  func isRefused(arguments: [String], status: Int, words: String) async throws {
    let scratch = try Scratch()
    let text = try Self.text().replacing(
      "conversation:\n",
      with:
        "  stroud: {name: Ann Stroud, role: facilitator}\n  haugen: {name: Nils Haugen, role: teacher, left: 2026-08-18}\nothers:\n  office: The office\nconversation:\n"
    ).replacing(Self.digest, with: "7" + Self.digest.dropFirst())
    let path = try scratch.write("a.agreement.yaml", text.utf8)
    let today = arguments.contains("--today") ? [] : Self.today
    let outcome = try await Program.concord(["sign", path] + today + arguments)
    #expect(outcome.status == status && outcome.output == "", "\(outcome.error)")
    #expect(outcome.error.contains(words), "\(outcome.error)")
    #expect(try Root.text(path) == text)
  }

  @Test func aDraftAndATextWithErrorsAreNotSigned() async throws {
    let scratch = try Scratch()
    let draft = try scratch.write(
      "a.agreement.yaml", Self.text().replacing("status: agreed", with: "status: draft").utf8)
    let refused = try await Self.sign(draft, "--as", "brandt", "--yes", "--allow-findings")
    #expect(
      refused.status == 1
        && refused.error.hasSuffix("when everyone agrees to the text, type `concord agree \(draft) --final`\n"))
    #expect(try await Program.concord(["agree", draft, "--final"]).status == 0)
    let noKey = try await Self.sign(draft, "--as", "brandt", "--yes", "--method", "ssh", "--key", "no-such-key")
    #expect(noKey.status == 2 && noKey.error.contains("there is no such key"), "\(noKey.error)")
    #expect(try await Self.sign(draft, "--as", "brandt", "--yes").status == 0)
    let whole = try Self.text().replacing("    learning-targets:", with: "    # learning-targets:")
    let text = String(whole.prefix(upTo: try #require(whole.firstRange(of: "signatures:")).lowerBound))
    let path = try scratch.write("b.agreement.yaml", text.utf8)
    let errors = try await Self.sign(path, "--as", "brandt", "--yes")
    #expect(errors.status == 1)
    #expect(errors.error.contains("error[topic-unanswered] `learning-targets` has no answer"))
    #expect(
      errors.error.hasSuffix("1 error would be signed, too; correct it first, or sign anyway with --allow-findings\n"))
    #expect(try Root.text(path) == text)
    let anyway = try await Self.sign(path, "--as", "brandt", "--yes", "--allow-findings")
    #expect(anyway.status == 0 && anyway.error.contains("30 topics agreed, none open or carried, 1 not answered"))
    let unsound = try scratch.write("c.agreement.yaml", (Self.text() + "norms: [\n").utf8)
    let broken = try await Self.sign(unsound, "--as", "brandt", "--yes", "--allow-findings")
    #expect(broken.status == 2 && broken.error.contains("correct the errors in"))
    #expect(try await Program.concord(["sign", "-", "--as", "brandt"]).error.contains("name the file"))
    #expect(
      try await Self.sign(scratch.path, "--as", "brandt").error.contains("is a folder; name one agreement, such as "))
  }

  @Test func aPaperIsEnteredInOneGo() async throws {
    let scratch = try Scratch()
    let text = try Self.text()
    let start = try #require(text.split(separator: "signatures:\n").first)
    let path = try scratch.write("a.agreement.yaml", start.utf8)
    let outcome = try await Program.concordOnTerminal(
      ["sign", path, "--as", "munoz,brandt", "--method", "paper", "--witness", "lindqvist", "--date", "2026-08-12"]
        + Self.today, typing: "Yes\n")
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(
      outcome.error.contains("Did Alicia Muñoz and Denise Brandt sign this text on paper, on 2026-08-12? (yes or no)"))
    #expect(outcome.error.contains("  Alicia Muñoz: Post both dates in the staff room (by 2026-09-11)\n"))
    #expect(
      outcome.error.hasSuffix(
        "Alicia Muñoz and Denise Brandt have signed (paper, 2026-08-12, recorded by Karin Lindqvist). Not yet: Karin Lindqvist.\n"
      ))
    func entry(_ id: String) -> String {
      "  \(id):\n    signed: 2026-08-12\n    method: paper\n    recorded-by: lindqvist\n    digest: \(Self.digest)\n"
    }
    #expect(try Root.text(path) == start + "signatures:\n" + entry("munoz") + entry("brandt"))
  }

  /// A signature of an earlier text is renewed value by value, and what changed since is shown.
  @Test func aStaleSignatureIsRenewed() async throws {
    let scratch = try Scratch()
    func git(_ words: String...) async throws {
      let name = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
      #expect(try await Program.run("git", ["-C", scratch.path] + name + words).status == 0)
    }
    try await git("init", "-q")
    let signed = try Self.text().replacing("    signed: 2026-08-12", with: "    signed: 2026-08-12 # at home")
    let path = try scratch.write("a.agreement.yaml", signed.utf8)
    try await git("add", "-A")
    try await git("commit", "-q", "-m", "signed")
    let changed = signed.replacing("By invitation. The coach asks a day ahead.", with: "By invitation.")
    try scratch.write("a.agreement.yaml", changed.utf8)
    // The day of the change is signed, so it has to be in the file before anybody signs.
    let refused = try await Self.sign(path, "--as", "lindqvist", "--yes")
    #expect(
      refused.status == 1
        && refused.error.hasSuffix(
          "nothing was signed, because Alicia Muñoz signed another text. If the change is meant, type this first, and then sign:\n  concord amend \(path)\n"
        ), "\(refused.error)")
    #expect(try Root.text(path) == changed)
    #expect(try await Program.concord(["amend", path, "--today", "2026-08-20"]).status == 0)
    let text = try Root.text(path)
    let outcome = try await Self.sign(path, "--as", "lindqvist", "--yes")
    #expect(outcome.status == 0)
    #expect(outcome.error.contains("\nSince Karin Lindqvist signed on 2026-08-12 (commit "))
    #expect(
      outcome.error.contains("  answer changed: Classroom access\n    was By invitation. *The coach asks a day ahead*.")
    )
    let new = try #require(AgreementReader.read(try Root.source(path)).digest?.description)
    let parts = text.split(separator: Self.digest, omittingEmptySubsequences: false)
    try #require(parts.count == 3)
    #expect(
      try Root.text(path)
        == "\(parts[0])\(Self.digest)\(parts[1])\(new)\(parts[2])".replacing(
          "2026-08-12 # at home", with: "2026-08-20 # at home"))
  }

  /// A real key signs, and the real ssh-keygen confirms what stands in the file.
  @Test(arguments: ["ed25519", "ecdsa", "rsa"], [true, false]) func aKeySigns(kind: String, isInBraces: Bool)
    async throws
  {
    let scratch = try Scratch()
    var text = try Self.text()
    if isInBraces {
      let start = try #require(text.split(separator: "signatures:\n").first)
      text = start + "signatures: {munoz: {signed: 2026-08-13, method: typed, digest: \(Self.digest)}}\n"
    }
    let path = try scratch.write("a.agreement.yaml", text.utf8)
    let keys = SSHKeys(in: scratch.path)
    let key = try await keys.make("key", kind)
    let outcome = try await Self.sign(path, "--as", "brandt", "--method", "ssh", "--key", key, "--yes")
    #expect(outcome.status == 0, "\(outcome.error)")
    let line = try await keys.line("key")
    #expect(
      outcome.error.hasSuffix(
        "The signature counts as verified once concord.yaml has `signatures: {allowed-signers: allowed_signers}`, and that file this line:\n  brandt namespaces=\"concord,git\" \(line)\n"
      ), "\(outcome.error)")
    let reading = AgreementReader.read(try Root.source(path))
    let agreement = try #require(reading.agreement)
    let signature = try #require(agreement.content.signatures.value?.first { $0.id == "brandt" }?.part.value)
    #expect(signature.method.value == .ssh && signature.signed.value?.description == "2026-08-20")
    let armor = agreement.string(try #require(signature.signature.value))
    try scratch.write("signature", armor.utf8)
    try scratch.write("signers", "brandt namespaces=\"concord,git\" \(line)\n".utf8)
    let verified = try await Program.run(
      "ssh-keygen",
      [
        "-Y", "verify", "-f", "\(scratch.path)/signers", "-I", "brandt", "-n", "concord", "-s",
        "\(scratch.path)/signature",
      ],
      input: Array("concord-1 \(Self.digest) brandt 2026-08-20\n".utf8))
    #expect(verified.status == 0, "\(verified.output)\(verified.error)")
    // A weaker method does not take its place, and a stronger one replaces a weaker one.
    #expect(
      try await Self.sign(path, "--as", "brandt", "--yes").error.contains(
        "has already signed this text (ssh, 2026-08-20)"))
    let stronger = try await Self.sign(path, "--as", "munoz", "--method", "ssh", "--key", key, "--yes")
    #expect(stronger.status == 0 && stronger.error.contains("Alicia Muñoz has signed (ssh, 2026-08-20, "))
  }

  /// What the settings require of a role is the default, and nothing weaker is written; a signature that is verified needs no line.
  @Test func thePolicyDecides() async throws {
    let scratch = try Scratch()
    let text = try Self.text().replacing("  munoz:\n    signed:", with: "  brandt:\n    signed:")
    let path = try scratch.write("a.agreement.yaml", text.utf8)
    let keys = SSHKeys(in: scratch.path)
    let (mine, other) = (try await keys.make("mine"), try await keys.make("other"))
    try scratch.write(
      "concord.yaml", "signatures: {required: {principal: ssh}, allowed-signers: allowed_signers}\n".utf8)
    try scratch.write(
      "allowed_signers", "munoz \(try await keys.line("mine"))\nlindqvist \(try await keys.line("other"))\n".utf8)
    let weaker = try await Self.sign(path, "--as", "munoz", "--method", "typed", "--yes")
    #expect(weaker.status == 1)
    #expect(
      weaker.error
        == "concord: nothing was signed, because Alicia Muñoz has to sign with an SSH key (`signatures` in concord.yaml says so):\n  concord sign \(path) --as munoz --method ssh\n",
      "\(weaker.error)")
    let theirs = try await Self.sign(path, "--as", "munoz", "--key", other, "--yes")
    #expect(
      theirs.status == 1
        && theirs.error.contains("the key is listed for lindqvist, and everybody signs with a key of their own"),
      "\(theirs.error)")
    #expect(try Root.text(path) == text)
    let outcome = try await Self.sign(path, "--as", "munoz", "--key", mine, "--yes")
    #expect(outcome.status == 0 && outcome.error.hasSuffix("Everyone has signed.\n"), "\(outcome.error)")
    #expect(try await Program.concord(["lint", path] + Self.today).status == 0)
    let again = try await Self.sign(path, "--as", "munoz", "--yes")
    #expect(again.status == 0 && again.error == "Alicia Muñoz has already signed this text (ssh, 2026-08-20).\n")
    // Paper that people recorded for themselves counts as typed, so better paper takes its place.
    try scratch.write("concord.yaml", "signatures: {required: {instructional-coach: paper}}\n".utf8)
    let own = try Root.text(path).replacing(
      "2026-08-12\n    method: typed", with: "2026-08-12\n    method: paper\n    recorded-by: lindqvist")
    try scratch.write("a.agreement.yaml", own.utf8)
    let paper = try await Self.sign(path, "--as", "lindqvist", "--witness", "brandt", "--yes")
    #expect(paper.status == 0, "\(paper.error)")
    #expect(
      try Root.text(path)
        == own.replacing("2026-08-12", with: "2026-08-20").replacing("by: lindqvist", with: "by: brandt"))
  }

  /// A CI log is for everybody.
  @Test func noWordsInCI() async throws {
    let scratch = try Scratch()
    let path = try scratch.write("a.agreement.yaml", Self.text().utf8)
    let outcome = try await Program.concord(
      ["sign", path, "--as", "brandt", "--yes"] + Self.today, environment: [Program.key("CI"): "true"])
    #expect(outcome.status == 0)
    #expect(
      outcome.error
        == "alder-creek-literacy, 2026-27: text c6500839 6bdec04c 4adf2f9c 111d2c6c e19fdf9b b89a7af5 2b550a47 43340bf3\n31 topics agreed, none open or carried; 7 commitments, none of them yours\nbrandt has signed (typed, 2026-08-20). Everyone has signed.\n"
    )
  }

  /// Two people sign at the same moment: whoever is told that it was written finds it there.
  @Test func twoAtOnce() async throws {
    let scratch = try Scratch()
    let text = try Self.text()
    let start = try #require(text.split(separator: "  lindqvist:\n    signed").first)
    for round in 0..<12 {
      let path = try scratch.write("\(round).agreement.yaml", start.utf8)
      async let left = Self.sign(path, "--as", "brandt", "--yes")
      async let right = Self.sign(path, "--as", "lindqvist", "--yes")
      let outcomes = try await [("brandt", left), ("lindqvist", right)]
      for (id, outcome) in outcomes {
        let isThere = try Root.text(path).contains("  \(id):\n    signed: 2026-08-20\n")
        #expect(outcome.status == (isThere ? 0 : 2), "\(id): \(outcome.error)")
        if !isThere {
          #expect(outcome.error.hasSuffix("concord: nothing was written; try again\n"), "\(outcome.error)")
          #expect(try await Self.sign(path, "--as", id, "--yes").status == 0)
        }
      }
      #expect(try await Program.concord(["lint", path] + Self.today).status == 0)
    }
  }
}
