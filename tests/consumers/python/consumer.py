"""A program of somebody else's: what it says of the module that it finds."""

import noble

A = noble.down(2) @ noble.conv([1, 2, 1], origin=1)
print(noble.__file__)
print(A, noble.__version__)
print(A @ [1.0, 2.0, 3.0, 4.0])
print(noble.prove(A.T.T, A), noble.check(A.on(9)).passed)
