// Which kernels run: the best that the processor has, or what NOBLE_INSTRUCTION_SET says.
#pragma once

#include <span>

#include "kernels/kernels.hpp"
#include "noble/instruction_set.hpp"

namespace noble {

/// The kernels of one instruction set of this machine.
template <class Real>
const kernels::table<Real>& kernels_of(instruction_set set);

}  // namespace noble
