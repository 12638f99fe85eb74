#!/bin/sh
# Vigil in any continuous integration: check, compile, diff, run. Every result is a file in $OUT, and the exit code is
# that of the first of them that failed.
#
#   VIGIL=/opt/vigil SPEC=spec.vigil BASE=origin/main OUT=vigil-out sh plain.sh
#
# VIGIL    where Vigil is installed          SPEC  the spec
# BASE     git revision to compare with; empty: nothing is compared
# FAIL_ON  reapproval (default), change or never      OUT  folder of the results
set -u
: "${VIGIL:?}" "${SPEC:?}"
BASE=${BASE-HEAD^1}
FAIL_ON=${FAIL_ON:-reapproval}
OUT=${OUT:-vigil-out}

vigil() { node "$VIGIL/packages/runtime/bin/vigil.js" "$@"; }
mkdir -p "$OUT"
result=0
failed() { [ "$result" -ne 0 ] || result=$1; }

vigil check --format junit -- "$SPEC" > "$OUT/check.junit.xml"
vigil check --format sarif -- "$SPEC" > "$OUT/check.sarif"
vigil check -- "$SPEC" || exit "$?"

vigil compile --document all --out "$OUT/documents" -- "$SPEC" || failed "$?"
vigil compile --format json --out "$OUT/documents" -- "$SPEC" || failed "$?"

case $BASE in
  -*) echo "BASE is no revision: $BASE" >&2; exit 2 ;;
esac
if [ -n "$BASE" ] && git cat-file -e "$BASE:./$SPEC" 2> /dev/null; then
  vigil diff --format markdown -- "$BASE:./$SPEC" "$SPEC" > "$OUT/diff.md"
  case $FAIL_ON in
    never) vigil diff -- "$BASE:./$SPEC" "$SPEC" || failed "$?" ;;
    *) vigil diff --fail-on "$FAIL_ON" -- "$BASE:./$SPEC" "$SPEC" || failed "$?" ;;
  esac
else
  echo "nothing to compare $SPEC with"
fi

# 4: nothing failed, but some checks had too little data; `--strict` makes it 1.
status=0
vigil run --out "$OUT/report" -- "$SPEC" || status=$?
[ "$status" -eq 4 ] || [ "$status" -eq 0 ] || failed "$status"
exit "$result"
