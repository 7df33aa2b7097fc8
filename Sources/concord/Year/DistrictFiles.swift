internal import Agreement
internal import AgreementEditing
internal import AgreementReporting
internal import ArgumentParser
internal import TextSupport

/// The files that a district begins with.
struct DistrictFiles {
  let district: String?
  let zone: String?
  let ci: ContinuousChecks

  /// A file, by its path from the folder.
  struct File {
    let name: String
    let text: String
  }

  /// All files, the settings first.
  func files() throws -> [File] {
    var result = [
      File(name: "concord.yaml", text: try settings()), File(name: "allowed_signers", text: Self.signers),
      File(name: Home.schemaName, text: AgreementSchema.text(catalog: .builtIn)),
      File(
        name: ".gitattributes",
        text:
          "# Git compares and merges agreements by what they say, once somebody has typed `concord init --git-drivers`.\n"
          + GitDrivers.attributes.map { $0 + "\n" }.joined()
      ),
      File(name: ".gitignore", text: "# What a run of concord leaves behind if it is stopped.\n.concord-*.tmp\n"),
      File(name: ".pre-commit-config.yaml", text: Self.hooks),
    ]
    result += CheckFiles.files(for: ci)
    result.append(File(name: "README.md", text: readme))
    return result
  }

  private func settings() throws -> String {
    var name = "# district: Riverbend Area Schools"
    do throws(FreeText.Unwritable) {
      if let district { name = "district: \(try FreeText.scalar(district, in: .block))" }
    } catch {
      throw ValidationError("the name of the district cannot be in a file: \(TerminalText.escape(error.reason))")
    }
    return """
      # The settings of concord for everything in this folder. `concord config show` says what is in force.
      \(name)
      \(zone.map { "time-zone: \($0)" } ?? "# time-zone: America/Chicago")

      # The days of each school year: `concord new` and `concord renew` take them from here, and there are no meetings on closed days.
      # calendar:
      #   2027-28: {starts: 2027-08-16, ends: 2028-05-26, closed: [2027-09-06, 2027-12-20..2027-12-31]}

      # How each role has to sign, from the weakest way to the strongest: typed, paper or ssh. Keys are in the file allowed_signers.
      # signatures:
      #   required: {principal: ssh}
      #   allowed-signers: allowed_signers

      """
  }

  private static let signers = """
    # The SSH keys with which people sign: a line for each person, with the id from the agreements and the public key.
    # `concord sign` prints the line for a key that is not here yet. When somebody's key was stolen, delete the line.
    # novak namespaces="concord" ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA...

    """

  private static let hooks = """
    # For pre-commit (https://pre-commit.com): `pre-commit install`, once, and every commit checks the agreements that it changes.
    repos:
      - repo: local
        hooks:
          - id: concord-lint
            name: concord lint
            entry: concord lint --staged --
            language: system
            files: '\\.agreement\\.ya?ml$'
            require_serial: true

    """

  private var readme: String {
    """
    # \(district.map { MarkdownText.escape($0) } ?? "Our") partnership agreements

    Before each school year, coaches and principals agree here on how they work together. Each agreement is a text file, one for each
    school year, in a folder of its own: `brookside-math/2026-27.agreement.yaml`. The program concord checks them: what is missing, what
    does not fit, and who has signed.

    | when | type |
    |---|---|
    | a school begins | `concord new brookside-math` |
    | before the talk | `concord worksheet FILE` for each person, and `concord agenda FILE` |
    | after the talk | write the answers into the file, and `concord lint FILE` |
    | the text is final | `concord agree FILE --final`, then `concord print FILE` |
    | everybody signs | `concord sign FILE --as ID` |
    | something changes | change it, then `concord amend FILE`; or `concord join`, `concord leave` |
    | you have a new copy of this folder | `concord init --git-drivers`, so that git merges what two people changed |
    | the year is over | `concord renew FILE`, then `concord agree` for each answer that stays |

    `concord help COMMAND` explains each of them.

    """
  }
}
