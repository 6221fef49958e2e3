#!/bin/sh
# Dubbelklik op dit bestand: u ziet hoe het met elke vergadering staat, en kiest wat u wilt doen.
cd "$(dirname "$0")" || exit 1
if command -v regietafel >/dev/null 2>&1; then
    regietafel
elif [ -x "$HOME/.local/bin/regietafel" ]; then
    "$HOME/.local/bin/regietafel"
else
    python3 -m pipeline
fi || { printf 'Druk op Enter om dit venster te sluiten. '; read -r _; }
