#!/usr/bin/env bash
# Runs every fuzzer for so many seconds, from the corpus beside its source and the example plans.
set -euo pipefail
for source in tests/fuzz/fuzz_*.cpp; do
    name=$(basename "$source" .cpp)
    found=build/fuzz/$name
    mkdir -p "$found"
    build/asan/tests/fuzz/"$name" -max_total_time="$1" -timeout=10 -rss_limit_mb=2048 \
        -artifact_prefix="$found-" "$found" "tests/fuzz/corpus/${name#fuzz_}" examples
done
