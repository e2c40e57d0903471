# What the checks of this folder share; sourced, with the sources' root as the working folder.
set -eu

# Ends as skipped, which continuous integration does not accept.
skip() {
  echo "$1"
  [ "${CI:-}" != true ] || exit 1
  exit 77
}

need() {
  command -v "$1" > /dev/null || skip "$1 is not installed"
}

# Files below folders, by name: files_in "FOLDER ..." PATTERN ... A check of no file is no check.
files_in() {
  local folders=$1 names=() found
  shift
  for pattern; do
    names+=(-o -name "$pattern")
  done
  found=$(find $folders -type f \( "${names[@]:1}" \) | LC_ALL=C sort)
  if [ -z "$found" ]; then
    echo "no file in $folders is named $*" >&2
    return 1
  fi
  echo "$found"
}
