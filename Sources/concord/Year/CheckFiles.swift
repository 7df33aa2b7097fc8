/// The files with which a service checks every change, and which say who has to approve a change of the rules.
///
/// Nothing in them can be known here that stands in capital letters: where concord comes from, and who decides.
enum CheckFiles {
  static func files(for ci: ContinuousChecks) -> [DistrictFiles.File] {
    switch ci {
    case .github:
      [
        DistrictFiles.File(name: ".github/workflows/concord.yml", text: github),
        DistrictFiles.File(
          name: ".github/CODEOWNERS",
          text: owners(of: "/.github/", help: "turn on \"Require review from Code Owners\" for the branch main")),
      ]
    case .gitlab:
      [
        DistrictFiles.File(name: ".gitlab-ci.yml", text: gitlab),
        DistrictFiles.File(
          name: ".gitlab/CODEOWNERS",
          text: owners(of: "/.gitlab-ci.yml\n/.gitlab/", help: "require approval from code owners for the branch main")
        ),
      ]
    case .none: []
    }
  }

  /// The README shows the same lines.
  private static let github = """
    # Checks the agreements that a pull request changes and comments on what changes in them. After each merge, checks all of them.
    #
    # Fill in two words below, or nothing runs: OWNER is who owns the source code of concord on GitHub, and COMMIT is the commit of it
    # that you trust, with all 40 digits. There is no release yet, so the first run builds concord, for about ten minutes.
    name: Agreements
    on:
      pull_request:
      push:
        branches: [main]
    permissions: {}
    concurrency:
      group: ${{ github.workflow }}-${{ github.event.pull_request.number || github.ref }}
      cancel-in-progress: true
    jobs:
      agreements:
        name: Check the agreements
        runs-on: ubuntu-24.04
        timeout-minutes: 60
        permissions:
          contents: read
          pull-requests: write # for the comment
        steps:
          - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
            with:
              fetch-depth: 2 # the change, and what it goes onto
              persist-credentials: false
          - id: concord
            uses: OWNER/concord/.github/actions/lint@COMMIT
          - name: Comment on what changes
            if: ${{ !cancelled() && steps.concord.outputs.comment != '' && github.event.pull_request.head.repo.fork == false }}
            env:
              GH_TOKEN: ${{ github.token }}
              NUMBER: ${{ github.event.pull_request.number }}
              BODY: ${{ steps.concord.outputs.comment }}
            run: gh pr comment "$NUMBER" --repo "$GITHUB_REPOSITORY" --edit-last --create-if-none --body-file "$BODY"

    """

  private static let gitlab = """
    # Checks the agreements that a merge request changes. After each merge, checks all of them.
    #
    # Fill in four words below, or nothing runs: OWNER is who owns the source code of concord on GitHub, and COMMIT is the commit of it
    # that you trust, with all 40 digits. CHECKSUM is what this prints, with the address that you then have:
    #   curl -fsSL ADDRESS | openssl dgst -sha256 -binary | base64
    # PACKAGE is what pip installs. There is no release yet: `make wheel` builds one, and where you put it is the address:
    #   concord-agreements @ https://example.org/concord_agreements-0.1.0-py3-none-….whl#sha256=…
    include:
      - remote: https://raw.githubusercontent.com/OWNER/concord/COMMIT/.github/gitlab-ci.yml
        integrity: sha256-CHECKSUM
        inputs:
          package: PACKAGE

    """

  private static func owners(of checks: String, help: String) -> String {
    """
    # Who has to approve a change of what is checked, and of whose keys are whose. Write people or teams in place of @OWNER, and
    # \(help).
    \(checks.split(separator: "\n").map { "\($0) @OWNER" }.joined(separator: "\n"))
    concord.yaml @OWNER
    allowed_signers @OWNER

    """
  }
}
