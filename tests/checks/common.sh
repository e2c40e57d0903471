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

# Files below folders, by name: files_in "FOLDER ..." PATTERN ...
files_in() {
  local folders=$1 names=()
  shift
  for pattern; do
    names+=(-o -name "$pattern")
  done
  find $folders -type f \( "${names[@]:1}" \) | LC_ALL=C sort
}
