#!/usr/bin/env bash
# Builds the container image without a Docker engine, and proves it: on a base of the same name made with
# debootstrap, then run from a read-only root as an ordinary user, with pages fetched.
#
#   deploy/build_image.sh [build|check|all]      default: all
#
# Needs root on Debian with `apt-get install buildah debootstrap`. Where a registry can be reached, any
# builder does (`docker build .`): this script is for machines that reach only package mirrors.
#   MIRROR=    Debian mirror; default: the one this machine's apt uses
#   CERTS=     certificates to trust while building; default: this machine's bundle
#   IMAGE=     name of the result; default: inspection-record
#   KEEP=yes   leave the unpacked root behind after the check
set -euo pipefail

here=$(cd "$(dirname "$0")/.." && pwd)
image=${IMAGE:-inspection-record}
base=$(sed -n 's/^FROM \([^ ]*\).*/\1/p' "$here/Dockerfile" | head -1)
suite=${base##*-}
certs=${CERTS:-/etc/ssl/certs/ca-certificates.crt}
work=${WORK:-$(mktemp -d)}
buildah() { command buildah --storage-driver vfs "$@"; }
say() { printf '== %s\n' "$*" >&2; }

finish() {
    local status=$?
    [ -z "${server:-}" ] || { kill "$server" && wait "$server"; } 2>/dev/null || true
    [ -z "${container:-}" ] || buildah rm "$container" >/dev/null 2>&1 || true
    if [ "${KEEP:-}" = yes ]; then say "left behind: $work"; else rm -rf "$work"; fi
    exit "$status"
}
trap finish EXIT

mirror() {
    if [ -n "${MIRROR:-}" ]; then echo "$MIRROR"; return; fi
    apt-get indextargets --format '$(SITE) $(CODENAME) $(COMPONENT)' 'Created-By: Packages' |
        awk '$1 ~ /debian\/?$/ && $3 == "main" { print $1; exit }'
}

make_base() {
    if buildah inspect --type image "$base" >/dev/null 2>&1; then say "base $base is here already"; return; fi
    say "making $base with debootstrap"
    debootstrap --variant=minbase --include=python3,python3-venv,ca-certificates "$suite" "$work/base" "$(mirror)" >"$work/debootstrap.log" ||
        { tail -5 "$work/debootstrap.log" >&2; return 1; }
    rm -rf "$work"/base/var/cache/apt/archives/*.deb "$work"/base/var/lib/apt/lists/*
    local scratch
    scratch=$(buildah from scratch)
    buildah add --quiet "$scratch" "$work/base" / >/dev/null
    buildah config --env PATH=/usr/local/bin:/usr/local/sbin:/usr/bin:/usr/sbin:/bin:/sbin "$scratch"
    buildah commit --quiet --rm "$scratch" "$base" >/dev/null
    rm -rf "$work/base"
}

build() {
    make_base
    say "building $image"
    # What pip needs on this machine (index, certificates) is mounted for the build and stays out of the image.
    local options=() config
    for config in /etc/pip.conf "${PIP_CONFIG_FILE:-}"; do
        [ -f "$config" ] && options+=(--volume "$config:/etc/pip.conf:ro") && break
    done
    if [ -f "$certs" ]; then options+=(--volume "$certs:/etc/ssl/certs/ca-certificates.crt:ro"); fi
    buildah bud --isolation chroot --format docker --pull-never --network host --tag "$image" "${options[@]}" \
        --file "$here/Dockerfile" "$here"
}

check() {
    say "unpacking $image"
    container=$(buildah from --pull-never "$image")
    local mounted port
    port=$(python3 -c 'import socket; free = socket.socket(); free.bind(("127.0.0.1", 0)); print(free.getsockname()[1])')
    mounted=$(buildah mount "$container")
    mkdir -p "$work/tree"
    cp -a "$mounted/." "$work/tree/"
    buildah umount "$container" >/dev/null
    du -sh --apparent-size "$work/tree" | sed 's/^/== size: /' >&2
    local command user
    command=$(buildah inspect --type image --format '{{range .OCIv1.Config.Cmd}}{{.}} {{end}}' "$image")
    user=$(buildah inspect --type image --format '{{.OCIv1.Config.User}}' "$image")
    user=$(awk -F: -v name="${user%%:*}" '$1 == name || $3 == name { print $3 ":" $4 }' "$work/tree/etc/passwd")
    buildah inspect --type image --format '{{range .OCIv1.Config.Env}}{{.}}{{"\n"}}{{end}}' "$image" >"$work/environment"

    say "starting: $command (as $user, root read-only)"
    unshare --mount bash -euo pipefail -c '
        root=$1 user=$2 port=$3 environment=$4 command=$5
        mount --bind "$root" "$root"
        mount --bind /dev "$root/dev"
        mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm"
        mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
        mount -t proc proc "$root/proc"
        mount -o remount,bind,ro "$root"
        if touch "$root/written" 2>/dev/null; then echo WRITABLE; fi
        mapfile -t variables < <(grep -v "^$" "$environment")
        workdir=$(printf "%s\n" "${variables[@]}" | sed -n "s/^RECORD_HOME=//p")
        exec env -i "${variables[@]}" HOST=127.0.0.1 PORT="$port" "$6" --userspec="$user" --groups= "$root" \
            /bin/sh -c "cd \"$workdir\" && exec $command"
    ' unpacked "$work/tree" "$user" "$port" "$work/environment" "$command" "$(command -v chroot)" \
        >"$work/serving.log" 2>&1 &
    server=$!
    python3 - "$port" "$work/serving.log" <<'PYTHON'
import sys, time, urllib.request

port, log = sys.argv[1:]
for attempt in range(100):
    try:
        urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5).read()
        break
    except OSError:
        time.sleep(0.2)
pages = ["/healthz", "/", "/authorities/", "/inspections/", "/inspections.json", "/sources/"]
try:
    for page in pages:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{page}", timeout=10) as answer:
            body = answer.read()
        print(f"{answer.status} {len(body):>7} bytes  {page}")
        assert answer.status == 200 and body
    assert "WRITABLE" not in open(log).read(), "the root could be written to"
except Exception:
    print(open(log).read(), file=sys.stderr)
    raise
PYTHON
    say "its own health check"
    local health
    health=$(buildah inspect --type image --format '{{range .Docker.Config.Healthcheck.Test}}{{.}} {{end}}' "$image")
    env -i PATH="$(sed -n 's/^PATH=//p' "$work/environment")" PORT="$port" "$(command -v chroot)" \
        --userspec="$user" --groups= "$work/tree" /bin/sh -c "cd /record && ${health#CMD }"
    say "healthy, says ${health#CMD }"
    if grep -v '"level": "info"' "$work/serving.log" | grep -iE "error|traceback"; then say "the server complained"; return 1; fi
    say "the image serves from a read-only root as $user"
}

case "${1:-all}" in
    build) build ;;
    check) check ;;
    all) build && check ;;
    *) sed -n '2,14p' "$0"; exit 2 ;;
esac
