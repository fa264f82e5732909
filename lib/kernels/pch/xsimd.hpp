// Read once for each instruction set.
#include <xsimd/xsimd.hpp>
