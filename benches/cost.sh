#!/usr/bin/env bash
# What it costs to depend on this crate: crates, CPU seconds of a clean release build, bytes of a stripped program.
# Each beside a program without it; the build beside one that depends on serde with its derive, too.
#
# cost.sh [CRATE]: CRATE is another directory of this crate, such as a copy with fewer tools.
set -euo pipefail
crate=$(cd "${1:-$(dirname "$0")/..}" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export CARGO_INCREMENTAL=0

# program NAME DEPENDENCY MAIN: a package that is a program.
program() {
    mkdir -p "$scratch/$1/src"
    cat > "$scratch/$1/Cargo.toml" <<TOML
[package]
name = "$1"
version = "0.0.0"
edition = "2024"

[dependencies]
$2

[profile.release]
strip = true

[workspace]
TOML
    echo "fn main() { let word = std::env::args().nth(1).unwrap_or_default(); println!(\"{:?}\", $3); }" \
        > "$scratch/$1/src/main.rs"
}

# build NAME: builds it from nothing; prints the CPU seconds.
build() {
    cd "$scratch/$1"
    cargo fetch --quiet
    local TIMEFORMAT='%U %S'
    { time CARGO_TARGET_DIR="$scratch/$1/target" cargo build --release --quiet; } 2>&1 | awk '{ print $1 + $2 }'
}

crates() {
    (cd "$scratch/$1" && cargo tree --edges normal,build --prefix none --no-dedupe) |
        sed 's/ (.*//' | sort -u | grep -cv "^$1 " || true
}

bytes() { wc -c < "$scratch/$1/target/release/$1"; }

default="mlops-catalog = { path = \"$crate\" }"
serde="mlops-catalog = { path = \"$crate\", features = [\"serde\"] }
serde_json = \"1\""
yaml="mlops-catalog = { path = \"$crate\", features = [\"yaml\"] }"
catalog='mlops_catalog::Catalog::embedded()'
program alone '' 'word'
program with-serde 'serde = { version = "1", features = ["derive"] }' 'word'
program get "$default" "$catalog.get(&word).map(|tool| tool.name())"
program find "$default" "$catalog.find(&word).map(|tool| tool.name())"
program query "$default" "$catalog.select(&word.parse().unwrap()).timeline().years().len()"
program serde "$serde" "$catalog.get(&word).map(serde_json::to_string)"
program yaml "$yaml" "mlops_catalog::Catalog::from_dir(&word).map(|catalog| catalog.len())"

printf '%-10s %8s %12s %12s %12s\n' program crates 'CPU seconds' bytes 'bytes more'
for name in alone with-serde get find query serde yaml; do
    seconds=$(build "$name")
    printf '%-10s %8s %12.1f %12s %12s\n' \
        "$name" "$(crates "$name")" "$seconds" "$(bytes "$name")" "$(($(bytes "$name") - $(bytes alone)))"
done
