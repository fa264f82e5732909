#!/usr/bin/env bash
# build.sh WORK: makes Debian packages of the sources that this is in, in the folder WORK. What they
# are built with must be installed (Build-Depends in control, and dpkg-dev). DEBFULLNAME and DEBEMAIL
# say in whose name, DEB_BUILD_OPTIONS and the like how, as ever.
set -euo pipefail
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
mkdir -p "$1"
cd "$1"

# dpkg-buildpackage leaves the packages beside the sources that it built.
tree=$(mktemp -d "$PWD/noble-sources-XXXXXX")
trap 'rm -rf "$tree"' EXIT
cp -r "$source"/{apps,include,lib,CHANGELOG.md,LICENSE,README.md,meson.build,meson_options.txt} "$tree"
mv "$tree/apps/debian" "$tree/debian"

version=$(sed -n "s/^  version: '\(.*\)',$/\1/p" "$tree/meson.build")
cat >"$tree/debian/changelog" <<END
noble ($version) unstable; urgency=medium

  * Built from the sources; CHANGELOG.md says what is in them.

 -- ${DEBFULLNAME:-the noble authors} <${DEBEMAIL:-noble@example.org}>  $(date -R)
END

cd "$tree"
dpkg-buildpackage --build=binary --unsigned-source --unsigned-changes
