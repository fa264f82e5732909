"""noble: an algebra of multirate linear operators.

Words in three letters (keep every k-th sample, put zeros between samples, convolve) are values:
compose them with ``@``, transpose them, compare them exactly, prove identities, run them on arrays.

Examples
--------
>>> import noble
>>> A = noble.down(2) @ noble.conv([1, 2, 1], origin=1)
>>> A([1.0, 2.0, 3.0, 4.0], window='same')
array([ 4., 12.])
>>> A == noble.parse('down(2) * conv([1 2 1]@1)')
True
"""

from noble import _noble
from noble._noble import *  # noqa: F403

__version__ = _noble.__version__
__all__ = [name for name in dir(_noble) if not name.startswith("_")]
