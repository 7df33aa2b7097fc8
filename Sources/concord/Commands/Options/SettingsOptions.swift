internal import ArgumentParser

/// Where the settings come from.
struct SettingsOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Take concord.yaml, and the keys that it names, from a commit such as origin/main, so that a pull request cannot bring its own.",
      valueName: "revision"))
  var configFrom: String?
}
