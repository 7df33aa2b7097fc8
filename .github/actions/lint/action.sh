#!/usr/bin/env bash
# The steps of the action. Everything comes through the environment, so that no text of anybody becomes part of a command.
# The bash of macOS is 3.2.
set -euo pipefail

# Says why nothing can be done, as an annotation, and ends the step. The words are ours alone.
die() {
  printf '::error title=concord::%s\n' "${1//%/%25}"
  exit 2
}

# NAME VALUE: what later steps know of this one.
output() {
  case $2 in *$'\n'* | *$'\r'*) die "a path on this machine has a line break in it" ;; esac
  printf '%s=%s\n' "$1" "$2" >>"$GITHUB_OUTPUT"
}

checksum() { if command -v sha256sum >/dev/null; then sha256sum; else shasum -a 256; fi <"$1" | cut -d ' ' -f 1; }

# The program that was named, or the archive that release.txt beside this file lists with its checksum. `make pin` writes that
# list: a version, then lines as sha256sum has them. Whoever pins the action pins these, too. Without them, says what to build.
get() {
  local release="$GITHUB_ACTION_PATH/release.txt" folder="$RUNNER_TEMP/concord" system="" repository="" version name sum
  mkdir -p "$folder"
  if [[ -n $CONCORD_PROGRAM ]]; then
    [[ -f $CONCORD_PROGRAM && -x $CONCORD_PROGRAM ]] || die "\`program\` is not the path of a program"
    output program "$CONCORD_PROGRAM"
    return
  fi
  case $RUNNER_OS-$RUNNER_ARCH in
    Linux-X64) system=x86_64-linux ;;
    Linux-ARM64) system=aarch64-linux ;;
    macOS-ARM64) system=arm64-macos ;;
  esac
  version=$(sed -n 1p "$release")
  name="concord-$version-$system"
  sum=$(awk -v name="$name.tar.gz" '$2 == name { print $1 }' "$release")
  # Where this action comes from; what `github.action_repository` says here depends on the step.
  if [[ $GITHUB_ACTION_PATH =~ /_actions/([^/]+/[^/]+)/ ]]; then repository=${BASH_REMATCH[1]}; fi
  if [[ -n $repository && $sum =~ ^[0-9a-f]{64}$ ]]; then
    curl --proto '=https' --tlsv1.2 --fail --silent --show-error --location --retry 2 --max-time 300 --max-filesize 67108864 \
      --output "$folder/$name.tar.gz" -- "$GITHUB_SERVER_URL/$repository/releases/download/v$version/$name.tar.gz" ||
      die "concord $version could not be downloaded; the lines above say why"
    [[ $(checksum "$folder/$name.tar.gz") == "$sum" ]] ||
      die "what was downloaded is not concord $version as this action knows it, so it was not unpacked"
    tar -xzf "$folder/$name.tar.gz" -C "$folder" --no-same-owner "$name/bin/concord"
    output program "$folder/$name/bin/concord"
    return
  fi
  output build "$folder/built"
  output sources "$(sources)"
}

# A checksum of everything that the program is built from.
sources() {
  (
    cd "$GITHUB_ACTION_PATH/../../.."
    find Package.swift Makefile Sources schema -type f | LC_ALL=C sort | while IFS= read -r file; do
      printf '%s %s\n' "$(checksum "$file")" "$file"
    done
  ) | checksum /dev/stdin
}

# Builds the program, unless it is in the cache.
build() {
  local root="$GITHUB_ACTION_PATH/../../.."
  if [[ ! -x $CONCORD_BUILD/concord ]]; then
    command -v swift >/dev/null || die "there is no release for this machine; install Swift 6.2 before this step, or give \`program\`"
    make -C "$root" build || die "concord could not be built; the lines above say why"
    mkdir -p "$CONCORD_BUILD"
    cp "$root/.build/release/concord" "$CONCORD_BUILD/concord"
  fi
  output program "$CONCORD_BUILD/concord"
}

# The commit that the change goes onto; nothing where there is none.
base() {
  case $GITHUB_EVENT_NAME in
    pull_request | pull_request_review | pull_request_review_comment)
      # GitHub checks out the merge of both, unless the workflow asks for something else.
      if [[ $(git rev-parse HEAD) == "$GITHUB_SHA" && $(git cat-file -p HEAD | sed '/^$/,$d' | grep -c '^parent ') -eq 2 ]]; then
        printf 'HEAD^1'
      else
        printf 'refs/remotes/origin/%s' "$GITHUB_BASE_REF"
      fi
      ;;
    merge_group) printf '%s' "$CONCORD_QUEUE_BASE" ;;
  esac
}

# Lints, and writes down the exit status, so that the findings can be sent before the verdict.
lint() {
  local folder="$RUNNER_TEMP/concord" status=0 base since="" arguments=() paths=() line
  # What is checked out there is the target, so every change would be fine.
  [[ $GITHUB_EVENT_NAME != pull_request_target ]] || die "run this on \`pull_request\`; \`pull_request_target\` does not check out the change"
  mkdir -p "$folder"
  rm -f "$folder/findings.sarif" "$folder/findings.jsonl" "$folder/comment.md"
  base=$(base)
  case $CONCORD_SINCE in
    all) ;;
    auto) since=$base ;;
    *) since=$CONCORD_SINCE ;;
  esac
  if [[ -n $since ]]; then arguments+=("--since=$since"); fi
  case $CONCORD_CONFIG_FROM in
    here) ;;
    auto) if [[ -n $base ]]; then arguments+=("--config-from=$base"); fi ;;
    *) arguments+=("--config-from=$CONCORD_CONFIG_FROM") ;;
  esac
  case $CONCORD_FAIL_ON in
    error | warning | info | never) arguments+=("--fail-on=$CONCORD_FAIL_ON") ;;
    *) die "\`fail-on\` is \`error\`, \`warning\`, \`info\` or \`never\`" ;;
  esac
  case $CONCORD_CHECK_AUTHORS in
    # A merge that squashes is by somebody else, so there is nothing to check afterward.
    true) if [[ -n $since ]]; then arguments+=(--check-authors); fi ;;
    false) ;;
    *) die "\`check-authors\` is \`true\` or \`false\`" ;;
  esac
  if [[ -n $CONCORD_TIME_ZONE ]]; then
    # A zone that does not exist would be taken for UTC.
    [[ $CONCORD_TIME_ZONE =~ ^[A-Za-z0-9_+/-]+$ && -f /usr/share/zoneinfo/$CONCORD_TIME_ZONE ]] ||
      die "\`time-zone\` is a name such as \`America/Chicago\`"
    export TZ="$CONCORD_TIME_ZONE"
  fi
  while IFS= read -r line || [[ -n $line ]]; do
    if [[ -n $line ]]; then paths+=("$line"); fi
  done <<<"$CONCORD_PATHS"
  "$CONCORD" lint "${arguments[@]}" --format auto --format "sarif=$folder/findings.sarif" --format "jsonl=$folder/findings.jsonl" \
    -- ${paths[@]+"${paths[@]}"} || status=$?
  output status "$status"
  # A report without what could not be checked would close the alerts of that, and GitHub refuses one without any results.
  if [[ $status -le 1 && -s $folder/findings.sarif ]]; then output sarif "$folder/findings.sarif"; fi
  if [[ -s $folder/findings.jsonl ]]; then
    for line in errors warnings; do
      output "$line" "$(tail -n 1 "$folder/findings.jsonl" | sed -n "s/^{\"summary\":{[^}]*\"$line\":\([0-9]*\).*/\1/p")"
    done
  fi
  if [[ -n $since$base ]]; then comment "${since:-$base}" ${paths[@]+"${paths[@]}"}; fi
}

# SINCE PATH...: writes what the change means. GitHub takes 65,536 characters, so the last lines of a longer text go.
comment() {
  local folder="$RUNNER_TEMP/concord" since=$1
  shift
  if "$CONCORD" diff "--since=$since" --exit-code --format markdown -- "$@" >"$folder/diff.md" || [[ ! -s $folder/diff.md ]]; then return; fi
  # A workflow can find its own comment by the first line.
  {
    printf '<!-- concord -->\n'
    LC_ALL=C awk -v most=59000 '
      { size += length($0) + 1; if (size > most) { cut = 1; exit } print }
      /^<details>/ { open = 1 }
      /^<\/details>/ { open = 0 }
      END { if (open) print "\n</details>"; if (cut) print "\n**There is more.** This comment can only be so long; `concord diff --since` shows everything." }
    ' "$folder/diff.md"
  } >"$folder/comment.md"
  output comment "$folder/comment.md"
}

# Ends like the lint, even if the findings could not be sent.
verdict() {
  case $CONCORD_STATUS in
    0) ;;
    1) exit 1 ;;
    "") exit 2 ;; # An earlier step has said why.
    *) die "not everything could be checked; the step \`Lint\` says why" ;;
  esac
}

case ${1-} in
  get | build | lint | verdict) "$1" ;;
  *) die "the action has no such step" ;;
esac
