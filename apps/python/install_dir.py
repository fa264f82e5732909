"""install_dir.py PREFIX DEFAULT: the first folder below PREFIX/lib in which this interpreter looks
for packages; DEFAULT where there is none."""

import site
import sys

prefix, default = sys.argv[1:]
below = [path for path in site.getsitepackages() if path.startswith(prefix + "/lib/")]
print(below[0] if below else default)
