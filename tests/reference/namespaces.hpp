// What doxygen says of the namespaces.
#pragma once

/// Words in ↓k, ↑k and convolution: an algebra of multirate linear operators.
namespace noble {
/// What a word is made of: the closed set of nodes that algorithms visit.
namespace node {}
/// What a finite map is made of: the closed set of nodes that algorithms visit.
namespace map_node {}
}  // namespace noble
