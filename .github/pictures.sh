#!/usr/bin/env bash
# Makes the pictures in README.md from real output: .github/report.svg by a test, .github/review.png with Chromium.
# Needs Chromium and fonts for Arabic (Debian: chromium fonts-noto-core).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

UPDATE=1 cargo test --test picture
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cargo run --quiet -- check --format html --output "$work/report.html" --fail-on never fixtures/ar/faulty/bakeries.md
# In a frame as tall as the article nothing scrolls, so the picture shows its top and a finding that was followed.
cat >"$work/frame.html" <<'HTML'
<!doctype html>
<style>html,body{margin:0;height:720px;overflow:clip}iframe{width:1280px;height:4000px;border:0}</style>
<iframe src="report.html#n1-1"></iframe>
HTML
"${CHROMIUM:-chromium}" --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
  --disable-component-update --disable-sync --hide-scrollbars --user-data-dir="$work/profile" --window-size=1280,720 \
  --screenshot=.github/review.png "file://$work/frame.html"
