#!/usr/bin/env bash
# Runs clang-format, with the options given, over the C++ of the project.
set -euo pipefail
find include src python/bindings tests bench \( -name '*.hpp' -o -name '*.cpp' \) -print0 | xargs -0 clang-format-19 "$@"
