# Sourced by the consumers' scripts.
# shellcheck shell=bash

# install_and_move BUILD WORK: what noble's build directory BUILD installs stands in WORK/noble, which
# is not where it was installed, and nothing says where to look for libraries.
install_and_move() {
    meson install -C "$1" --no-rebuild --destdir "$2/installed"
    mv "$(dirname "$(dirname "$(find "$2/installed" -path '*/include/noble')")")" "$2/noble"
    unset LD_LIBRARY_PATH PYTHONPATH
}

# finds_its_library FILE FOLDER: the libnoble that FILE is loaded with lies below FOLDER.
finds_its_library() {
    [[ $(ldd "$1") == *"libnoble.so.0 => $(realpath "$2")/"* ]]
}
